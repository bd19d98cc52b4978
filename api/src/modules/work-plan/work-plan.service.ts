import { Injectable } from '@nestjs/common';
import type {
  Page,
  StatusUpdateView,
  TaskView,
  WorkPackagePlan,
  WorkPackageView,
  WorkPlanView,
  WorkStatusRequest,
} from '@office/contracts';
import {
  can,
  projectYears,
  settleStatus,
  slipMonths,
  touchesYear,
  WORK_PERMISSIONS,
  workStep,
  yearOfMonth,
  type SettledStatus,
  type Standing,
  type WorkEvent,
  type WorkState,
  type WorkSubjectKind,
} from '@office/domain';
import { v7 as uuid } from 'uuid';
import { Clock } from '../../core/clock/clock.js';
import { Transactions } from '../../core/database/transaction.js';
import type { ProjectActor } from '../../core/http/access.js';
import { pageOf, Paging, type PageQuery } from '../../core/http/paging.js';
import { found } from '../../core/http/found.js';
import { ProblemError } from '../../core/http/problem.js';
import { plannedRows, statusUpdateView, taskView, workPackagePlan, workPackageView } from './work-plan.mapper.js';
import { Standings } from './standings.js';
import { WorkPlanRepository } from './work-plan.repository.js';

@Injectable()
export class WorkPlanService {
  constructor(
    private readonly repository: WorkPlanRepository,
    private readonly transactions: Transactions,
    private readonly paging: Paging,
    private readonly clock: Clock,
    private readonly standings: Standings,
  ) {}

  /** The plan of one project year, or of all; months outside of the year fall away, the work packages around them stay. */
  async plan(actor: ProjectActor, year: number | null): Promise<WorkPlanView> {
    const rows = await this.repository.plan(actor.projectId);
    const first = rows[0];
    if (!first) return { startDate: '', durationMonths: 0, years: 0, year, agreement: { locked: false, amendment: 0 }, workPackages: [] };
    const { projectStart: startDate, durationMonths } = first;
    const today = this.clock.today(first.deadlineTimeZone);
    const slips = slipMonths(plannedRows(rows), startDate, today);
    const plans = rows.map((row) => workPackagePlan(row, today, slips));
    return {
      startDate,
      durationMonths,
      years: projectYears(durationMonths),
      year,
      agreement: first.agreement,
      workPackages:
        year === null
          ? plans
          : plans.filter((plan) => touchesYear(plan.startMonth, plan.endMonth, year)).map((plan) => onlyYear(plan, year)),
    };
  }

  async workPackagePlan(actor: ProjectActor, id: string): Promise<WorkPackagePlan> {
    const row = found(await this.repository.workPackagePlan(actor.projectId, id));
    const today = this.clock.today(row.deadlineTimeZone);
    const { dependentRows, ...plan } = row;
    return workPackagePlan(plan, today, slipMonths(dependentRows, row.projectStart, today));
  }

  async task(actor: ProjectActor, id: string): Promise<TaskView> {
    const { task, projectStart, deadlineTimeZone, dependentRows } = found(await this.repository.task(actor.projectId, id));
    const today = this.clock.today(deadlineTimeZone);
    return taskView(task, projectStart, today, slipMonths(dependentRows, projectStart, today));
  }

  async statusUpdates(actor: ProjectActor, kind: WorkSubjectKind, id: string, query: PageQuery): Promise<Page<StatusUpdateView>> {
    const page = this.paging.boundsOf(query);
    const rows = await this.repository.statusUpdates(actor.projectId, kind, id, page);
    found(rows[0] ?? null);
    return pageOf(rows, page, statusUpdateView);
  }

  async updateWorkPackageStatus(actor: ProjectActor, id: string, seen: number, status: WorkStatusRequest): Promise<WorkPackageView> {
    const current = (): Promise<WorkPackageView> => this.workPackage(actor, id);
    await this.update('work-package', actor, id, seen, status, current);
    return current();
  }

  async updateTaskStatus(actor: ProjectActor, id: string, seen: number, status: WorkStatusRequest): Promise<TaskView> {
    const current = (): Promise<TaskView> => this.task(actor, id);
    await this.update('task', actor, id, seen, status, current);
    return current();
  }

  private async workPackage(actor: ProjectActor, id: string): Promise<WorkPackageView> {
    const row = found(await this.repository.workPackage(actor.projectId, id));
    return workPackageView(row, this.clock.today(row.deadlineTimeZone));
  }

  private async update(
    kind: WorkSubjectKind,
    actor: ProjectActor,
    id: string,
    seen: number,
    status: WorkStatusRequest,
    current: () => Promise<unknown>,
  ): Promise<void> {
    const written = await this.transactions.run(async (t) => {
      const subject = found(await this.repository.lockSubject(t, kind, actor.projectId, id));
      const permission = WORK_PERMISSIONS[kind];
      const allowed = can(actor, permission, subject);
      if (!allowed.ok) throw new ProblemError('forbidden', { params: { permission, reason: allowed.reason } });
      if (subject.version !== seen) return false;
      const settled = settledOrRefuse(status, subject.derived);
      const event = eventOf(kind, subject.state, settled);
      const { projectId, personId } = actor;
      const at = this.clock.now();
      const { trafficLight = subject.trafficLight, nextSteps = subject.nextSteps } = kind === 'task' ? subject : status;
      const kept = { ...settled, trafficLight, nextSteps };
      t.publish({
        event,
        projectId,
        at,
        personId,
        subject: { kind, id, label: `${subject.number} ${subject.title}` },
        detail: detailOf(kept),
      });
      await Promise.all([
        this.repository.writeStatus(t, kind, { id: uuid(), projectId, subjectId: id, status: kept, at, personId }),
        kind === 'task' ? this.standings.refreshWorkPackages(t, projectId, [subject.workPackageId], { at, personId }) : null,
      ]);
      return true;
    });
    if (!written) throw new ProblemError('precondition-failed', { current: await current() });
  }
}

function settledOrRefuse(status: WorkStatusRequest, derived: Standing): SettledStatus {
  const settled = settleStatus(status, derived);
  if (!settled.ok) throw new ProblemError('validation-failed', { errors: settled.reason });
  return settled.value;
}

/** What the machine tells of the step that a settled status is. */
function eventOf(kind: WorkSubjectKind, from: WorkState, settled: SettledStatus): WorkEvent {
  const taken = workStep(kind, from, settled);
  if (taken.ok) return taken.value.event;
  const fact = taken.reason.code === 'fact-missing' ? { fact: taken.reason.fact } : {};
  throw new ProblemError('transition-refused', { params: { from, action: settled.state, ...fact } });
}

const detailOf = ({ state, progress, overrideReason }: SettledStatus): Record<string, string | number> => ({
  state,
  progress,
  ...(overrideReason === '' ? {} : { overridden: 'yes' }),
});

const onlyYear = (plan: WorkPackagePlan, year: number): WorkPackagePlan => ({
  ...plan,
  tasks: plan.tasks.filter((task) => touchesYear(task.startMonth, task.endMonth, year)),
  deliverables: plan.deliverables.filter((deliverable) => yearOfMonth(deliverable.dueMonth) === year),
  milestones: plan.milestones.filter((milestone) => yearOfMonth(milestone.dueMonth) === year),
});
