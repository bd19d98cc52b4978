import { daysBetween, type PlainDate } from '../kernel/plain-date.js';
import type { DeliverableState } from './deliverable-states.js';

/** Type codes of the EU form (handbook 2.3). */
export const DELIVERABLE_TYPES = ['R', 'DEM', 'DEC', 'DATA', 'DMP', 'ETHICS', 'SECURITY', 'OTHER'] as const;
export type DeliverableType = (typeof DELIVERABLE_TYPES)[number];

export const DISSEMINATION_LEVELS = ['PU', 'SEN', 'R-UE/EU-R', 'C-UE/EU-C', 'S-UE/EU-S'] as const;
export type DisseminationLevel = (typeof DISSEMINATION_LEVELS)[number];

/** What one beneficiary has to do with a deliverable. */
export const DELIVERABLE_PARTS = ['lead', 'contributor', 'reviewer'] as const;
export type DeliverablePart = (typeof DELIVERABLE_PARTS)[number];

/** Handed in: the consortium's own work on it is done, unless EACEA gives it back. */
export const isWithEacea = (state: DeliverableState): boolean => state === 'submitted' || state === 'accepted';

/** Past its day and not yet handed to EACEA. */
export const isLate = (state: DeliverableState, dueDate: PlainDate, today: PlainDate): boolean => !isWithEacea(state) && today > dueDate;

/** Due within the reminder window, 35 days by default (handbook 3.2), and not yet handed to EACEA. */
export function isDueSoon(state: DeliverableState, dueDate: PlainDate, today: PlainDate, windowDays = 35): boolean {
  const days = daysBetween(today, dueDate);
  return !isWithEacea(state) && days >= 0 && days <= windowDays;
}

interface TaskFacts {
  readonly workPackageNumber: string;
  readonly lead: string;
  readonly participants: readonly string[];
  readonly startMonth: number;
  readonly endMonth: number;
}

/**
 * Who contributes to a deliverable that does not say so: everybody in the tasks of its work package that the same
 * beneficiary leads and that span its due month; the lead itself is not repeated.
 */
export function contributorsOf(
  deliverable: { readonly workPackageNumber: string; readonly lead: string; readonly dueMonth: number },
  tasks: readonly TaskFacts[],
): string[] {
  const spans = (task: TaskFacts): boolean => task.startMonth <= deliverable.dueMonth && deliverable.dueMonth <= task.endMonth;
  const related = tasks.filter(
    (task) => task.workPackageNumber === deliverable.workPackageNumber && task.lead === deliverable.lead && spans(task),
  );
  return [...new Set(related.flatMap((task) => task.participants))].filter((name) => name !== deliverable.lead);
}
