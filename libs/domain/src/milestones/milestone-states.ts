import type { StateMachine } from '../kernel/state-machine.js';
import type { Permission } from '../access/permissions.js';
import { monthEnd, type ProjectMonth } from '../kernel/project-month.js';
import type { PlainDate } from '../kernel/plain-date.js';
import { ok, refuse, type Result } from '../kernel/result.js';
import { evidenceUrl as evidenceUrlOf } from '../work-plan/task-part.js';

/** Life of a milestone (handbook 6.1): EACEA asks "achieved, yes or no", and for an estimate where not. */
export const MILESTONE_STATES = ['open', 'not-achieved', 'achieved'] as const;
export type MilestoneState = (typeof MILESTONE_STATES)[number];

export const MILESTONE_ACTIONS = ['report-achieved', 'report-not-achieved'] as const;
export type MilestoneAction = (typeof MILESTONE_ACTIONS)[number];

export type MilestoneEvent = 'milestone.achieved' | 'milestone.not-achieved';

const achieved = { action: 'report-achieved', to: 'achieved', who: 'milestone.report', facts: [], event: 'milestone.achieved' } as const;
const postponed = {
  action: 'report-not-achieved',
  to: 'not-achieved',
  who: 'milestone.report',
  facts: [],
  event: 'milestone.not-achieved',
} as const;

/** An estimate may be given anew for as long as the milestone is not achieved. */
export const milestoneMachine: StateMachine<MilestoneState, MilestoneAction, never, Permission, MilestoneEvent> = {
  name: 'milestone',
  states: MILESTONE_STATES,
  actions: MILESTONE_ACTIONS,
  initial: 'open',
  final: ['achieved'],
  transitions: [
    { from: 'open', ...achieved },
    { from: 'open', ...postponed },
    { from: 'not-achieved', ...postponed },
    { from: 'not-achieved', ...achieved },
  ],
};

export interface Achievement {
  readonly achievedOn: PlainDate;
  /** What proves it, in the words of the means of verification. */
  readonly evidence: string;
  /** Where the proof lies, if it has an address. */
  readonly evidenceUrl: string | null;
}

export type AchievementFinding =
  | { readonly path: 'achievedOn'; readonly code: 'must-not-be-in-the-future' | 'must-not-be-before-the-start' }
  | { readonly path: 'evidence'; readonly code: 'evidence-needed' }
  | { readonly path: 'evidenceUrl'; readonly code: 'must-be-web-address' };

/** Achieved on a day of the project that has come, and with a proof. */
export function checkAchievement(
  achievement: Achievement,
  projectStart: PlainDate,
  today: PlainDate,
): Result<Achievement, readonly AchievementFinding[]> {
  const { achievedOn, evidence, evidenceUrl } = achievement;
  const findings: AchievementFinding[] = [
    ...(achievedOn > today ? [{ path: 'achievedOn', code: 'must-not-be-in-the-future' } as const] : []),
    ...(achievedOn < projectStart ? [{ path: 'achievedOn', code: 'must-not-be-before-the-start' } as const] : []),
    ...(evidence.trim() === '' ? [{ path: 'evidence', code: 'evidence-needed' } as const] : []),
    ...(evidenceUrl !== null && evidenceUrlOf(evidenceUrl) === null ? [{ path: 'evidenceUrl', code: 'must-be-web-address' } as const] : []),
  ];
  return findings.length === 0 ? ok(achievement) : refuse(findings);
}

export interface Postponement {
  /** The day it is now expected to be achieved. */
  readonly estimate: PlainDate;
  readonly reason: string;
}

export type PostponementFinding =
  | { readonly path: 'estimate'; readonly code: 'must-be-in-the-future' | 'must-be-within-the-project' }
  | { readonly path: 'reason'; readonly code: 'reason-needed' };

/** A new estimate lies ahead and within the project, and comes with its reason. */
export function checkPostponement(
  postponement: Postponement,
  project: { readonly startDate: PlainDate; readonly durationMonths: number },
  today: PlainDate,
): Result<Postponement, readonly PostponementFinding[]> {
  const { estimate, reason } = postponement;
  const last = monthEnd(project.startDate, project.durationMonths);
  const findings: PostponementFinding[] = [
    ...(estimate <= today ? [{ path: 'estimate', code: 'must-be-in-the-future' } as const] : []),
    ...(estimate > last ? [{ path: 'estimate', code: 'must-be-within-the-project' } as const] : []),
    ...(reason.trim() === '' ? [{ path: 'reason', code: 'reason-needed' } as const] : []),
  ];
  return findings.length === 0 ? ok(postponement) : refuse(findings);
}

export interface MilestoneFacts {
  readonly state: MilestoneState;
  readonly dueMonth: ProjectMonth;
  readonly estimate: PlainDate | null;
}

/** The day a milestone is expected: its estimate once it has one, its due day before. */
export const expectedOn = ({ dueMonth, estimate }: MilestoneFacts, projectStart: PlainDate): PlainDate =>
  estimate ?? monthEnd(projectStart, dueMonth);

/** Past the day it is expected and not achieved: EACEA then asks for an estimate (handbook 2.4, 7). */
export const isMilestoneLate = (milestone: MilestoneFacts, projectStart: PlainDate, today: PlainDate): boolean =>
  milestone.state !== 'achieved' && today > expectedOn(milestone, projectStart);
