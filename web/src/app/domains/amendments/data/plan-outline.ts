import type { Plan, PlanTask, PlanWorkPackage } from '@office/domain';
import { dueWords, spanWords } from '../../work-plan/data/months';

/** A row of the plan as it is read, not edited. */
export interface OutlineRow {
  readonly id: string;
  readonly number: string;
  readonly title: string;
  readonly lead: string;
  readonly when: string;
  /** Stands under a work package. */
  readonly inner: boolean;
}

/** The plan in its order: each work package with its tasks and deliverables, then the milestones. */
export function planOutline(
  { startDate, workPackages, tasks, deliverables, milestones }: Plan,
  name: (id: string) => string,
): OutlineRow[] {
  const spanned = ({ id, number, title, leadId, startMonth, endMonth }: PlanWorkPackage | PlanTask, inner: boolean): OutlineRow => ({
    id,
    number,
    title,
    lead: name(leadId),
    when: spanWords(startDate, startMonth, endMonth),
    inner,
  });
  const due = (
    { id, number, title, leadId, dueMonth }: Plan['deliverables'][number] | Plan['milestones'][number],
    inner: boolean,
  ): OutlineRow => ({
    id,
    number,
    title,
    lead: name(leadId),
    when: dueWords(startDate, dueMonth),
    inner,
  });
  return [
    ...workPackages.flatMap((workPackage) => [
      spanned(workPackage, false),
      ...tasks.filter(({ workPackageId }) => workPackageId === workPackage.id).map((task) => spanned(task, true)),
      ...deliverables.filter(({ workPackageId }) => workPackageId === workPackage.id).map((row) => due(row, true)),
    ]),
    ...milestones.map((milestone) => due(milestone, false)),
  ];
}
