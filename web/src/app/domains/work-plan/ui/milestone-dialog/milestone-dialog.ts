import '../../../../shared/page-kit';
import { Component, computed, inject } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MAT_DIALOG_DATA, MatDialogActions, MatDialogContent, MatDialogRef, MatDialogTitle } from '@angular/material/dialog';
import type { MilestoneView } from '@office/contracts';
import { MILESTONE_EVIDENCE_MAX_LENGTH, REASON_MAX_LENGTH } from '@office/domain';
import { DialogFoot } from '../../../../shared/ui-dialog-foot/dialog-foot';
import { ErrorState } from '../../../../shared/ui-error-state/error-state';
import { Skeleton } from '../../../../shared/ui-skeleton/skeleton';
import { problemWords } from '../../../../shared/util-http/problem-words';
import { SessionStore } from '../../../../shared/util-session/session-store';
import { dateWords } from '../../../../shared/util-time/words';
import { Toasts } from '../../../../shared/util-toast/toasts';
import { MilestoneFacts } from './milestone-facts';
import { MilestoneStore, type MilestoneAnswer } from './milestone-store';

/** What the dialog is opened with. */
export interface MilestoneSubject {
  readonly id: string;
}

/**
 * A milestone as EACEA asks for it: achieved on a day and with a proof, or not, with a new estimate and the reason. Who
 * may not report it, and what is achieved for good, sees how it stands. Closes with what was saved.
 */
@Component({
  selector: 'office-milestone-dialog',
  imports: [DialogFoot, ErrorState, MatButton, MatDialogActions, MatDialogContent, MatDialogTitle, MilestoneFacts, Skeleton],
  providers: [MilestoneStore],
  templateUrl: './milestone-dialog.html',
})
export class MilestoneDialog {
  readonly #dialog = inject<MatDialogRef<MilestoneDialog, MilestoneView>>(MatDialogRef);
  readonly #toasts = inject(Toasts);
  readonly #session = inject(SessionStore);
  protected readonly store = inject(MilestoneStore);

  protected readonly answers: readonly { id: MilestoneAnswer; word: string }[] = [
    { id: 'achieved', word: $localize`:@@milestone.yes:Achieved` },
    { id: 'not-achieved', word: $localize`:@@milestone.no:Not achieved yet` },
  ];
  protected readonly evidenceMaxLength = MILESTONE_EVIDENCE_MAX_LENGTH;
  protected readonly reasonMaxLength = REASON_MAX_LENGTH;
  protected readonly problemWords = problemWords;
  protected readonly today = this.#session.today;
  /** Why the person may not report it; null when she may. */
  protected readonly reason = computed(() => {
    const milestone = this.store.base();
    return milestone ? this.#session.why('milestone.report', { leadBeneficiaryId: milestone.lead.id }) : null;
  });
  protected readonly isOver = computed(() => this.store.base()?.state === 'achieved');

  constructor() {
    this.store.open(inject<MilestoneSubject>(MAT_DIALOG_DATA).id);
  }

  protected async save(): Promise<void> {
    const saved = await this.store.save();
    if (saved === undefined) return;
    this.#toasts.show(
      saved.achievedOn === null
        ? $localize`:@@milestone.putOff:${saved.number}:number: is now expected on ${dateWords(saved.estimate ?? '')}:date:`
        : $localize`:@@milestone.done:${saved.number}:number: achieved on ${dateWords(saved.achievedOn)}:date:`,
    );
    this.#dialog.close(saved);
  }

  protected keepTheirs(current: MilestoneView): void {
    this.#dialog.close(current);
  }

  protected cancel(): void {
    this.#dialog.close();
  }
}
