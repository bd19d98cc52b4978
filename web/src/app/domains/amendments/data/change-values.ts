import { nextNumber, readChanges, type Plan, type PlanChange, type PlanPeriod, type PlanSubject } from '@office/domain';
import type { ChangeForm, FormField } from './change-forms';

/** What is typed into a form, by the names of its fields; figures as they are typed. */
export type FormValues = Readonly<Record<string, FormValue>>;
export type FormValue = string | readonly string[] | readonly PlanPeriod[];

/** A row of the plan as it is chosen from a list. */
export interface PlanRow {
  readonly id: string;
  readonly number: string;
  readonly title: string;
}

const LISTS = { 'work-package': 'workPackages', task: 'tasks', deliverable: 'deliverables', milestone: 'milestones' } as const;

export const rowsOf = (plan: Plan, subject: PlanSubject): readonly PlanRow[] => plan[LISTS[subject]];

/** A row of any kind by its id. */
export function rowById(plan: Plan, id: string): PlanRow | undefined {
  return [plan.workPackages, plan.tasks, plan.deliverables, plan.milestones].flat().find((row) => row.id === id);
}

/** What the form starts from: the row as planned, or of a new one what can be guessed. */
export function startValues(form: ChangeForm, plan: Plan, row: PlanRow | undefined): FormValues {
  const known = (row ?? {}) as unknown as KnownFields;
  return Object.fromEntries(form.fields.map((field) => [field.name, startValue(form, field, plan, known)]));
}

/** Fields of a row, by name. */
type KnownFields = Readonly<Record<string, string | number | readonly string[] | undefined>>;

function startValue(form: ChangeForm, { name, kind }: FormField, plan: Plan, row: KnownFields): FormValue {
  if (name === 'startDate') return plan.startDate;
  if (kind === 'periods') return plan.reportingPeriods;
  if (name === 'place') return placeOf(form, plan, String(row['id']));
  const value = isNewNumber(form, name) ? undefined : row[name];
  if (typeof value === 'object') return value;
  if (value !== undefined) return String(value);
  if (form.subject !== 'project' && isNewNumber(form, name)) return suggestedNumber(form.subject, plan, row['workPackageId']);
  if (kind === 'beneficiaries' || kind === 'work-packages') return [];
  return kind === 'type' ? 'R' : kind === 'level' ? 'PU' : '';
}

/** The field gives a number that is not taken yet: of a new row, of the second part, in another work package. */
const isNewNumber = ({ kind }: ChangeForm, name: string): boolean =>
  (name === 'number' && (kind.endsWith('.add') || kind.endsWith('.move'))) || name === 'newNumber';

/** Tasks and deliverables are numbered within their work package, so without one there is nothing to suggest. */
function suggestedNumber(subject: PlanSubject, plan: Plan, workPackageId: FormValue | number | undefined): string {
  const within = subject === 'task' || subject === 'deliverable';
  if (!within) return nextNumber(plan, subject);
  return typeof workPackageId === 'string' && workPackageId !== '' ? nextNumber(plan, subject, workPackageId) : '';
}

/** A suggested number follows the work package that is chosen; one that somebody typed stays. */
export function withNumber({ subject, fields }: ChangeForm, plan: Plan, before: FormValues, after: FormValues): FormValues {
  if (subject === 'project' || !('number' in after) || !fields.some(({ name }) => name === 'workPackageId')) return after;
  if (before['workPackageId'] === after['workPackageId']) return after;
  const wasSuggested = before['number'] === suggestedNumber(subject, plan, before['workPackageId']);
  return wasSuggested ? { ...after, number: suggestedNumber(subject, plan, after['workPackageId']) } : after;
}

/** Place among its siblings, counted from 1. */
function placeOf({ subject }: ChangeForm, plan: Plan, id: string): string {
  if (subject === 'project') return '';
  const rows = rowsOf(plan, subject) as readonly (PlanRow & { readonly workPackageId?: string })[];
  const row = rows.find((one) => one.id === id);
  const siblings = rows.filter((one) => one.workPackageId === row?.workPackageId);
  return row ? String(siblings.indexOf(row) + 1) : '';
}

/** The form filled in with a change that was prepared before; `plan` is the one before it. */
export function valuesOf(change: PlanChange, form: ChangeForm, plan: Plan): FormValues {
  if (change.kind === 'project.duration') return { by: String(change.durationMonths - plan.durationMonths) };
  const fields = ('row' in change ? change.row : change) as unknown as Readonly<Record<string, unknown>>;
  return Object.fromEntries(
    form.fields.map(({ name }) => {
      const value = name === 'place' ? Number(fields['position']) + 1 : fields[name];
      return [name, Array.isArray(value) ? (value as FormValue) : String(value)];
    }),
  );
}

export interface Build {
  readonly form: ChangeForm;
  readonly values: FormValues;
  readonly plan: Plan;
  /** Of the row that is there. */
  readonly rowId: string;
  /** Id that an added row gets. */
  readonly newId: string;
}

const asNumber = (value: FormValue | undefined): number => (typeof value === 'string' && value.trim() !== '' ? Number(value) : Number.NaN);

function fieldContent({ kind, name }: FormField, value: FormValue | undefined): unknown {
  if (kind === 'month' || kind === 'count') return asNumber(value);
  return kind === 'text' && typeof value === 'string' && name !== 'startDate' ? value.trim() : value;
}

/** The change as it would be sent, whether or not it can be read. */
function content({ form, values, plan, rowId, newId }: Build): unknown {
  const { kind, ofRow } = form;
  const fields = Object.fromEntries(form.fields.map((field) => [field.name, fieldContent(field, values[field.name])]));
  if (kind === 'project.duration') return { kind, durationMonths: plan.durationMonths + asNumber(values['by']) };
  if (kind === 'task.split') return { kind, id: rowId, newId, ...fields };
  if (kind.endsWith('.reorder')) return { kind, id: rowId, position: asNumber(values['place']) - 1 };
  if (kind.endsWith('.add')) return { kind, row: { id: newId, ...fields } };
  return { kind, ...(ofRow && { id: rowId }), ...fields };
}

/** Fields whose name in the form is not that of the change. */
const FORM_NAMES: Readonly<Record<string, string>> = { durationMonths: 'by', position: 'place', newId: 'newNumber' };

/** Name of the form's field that a path of a change is about: `changes.3.row.title` is "title". */
export function fieldOf(path: string): string {
  const name =
    path
      .split('.')
      .slice(2)
      .find((part) => part !== 'row') ?? '';
  return FORM_NAMES[name] ?? name;
}

/** The change that is typed, or the codes of what cannot be read by field. */
export function builtChange(build: Build): { readonly change: PlanChange | null; readonly errors: Readonly<Record<string, string>> } {
  const read = readChanges([content(build)]);
  if (!read.ok) return { change: null, errors: Object.fromEntries(read.reason.map(({ path, code }) => [fieldOf(path), code])) };
  const change = read.value[0] ?? null;
  const reversed = change === null ? null : reversedField(change);
  return reversed === null ? { change, errors: {} } : { change: null, errors: { [reversed]: 'months-reversed' } };
}

/** The field with a last month before the first one. */
function reversedField(change: PlanChange): string | null {
  if (change.kind === 'project.reporting-periods') {
    return change.periods.some(({ fromMonth, toMonth }) => fromMonth > toMonth) ? 'periods' : null;
  }
  const months = 'row' in change ? change.row : change;
  return 'startMonth' in months && months.startMonth > months.endMonth ? 'endMonth' : null;
}
