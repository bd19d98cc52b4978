import type { StatusUpdateView, TaskView, WorkPackagePlan, WorkPackageView, WorkStatusView } from '@office/contracts';
import { isLate, monthEnd, timelinessOf, type PlainDate } from '@office/domain';
import type { StatusUpdateRow, TaskRow, WorkPackagePlanRow, WorkPackageRow } from './work-plan.repository.js';

/** Instants inside JSON come in the database's spelling. */
const statusView = (status: WorkStatusView): WorkStatusView => ({
  ...status,
  updatedAt: status.updatedAt === null ? null : new Date(status.updatedAt).toISOString(),
});

export const taskView = (task: TaskRow, start: PlainDate, today: PlainDate): TaskView => ({
  ...task,
  timeliness: timelinessOf({ ...task, state: task.status.state }, start, today),
  status: statusView(task.status),
});

export function workPackageView(row: WorkPackageRow, today: PlainDate): WorkPackageView {
  const { id, number, title, objectives, lead, startMonth, endMonth, provenance, status } = row;
  const timeliness = timelinessOf({ startMonth, endMonth, state: status.state }, row.projectStart, today);
  return { id, number, title, objectives, lead, startMonth, endMonth, provenance, timeliness, status: statusView(status) };
}

export function workPackagePlan(row: WorkPackagePlanRow, today: PlainDate): WorkPackagePlan {
  const start = row.projectStart;
  return {
    ...workPackageView(row, today),
    tasks: row.tasks.map((task) => taskView(task, start, today)),
    deliverables: row.deliverables.map((deliverable) => {
      const dueOn = monthEnd(start, deliverable.dueMonth);
      return { ...deliverable, dueOn, late: isLate(deliverable.state, dueOn, today) };
    }),
    milestones: row.milestones.map((milestone) => ({ ...milestone, dueOn: monthEnd(start, milestone.dueMonth) })),
  };
}

export const statusUpdateView = ({ total: _, at, ...row }: StatusUpdateRow): StatusUpdateView => ({ ...row, at: at.toISOString() });
