import type { TaskView, WorkPackageView, WorkPlanView } from '@office/contracts';

type Written = TaskView | WorkPackageView;

/** The plan with the answer of a status update put in its place. */
export function withStatus(plan: WorkPlanView, written: Written): WorkPlanView {
  const standing = { status: written.status, timeliness: written.timeliness };
  const put = <T extends { id: string }>(row: T): T => (row.id === written.id ? { ...row, ...standing } : row);
  return { ...plan, workPackages: plan.workPackages.map((work) => ({ ...put(work), tasks: work.tasks.map(put) })) };
}
