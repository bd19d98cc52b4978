import '../../../shared/page-kit';
import { Component, computed, inject, input } from '@angular/core';
import { MatButton } from '@angular/material/button';
import type { AmendmentView } from '@office/contracts';
import type { PlanChange } from '@office/domain';
import { ActionButton } from '../../../shared/ui-action-button/action-button';
import { Card } from '../../../shared/ui-card/card';
import { DemoBadge } from '../../../shared/ui-demo-badge/demo-badge';
import { DueDate } from '../../../shared/ui-due-date/due-date';
import { EmptyState } from '../../../shared/ui-empty-state/empty-state';
import { ErrorState } from '../../../shared/ui-error-state/error-state';
import { PageHeader, type Crumb } from '../../../shared/ui-page-header/page-header';
import { Skeleton } from '../../../shared/ui-skeleton/skeleton';
import { StatusChip } from '../../../shared/ui-status-chip/status-chip';
import { Dialogs } from '../../../shared/util-dialog/dialogs';
import { PlainDatePipe } from '../../../shared/util-time/date.pipes';
import { HistoryList } from '../../deliverables/ui/history-list';
import { LifeLine } from '../../deliverables/ui/life-line';
import type { StepAction } from '../data/step-offers';
import type { ChangeTask } from '../feature-change/change-task';
import { ChangeList } from '../ui/change-list';
import { DifferenceList } from '../ui/difference-list';
import { FindingList } from '../ui/finding-list';
import { AmendmentStore } from './amendment-store';
import type { StepQuestion } from './step-dialog';
import type { TextQuestion } from './text-dialog';

/** One amendment: where it stands and what can be done next, its changes, and what they change side by side. */
@Component({
  selector: 'office-amendment-page',
  imports: [
    ActionButton,
    Card,
    ChangeList,
    DemoBadge,
    DifferenceList,
    DueDate,
    EmptyState,
    ErrorState,
    FindingList,
    HistoryList,
    LifeLine,
    MatButton,
    PageHeader,
    PlainDatePipe,
    Skeleton,
    StatusChip,
  ],
  providers: [AmendmentStore],
  templateUrl: './amendment-page.html',
  styleUrl: './amendment-page.scss',
})
export class AmendmentPage {
  readonly #dialogs = inject(Dialogs);
  readonly projectId = input.required<string>();
  protected readonly store = inject(AmendmentStore);
  protected readonly blockedHeading = $localize`:@@amendment.inTheWay:What stands in the way`;
  protected readonly warningHeading = $localize`:@@amendment.warnings:Worth a look`;
  protected readonly none = $localize`:@@difference.none:–`;

  protected readonly crumbs = computed<readonly Crumb[]>(() => [
    { label: $localize`:@@amendments.heading:Amendments`, link: ['/p', this.projectId(), 'amendments'] },
    { label: this.number() },
  ]);
  protected readonly number = computed(() => {
    const view = this.store.page.data();
    if (view?.label) return $localize`:@@amendment.number:Amendment ${view.label}:number:`;
    return view?.state === 'draft'
      ? $localize`:@@amendment.draftName:Draft`
      : $localize`:@@amendment.unnumbered:Amendment without a number`;
  });

  protected readonly beforeLabel = computed(() =>
    this.store.page.data()?.state === 'accepted'
      ? $localize`:@@difference.beforeIt:Agreement before it`
      : $localize`:@@difference.before:Agreement in force`,
  );

  protected add(): Promise<void> {
    return this.#change(null);
  }

  protected edit(change: PlanChange): Promise<void> {
    return this.#change(change);
  }

  protected async takeOut(change: PlanChange): Promise<void> {
    const sure = await this.#dialogs.confirm({
      title: $localize`:@@amendment.takeOutTitle:Take this change out?`,
      text: $localize`:@@amendment.takeOutText:The other changes of the draft stay.`,
      action: $localize`:@@amendment.takeOut:Take it out`,
    });
    if (sure) await this.store.takeOut(change);
  }

  protected async editText(view: AmendmentView): Promise<void> {
    const { title, justification } = view;
    this.store.begin(view);
    const question: TextQuestion<AmendmentView> = {
      text: { title, justification },
      isNew: false,
      save: (text) => this.store.saveText(text),
    };
    await this.#dialogs.open(async () => (await import('./text-dialog')).TextDialog, question, { width: '620px' });
  }

  /** A step with a form, or one that only wants to be confirmed. */
  protected async take(action: StepAction, view: AmendmentView): Promise<void> {
    this.store.begin(view);
    if (action === 'withdraw' || action === 'reopen') return this.#takePlainly(action);
    const question: StepQuestion = { action, view, today: this.store.today(), save: (body) => this.store.take(action, body) };
    await this.#dialogs.open(async () => (await import('./step-dialog')).StepDialog, question);
  }

  async #takePlainly(action: 'withdraw' | 'reopen'): Promise<void> {
    const withdraw = action === 'withdraw';
    const sure = await this.#dialogs.confirm({
      title: withdraw ? $localize`:@@amendment.withdrawTitle:Withdraw this amendment?` : $localize`:@@amendment.reopenTitle:Open it again?`,
      text: withdraw
        ? $localize`:@@amendment.withdrawText:It stays readable and cannot be taken up again.`
        : $localize`:@@amendment.reopenText:It becomes a draft on the plan as agreed now; approval, check and submission start anew.`,
      action: withdraw ? $localize`:@@amendmentStep.withdraw:Withdraw` : $localize`:@@amendmentStep.reopen:Open again as a draft`,
    });
    if (!sure) return;
    const done = withdraw ? $localize`:@@amendment.withdrawnNow:Withdrawn` : $localize`:@@amendment.reopenedNow:It is a draft again`;
    await this.store.takePlainly(action, done);
  }

  async #change(original: PlanChange | null): Promise<void> {
    const task: ChangeTask = {
      target: 'draft',
      changes: this.store.changes,
      original,
      save: (change) => this.store.putChange(original, change),
    };
    await this.#dialogs.open(async () => (await import('../feature-change/plan-change-dialog')).PlanChangeDialog, task, { width: '680px' });
  }
}
