import type { PlainDate } from '../kernel/plain-date.js';
import { monthEnd } from '../kernel/project-month.js';
import { warningAt } from './finding-at.js';
import type { Plan } from './plan.js';
import type { PlanChange } from './plan-change.js';
import type { PlanFinding } from './plan-finding.js';

/** Start date (AT24), duration (AT25) and reporting periods (AT26) are asked for before the end of the action (handbook 1.8). */
const isBoundToEnd = ({ kind }: PlanChange): boolean => kind.startsWith('project.');

/** The last day on which these changes of a plan as agreed can be asked for; null where any day will do. */
export const lastDayToAsk = (changes: readonly PlanChange[], plan: Plan): PlainDate | null =>
  changes.some(isBoundToEnd) ? monthEnd(plan.startDate, plan.durationMonths) : null;

/** Changes that come too late on a day. A warning: the request may have gone out in time and be written down later. */
export function lateRequests(changes: readonly PlanChange[], plan: Plan, day: PlainDate): PlanFinding[] {
  const latest = lastDayToAsk(changes, plan);
  if (latest === null || day <= latest) return [];
  return changes.flatMap((change, index) =>
    isBoundToEnd(change) ? [warningAt(`changes.${index}.kind`, 'project-ended', { latest })] : [],
  );
}
