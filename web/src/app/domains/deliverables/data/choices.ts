import type { DeliverableRow, WorkPlanView } from '@office/contracts';

export interface Choice {
  readonly value: string;
  readonly word: string;
}

/** What can be chosen in the filters: work packages and leads that have deliverables. */
export interface Choices {
  readonly workPackages: readonly Choice[];
  readonly leads: readonly Choice[];
}

interface Facts {
  readonly workPackage: { readonly number: string; readonly title: string };
  readonly lead: { readonly shortName: string; readonly name: string };
}

function choicesFrom(facts: readonly Facts[]): Choices {
  const workPackages = new Map(facts.map(({ workPackage: { number, title } }) => [number, `${number} ${title}`]));
  const leads = new Map(facts.map(({ lead: { shortName, name } }) => [shortName, name]));
  const listed = (map: ReadonlyMap<string, string>): Choice[] => [...map].map(([value, word]) => ({ value, word }));
  return {
    workPackages: listed(workPackages).sort((a, b) => a.value.localeCompare(b.value, 'en', { numeric: true })),
    leads: listed(leads).sort((a, b) => a.word.localeCompare(b.word)),
  };
}

const including = (choices: readonly Choice[], value: string | null): readonly Choice[] =>
  value === null || choices.some((choice) => choice.value === value) ? choices : [...choices, { value, word: value }];

/** An address may ask for what nothing is found under; it is shown as chosen all the same. */
export const withChosen = (
  { workPackages, leads }: Choices,
  chosen: { readonly workPackage: string | null; readonly lead: string | null },
): Choices => ({
  workPackages: including(workPackages, chosen.workPackage),
  leads: including(leads, chosen.lead),
});

export const choicesOfRows = (rows: readonly DeliverableRow[]): Choices => choicesFrom(rows);

export const choicesOfPlan = ({ workPackages }: WorkPlanView): Choices =>
  choicesFrom(
    workPackages.flatMap(({ number, title, deliverables }) => deliverables.map(({ lead }) => ({ workPackage: { number, title }, lead }))),
  );
