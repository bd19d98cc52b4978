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
import { can, checkWorkStatus, projectYears, touchesYear, yearOfMonth } from '@office/domain';
import { v7 as uuid } from 'uuid';
import { Clock } from '../../core/clock/clock.js';
import { Transactions } from '../../core/database/transaction.js';
import type { ProjectActor } from '../../core/http/access.js';
import { pageOf, Paging, type PageQuery } from '../../core/http/paging.js';
import { ProblemError } from '../../core/http/problem.js';
import { statusUpdateView, taskView, workPackagePlan, workPackageView } from './work-plan.mapper.js';
import { WorkPlanRepository, type WorkPackagePlanRow } from './work-plan.repository.js';
import { WORK_SUBJECTS, type WorkSubjectKind } from './work-subject.js';

@Injectable()
export class WorkPlanService {
  constructor(
    private readonly repository: WorkPlanRepository,
    private readonly transactions: Transactions,
    private readonly paging: Paging,
    private readonly clock: Clock,
  ) {}

  /** The plan of one project year, or of all; months outside of the year fall away, the work packages around them stay. */
  async plan(actor: ProjectActor, year: number | null): Promise<WorkPlanView> {
    const rows = await this.repository.plan(actor.projectId);
    const first = rows[0];
    if (!first) return { startDate: '', durationMonths: 0, years: 0, year, workPackages: [] };
    const { projectStart: startDate, durationMonths } = first;
    const inYear =
      year === null ? rows : rows.filter((row) => touchesYear(row.startMonth, row.endMonth, year)).map((row) => onlyYear(row, year));
    const today = this.clock.today(first.deadlineTimeZone);
    return {
      startDate,
      durationMonths,
      years: projectYears(durationMonths),
      year,
      workPackages: inYear.map((row) => workPackagePlan(row, today)),
    };
  }

  async workPackagePlan(actor: ProjectActor, id: string): Promise<WorkPackagePlan> {
    const row = found(await this.repository.workPackagePlan(actor.projectId, id));
    return workPackagePlan(row, this.clock.today(row.deadlineTimeZone));
  }

  async task(actor: ProjectActor, id: string): Promise<TaskView> {
    const { task, projectStart, deadlineTimeZone } = found(await this.repository.task(actor.projectId, id));
    return taskView(task, projectStart, this.clock.today(deadlineTimeZone));
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
      const { permission, event } = WORK_SUBJECTS[kind];
      const allowed = can(actor, permission, subject);
      if (!allowed.ok) throw new ProblemError('forbidden', { params: { permission, reason: allowed.reason } });
      if (subject.version !== seen) return false;
      const checked = checkWorkStatus(status);
      if (!checked.ok) throw new ProblemError('validation-failed', { errors: checked.reason });
      const { projectId, personId } = actor;
      const at = this.clock.now();
      await this.repository.writeStatus(t, kind, { id: uuid(), projectId, subjectId: id, status, at, personId });
      t.publish({
        event,
        projectId,
        at,
        personId,
        subject: { kind, id, label: `${subject.number} ${subject.title}` },
        detail: { state: status.state, progress: status.progress },
      });
      return true;
    });
    if (!written) throw new ProblemError('precondition-failed', { current: await current() });
  }
}

function found<T>(row: T | null): T {
  if (row === null) throw new ProblemError('not-found');
  return row;
}

const onlyYear = (row: WorkPackagePlanRow, year: number): WorkPackagePlanRow => ({
  ...row,
  tasks: row.tasks.filter((task) => touchesYear(task.startMonth, task.endMonth, year)),
  deliverables: row.deliverables.filter((deliverable) => yearOfMonth(deliverable.dueMonth) === year),
  milestones: row.milestones.filter((milestone) => yearOfMonth(milestone.dueMonth) === year),
});
