import type { Plan } from './plan.js';
import type { PlanChange } from './plan-change.js';

/** A work package that a change touches, and the field of the change that names it. */
interface Touched {
  readonly field: string;
  readonly workPackageId: string | undefined;
}

function touchedBy(change: PlanChange, plan: Plan): Touched[] {
  switch (change.kind) {
    case 'task.add':
    case 'deliverable.add':
      return [{ field: 'row.workPackageId', workPackageId: change.row.workPackageId }];
    case 'task.move':
    case 'deliverable.move':
      return [...homeOf(change, plan), { field: 'workPackageId', workPackageId: change.workPackageId }];
    // Order is ours, who contributes is agreed among partners, and a milestone is no work.
    case 'work-package.add':
    case 'work-package.reorder':
    case 'task.reorder':
    case 'deliverable.reorder':
    case 'deliverable.contributors':
      return [];
    default:
      return change.kind.startsWith('project.') || change.kind.startsWith('milestone.') ? [] : homeOf(change, plan);
  }
}

/** The work package that a row belongs to, or is. */
function homeOf(change: PlanChange, { workPackages, tasks, deliverables }: Plan): Touched[] {
  if (!('id' in change)) return [];
  const row = [...tasks, ...deliverables].find(({ id }) => id === change.id);
  return [{ field: 'id', workPackageId: row?.workPackageId ?? workPackages.find(({ id }) => id === change.id)?.id }];
}

/** The field of the change, and the number of the work package. */
export interface AcceptedWork {
  readonly field: string;
  readonly row: string;
}

/**
 * What of a change would touch a work package which EACEA accepted or paid, or null: that is not possible, not
 * even by an amendment (handbook 1.8).
 */
export function touchedAcceptedWork(change: PlanChange, plan: Plan, acceptedIds: readonly string[]): AcceptedWork | null {
  const touched = touchedBy(change, plan).find(({ workPackageId }) => workPackageId !== undefined && acceptedIds.includes(workPackageId));
  if (touched === undefined) return null;
  return { field: touched.field, row: plan.workPackages.find(({ id }) => id === touched.workPackageId)?.number ?? '' };
}
