import type { DeliverableType, DisseminationLevel } from '../deliverables/deliverable.js';
import type { PlainDate } from '../kernel/plain-date.js';
import type { ProjectMonth } from '../kernel/project-month.js';
import type { PlanDeliverable, PlanMilestone, PlanPeriod, PlanTask, PlanWorkPackage } from './plan.js';

/** A work package, task, deliverable or milestone by its id. */
interface Of {
  id: string;
}
/** Its place among its siblings (of the same work package), from 0; beyond the end is the end. */
interface Place {
  position: number;
}
interface Months {
  startMonth: ProjectMonth;
  endMonth: ProjectMonth;
}

/** The project as a whole. A new duration moves the end of the last reporting period along. */
export type ProjectChange =
  | { kind: 'project.start-date'; startDate: PlainDate }
  | { kind: 'project.duration'; durationMonths: number }
  | { kind: 'project.reporting-periods'; periods: PlanPeriod[] };

/** An added row brings its own id (a new uuid), so that changes after it in the list can name it. */
export type WorkPackageChange =
  | { kind: 'work-package.add'; row: PlanWorkPackage }
  | ({ kind: 'work-package.remove' } & Of)
  | ({ kind: 'work-package.retitle'; title: string } & Of)
  | ({ kind: 'work-package.objectives'; objectives: string } & Of)
  | ({ kind: 'work-package.months' } & Of & Months)
  | ({ kind: 'work-package.lead'; leadId: string } & Of)
  | ({ kind: 'work-package.renumber'; number: string } & Of)
  | ({ kind: 'work-package.reorder' } & Of & Place);

export type TaskChange =
  | { kind: 'task.add'; row: PlanTask }
  | ({ kind: 'task.remove' } & Of)
  | ({ kind: 'task.retitle'; title: string } & Of)
  | ({ kind: 'task.months' } & Of & Months)
  | ({ kind: 'task.lead'; leadId: string } & Of)
  | ({ kind: 'task.participants'; participantIds: string[] } & Of)
  | ({ kind: 'task.move'; workPackageId: string; number: string } & Of)
  /** The task ends with `lastMonth`; a second one with the same people goes on to its old end. */
  | ({ kind: 'task.split'; lastMonth: ProjectMonth; newId: string; newNumber: string; newTitle: string } & Of)
  | ({ kind: 'task.renumber'; number: string } & Of)
  | ({ kind: 'task.reorder' } & Of & Place);

export type DeliverableChange =
  | { kind: 'deliverable.add'; row: PlanDeliverable }
  | ({ kind: 'deliverable.remove' } & Of)
  | ({ kind: 'deliverable.retitle'; title: string } & Of)
  | ({ kind: 'deliverable.type'; type: DeliverableType } & Of)
  | ({ kind: 'deliverable.level'; disseminationLevel: DisseminationLevel } & Of)
  | ({ kind: 'deliverable.due'; dueMonth: ProjectMonth } & Of)
  | ({ kind: 'deliverable.lead'; leadId: string } & Of)
  | ({ kind: 'deliverable.contributors'; contributorIds: string[] } & Of)
  | ({ kind: 'deliverable.move'; workPackageId: string; number: string } & Of)
  | ({ kind: 'deliverable.renumber'; number: string } & Of)
  | ({ kind: 'deliverable.reorder' } & Of & Place);

export type MilestoneChange =
  | { kind: 'milestone.add'; row: PlanMilestone }
  | ({ kind: 'milestone.remove' } & Of)
  | ({ kind: 'milestone.retitle'; title: string } & Of)
  | ({ kind: 'milestone.due'; dueMonth: ProjectMonth } & Of)
  | ({ kind: 'milestone.means'; meansOfVerification: string } & Of)
  | ({ kind: 'milestone.lead'; leadId: string } & Of)
  | ({ kind: 'milestone.work-packages'; workPackageIds: string[] } & Of)
  | ({ kind: 'milestone.renumber'; number: string } & Of)
  | ({ kind: 'milestone.reorder' } & Of & Place);

/** One intended change of the plan. Changes in a list are done in its order, all or none. */
export type PlanChange = ProjectChange | WorkPackageChange | TaskChange | DeliverableChange | MilestoneChange;
export type PlanChangeKind = PlanChange['kind'];
