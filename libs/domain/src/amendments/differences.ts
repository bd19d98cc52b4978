import { normalised, type Plan, type PlanPeriod, type PlanSubject } from './plan.js';

/** A value of a field on one side; beneficiaries and work packages by their ids. */
export type FieldValue = string | number | readonly string[];

/** Fields that a comparison tells of. */
export type PlanField =
  | 'startDate'
  | 'durationMonths'
  | 'fromMonth'
  | 'toMonth'
  | 'kind'
  | 'daysToReport'
  | 'number'
  | 'title'
  | 'objectives'
  | 'leadId'
  | 'startMonth'
  | 'endMonth'
  | 'workPackageId'
  | 'workPackageIds'
  | 'participantIds'
  | 'contributorIds'
  | 'type'
  | 'disseminationLevel'
  | 'dueMonth'
  | 'meansOfVerification'
  | 'position';

/** One field side by side; null on the side where the row is not. */
export interface FieldDifference {
  readonly field: PlanField;
  readonly before: FieldValue | null;
  readonly after: FieldValue | null;
}

/** One row that two plans do not share. Of an added or removed one all fields are told. */
export interface PlanDifference {
  readonly subject: PlanSubject | 'project' | 'reporting-period';
  /** Empty for the project and its periods. */
  readonly id: string;
  /** As it is called afterwards, or was before it was removed: "T2.2"; of a period its number. */
  readonly number: string;
  readonly title: string;
  readonly change: 'added' | 'removed' | 'changed';
  readonly fields: readonly FieldDifference[];
}

type Fields = Partial<Record<PlanField, FieldValue>>;

interface Row {
  readonly id: string;
  readonly number: string;
  readonly title: string;
  readonly fields: Fields;
}

const same = (a: FieldValue | undefined, b: FieldValue | undefined): boolean => JSON.stringify(a) === JSON.stringify(b);

function fieldDifferences(before: Fields, after: Fields): FieldDifference[] {
  const names = new Set([...Object.keys(before), ...Object.keys(after)] as PlanField[]);
  return [...names]
    .filter((field) => !same(before[field], after[field]))
    .map((field) => ({ field, before: before[field] ?? null, after: after[field] ?? null }));
}

/** Ids in the longest run that kept its order: the others are those that moved, as few as can be. */
function keptInOrder(before: readonly string[], after: readonly string[]): ReadonlySet<string> {
  const places = new Map(before.map((id, index) => [id, index]));
  const common = after.filter((id) => places.has(id));
  const runs: { readonly id: string; readonly length: number; readonly previous: number }[] = [];
  for (const id of common) {
    const place = places.get(id) ?? 0;
    let previous = -1;
    runs.forEach((run, at) => {
      if ((places.get(run.id) ?? 0) < place && run.length > (runs[previous]?.length ?? 0)) previous = at;
    });
    runs.push({ id, length: (runs[previous]?.length ?? 0) + 1, previous });
  }
  const kept = new Set<string>();
  let at = runs.findIndex(({ length }) => length === Math.max(...runs.map((run) => run.length)));
  for (; at >= 0; at = runs[at]?.previous ?? -1) kept.add(runs[at]?.id ?? '');
  return kept;
}

/** Sibling rows that stand elsewhere among those that both plans have, with their places from 0. */
function movedRows(before: readonly Row[], after: readonly Row[]): ReadonlyMap<string, FieldDifference> {
  const groupOf = (row: Row): string => String(row.fields.workPackageId ?? '');
  const groups = new Set(after.map(groupOf));
  const moved = [...groups].flatMap((group) => {
    const common = (rows: readonly Row[], others: readonly Row[]): string[] =>
      rows
        .filter((row) => groupOf(row) === group && others.some((other) => other.id === row.id && groupOf(other) === group))
        .map(({ id }) => id);
    const [was, is] = [common(before, after), common(after, before)];
    const kept = keptInOrder(was, is);
    return is
      .filter((id) => !kept.has(id))
      .map((id): [string, FieldDifference] => [id, { field: 'position', before: was.indexOf(id), after: is.indexOf(id) }]);
  });
  return new Map(moved);
}

function rowDifferences(subject: PlanDifference['subject'], before: readonly Row[], after: readonly Row[]): PlanDifference[] {
  const earlier = new Map(before.map((row) => [row.id, row]));
  const later = new Set(after.map(({ id }) => id));
  const moved = movedRows(before, after);
  const told = (row: Row, change: PlanDifference['change'], fields: readonly FieldDifference[]): PlanDifference => ({
    subject,
    id: row.id,
    number: row.number,
    title: row.title,
    change,
    fields,
  });
  return [
    ...after.flatMap((row) => {
      const was = earlier.get(row.id);
      if (!was) return [told(row, 'added', fieldDifferences({}, row.fields))];
      const place = moved.get(row.id);
      const fields = [...fieldDifferences(was.fields, row.fields), ...(place ? [place] : [])];
      return fields.length === 0 ? [] : [told(row, 'changed', fields)];
    }),
    ...before.filter(({ id }) => !later.has(id)).map((row) => told(row, 'removed', fieldDifferences(row.fields, {}))),
  ];
}

const rowsOf = (rows: readonly { readonly id: string; readonly number: string; readonly title: string }[]): Row[] =>
  rows.map(({ id, ...fields }) => ({ id, number: fields.number, title: fields.title, fields: fields }));

/** Periods are known by their numbers, and have no id. */
const periodDifferences = (before: readonly PlanPeriod[], after: readonly PlanPeriod[]): PlanDifference[] => {
  const rows = (periods: readonly PlanPeriod[]): Row[] =>
    periods.map(({ number, ...fields }) => ({ id: String(number), number: String(number), title: '', fields: fields }));
  return rowDifferences('reporting-period', rows(before), rows(after)).map((difference) => ({ ...difference, id: '' }));
};

/** What two plans do not share, row by row and field by field; none exactly when they are equal. */
export function differences(before: Plan, after: Plan): PlanDifference[] {
  const [a, b] = [normalised(before), normalised(after)];
  const project = fieldDifferences(
    { startDate: a.startDate, durationMonths: a.durationMonths },
    { startDate: b.startDate, durationMonths: b.durationMonths },
  );
  return [
    ...(project.length === 0 ? [] : [{ subject: 'project', id: '', number: '', title: '', change: 'changed', fields: project } as const]),
    ...periodDifferences(a.reportingPeriods, b.reportingPeriods),
    ...rowDifferences('work-package', rowsOf(a.workPackages), rowsOf(b.workPackages)),
    ...rowDifferences('task', rowsOf(a.tasks), rowsOf(b.tasks)),
    ...rowDifferences('deliverable', rowsOf(a.deliverables), rowsOf(b.deliverables)),
    ...rowDifferences('milestone', rowsOf(a.milestones), rowsOf(b.milestones)),
  ];
}
