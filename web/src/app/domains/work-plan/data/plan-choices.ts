import type { WorkPackagePlan } from '@office/contracts';

/** Short names of all who take part in the plan, leads and participants, in alphabetical order. */
export function partnersOf(works: readonly WorkPackagePlan[]): string[] {
  const names = works.flatMap((work) => [
    work.lead.shortName,
    ...work.tasks.flatMap((task) => [task.lead.shortName, ...task.participants]),
    ...[...work.deliverables, ...work.milestones].map(({ lead }) => lead.shortName),
  ]);
  return [...new Set(names)].sort((a, b) => a.localeCompare(b));
}

/** "WP2 Overview on Erasmus+", by number. */
export const workPackageChoices = (works: readonly WorkPackagePlan[]): { number: string; name: string }[] =>
  works.map(({ number, title }) => ({ number, name: `${number} ${title}` }));
