import { NgTemplateOutlet } from '@angular/common';
import { afterRenderEffect, Component, computed, DOCUMENT, inject, untracked, viewChild } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import type { TaskPartSummary, TaskPartView } from '@office/contracts';
import { Card } from '../../../shared/ui-card/card';
import { DemoBadge } from '../../../shared/ui-demo-badge/demo-badge';
import { EmptyState } from '../../../shared/ui-empty-state/empty-state';
import { ErrorState } from '../../../shared/ui-error-state/error-state';
import { Icon } from '../../../shared/ui-icon/icon';
import { Menu } from '../../../shared/ui-menu/menu';
import { PageHeader } from '../../../shared/ui-page-header/page-header';
import { Skeleton } from '../../../shared/ui-skeleton/skeleton';
import { Dialogs } from '../../../shared/util-dialog/dialogs';
import { SessionStore } from '../../../shared/util-session/session-store';
import { Toasts } from '../../../shared/util-toast/toasts';
import { type Move, unmoved } from '../data/bar-move';
import { agreementWords, countWords } from '../data/count-words';
import { PLAN_VIEWS, type PlanAddress, type PlanView } from '../data/plan-address';
import type { PlanRow } from '../data/plan-rows';
import type { ChangeResult, ChangeSubject } from '../ui/change-dialog/change-subject';
import { PlanBoard } from '../ui/plan-board';
import { PlanLegend } from '../ui/plan-legend';
import { PlanTable } from '../ui/plan-table';
import { PlanTools } from '../ui/plan-tools';
import { RowLinks } from '../ui/depends-on/row-links';
import { RowPanel } from '../ui/row-panel';
import type { PartSubject } from '../ui/part-dialog/part-subject';
import type { StatusResult, StatusSubject } from '../ui/status-dialog/status-subject';
import { Timeline } from '../ui/timeline';
import { WorkPlanStore } from './work-plan-store';

const VIEW_WORDS: Readonly<Record<PlanView, string>> = {
  timeline: $localize`:@@plan.viewTimeline:Timeline`,
  table: $localize`:@@plan.viewTable:Table`,
  board: $localize`:@@plan.viewBoard:Board`,
};

@Component({
  selector: 'office-work-plan-page',
  imports: [
    ...[Card, DemoBadge, EmptyState, ErrorState, Icon, MatButton, Menu, NgTemplateOutlet, PageHeader, RouterLink, Skeleton],
    ...[PlanBoard, PlanLegend, PlanTable, PlanTools, RowLinks, RowPanel, Timeline],
  ],
  providers: [WorkPlanStore],
  templateUrl: './work-plan-page.html',
  styleUrls: ['../ui/plan-switch.scss', './work-plan-page.scss'],
})
export class WorkPlanPage {
  readonly #dialogs = inject(Dialogs);
  readonly #document = inject(DOCUMENT);
  readonly #session = inject(SessionStore);
  readonly #toasts = inject(Toasts);
  protected readonly store = inject(WorkPlanStore);
  protected readonly today = this.#session.today;
  protected readonly projectId = computed(() => this.#session.project()?.projectId ?? '');
  protected readonly demonstration = computed(() => this.store.works().some((work) => work.provenance === 'demonstration'));
  protected readonly subtitle = computed(() => `${countWords(this.store.works())} · ${agreementWords(this.store.agreement())}`);
  protected readonly views = PLAN_VIEWS.map((id) => ({ id, word: VIEW_WORDS[id] }));
  protected readonly parameters = (part: Partial<PlanAddress>) => this.store.parametersWith(part);
  protected readonly wholePlan = { year: null, partner: null, workPackage: null, state: null, text: '' } as const;
  private readonly timeline = viewChild(Timeline);
  private readonly table = viewChild(PlanTable);
  private readonly board = viewChild(PlanBoard);

  constructor() {
    let shown = '';
    afterRenderEffect(() => {
      const { row, view } = this.store.address();
      const place = `${view} ${row ?? ''}`;
      if (this.store.page.data() === undefined || place === shown) return;
      shown = place;
      const asked = row === this.store.openedHere ? undefined : untracked(this.store.askedRow);
      if (asked) (view === 'timeline' ? this.timeline() : view === 'table' ? this.table() : this.board())?.show(asked.id);
    });
  }

  protected async update(row: PlanRow): Promise<void> {
    const { kind, id, number, title, status } = row;
    const load = async () => (await import('../ui/status-dialog/status-dialog')).StatusDialog;
    const result = await this.#dialogs.open<StatusResult>(load, { kind, id, number, title, status } satisfies StatusSubject);
    if (result) this.store.saved(result);
  }

  protected async openPart({ id: taskId, number, title }: PlanRow, { beneficiary }: TaskPartSummary): Promise<void> {
    const load = async () => (await import('../ui/part-dialog/part-dialog')).PartDialog;
    const subject = { taskId, number, title, beneficiary } satisfies PartSubject;
    if ((await this.#dialogs.open<TaskPartView>(load, subject, { width: '560px' })) === undefined) return;
    // The task's figures and its work package's follow from the part.
    this.store.page.reload();
    this.store.diary.reload();
  }

  protected planChange(row: PlanRow): void {
    void this.plan(unmoved(row));
  }

  /** Asks what a change of months needs; nothing is written before the person says so there. */
  protected async plan(move: Move): Promise<void> {
    const load = async () => (await import('../ui/change-dialog/change-dialog')).ChangeDialog;
    const [start, durationMonths] = [this.store.start(), this.store.durationMonths()];
    const result = await this.#dialogs.open<ChangeResult>(load, { move, start, durationMonths } satisfies ChangeSubject, {
      width: '580px',
    });
    if (result === 'applied') this.store.page.reload();
  }

  protected fileAddress(kind: 'xlsx' | 'pdf'): string {
    return `/api/projects/${this.projectId()}/work-plan/export.${kind}${this.store.exportQuery()}`;
  }

  protected print(): void {
    this.#document.defaultView?.print();
  }

  protected here(): string {
    return this.#document.location.href;
  }

  protected async copy(link: string): Promise<void> {
    try {
      await this.#document.defaultView?.navigator.clipboard.writeText(link);
      this.#toasts.show($localize`:@@plan.copied:The link is copied`);
    } catch {
      // Without a clipboard (an old browser, no permission) the link can still be taken from the message.
      this.#toasts.show(link, 'problem');
    }
  }
}
