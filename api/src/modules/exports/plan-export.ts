import type { AgreementInForce, MilestoneView, WorkPackagePlan, WorkPlanView } from '@office/contracts';
import { filterPlan, monthOf, monthStart, type PlainDate, type PlanFilter, type ProjectMonth } from '@office/domain';

export interface ExportProject {
  readonly id: string;
  readonly acronym: string;
  readonly title: string;
  readonly grantNumber: string;
  readonly startDate: PlainDate;
  readonly durationMonths: number;
  /** Zone that deadlines are meant in; the day of an export is the day there. */
  readonly deadlineTimeZone: string;
}

/** The plan as it goes out, whatever the file: what was asked for and nothing else. */
export interface PlanExport {
  readonly project: ExportProject;
  readonly agreement: AgreementInForce;
  readonly start: PlainDate;
  readonly today: PlainDate;
  readonly filter: PlanFilter;
  /** Months that the timeline is drawn over, both included. */
  readonly from: ProjectMonth;
  readonly to: ProjectMonth;
  readonly works: readonly WorkPackagePlan[];
  /** Address of a row in the app; null where nobody told the server its own address. */
  linkTo(number: string): string | null;
}

const MONTHS_IN_YEAR = 12;

interface Source {
  readonly project: ExportProject;
  readonly plan: WorkPlanView;
  readonly filter: PlanFilter;
  readonly today: PlainDate;
  /** Where people type the app's address; undefined when it is not known. */
  readonly publicUrl: string | undefined;
}

export function planExport({ project, plan, filter, today, publicUrl }: Source): PlanExport {
  const last = project.durationMonths;
  const from = filter.year === null ? 1 : Math.min((filter.year - 1) * MONTHS_IN_YEAR + 1, last);
  const to = filter.year === null ? last : Math.min(from + MONTHS_IN_YEAR - 1, last);
  const page = publicUrl === undefined ? null : `${publicUrl.replace(/\/+$/, '')}/p/${project.id}/work-plan`;
  return {
    ...{ project, filter, today, from, to },
    agreement: plan.agreement,
    start: project.startDate,
    works: filterPlan(plan.workPackages, filter),
    linkTo: (number) => page && `${page}?row=${encodeURIComponent(number)}`,
  };
}

/** By due month. A milestone of several work packages stands in each of them; a list of milestones has it once. */
export function milestonesOf(works: readonly WorkPackagePlan[]): MilestoneView[] {
  const once = new Map(works.flatMap(({ milestones }) => milestones).map((milestone) => [milestone.id, milestone]));
  return [...once.values()].sort((a, b) => a.dueMonth - b.dueMonth);
}

export interface CalendarMonth {
  readonly month: ProjectMonth;
  /** First day of it. */
  readonly first: PlainDate;
  readonly year: number;
  readonly current: boolean;
}

/** The months of the timeline with the calendar over them. */
export function calendarOf({ start, today, from, to }: PlanExport): CalendarMonth[] {
  const current = monthOf(start, today);
  return Array.from({ length: to - from + 1 }, (_, index) => {
    const month = from + index;
    const first = monthStart(start, month);
    return { month, first, year: Number(first.slice(0, 4)), current: month === current };
  });
}

/** Neighbours that belong together: the months of a calendar year. */
export function yearsOf(months: readonly CalendarMonth[]): { year: number; first: number; count: number }[] {
  const years: { year: number; first: number; count: number }[] = [];
  months.forEach(({ year }, index) => {
    const open = years.at(-1);
    if (open?.year === year) open.count += 1;
    else years.push({ year, first: index, count: 1 });
  });
  return years;
}

/** Months of work that are done, in months from its start: what a bar is filled by. */
export const monthsDone = ({ startMonth, endMonth, progress }: { startMonth: number; endMonth: number; progress: number }): number =>
  ((endMonth - startMonth + 1) * progress) / 100;

/** `STRIVE-work-plan-2026-11-23.xlsx`: letters that every system takes in a file's name. */
export function fileNameOf(
  { project, today }: Pick<PlanExport, 'project' | 'today'>,
  subject: 'work-plan' | 'deliverables',
  ending: 'xlsx' | 'pdf' | 'csv' | 'zip',
): string {
  const acronym = project.acronym
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/Đ/g, 'D')
    .replace(/đ/g, 'd')
    .replace(/[^A-Za-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
  return `${acronym || 'project'}-${subject}-${today}.${ending}`;
}
