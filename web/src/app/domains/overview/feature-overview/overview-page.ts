import { Component, computed, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { ActivityEntry } from '../../../shared/ui-activity/activity-entry';
import { Card } from '../../../shared/ui-card/card';
import { DemoBadge } from '../../../shared/ui-demo-badge/demo-badge';
import { EmptyState } from '../../../shared/ui-empty-state/empty-state';
import { ErrorState } from '../../../shared/ui-error-state/error-state';
import { KpiCard } from '../../../shared/ui-kpi-card/kpi-card';
import { PageHeader } from '../../../shared/ui-page-header/page-header';
import { ProgressBar } from '../../../shared/ui-progress-bar/progress-bar';
import { Skeleton } from '../../../shared/ui-skeleton/skeleton';
import { SessionStore } from '../../../shared/util-session/session-store';
import { figuresOf } from '../data/figures';
import { AttentionList } from '../ui/attention-list';
import { PartnerTable } from '../ui/partner-table';
import { StatePicture } from '../ui/state-picture';
import { WorkPackageTable } from '../ui/work-package-table';
import { OverviewStore } from './overview-store';

const FEWEST_ENTRIES = 4;
const MOST_ENTRIES = 7;

@Component({
  selector: 'office-overview-page',
  imports: [
    ActivityEntry,
    AttentionList,
    Card,
    DemoBadge,
    EmptyState,
    ErrorState,
    KpiCard,
    PageHeader,
    PartnerTable,
    ProgressBar,
    RouterLink,
    Skeleton,
    StatePicture,
    WorkPackageTable,
  ],
  providers: [OverviewStore],
  templateUrl: './overview-page.html',
  styleUrl: './overview-page.scss',
})
export class OverviewPage {
  readonly #session = inject(SessionStore);
  protected readonly store = inject(OverviewStore);
  protected readonly projectId = computed(() => this.#session.project()?.projectId ?? '');
  protected readonly title = computed(() => this.#session.project()?.title ?? '');
  protected readonly figures = computed(() => {
    const view = this.store.page.data();
    return view && figuresOf(view, this.#session.today());
  });
  protected readonly demonstration = computed(() => this.#session.project()?.demonstration ?? false);
  /** About as many as there are lines in the list beside it. */
  protected readonly activity = computed(() => {
    const view = this.store.page.data();
    return view?.activity.slice(0, Math.min(MOST_ENTRIES, Math.max(FEWEST_ENTRIES, view.attention.length - 1))) ?? [];
  });
}
