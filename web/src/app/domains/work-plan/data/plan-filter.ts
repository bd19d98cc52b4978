import type { TaskView, WorkPackagePlan, WorkPlanView } from '@office/contracts';
import { touchesYear, yearOfMonth } from '@office/domain';

/** What of the plan is shown; it lives in the address, so that a view can be sent to somebody. */
export interface PlanFilter {
  /** Project year; null is all. */
  readonly year: number | null;
  /** Short name of a beneficiary; null is all. */
  readonly partner: string | null;
  readonly text: string;
}

export const NO_FILTER: PlanFilter = { year: null, partner: null, text: '' };

type Address = Readonly<Record<'year' | 'partner' | 'text', string | null>>;

/** @param get reads one parameter of the address; what makes no sense there is as if it was not there. */
export function filterOf(get: (name: string) => string | null): PlanFilter {
  const year = Number(get('year'));
  const partner = get('partner')?.trim() ?? '';
  return {
    year: Number.isInteger(year) && year > 0 ? year : null,
    partner: partner === '' ? null : partner,
    text: get('text')?.trim() ?? '',
  };
}

/** Parameters of the address; null takes one out. */
export const addressOf = ({ year, partner, text }: PlanFilter): Address => ({
  year: year === null ? null : String(year),
  partner,
  text: text.trim() === '' ? null : text.trim(),
});

/** Letters without marks and case, so that "evora" finds Évora and "hue" finds Huế. */
const plain = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').replace(/đ/giu, 'd').toLowerCase();

const takesPart = (task: TaskView, partner: string): boolean => task.lead.shortName === partner || task.participants.includes(partner);

function ofYear(work: WorkPackagePlan, year: number | null): WorkPackagePlan {
  if (year === null) return work;
  return {
    ...work,
    tasks: work.tasks.filter((task) => touchesYear(task.startMonth, task.endMonth, year)),
    deliverables: work.deliverables.filter((deliverable) => yearOfMonth(deliverable.dueMonth) === year),
    milestones: work.milestones.filter((milestone) => yearOfMonth(milestone.dueMonth) === year),
  };
}

function ofPartner(work: WorkPackagePlan, partner: string | null): WorkPackagePlan {
  if (partner === null) return work;
  const leads = ({ lead }: { lead: { shortName: string } }): boolean => lead.shortName === partner;
  return {
    ...work,
    tasks: work.tasks.filter((task) => takesPart(task, partner)),
    deliverables: work.deliverables.filter(leads),
    milestones: work.milestones.filter(leads),
  };
}

function withText(work: WorkPackagePlan, text: string): WorkPackagePlan {
  const wanted = plain(text);
  const says = (row: { number: string; title: string }): boolean => plain(`${row.number} ${row.title}`).includes(wanted);
  if (wanted === '' || says(work)) return work;
  return {
    ...work,
    tasks: work.tasks.filter(says),
    deliverables: work.deliverables.filter(says),
    milestones: work.milestones.filter(says),
  };
}

const isEmpty = (work: WorkPackagePlan): boolean => work.tasks.length + work.deliverables.length + work.milestones.length === 0;

/**
 * The plan as the filter asks for it. A work package stays as long as something in it does; without partner and text
 * also as long as its months touch the year. One whose own name has the text keeps all that is in it.
 */
export function filtered(plan: WorkPlanView, { year, partner, text }: PlanFilter): WorkPackagePlan[] {
  const narrowed = partner !== null || text.trim() !== '';
  return plan.workPackages
    .filter((work) => year === null || touchesYear(work.startMonth, work.endMonth, year))
    .map((work) => withText(ofPartner(ofYear(work, year), partner), text.trim()))
    .filter((work) => !narrowed || !isEmpty(work));
}

/** Short names of all who take part in the plan, leads and participants, in alphabetical order. */
export function partnersOf(plan: WorkPlanView): string[] {
  const names = plan.workPackages.flatMap((work) => [
    work.lead.shortName,
    ...work.tasks.flatMap((task) => [task.lead.shortName, ...task.participants]),
  ]);
  return [...new Set(names)].sort((a, b) => a.localeCompare(b));
}
