import { isLate } from '../deliverables/deliverable.js';
import type { DeliverableState } from '../deliverables/deliverable-states.js';
import { monthEnd, type ProjectMonth } from '../kernel/project-month.js';
import type { PlainDate } from '../kernel/plain-date.js';
import { isMilestoneLate, type MilestoneState } from '../milestones/milestone-states.js';
import type { WorkState } from '../work-plan/work-status.js';
import { isReportWithEacea, type ReportFact, type ReportState } from './report-states.js';

export interface PeriodFacts {
  readonly number: number;
  readonly fromMonth: ProjectMonth;
  readonly toMonth: ProjectMonth;
  readonly state: ReportState;
}

/**
 * The period in whose report something due in a month is told: the one that contains the month, or, while it is open, the
 * next whose report is not with EACEA yet. The last period takes whatever is left.
 */
export function tellingPeriod(dueMonth: ProjectMonth, isOpen: boolean, periods: readonly PeriodFacts[]): PeriodFacts | null {
  const ordered = [...periods].sort((a, b) => a.fromMonth - b.fromMonth);
  const own = ordered.findIndex(({ toMonth }) => dueMonth <= toMonth);
  const from = own === -1 ? ordered.length - 1 : own;
  const later = isOpen ? ordered.slice(from).find(({ state }) => !isReportWithEacea(state)) : ordered[from];
  return later ?? ordered.at(-1) ?? null;
}

export interface ReportedDeliverable {
  readonly id: string;
  readonly state: DeliverableState;
  readonly dueMonth: ProjectMonth;
  /** Why it is late; empty where nobody has said. */
  readonly justification: string;
}

export interface ReportedMilestone {
  readonly id: string;
  readonly state: MilestoneState;
  readonly dueMonth: ProjectMonth;
  readonly estimate: PlainDate | null;
}

export interface ReportedWorkPackage {
  readonly id: string;
  readonly state: WorkState;
  readonly endMonth: ProjectMonth;
  /** What its lead has last said about it. */
  readonly narrative: string;
}

/** What one report has to tell of. */
export interface ReportContent {
  readonly deliverables: readonly ReportedDeliverable[];
  readonly milestones: readonly ReportedMilestone[];
  readonly workPackages: readonly ReportedWorkPackage[];
}

export const LOCK_CHECKS = ['period-ended', 'late-deliverables-justified', 'milestones-estimated', 'work-packages-described'] as const;
export type LockCheckKind = (typeof LOCK_CHECKS)[number];

/** One line of the check-list before a report is locked for review (handbook 7). */
export interface LockCheck {
  readonly kind: LockCheckKind;
  /** Whether the lock waits for it; the others are told only. */
  readonly required: boolean;
  readonly done: boolean;
  /** Ids of what is still missing. */
  readonly missing: readonly string[];
}

/** Whether a deliverable needs a justification when the report is locked. */
export const needsJustification = (
  { state, dueMonth }: Pick<ReportedDeliverable, 'state' | 'dueMonth'>,
  projectStart: PlainDate,
  today: PlainDate,
): boolean => isLate(state, monthEnd(projectStart, dueMonth), today);

/**
 * The check-list of one report. Late deliverables need a justification, milestones that were due an estimate ahead; work
 * packages that ended and are not told of are pointed out, and the coordinator may go on (handbook 6.2 no. 7).
 */
export function lockChecks(period: PeriodFacts, content: ReportContent, projectStart: PlainDate, today: PlainDate): LockCheck[] {
  const ended = today > monthEnd(projectStart, period.toMonth);
  const unjustified = content.deliverables.filter(
    (deliverable) => needsJustification(deliverable, projectStart, today) && deliverable.justification.trim() === '',
  );
  const unestimated = content.milestones.filter((milestone) => isMilestoneLate(milestone, projectStart, today));
  const undescribed = content.workPackages.filter(
    ({ endMonth, narrative }) => today > monthEnd(projectStart, endMonth) && narrative.trim() === '',
  );
  const check = (kind: LockCheckKind, required: boolean, missing: readonly { readonly id: string }[]): LockCheck => ({
    kind,
    required,
    done: missing.length === 0,
    missing: missing.map(({ id }) => id),
  });
  return [
    { kind: 'period-ended', required: true, done: ended, missing: [] },
    check('late-deliverables-justified', true, unjustified),
    check('milestones-estimated', true, unestimated),
    check('work-packages-described', false, undescribed),
  ];
}

/** The facts that the report's machine asks for, from its check-list. */
export function reportFacts(checks: readonly LockCheck[]): Readonly<Record<ReportFact, boolean>> {
  const holds = (kind: LockCheckKind): boolean => checks.find((check) => check.kind === kind)?.done ?? false;
  return {
    'period-ended': holds('period-ended'),
    'late-deliverables-justified': holds('late-deliverables-justified'),
    'milestones-estimated': holds('milestones-estimated'),
  };
}
