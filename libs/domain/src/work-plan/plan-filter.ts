import { touchesYear, yearOfMonth, type ProjectMonth } from '../kernel/project-month.js';
import type { Timeliness, WorkState } from './work-status.js';
import { WORK_STATES } from './work-status.js';

/** States that a plan is narrowed to: the working ones, and `late` for whatever is past its day and not finished. */
export type PlanState = WorkState | 'late';
export const PLAN_STATES: readonly PlanState[] = [...WORK_STATES, 'late'];

/** What of a plan is shown, on the page and in what is taken out of it. */
export interface PlanFilter {
  /** Project year; null is all. */
  readonly year: number | null;
  /** Short name of a beneficiary; null is all. */
  readonly partner: string | null;
  /** Number of a work package; null is all. */
  readonly workPackage: string | null;
  readonly state: PlanState | null;
  /** Part of a number or a title, whatever the marks and the case of its letters; empty is all. */
  readonly text: string;
}

export const NO_PLAN_FILTER: PlanFilter = { year: null, partner: null, workPackage: null, state: null, text: '' };

interface Named {
  readonly number: string;
  readonly title: string;
}

interface Led extends Named {
  readonly lead: { readonly shortName: string };
}

/** What the filter has to know of a task. */
export interface FilterableTask extends Led {
  readonly participants: readonly string[];
  readonly startMonth: ProjectMonth;
  readonly endMonth: ProjectMonth;
  readonly timeliness: Timeliness;
  readonly status: { readonly state: WorkState };
}

/** What the filter has to know of a deliverable or a milestone. */
export interface FilterableMark extends Led {
  readonly dueMonth: ProjectMonth;
  readonly late: boolean;
}

/** What the filter has to know of a work package. */
export interface FilterableWork extends Led {
  readonly startMonth: ProjectMonth;
  readonly endMonth: ProjectMonth;
  readonly tasks: readonly FilterableTask[];
  readonly deliverables: readonly FilterableMark[];
  readonly milestones: readonly FilterableMark[];
}

interface Wanted {
  task(task: FilterableTask): boolean;
  mark(mark: FilterableMark): boolean;
}

/** Letters without marks and case, so that "evora" finds Évora, "hue" Huế and "da nang" Đà Nẵng. */
export const plainLetters = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').replace(/đ/giu, 'd').toLowerCase();

const ofYear = (year: number): Wanted => ({
  task: ({ startMonth, endMonth }) => touchesYear(startMonth, endMonth, year),
  mark: ({ dueMonth }) => yearOfMonth(dueMonth) === year,
});

const ofPartner = (partner: string): Wanted => ({
  task: ({ lead, participants }) => lead.shortName === partner || participants.includes(partner),
  mark: ({ lead }) => lead.shortName === partner,
});

/** Deliverables and milestones have no working state of their own: they answer to `late` only. */
const inState = (state: PlanState): Wanted => ({
  task: (task) => (state === 'late' ? task.timeliness === 'late' : task.status.state === state),
  mark: ({ late }) => state === 'late' && late,
});

function saying(text: string): (row: Named) => boolean {
  const wanted = plainLetters(text);
  return ({ number, title }) => plainLetters(`${number} ${title}`).includes(wanted);
}

function wantedBy({ year, partner, state }: PlanFilter): Wanted[] {
  return [
    ...(year === null ? [] : [ofYear(year)]),
    ...(partner === null ? [] : [ofPartner(partner)]),
    ...(state === null ? [] : [inState(state)]),
  ];
}

function narrowed<W extends FilterableWork>(work: W, wanted: readonly Wanted[]): W {
  return {
    ...work,
    tasks: work.tasks.filter((task) => wanted.every((one) => one.task(task))),
    deliverables: work.deliverables.filter((mark) => wanted.every((one) => one.mark(mark))),
    milestones: work.milestones.filter((mark) => wanted.every((one) => one.mark(mark))),
  };
}

const isEmpty = ({ tasks, deliverables, milestones }: FilterableWork): boolean =>
  tasks.length + deliverables.length + milestones.length === 0;

/**
 * The plan as a filter asks for it. A work package stays as long as something in it does; when only year or work package
 * are asked for, also as long as its months touch the year. One whose own name has the text keeps all that is in it.
 */
export function filterPlan<W extends FilterableWork>(works: readonly W[], filter: PlanFilter): W[] {
  const text = filter.text.trim();
  const says = saying(text);
  const bySomething = filter.partner !== null || filter.state !== null || text !== '';
  return works
    .filter(({ number }) => filter.workPackage === null || number === filter.workPackage)
    .filter(({ startMonth, endMonth }) => filter.year === null || touchesYear(startMonth, endMonth, filter.year))
    .map((work) => narrowed(work, [...wantedBy(filter), ...(says(work) ? [] : [{ task: says, mark: says }])]))
    .filter((work) => !bySomething || !isEmpty(work));
}
