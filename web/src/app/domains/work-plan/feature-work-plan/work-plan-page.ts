import { afterRenderEffect, Component, computed, DOCUMENT, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Card } from '../../../shared/ui-card/card';
import { DemoBadge } from '../../../shared/ui-demo-badge/demo-badge';
import { EmptyState } from '../../../shared/ui-empty-state/empty-state';
import { ErrorState } from '../../../shared/ui-error-state/error-state';
import { PageHeader } from '../../../shared/ui-page-header/page-header';
import { Skeleton } from '../../../shared/ui-skeleton/skeleton';
import { Dialogs } from '../../../shared/util-dialog/dialogs';
import { SessionStore } from '../../../shared/util-session/session-store';
import { countWords } from '../data/count-words';
import type { PlanRow } from '../data/plan-rows';
import { PlanLegend } from '../ui/plan-legend';
import { RowPanel } from '../ui/row-panel';
import type { StatusResult, StatusSubject } from '../ui/status-dialog/status-subject';
import { Timeline } from '../ui/timeline';
import { WorkPlanStore } from './work-plan-store';

@Component({
  selector: 'office-work-plan-page',
  imports: [Card, DemoBadge, EmptyState, ErrorState, PageHeader, PlanLegend, RouterLink, RowPanel, Skeleton, Timeline],
  providers: [WorkPlanStore],
  templateUrl: './work-plan-page.html',
  styleUrl: './work-plan-page.scss',
})
export class WorkPlanPage {
  readonly #dialogs = inject(Dialogs);
  readonly #document = inject(DOCUMENT);
  readonly #session = inject(SessionStore);
  protected readonly store = inject(WorkPlanStore);
  protected readonly today = this.#session.today;
  protected readonly projectId = computed(() => this.#session.project()?.projectId ?? '');
  protected readonly demonstration = computed(() => this.store.works().some((work) => work.provenance === 'demonstration'));
  protected readonly counts = computed(() => countWords(this.store.works()));

  constructor() {
    const asked = this.store.opened();
    const scrolling = afterRenderEffect(() => {
      if (this.store.page.data() === undefined) return;
      if (asked !== null) this.#document.getElementById(`plan-${asked}`)?.scrollIntoView({ block: 'center' });
      scrolling.destroy();
    });
  }

  protected async update(row: PlanRow): Promise<void> {
    const { kind, id, number, title, status } = row;
    const load = async () => (await import('../ui/status-dialog/status-dialog')).StatusDialog;
    const result = await this.#dialogs.open<StatusResult>(load, { kind, id, number, title, status } satisfies StatusSubject);
    if (result) this.store.saved(result);
  }
}
