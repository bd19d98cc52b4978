import type { Plan, PlanMilestone, PlanPeriod } from './plan.js';
import { errorAt, warningAt } from './finding-at.js';
import type { PlanFinding } from './plan-finding.js';

/** Longest project, as the import takes it. */
export const MAX_DURATION_MONTHS = 120;

/** The longest that a project of any strand usually is granted (handbook 1.1: strand 3), with a year of extension. */
export const USUAL_DURATION_MONTHS = 48 + 12;

interface Span {
  readonly startMonth: number;
  readonly endMonth: number;
}

interface AnyRow {
  readonly id: string;
  readonly number: string;
  readonly title: string;
  readonly leadId: string;
}

const dueSpan = ({ dueMonth }: { readonly dueMonth: number }): Span => ({ startMonth: dueMonth, endMonth: dueMonth });

/** Months in order and within the project; `fields` are their names in the path. */
function spanFindings(path: string, span: Span, fields: readonly [string, string], durationMonths: number, subject: string): PlanFinding[] {
  const { startMonth, endMonth } = span;
  const reversed = startMonth > endMonth ? [errorAt(`${path}.${fields[1]}`, 'months-reversed', { subject, startMonth, endMonth })] : [];
  const outside = (
    [
      [fields[0], startMonth],
      [fields[1], endMonth],
    ] as const
  ).filter(([, month]) => month < 1 || month > durationMonths);
  const named = new Map(outside);
  return [
    ...reversed,
    ...[...named].map(([field, month]) => errorAt(`${path}.${field}`, 'month-outside-project', { subject, month, durationMonths })),
  ];
}

const MONTHS = ['startMonth', 'endMonth'] as const;
const DUE = ['dueMonth', 'dueMonth'] as const;

function rowFindings(path: string, row: AnyRow, beneficiaries: ReadonlySet<string>): PlanFinding[] {
  const subject = row.number;
  return [
    ...(row.number.trim() === '' ? [errorAt(`${path}.number`, 'number-missing')] : []),
    ...(row.title.trim() === '' ? [errorAt(`${path}.title`, 'title-missing', { subject })] : []),
    ...(beneficiaries.has(row.leadId) ? [] : [errorAt(`${path}.leadId`, 'lead-unknown', { subject })]),
  ];
}

/** Beneficiaries beside the lead: known, each once, the lead not among them. */
function othersFindings(path: string, row: AnyRow, ids: readonly string[], beneficiaries: ReadonlySet<string>): PlanFinding[] {
  const subject = row.number;
  return [
    ...(ids.every((id) => beneficiaries.has(id)) ? [] : [errorAt(path, 'beneficiary-unknown', { subject })]),
    ...(new Set(ids).size === ids.length ? [] : [errorAt(path, 'beneficiary-repeated', { subject })]),
    ...(ids.includes(row.leadId) ? [errorAt(path, 'lead-repeated', { subject })] : []),
  ];
}

function numberFindings(list: string, rows: readonly AnyRow[]): PlanFinding[] {
  const seen = new Set<string>();
  return rows.flatMap(({ id, number }) => {
    const repeated = seen.has(number);
    seen.add(number);
    return repeated ? [errorAt(`${list}.${id}.number`, 'number-repeated', { subject: number })] : [];
  });
}

type Outside = 'task-outside-work-package' | 'deliverable-outside-work-package' | 'milestone-outside-work-package';

/** Where the row is held against its work package: there is one, and its months lie within it (a warning where they do not). */
function withinFindings(path: string, subject: string, span: Span, workPackage: (Span & AnyRow) | undefined, code: Outside): PlanFinding[] {
  if (!workPackage) return [errorAt(`${path}.workPackageId`, 'work-package-unknown', { subject })];
  const { startMonth, endMonth, number } = workPackage;
  const inside = startMonth <= span.startMonth && span.endMonth <= endMonth;
  return inside ? [] : [warningAt(path, code, { subject, workPackage: number, startMonth, endMonth })];
}

/** Periods follow each other without a gap or an overlap, from month 1 to the end of the project (handbook 6.2 no. 5). */
function periodFindings(periods: readonly PlanPeriod[], durationMonths: number): PlanFinding[] {
  const inOrder = periods.toSorted((a, b) => a.number - b.number);
  const last = inOrder.at(-1);
  if (!last) return [errorAt('reportingPeriods', 'periods-missing')];
  const findings = inOrder.flatMap(({ number, fromMonth, toMonth }, index) => {
    const path = `reportingPeriods.${number}`;
    const expected = (inOrder[index - 1]?.toMonth ?? 0) + 1;
    return [
      ...(fromMonth > toMonth ? [errorAt(`${path}.toMonth`, 'months-reversed', { startMonth: fromMonth, endMonth: toMonth })] : []),
      ...(fromMonth === expected && number === index + 1
        ? []
        : [errorAt(`${path}.fromMonth`, 'period-not-contiguous', { fromMonth, expected })]),
    ];
  });
  const path = `reportingPeriods.${last.number}`;
  if (last.toMonth !== durationMonths)
    findings.push(errorAt(`${path}.toMonth`, 'period-not-at-end', { toMonth: last.toMonth, durationMonths }));
  if (last.kind !== 'final') findings.push(warningAt(`${path}.kind`, 'last-period-not-final'));
  return findings;
}

