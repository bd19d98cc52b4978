import '../../../../shared/page-kit';
import { afterNextRender, Component, computed, ElementRef, inject, Injector } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MAT_DIALOG_DATA, MatDialogActions, MatDialogContent, MatDialogRef, MatDialogTitle } from '@angular/material/dialog';
import type { EvidenceView, TaskPartView } from '@office/contracts';
import { CRITERION_MAX_LENGTH, NARRATIVE_MAX_LENGTH, type PartCriterion, WORK_STATES } from '@office/domain';
import { Conflict, type ConflictField } from '../../../../shared/ui-conflict/conflict';
import { ConflictChoices } from '../../../../shared/ui-conflict/conflict-choices';
import { DialogFoot } from '../../../../shared/ui-dialog-foot/dialog-foot';
import { DueDate } from '../../../../shared/ui-due-date/due-date';
import { ErrorState } from '../../../../shared/ui-error-state/error-state';
import { Skeleton } from '../../../../shared/ui-skeleton/skeleton';
import { workChip } from '../../../../shared/ui-status-chip/status-words';
import { Dialogs } from '../../../../shared/util-dialog/dialogs';
import { problemWords } from '../../../../shared/util-http/problem-words';
import { SessionStore } from '../../../../shared/util-session/session-store';
import { Toasts } from '../../../../shared/util-toast/toasts';
import { CriteriaField } from './criteria-field';
import { EvidenceList } from './evidence-list';
import type { PartDraft } from './part-draft';
import { PartFacts } from './part-facts';
import { PartStore } from './part-store';
import type { PartSubject } from './part-subject';

/**
 * A partner's own part of a task, made for a phone: state, check-list and a link are saved with one tap. Who may not
 * change it sees how it stands. Closes with what was saved last.
 */
@Component({
  selector: 'office-part-dialog',
  imports: [
    ...[
      Conflict,
      ConflictChoices,
      CriteriaField,
      DialogFoot,
      DueDate,
      ErrorState,
      EvidenceList,
      MatButton,
      MatDialogActions,
      MatDialogContent,
      MatDialogTitle,
    ],
    ...[PartFacts, Skeleton],
  ],
  providers: [PartStore],
  templateUrl: './part-dialog.html',
  styleUrl: './part-dialog.scss',
})
export class PartDialog {
  readonly #dialog = inject<MatDialogRef<PartDialog, TaskPartView>>(MatDialogRef);
  readonly #dialogs = inject(Dialogs);
  readonly #host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  readonly #injector = inject(Injector);
  readonly #session = inject(SessionStore);
  readonly #toasts = inject(Toasts);

  protected readonly subject = inject<PartSubject>(MAT_DIALOG_DATA);
  protected readonly store = inject(PartStore);
  protected readonly states = WORK_STATES.map((id) => ({ id, word: workChip(id).word }));
  protected readonly noteMaxLength = NARRATIVE_MAX_LENGTH;
  protected readonly criterionMaxLength = CRITERION_MAX_LENGTH;
  protected readonly problemWords = problemWords;
  protected readonly isOwn = computed(() => this.#session.beneficiary()?.id === this.subject.beneficiary.id);
  protected readonly fileAddress = ({ id }: EvidenceView): string => this.store.fileAddress(id);
  /** Why the person may not change it; null when she may. */
  protected readonly reason = computed(() => {
    const { id, shortName } = this.subject.beneficiary;
    const why = this.#session.why('task.update-part', { leadBeneficiaryId: id });
    if (why === null || !this.#session.may('task.update-part')) return why;
    return $localize`:@@part.onlyOwn:Only ${shortName}:partner: itself reports its part.`;
  });
  /** What somebody else saved beside what was written here. */
  protected readonly conflict = computed(() => {
    const [theirs, mine] = [this.store.conflict(), this.store.draft()];
    return theirs && mine && { by: theirs.updatedBy, at: theirs.updatedAt, fields: conflictFields(mine, theirs) };
  });

  constructor() {
    this.store.open(this.subject);
  }

  protected addFile(field: HTMLInputElement): void {
    const [file] = field.files ?? [];
    // The same file can be chosen again after it was refused.
    field.value = '';
    if (file) void this.store.addFile(file);
  }

  protected async save(): Promise<void> {
    this.#closeWith(await this.store.save());
    if (this.store.findings().length > 0) this.#showFinding();
  }

  protected async saveOver(): Promise<void> {
    this.#closeWith(await this.store.saveOver());
  }

  protected async remove(evidence: EvidenceView): Promise<void> {
    const title = $localize`:@@part.removeTitle:Remove evidence?`;
    const text = $localize`:@@part.removeText:“${evidence.title}:title:” will no longer be shown with this part.`;
    if (await this.#dialogs.confirm({ title, text, action: $localize`:@@part.removeAction:Remove` }))
      await this.store.removeEvidence(evidence.id);
  }

  protected keepTheirs(): void {
    this.#dialog.close(this.store.conflict() ?? undefined);
  }

  protected close(): void {
    this.#dialog.close(this.store.saved());
  }

  /** What is wrong may lie outside of what a phone shows of the form. */
  #showFinding(): void {
    afterNextRender(() => this.#host.querySelector('.error')?.scrollIntoView({ block: 'center' }), { injector: this.#injector });
  }

  #closeWith(saved: TaskPartView | undefined): void {
    if (saved === undefined) return;
    this.#toasts.show($localize`:@@part.saved:Part of ${this.subject.number}:number: saved: ${workChip(saved.state).word}:state:`);
    this.#dialog.close(saved);
  }
}

const conflictFields = (mine: PartDraft, theirs: TaskPartView): ConflictField[] => [
  { label: $localize`:@@part.state:How it stands`, mine: workChip(mine.state).word, theirs: workChip(theirs.state).word },
  { label: $localize`:@@part.criteria:Done when`, mine: criteriaWords(mine.criteria), theirs: criteriaWords(theirs.criteria) },
  { label: $localize`:@@part.noteShort:Note`, mine: mine.note, theirs: theirs.note },
];

/** "✓ Text checked · Photographs cleared" */
const criteriaWords = (criteria: readonly PartCriterion[]): string =>
  criteria.map(({ text, met }) => (met ? `✓ ${text}` : text)).join(' · ');
