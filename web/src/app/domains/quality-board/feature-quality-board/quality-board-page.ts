import { Component, computed, inject, input, type Type } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import type { DeliverableView, QualityBoardView } from '@office/contracts';
import { Card } from '../../../shared/ui-card/card';
import { EmptyState } from '../../../shared/ui-empty-state/empty-state';
import { ErrorState } from '../../../shared/ui-error-state/error-state';
import { PageHeader } from '../../../shared/ui-page-header/page-header';
import { Skeleton } from '../../../shared/ui-skeleton/skeleton';
import { Dialogs } from '../../../shared/util-dialog/dialogs';
import { Toasts } from '../../../shared/util-toast/toasts';
import type { AppointQuestion } from '../ui/appoint-dialog/appoint-dialog';
import type { MembersQuestion } from '../feature-board-edit/members-dialog';
import type { RulesQuestion } from '../feature-board-edit/rules-dialog';
import { BoardMembers } from '../ui/board-members';
import { BoardRules } from '../ui/board-rules';
import { ClosedRounds } from '../ui/closed-rounds';
import { RoundList } from '../ui/round-list';
import { type Unappointed, UnappointedList } from '../ui/unappointed-list';
import { QualityBoardStore } from './quality-board-store';

@Component({
  selector: 'office-quality-board-page',
  imports: [
    BoardMembers,
    BoardRules,
    Card,
    ClosedRounds,
    EmptyState,
    ErrorState,
    MatButton,
    PageHeader,
    RoundList,
    RouterLink,
    Skeleton,
    UnappointedList,
  ],
  providers: [QualityBoardStore],
  templateUrl: './quality-board-page.html',
  styleUrl: './quality-board-page.scss',
})
export class QualityBoardPage {
  readonly #dialogs = inject(Dialogs);
  readonly #toasts = inject(Toasts);
  readonly projectId = input.required<string>();

  protected readonly store = inject(QualityBoardStore);
  protected readonly subtitle = computed(() => {
    const seat = this.store.parts().seat;
    return seat
      ? $localize`:@@board.subtitleMember:You vote for ${seat.beneficiary.name}:institution:, on everything that another institution leads`
      : $localize`:@@board.subtitle:Deliverables are reviewed here before the consortium hands them to EACEA`;
  });
  /** What the person has to write, and has written. */
  protected readonly load = computed(() => {
    const { seat, mine } = this.store.parts();
    if (!seat) return `${mine.length}`;
    const sent = $localize`:@@board.mySent:${seat.load.sent}:sent: sent so far`;
    return mine.length === 0 ? sent : `${mine.length} · ${sent}`;
  });
  protected readonly openHeading = computed(() =>
    this.store.parts().mine.length > 0 ? $localize`:@@board.otherOpen:Other open rounds` : $localize`:@@board.open:Open rounds`,
  );

  protected async changeRules({ rules, version }: QualityBoardView): Promise<void> {
    const load = async (): Promise<Type<unknown>> => (await import('../feature-board-edit/rules-dialog')).RulesDialog;
    const question: RulesQuestion = { rules, version, save: (changed, seen) => this.store.saveRules(changed, seen) };
    const saved = await this.#dialogs.open<QualityBoardView>(load, question, { width: '640px' });
    if (saved) this.store.page.set(saved);
  }

  protected async changeMembers(board: QualityBoardView): Promise<void> {
    const load = async (): Promise<Type<unknown>> => (await import('../feature-board-edit/members-dialog')).MembersDialog;
    const question: MembersQuestion = { board, save: (members, seen) => this.store.saveMembers(members, seen) };
    const saved = await this.#dialogs.open<QualityBoardView>(load, question, { width: '640px' });
    if (saved) this.store.page.set(saved);
  }

  protected async appoint({ deliverableId, number, title }: Unappointed): Promise<void> {
    const load = async (): Promise<Type<unknown>> => (await import('../ui/appoint-dialog/appoint-dialog')).AppointDialog;
    const question: AppointQuestion = { deliverableId, deliverable: `${number} ${title}` };
    if (!(await this.#dialogs.open<DeliverableView>(load, question))) return;
    this.#toasts.show($localize`:@@appoint.done:Reviewers of ${number}:number: are appointed`);
    this.store.page.reload();
  }
}
