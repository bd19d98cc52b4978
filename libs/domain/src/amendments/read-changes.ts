import { REPORT_KINDS } from '../consortium/consortium.js';
import { DELIVERABLE_TYPES, DISSEMINATION_LEVELS } from '../deliverables/deliverable.js';
import { isPlainDate } from '../kernel/plain-date.js';
import { ok, refuse, type Result } from '../kernel/result.js';
import type { PlanChange, PlanChangeKind } from './plan-change.js';
import { MAX_DURATION_MONTHS } from './plan-findings.js';

/** Changes that one list may have, and the longest texts of one. */
export const MAX_CHANGES = 200;
export const PLAN_TITLE_MAX_LENGTH = 500;
export const PLAN_TEXT_MAX_LENGTH = 4000;
const NUMBER_MAX_LENGTH = 20;
const MAX_OTHERS = 100;
const MAX_PERIODS = 20;
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** A field of a change that cannot be read. */
export interface ChangeFieldFinding {
  readonly path: string;
  readonly code: string;
}

type Rule = (value: unknown, path: string) => ChangeFieldFinding[];
type Rules<T> = { readonly [F in keyof T]-?: Rule };

const unless = (holds: boolean, path: string, code: string): ChangeFieldFinding[] => (holds ? [] : [{ path, code }]);
const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const id: Rule = (value, path) => unless(typeof value === 'string' && UUID.test(value), path, 'is-uuid');
const whole =
  (least: number, most: number): Rule =>
  (value, path) =>
    unless(Number.isInteger(value) && (value as number) >= least && (value as number) <= most, path, 'is-int');
const month = whole(1, MAX_DURATION_MONTHS);
const text =
  (most: number, least = 1): Rule =>
  (value, path) =>
    typeof value !== 'string'
      ? [{ path, code: 'is-string' }]
      : [...unless(value.trim().length >= least, path, 'is-not-empty'), ...unless(value.length <= most, path, 'max-length')];
const title = text(PLAN_TITLE_MAX_LENGTH);
const longText = text(PLAN_TEXT_MAX_LENGTH, 0);
const number = text(NUMBER_MAX_LENGTH);
const oneOf =
  (values: readonly unknown[]): Rule =>
  (value, path) =>
    unless(values.includes(value), path, 'is-in');
const ids: Rule = (value, path) =>
  Array.isArray(value) && value.length <= MAX_OTHERS
    ? value.flatMap((one: unknown, index) => id(one, `${path}.${index}`))
    : [{ path, code: 'is-array' }];
const date: Rule = (value, path) => unless(typeof value === 'string' && isPlainDate(value), path, 'is-plain-date');

function objectOf(rules: Readonly<Record<string, Rule>>): Rule {
  return (value, path) => {
    if (!isObject(value)) return [{ path, code: 'is-object' }];
    const unknown = Object.keys(value).filter((field) => !(field in rules));
    return [
      ...Object.entries(rules).flatMap(([field, rule]) => rule(value[field], `${path}.${field}`)),
      ...unknown.map((field) => ({ path: `${path}.${field}`, code: 'whitelist-validation' })),
    ];
  };
}

const listOf =
  (rule: Rule, most: number): Rule =>
  (value, path) =>
    Array.isArray(value) && value.length >= 1 && value.length <= most
      ? value.flatMap((one: unknown, index) => rule(one, `${path}.${index}`))
      : [{ path, code: 'is-array' }];

const months = { startMonth: month, endMonth: month };
const named = { id, number, title, leadId: id };
const period = { number: whole(1, MAX_PERIODS), fromMonth: month, toMonth: month, kind: oneOf(REPORT_KINDS), daysToReport: whole(1, 365) };
const type = oneOf(DELIVERABLE_TYPES);
const disseminationLevel = oneOf(DISSEMINATION_LEVELS);
const position = whole(0, 10_000);

type FieldsOf<K extends PlanChangeKind> = Omit<Extract<PlanChange, { kind: K }>, 'kind'>;

/** The fields of every kind; the compiler sees to it that none is missing. */
const CHANGE_RULES: { readonly [K in PlanChangeKind]: Rules<FieldsOf<K>> } = {
  'project.start-date': { startDate: date },
  'project.duration': { durationMonths: month },
  'project.reporting-periods': { periods: listOf(objectOf(period), MAX_PERIODS) },
  'work-package.add': { row: objectOf({ ...named, objectives: longText, ...months }) },
  'work-package.remove': { id },
  'work-package.retitle': { id, title },
  'work-package.objectives': { id, objectives: longText },
  'work-package.months': { id, ...months },
  'work-package.lead': { id, leadId: id },
  'work-package.renumber': { id, number },
  'work-package.reorder': { id, position },
  'task.add': { row: objectOf({ ...named, workPackageId: id, participantIds: ids, ...months }) },
  'task.remove': { id },
  'task.retitle': { id, title },
  'task.months': { id, ...months },
  'task.lead': { id, leadId: id },
  'task.participants': { id, participantIds: ids },
  'task.move': { id, workPackageId: id, number },
  'task.split': { id, lastMonth: month, newId: id, newNumber: number, newTitle: title },
  'task.renumber': { id, number },
  'task.reorder': { id, position },
  'deliverable.add': { row: objectOf({ ...named, workPackageId: id, contributorIds: ids, type, disseminationLevel, dueMonth: month }) },
  'deliverable.remove': { id },
  'deliverable.retitle': { id, title },
  'deliverable.type': { id, type },
  'deliverable.level': { id, disseminationLevel },
  'deliverable.due': { id, dueMonth: month },
  'deliverable.lead': { id, leadId: id },
  'deliverable.contributors': { id, contributorIds: ids },
  'deliverable.move': { id, workPackageId: id, number },
  'deliverable.renumber': { id, number },
  'deliverable.reorder': { id, position },
  'milestone.add': { row: objectOf({ ...named, workPackageIds: ids, dueMonth: month, meansOfVerification: longText }) },
  'milestone.remove': { id },
  'milestone.retitle': { id, title },
  'milestone.due': { id, dueMonth: month },
  'milestone.means': { id, meansOfVerification: longText },
  'milestone.lead': { id, leadId: id },
  'milestone.work-packages': { id, workPackageIds: ids },
  'milestone.renumber': { id, number },
  'milestone.reorder': { id, position },
};

/** Every kind of change there is. */
export const PLAN_CHANGE_KINDS = Object.keys(CHANGE_RULES) as readonly PlanChangeKind[];

const isKind = (kind: unknown): kind is PlanChangeKind => typeof kind === 'string' && Object.hasOwn(CHANGE_RULES, kind);

function changeFindings(change: unknown, path: string): ChangeFieldFinding[] {
  if (!isObject(change)) return [{ path, code: 'is-object' }];
  const { kind, ...fields } = change;
  if (!isKind(kind)) return [{ path: `${path}.kind`, code: 'is-in' }];
  return objectOf(CHANGE_RULES[kind])(fields, path);
}

/** Reads a list of changes that came from outside: every field there and of its kind, none beside, or every finding at once. */
export function readChanges(content: unknown, path = 'changes'): Result<PlanChange[], readonly ChangeFieldFinding[]> {
  if (!Array.isArray(content) || content.length > MAX_CHANGES) return refuse([{ path, code: 'is-array' }]);
  const findings = content.flatMap((change: unknown, index) => changeFindings(change, `${path}.${index}`));
  return findings.length > 0 ? refuse(findings) : ok(content as PlanChange[]);
}