/** Who leads a work package takes part in it: leads or joins one of its tasks, once there are any. */
function idleLeadFindings(plan: Plan): PlanFinding[] {
  return plan.workPackages.flatMap(({ id, number, leadId }) => {
    const tasks = plan.tasks.filter(({ workPackageId }) => workPackageId === id);
    const takesPart = tasks.some((task) => task.leadId === leadId || task.participantIds.includes(leadId));
    return tasks.length === 0 || takesPart ? [] : [warningAt(`workPackages.${id}.leadId`, 'lead-without-task', { subject: number })];
  });
}

function milestoneFindings(milestone: PlanMilestone, workPackages: ReadonlyMap<string, Span & AnyRow>): PlanFinding[] {
  const path = `milestones.${milestone.id}`;
  const { workPackageIds: ids, number: subject } = milestone;
  return [
    ...(ids.length === 0 ? [errorAt(`${path}.workPackageIds`, 'work-packages-missing', { subject })] : []),
    ...(new Set(ids).size === ids.length ? [] : [errorAt(`${path}.workPackageIds`, 'work-package-repeated', { subject })]),
    ...ids.flatMap((id) => withinFindings(path, subject, dueSpan(milestone), workPackages.get(id), 'milestone-outside-work-package')),
  ];
}

function durationFindings(months: number): PlanFinding[] {
  const possible = Number.isInteger(months) && months >= 1 && months <= MAX_DURATION_MONTHS;
  if (!possible) return [errorAt('durationMonths', 'duration-out-of-bounds', { max: MAX_DURATION_MONTHS })];
  return months <= USUAL_DURATION_MONTHS ? [] : [warningAt('durationMonths', 'duration-unusual', { months, usual: USUAL_DURATION_MONTHS })];
}

/** Everything wrong or odd about a plan, as handbook 6.2 asks: errors keep it from becoming one, warnings are told. */
export function planFindings(plan: Plan, beneficiaryIds: readonly string[]): PlanFinding[] {
  const { durationMonths: duration, workPackages, tasks, deliverables, milestones } = plan;
  const beneficiaries = new Set(beneficiaryIds);
  const byId = new Map(workPackages.map((row) => [row.id, row]));
  const lists = { workPackages, tasks, deliverables, milestones };
  return [
    ...durationFindings(duration),
    ...periodFindings(plan.reportingPeriods, duration),
    ...Object.entries(lists).flatMap(([list, rows]) => [
      ...numberFindings(list, rows),
      ...rows.flatMap((row) => rowFindings(`${list}.${row.id}`, row, beneficiaries)),
    ]),
    ...[...workPackages.map((row) => ['workPackages', row] as const), ...tasks.map((row) => ['tasks', row] as const)].flatMap(
      ([list, row]) => spanFindings(`${list}.${row.id}`, row, MONTHS, duration, row.number),
    ),
    ...[...deliverables.map((row) => ['deliverables', row] as const), ...milestones.map((row) => ['milestones', row] as const)].flatMap(
      ([list, row]) => spanFindings(`${list}.${row.id}`, dueSpan(row), DUE, duration, row.number),
    ),
    ...tasks.flatMap((task) => [
      ...othersFindings(`tasks.${task.id}.participantIds`, task, task.participantIds, beneficiaries),
      ...withinFindings(`tasks.${task.id}`, task.number, task, byId.get(task.workPackageId), 'task-outside-work-package'),
    ]),
    ...deliverables.flatMap((row) => [
      ...othersFindings(`deliverables.${row.id}.contributorIds`, row, row.contributorIds, beneficiaries),
      ...withinFindings(
        `deliverables.${row.id}`,
        row.number,
        dueSpan(row),
        byId.get(row.workPackageId),
        'deliverable-outside-work-package',
      ),
    ]),
    ...milestones.flatMap((row) => milestoneFindings(row, byId)),
    ...idleLeadFindings(plan),
  ];
}

/** Findings that were not there before: what changes are to blame for. */
export function newFindings(before: readonly PlanFinding[], after: readonly PlanFinding[]): PlanFinding[] {
  const known = new Set(before.map(({ path, code }) => `${path} ${code}`));
  return after.filter(({ path, code }) => !known.has(`${path} ${code}`));
}
