import type { StatusUpdateView, TaskView, WorkPackagePlan, WorkPackageView, WorkStatusView } from '@office/contracts';
import { isLate, isWithEacea, monthEnd, timelinessOf, workPackageTimeliness, type PlainDate, type PlannedRow } from '@office/domain';
import { milestoneView } from '../milestones/milestones.mapper.js';
import type { StatusUpdateRow, TaskRow, WorkPackagePlanRow, WorkPackageRow } from './work-plan.repository.js';

/** Instants inside JSON come in the database's spelling. */
const statusView = (status: WorkStatusView): WorkStatusView => ({
  ...status,
  updatedAt: status.updatedAt === null ? null : new Date(status.updatedAt).toISOString(),
});

/** Months by which each row slips, by its id. */
type Slips = ReadonlyMap<string, number>;

/** Tasks and deliverables of a whole plan, as the slip is reckoned from them. */
export const plannedRows = (rows: readonly WorkPackagePlanRow[]): PlannedRow[] =>
  rows.flatMap(({ tasks, deliverables }) => [
    ...tasks.map(({ id, startMonth, endMonth, status: { state }, dependsOn }) => {
      return { id, startMonth, endMonth, started: state !== 'not-started', finished: state === 'done', dependsOn };
    }),
    ...deliverables.map(({ id, dueMonth, state, dependsOn }) => {
      return { id, startMonth: dueMonth, endMonth: dueMonth, started: state !== 'planned', finished: isWithEacea(state), dependsOn };
    }),
  ]);

export const taskView = (task: TaskRow, start: PlainDate, today: PlainDate, slips: Slips): TaskView => ({
  ...task,
  timeliness: timelinessOf({ ...task, state: task.status.state }, start, today),
  status: statusView(task.status),
  slipMonths: slips.get(task.id) ?? 0,
});

export function workPackageView(row: WorkPackageRow, today: PlainDate): WorkPackageView {
  const { id, number, title, objectives, lead, startMonth, endMonth, provenance, status, projectStart, baseline, added } = row;
  const own = timelinessOf({ startMonth, endMonth, state: status.state }, projectStart, today);
  const timeliness = workPackageTimeliness(own, {
    tasks: row.tasks.map((task) => timelinessOf({ ...task, state: task.status.state }, projectStart, today)),
    deliverablesLate: row.deliverables.map(({ state, dueMonth }) => isLate(state, monthEnd(projectStart, dueMonth), today)),
  });
  return { id, number, title, objectives, lead, startMonth, endMonth, provenance, baseline, added, timeliness, status: statusView(status) };
}

export function workPackagePlan(row: WorkPackagePlanRow, today: PlainDate, slips: Slips): WorkPackagePlan {
  const start = row.projectStart;
  return {
    ...workPackageView(row, today),
    tasks: row.tasks.map((task) => taskView(task, start, today, slips)),
    deliverables: row.deliverables.map((deliverable) => {
      const dueOn = monthEnd(start, deliverable.dueMonth);
      return { ...deliverable, dueOn, late: isLate(deliverable.state, dueOn, today), slipMonths: slips.get(deliverable.id) ?? 0 };
    }),
    milestones: row.milestones.map((milestone) => milestoneView(milestone, start, today)),
  };
}

export const statusUpdateView = ({ total: _, at, ...row }: StatusUpdateRow): StatusUpdateView => ({ ...row, at: at.toISOString() });
