import type { BaselineDue, DeliverableMark, MilestoneView, TaskView, WorkPackagePlan } from '@office/contracts';
import { blockReasonOf, monthEnd, monthStart } from '@office/domain';
import { milestonesOf, type PlanExport } from './plan-export.js';
import type { Column, ExportWords } from './words.js';

/** One cell of a list, whatever the file: what it is, not how it looks. */
export type TableCell =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'link'; readonly text: string; readonly to: string | null }
  /** A project month. */
  | { readonly kind: 'month'; readonly month: number }
  | { readonly kind: 'percent'; readonly percent: number }
  | { readonly kind: 'date'; readonly date: string | null };

export interface TableColumn {
  readonly column: Column;
  /** In characters. */
  readonly width: number;
}

export interface TableRow {
  readonly cells: readonly TableCell[];
  /** Stands out: a work package above its tasks. */
  readonly stands: boolean;
}

/** Number, title and lead come first in every list; in a row that stands out these are bold. */
export const NAMED_COLUMNS = 3;

export interface Table {
  readonly name: string;
  readonly columns: readonly TableColumn[];
  readonly rows: readonly TableRow[];
}

interface ColumnOf<Row> extends TableColumn {
  cell(row: Row): TableCell;
}

type Work = TaskView | WorkPackagePlan;
type Deliverable = DeliverableMark & { readonly workPackage: string };
interface Led {
  readonly number: string;
  readonly title: string;
  readonly lead: { readonly shortName: string };
}

const text = (value: string): TableCell => ({ kind: 'text', text: value });
const isWorkPackage = (work: Work): work is WorkPackagePlan => 'tasks' in work;

/** What was said of it; of a task that a part holds up whose part and why before that. */
function narrativeOf(work: Work): string {
  const reason = isWorkPackage(work) ? '' : blockReasonOf(work);
  return [...new Set([reason, work.status.narrative])].filter((said) => said.trim() !== '').join(' · ');
}

function tableOf<Row>(name: string, columns: readonly ColumnOf<Row>[], rows: readonly Row[], stands: (row: Row) => boolean): Table {
  return {
    name,
    columns: columns.map(({ column, width }) => ({ column, width })),
    rows: rows.map((row) => ({ cells: columns.map((column) => column.cell(row)), stands: stands(row) })),
  };
}

const named = <Row extends Led>(plan: PlanExport): ColumnOf<Row>[] => [
  { column: 'number', width: 9, cell: ({ number }) => ({ kind: 'link', text: number, to: plan.linkTo(number) }) },
  { column: 'title', width: 52, cell: ({ title }) => text(title) },
  { column: 'lead', width: 11, cell: ({ lead }) => text(lead.shortName) },
];

const due = <Row extends { dueMonth: number; dueOn: string; baseline: BaselineDue | null; added: boolean }>(
  words: ExportWords,
): ColumnOf<Row>[] => [
  { column: 'dueMonth', width: 8, cell: ({ dueMonth }) => ({ kind: 'month', month: dueMonth }) },
  { column: 'dueDate', width: 13, cell: ({ dueOn }) => ({ kind: 'date', date: dueOn }) },
  { column: 'baseline', width: 11, cell: (row) => text(row.added ? words.added : row.baseline ? words.month(row.baseline.dueMonth) : '') },
];

function baselineOf({ baseline, added }: Work, words: ExportWords): string {
  if (added) return words.added;
  return baseline ? words.months(baseline.startMonth, baseline.endMonth) : '';
}

const months = (plan: PlanExport, words: ExportWords): ColumnOf<Work>[] => [
  { column: 'startMonth', width: 8, cell: ({ startMonth }) => ({ kind: 'month', month: startMonth }) },
  { column: 'startDate', width: 13, cell: ({ startMonth }) => ({ kind: 'date', date: monthStart(plan.start, startMonth) }) },
  { column: 'endMonth', width: 8, cell: ({ endMonth }) => ({ kind: 'month', month: endMonth }) },
  { column: 'endDate', width: 13, cell: ({ endMonth }) => ({ kind: 'date', date: monthEnd(plan.start, endMonth) }) },
  { column: 'baseline', width: 11, cell: (work) => text(baselineOf(work, words)) },
];

/** Work packages with their tasks under them. */
export function workTable(plan: PlanExport, words: ExportWords): Table {
  const columns: ColumnOf<Work>[] = [
    ...named<Work>(plan),
    { column: 'participants', width: 24, cell: (work) => text(isWorkPackage(work) ? '' : work.participants.join(', ')) },
    ...months(plan, words),
    { column: 'state', width: 13, cell: ({ status }) => text(words.workState[status.state]) },
    { column: 'progress', width: 10, cell: ({ status }) => ({ kind: 'percent', percent: status.progress }) },
    { column: 'timeliness', width: 18, cell: ({ timeliness }) => text(words.timeliness[timeliness]) },
    { column: 'narrative', width: 70, cell: (work) => text(narrativeOf(work)) },
  ];
  const rows = plan.works.flatMap((work): Work[] => [work, ...work.tasks]);
  return tableOf(words.tables.plan, columns, rows, isWorkPackage);
}

export function deliverablesTable(plan: PlanExport, words: ExportWords): Table {
  const columns: ColumnOf<Deliverable>[] = [
    ...named<Deliverable>(plan),
    { column: 'workPackage', width: 10, cell: ({ workPackage }) => text(workPackage) },
    ...due<Deliverable>(words),
    { column: 'state', width: 18, cell: ({ state }) => text(words.deliverableState[state]) },
    { column: 'timeliness', width: 11, cell: ({ late }) => text(late ? words.late : '') },
  ];
  const rows = plan.works.flatMap(({ number, deliverables }) => deliverables.map((row) => ({ ...row, workPackage: number })));
  return tableOf(words.tables.deliverables, columns, rows, () => false);
}

export function milestonesTable(plan: PlanExport, words: ExportWords): Table {
  const columns: ColumnOf<MilestoneView>[] = [
    ...named<MilestoneView>(plan),
    { column: 'workPackage', width: 14, cell: ({ workPackages }) => text(workPackages.join(', ')) },
    ...due<MilestoneView>(words),
    { column: 'state', width: 13, cell: ({ state }) => text(words.milestoneState[state]) },
    { column: 'timeliness', width: 11, cell: ({ late }) => text(late ? words.late : '') },
    { column: 'achievedOn', width: 13, cell: ({ achievedOn }) => ({ kind: 'date', date: achievedOn }) },
    { column: 'estimate', width: 13, cell: ({ estimate }) => ({ kind: 'date', date: estimate }) },
    { column: 'reason', width: 40, cell: ({ reason }) => text(reason) },
    { column: 'verification', width: 40, cell: ({ meansOfVerification }) => text(meansOfVerification) },
  ];
  return tableOf(words.tables.milestones, columns, milestonesOf(plan.works), () => false);
}
