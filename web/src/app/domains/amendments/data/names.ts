import type { AmendmentView, PlanEditView } from '@office/contracts';
import type { Plan, PlainDate, PlanChange, PlanDifference } from '@office/domain';

/** What words about changes need to call things by: rows, beneficiaries and work packages by id, and the first day. */
export interface Names {
  readonly start: PlainDate;
  /** "T4.5" */
  readonly number: (id: string) => string;
  /** "T4.5 Seminar" */
  readonly row: (id: string) => string;
  /** "QUI" */
  readonly name: (id: string) => string;
}

interface Row {
  readonly id: string;
  readonly number: string;
  readonly title: string;
}

const gone = (): string => $localize`:@@names.gone:something that is not there any more`;

function namesOf(start: PlainDate, rows: readonly Row[], others: Readonly<Record<string, string>>): Names {
  const known = new Map(rows.map((row) => [row.id, row]));
  return {
    start,
    number: (id) => known.get(id)?.number ?? others[id] ?? gone(),
    row: (id) => {
      const row = known.get(id);
      return row ? `${row.number} ${row.title}`.trim() : (others[id] ?? gone());
    },
    name: (id) => others[id] ?? known.get(id)?.number ?? gone(),
  };
}

const addedRows = (changes: readonly PlanChange[]): Row[] => changes.flatMap((change) => ('row' in change ? [change.row] : []));

/** Names for an amendment: whatever its changes are about is among what they change. */
export const namesOfAmendment = ({ changes, differences, names }: AmendmentView, start: PlainDate): Names =>
  namesOf(start, [...addedRows(changes.map(({ change }) => change)), ...differences], names);

export const namesOfDifferences = (
  differences: readonly PlanDifference[],
  names: Readonly<Record<string, string>>,
  start: PlainDate,
): Names => namesOf(start, differences, names);

/** Names for changes of a plan that is at hand; `plan` is with the changes before. */
export function namesOfPlan({ beneficiaries }: Pick<PlanEditView, 'beneficiaries'>, ...plans: readonly Plan[]): Names {
  const rows = plans.flatMap((plan) => [plan.workPackages, plan.tasks, plan.deliverables, plan.milestones].flat());
  const others = Object.fromEntries(beneficiaries.map(({ id, shortName }) => [id, shortName]));
  const [first] = plans;
  if (!first) throw new Error('no-plan');
  return namesOf(first.startDate, rows, others);
}
