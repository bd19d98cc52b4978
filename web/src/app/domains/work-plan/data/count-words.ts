import type { AgreementInForce, WorkPackagePlan } from '@office/contracts';
import { plural } from '../../../shared/util-locale/format';

/** "5 work packages · 20 tasks · 21 deliverables · 8 milestones"; a milestone of two work packages counts once. */
export function countWords(works: readonly WorkPackagePlan[]): string {
  const tasks = works.flatMap((work) => work.tasks).length;
  const deliverables = works.flatMap((work) => work.deliverables).length;
  const milestones = new Set(works.flatMap((work) => work.milestones.map((milestone) => milestone.id))).size;
  return [
    plural(works.length, {
      one: $localize`:@@plan.onePackage:1 work package`,
      other: $localize`:@@plan.packages:${works.length}:count: work packages`,
    }),
    plural(tasks, { one: $localize`:@@plan.oneTask:1 task`, other: $localize`:@@plan.tasks:${tasks}:count: tasks` }),
    plural(deliverables, {
      one: $localize`:@@plan.oneDeliverable:1 deliverable`,
      other: $localize`:@@plan.deliverables:${deliverables}:count: deliverables`,
    }),
    plural(milestones, {
      one: $localize`:@@plan.oneMilestone:1 milestone`,
      other: $localize`:@@plan.milestones:${milestones}:count: milestones`,
    }),
  ].join(' · ');
}

/** "baseline: agreement as signed · amendment 1 in force" */
export function agreementWords({ locked, amendment }: AgreementInForce): string {
  if (!locked) return $localize`:@@plan.agreementOpen:the agreement is not signed yet`;
  if (amendment === 0) return $localize`:@@plan.baseline:baseline: agreement as signed`;
  return $localize`:@@plan.baselineAmended:baseline: agreement as signed · amendment ${amendment}:number: in force`;
}
