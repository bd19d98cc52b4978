import { Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { isReportEditable } from '@office/domain';
import { ActionButton } from '../../../shared/ui-action-button/action-button';
import { Card } from '../../../shared/ui-card/card';
import { EmptyState } from '../../../shared/ui-empty-state/empty-state';
import { ErrorState } from '../../../shared/ui-error-state/error-state';
import { KpiCard } from '../../../shared/ui-kpi-card/kpi-card';
import { PageHeader } from '../../../shared/ui-page-header/page-header';
import { Skeleton } from '../../../shared/ui-skeleton/skeleton';
import { StatusChip } from '../../../shared/ui-status-chip/status-chip';
import { Time } from '../../../shared/ui-time/time';
import { SessionStore } from '../../../shared/util-session/session-store';
import { dateWords } from '../../../shared/util-time/words';
import { checkLines } from '../data/check-words';
import { offersOf } from '../data/report-steps';
import { countdownOf, deadlineWords, kindWords } from '../data/report-words';
import { CheckList } from '../ui/check-list';
import { ClaimsTable } from '../ui/claims-table';
import { DueDeliverables } from '../ui/due-deliverables';
import { DueMilestones } from '../ui/due-milestones';
import { DueWorkPackages } from '../ui/due-work-packages';
import { ClaimsStore } from './claims-store';
import { ReportsStore } from './reports-store';

/** Reporting periods: what each report needs, until when, and what is still missing before it can be locked. */
@Component({
  selector: 'office-reports-page',
  imports: [
    ActionButton,
    Card,
    CheckList,
    ClaimsTable,
    DueDeliverables,
    DueMilestones,
    DueWorkPackages,
    EmptyState,
    ErrorState,
    KpiCard,
    PageHeader,
    RouterLink,
    Skeleton,
    StatusChip,
    Time,
  ],
  providers: [ReportsStore, ClaimsStore],
  templateUrl: './reports-page.html',
  styleUrl: './reports-page.scss',
})
export class ReportsPage {
  readonly #session = inject(SessionStore);
  protected readonly store = inject(ReportsStore);
  /** Id of the period that is shown, from the address; the one that is next without it. */
  readonly report = input<string>();

  protected readonly tabs = computed(() =>
    (this.store.page.data()?.reports ?? []).map((one) => ({
      ...one,
      label: $localize`:@@reports.period:RP${one.number}:number:`,
      months: `M${one.fromMonth}–M${one.toMonth}`,
      chosen: one.id === this.shown()?.id,
    })),
  );
  protected readonly shown = computed(() => {
    const reports = this.store.page.data()?.reports ?? [];
    const chosen = reports.find(({ id }) => id === this.report());
    return chosen ?? reports.find(({ state }) => state !== 'accepted') ?? reports.at(-1);
  });
  protected readonly facts = computed(() => {
    const report = this.shown();
    return (
      report && {
        title: `${$localize`:@@reports.period:RP${report.number}:number:`} · ${kindWords(report.kind)}`,
        countdown: countdownOf(report, this.#session.today()),
        period: `${dateWords(report.startsOn)} – ${dateWords(report.endsOn)}`,
        deadline: deadlineWords(report.dueAt),
        checks: checkLines(report),
        editable: isReportEditable(report.state),
        offers: this.mayManage() ? offersOf(report) : [],
      }
    );
  });
  protected readonly mayManage = computed(() => this.#session.may('report.manage'));
  protected readonly projectId = computed(() => this.#session.project()?.projectId ?? '');
}
