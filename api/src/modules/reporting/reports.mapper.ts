import type { JustificationView, ReportDeliverable, ReportsView, ReportView, ReportWorkPackage } from '@office/contracts';
import {
  endOfDay,
  isLate,
  isWithEacea,
  lockChecks,
  monthEnd,
  monthStart,
  reportDueDate,
  tellingPeriod,
  timelinessOf,
  workPackageTimeliness,
  type LockCheck,
  type PlainDate,
} from '@office/domain';
import { milestoneView } from '../milestones/milestones.mapper.js';
import { claimsOf, type Claim } from './claims.mapper.js';
import type { DueDeliverableRow, DueWorkPackageRow, PeriodRow, ReportsRow } from './reports.rows.js';

const iso = (instant: string | null): string | null => (instant === null ? null : new Date(instant).toISOString());

const UNWRITTEN: JustificationView = { text: '', version: 0, updatedAt: null, updatedBy: null };

/** One report: what it has to tell of, and what is still missing before it can be locked. */
export class Report {
  constructor(
    private readonly project: ReportsRow,
    readonly period: PeriodRow,
    readonly today: PlainDate,
  ) {}

  /** The last report of the project, the only one that knows partial completion. */
  get isLast(): boolean {
    return this.project.periods.at(-1)?.id === this.period.id;
  }

  get claims(): Claim[] {
    return claimsOf(this.project, this.period.id);
  }

  get deliverables(): DueDeliverableRow[] {
    return this.project.deliverables.filter(({ dueMonth, state }) => this.tells(dueMonth, !isWithEacea(state)));
  }

  get milestones(): ReportsRow['milestones'] {
    return this.project.milestones.filter(({ dueMonth, state }) => this.tells(dueMonth, state !== 'achieved'));
  }

  get workPackages(): DueWorkPackageRow[] {
    return this.project.workPackages.filter(({ endMonth, state }) => this.tells(endMonth, state !== 'done'));
  }

  checks(): LockCheck[] {
    const deliverables = this.deliverables.map((row) => ({ ...row, justification: this.justificationOf(row.id).text }));
    const content = { deliverables, milestones: this.milestones, workPackages: this.workPackages };
    return lockChecks(this.period, content, this.project.startDate, this.today);
  }

  justificationOf(deliverableId: string): JustificationView {
    const written = this.period.justifications.find((one) => one.deliverableId === deliverableId);
    if (written === undefined) return UNWRITTEN;
    const { text, version, updatedAt, updatedBy } = written;
    return { text, version, updatedAt: iso(updatedAt), updatedBy };
  }

  view(): ReportView {
    const { startDate, deadlineTimeZone } = this.project;
    const { daysToReport, justifications: _, ...period } = this.period;
    const dueOn = reportDueDate(startDate, period.toMonth, daysToReport);
    return {
      ...period,
      firstLockedAt: iso(period.firstLockedAt),
      submittedAt: iso(period.submittedAt),
      updatedAt: iso(period.updatedAt),
      startsOn: monthStart(startDate, period.fromMonth),
      endsOn: monthEnd(startDate, period.toMonth),
      dueOn,
      dueAt: endOfDay(deadlineTimeZone, dueOn).toISOString(),
      deliverables: this.deliverables.map((row) => this.deliverableView(row)),
      milestones: this.milestones.map((row) => milestoneView(row, startDate, this.today)),
      workPackages: this.workPackages.map((row) => this.workPackageView(row)),
      claims: this.claims.map((claim) => claim.view()),
      checks: this.checks(),
    };
  }

  private tells(month: number, isOpen: boolean): boolean {
    return tellingPeriod(month, isOpen, this.project.periods)?.number === this.period.number;
  }

  private deliverableView({ workPackageId: _, ...row }: DueDeliverableRow): ReportDeliverable {
    const dueOn = monthEnd(this.project.startDate, row.dueMonth);
    return { ...row, dueOn, late: isLate(row.state, dueOn, this.today), justification: this.justificationOf(row.id) };
  }

  private workPackageView({ tasks, narrative: _, startMonth, ...row }: DueWorkPackageRow): ReportWorkPackage {
    const { startDate, deliverables } = this.project;
    const own = timelinessOf({ ...row, startMonth }, startDate, this.today);
    const inside = deliverables.filter(({ workPackageId }) => workPackageId === row.id);
    const timeliness = workPackageTimeliness(own, {
      tasks: tasks.map((task) => timelinessOf(task, startDate, this.today)),
      deliverablesLate: inside.map(({ state, dueMonth }) => isLate(state, monthEnd(startDate, dueMonth), this.today)),
    });
    return { ...row, endsOn: monthEnd(startDate, row.endMonth), timeliness };
  }
}

export const reportsView = (row: ReportsRow, today: PlainDate): ReportsView => ({
  startDate: row.startDate,
  durationMonths: row.durationMonths,
  currency: row.currency,
  reports: row.periods.map((period) => new Report(row, period, today).view()),
});
