import { Injectable } from '@nestjs/common';
import type { ReportsView, ReportView } from '@office/contracts';
import {
  can,
  isReportEditable,
  reportFacts,
  reportMachine,
  step,
  type ReportAction,
  type ReportEvent,
  type ReportState,
} from '@office/domain';
import { Clock } from '../../core/clock/clock.js';
import { Transactions, type Transaction } from '../../core/database/transaction.js';
import type { ProjectActor } from '../../core/http/access.js';
import { ProblemError } from '../../core/http/problem.js';
import { ClaimsOnTheWay } from './claims-on-the-way.js';
import { Report, reportsView } from './reports.mapper.js';
import { ReportsRepository } from './reports.repository.js';
import type { ReportsRow } from './reports.rows.js';

@Injectable()
export class ReportsService {
  constructor(
    private readonly repository: ReportsRepository,
    private readonly claims: ClaimsOnTheWay,
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {}

  async reports(actor: ProjectActor): Promise<ReportsView> {
    const row = await this.repository.reports(actor.projectId, this.clock.now());
    if (row === null) throw new ProblemError('not-found');
    return reportsView(row, this.clock.today(row.deadlineTimeZone));
  }

  async report(actor: ProjectActor, periodId: string): Promise<ReportView> {
    return this.reportOf(await this.repository.reports(actor.projectId, this.clock.now()), periodId).view();
  }

  /** The report under its lock, for what is written into it. */
  async open(t: Transaction, actor: ProjectActor, periodId: string): Promise<Report> {
    return this.reportOf(await this.repository.lock(t, actor.projectId, periodId, this.clock.now()), periodId);
  }

  /** One step of the report's life; `returnReason` is EACEA's, when it sends the report back. */
  async take(actor: ProjectActor, periodId: string, seen: number, action: ReportAction, returnReason = ''): Promise<ReportView> {
    const isWritten = await this.transactions.run(async (t) => {
      const report = await this.open(t, actor, periodId);
      if (report.period.version !== seen) return false;
      const { to, event } = this.rowOf(report, action);
      const { projectId, personId } = actor;
      const at = this.clock.now();
      await this.repository.write(t, {
        projectId,
        periodId,
        state: to,
        returnReason: reasonAfter(report, action, returnReason),
        at,
        personId,
      });
      this.publish(t, actor, report, event);
      await this.claims.follow(t, actor, report, action, at);
      return true;
    });
    const current = await this.report(actor, periodId);
    if (!isWritten) throw new ProblemError('precondition-failed', { current });
    return current;
  }

  /** Why a deliverable of this report is late, by who leads it or by the project coordinator. */
  async justify(actor: ProjectActor, periodId: string, deliverableId: string, seen: number, text: string): Promise<ReportView> {
    const isWritten = await this.transactions.run(async (t) => {
      const report = await this.open(t, actor, periodId);
      const deliverable = report.deliverables.find(({ id }) => id === deliverableId);
      if (deliverable === undefined) throw new ProblemError('not-found');
      const allowed = can(actor, 'deliverable.justify', { leadBeneficiaryId: deliverable.lead.id });
      if (!allowed.ok) throw new ProblemError('forbidden', { params: { permission: 'deliverable.justify', reason: allowed.reason } });
      const { state, number } = report.period;
      if (!isReportEditable(state)) throw new ProblemError('transition-refused', { params: { from: state, action: 'justify' } });
      if (report.justificationOf(deliverableId).version !== seen) return false;
      const { projectId, personId } = actor;
      const at = this.clock.now();
      await this.repository.justify(t, { projectId, periodId, deliverableId, text, at, personId });
      const subject = { kind: 'deliverable', id: deliverableId, label: `${deliverable.number} ${deliverable.title}` } as const;
      t.publish({ event: 'deliverable.justified', projectId, at, personId, subject, detail: { period: `RP${number}` } });
      return true;
    });
    const current = await this.report(actor, periodId);
    if (!isWritten) throw new ProblemError('precondition-failed', { current });
    return current;
  }

  private reportOf(row: ReportsRow | null, periodId: string): Report {
    const period = row?.periods.find(({ id }) => id === periodId);
    if (row === null || period === undefined) throw new ProblemError('not-found');
    return new Report(row, period, this.clock.today(row.deadlineTimeZone));
  }

  private rowOf(report: Report, action: ReportAction): { readonly to: ReportState; readonly event: ReportEvent } {
    const { state } = report.period;
    const taken = step(reportMachine, state, action, reportFacts(report.checks()));
    if (taken.ok) return taken.value;
    const fact = taken.reason.code === 'fact-missing' ? { fact: taken.reason.fact } : {};
    throw new ProblemError('transition-refused', { params: { from: state, action, ...fact } });
  }

  private publish(t: Transaction, { projectId, personId }: ProjectActor, { period }: Report, event: ReportEvent): void {
    const subject = { kind: 'report', id: period.id, label: `RP${period.number}` } as const;
    t.publish({ event, projectId, at: this.clock.now(), personId, subject, detail: {} });
  }
}

/** EACEA's reason stands until the report goes out again. */
function reasonAfter({ period }: Report, action: ReportAction, given: string): string {
  if (action === 'record-return') return given;
  return action === 'submit' ? '' : period.returnReason;
}
