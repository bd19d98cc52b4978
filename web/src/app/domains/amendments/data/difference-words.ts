import {
  monthEnd,
  monthStart,
  type FieldDifference,
  type FieldValue,
  type PlainDate,
  type PlanDifference,
  type PlanField,
} from '@office/domain';
import type { DeliverableType, DisseminationLevel, ReportKind } from '@office/domain';
import { dateWords, monthLabel } from '../../../shared/util-time/words';
import { levelWords, typeWords } from '../../deliverables/data/contract-words';
import { listWords } from './change-sentence';
import type { Names } from './names';

const LABELS: Readonly<Record<PlanField, () => string>> = {
  startDate: () => $localize`:@@planField.startDate:Start date`,
  durationMonths: () => $localize`:@@planField.duration:Duration`,
  number: () => $localize`:@@planField.number:Number`,
  workPackageId: () => $localize`:@@planField.workPackage:Work package`,
  workPackageIds: () => $localize`:@@planField.workPackages:Work packages`,
  title: () => $localize`:@@planField.title:Title`,
  objectives: () => $localize`:@@planField.objectives:Objectives`,
  leadId: () => $localize`:@@planField.lead:Lead beneficiary`,
  participantIds: () => $localize`:@@planField.participants:Participants beside the lead`,
  contributorIds: () => $localize`:@@planField.contributors:Contributors`,
  type: () => $localize`:@@planField.type:Type`,
  disseminationLevel: () => $localize`:@@planField.level:Dissemination level`,
  fromMonth: () => $localize`:@@planField.startMonth:First month`,
  toMonth: () => $localize`:@@planField.endMonth:Last month`,
  startMonth: () => $localize`:@@planField.startMonth:First month`,
  endMonth: () => $localize`:@@planField.endMonth:Last month`,
  dueMonth: () => $localize`:@@planField.dueMonth:Due month`,
  kind: () => $localize`:@@planField.reportKind:Report`,
  daysToReport: () => $localize`:@@planField.daysToReport:Days to report`,
  meansOfVerification: () => $localize`:@@planField.means:Means of verification`,
  position: () => $localize`:@@planField.place:Place in the order`,
};

/** Fields in the order in which a form has them. */
const ORDER = Object.keys(LABELS) as readonly PlanField[];

const REPORTS: Readonly<Record<ReportKind, () => string>> = {
  periodic: () => $localize`:@@reportKind.periodic:periodic report`,
  progress: () => $localize`:@@reportKind.progress:progress report`,
  'additional-prefinancing': () => $localize`:@@reportKind.prefinancing:additional prefinancing report`,
  final: () => $localize`:@@reportKind.final:final report`,
};

export const reportKindWords = (kind: ReportKind): string => REPORTS[kind]();

/** "M9 · 30 Sep 2024" */
export const monthAndDate = (start: PlainDate, month: number, edge: 'first' | 'last'): string =>
  `${monthLabel(month)} · ${dateWords(edge === 'first' ? monthStart(start, month) : monthEnd(start, month))}`;

type Scalar = (value: string | number, names: Names) => string;

const firstDay: Scalar = (value, { start }) => monthAndDate(start, Number(value), 'first');
const lastDay: Scalar = (value, { start }) => monthAndDate(start, Number(value), 'last');
const named: Scalar = (value, { name }) => name(String(value));

function durationWords(months: string | number, { start }: Names): string {
  const end = dateWords(monthEnd(start, Number(months)));
  return $localize`:@@difference.duration:${months}:months: months, until ${end}:end:`;
}

/** How single values are said; those that are not here say themselves. */
const SCALARS: Readonly<Partial<Record<PlanField, Scalar>>> = {
  startMonth: firstDay,
  fromMonth: firstDay,
  endMonth: lastDay,
  toMonth: lastDay,
  dueMonth: lastDay,
  durationMonths: durationWords,
  startDate: (value) => dateWords(String(value)),
  kind: (value) => reportKindWords(value as ReportKind),
  leadId: named,
  workPackageId: named,
  type: (value) => typeWords(value as DeliverableType),
  disseminationLevel: (value) => levelWords(value as DisseminationLevel),
  position: (value) => String(Number(value) + 1),
};

function valueWords(field: PlanField, value: FieldValue | null, names: Names): string {
  if (value === null || value === '') return '';
  if (typeof value === 'string' || typeof value === 'number') return SCALARS[field]?.(value, names) ?? String(value);
  return listWords(value, names);
}

/** One field of a row that differs, both sides in words; empty where there is nothing. */
export interface FieldLine {
  readonly field: string;
  readonly before: string;
  readonly after: string;
}

/** One row of the plan that differs. */
export interface DifferenceBlock {
  readonly change: PlanDifference['change'];
  /** "Added", "Removed", "Changed" */
  readonly word: string;
  readonly number: string;
  readonly title: string;
  readonly fields: readonly FieldLine[];
}

const CHANGES: Readonly<Record<PlanDifference['change'], () => string>> = {
  added: () => $localize`:@@difference.added:Added`,
  removed: () => $localize`:@@difference.removed:Removed`,
  changed: () => $localize`:@@difference.changed:Changed`,
};

function headOf({ subject, number, title }: PlanDifference): { readonly number: string; readonly title: string } {
  if (subject === 'project') return { number: '', title: $localize`:@@difference.project:The project` };
  if (subject === 'reporting-period') return { number: `RP${number}`, title: $localize`:@@difference.period:Reporting period` };
  return { number, title };
}

const told = ({ field, before, after }: FieldDifference, names: Names): FieldLine => ({
  field: LABELS[field](),
  before: valueWords(field, before, names),
  after: valueWords(field, after, names),
});

/** Number and title of a row that is new or goes are its head already. */
const isTold = ({ change }: PlanDifference, { field }: FieldDifference): boolean =>
  change === 'changed' || (field !== 'number' && field !== 'title');

/** What differs, as it is shown side by side. */
export const differenceBlocks = (differences: readonly PlanDifference[], names: Names): DifferenceBlock[] =>
  differences.map((difference) => ({
    change: difference.change,
    word: CHANGES[difference.change](),
    ...headOf(difference),
    fields: difference.fields
      .toSorted((a, b) => ORDER.indexOf(a.field) - ORDER.indexOf(b.field))
      .filter((field) => isTold(difference, field))
      .map((field) => told(field, names))
      .filter(({ before, after }) => before !== '' || after !== ''),
  }));
