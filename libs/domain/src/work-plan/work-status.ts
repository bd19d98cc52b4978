import { ok, refuse, type Result } from '../kernel/result.js';
import { monthEnd, monthStart, type ProjectMonth } from '../kernel/project-month.js';
import type { PlainDate } from '../kernel/plain-date.js';

/** Working state of a task or a work package; "declared", "accepted" and "paid" are other fields (handbook 6.1). */
export const WORK_STATES = ['not-started', 'in-progress', 'blocked', 'done'] as const;
export type WorkState = (typeof WORK_STATES)[number];

/** Working state as people report it. */
export interface WorkStatus {
  readonly state: WorkState;
  /** Whole percent, 0 to 100. */
  readonly progress: number;
  readonly narrative: string;
}

export type WorkStatusFinding =
  | {
      readonly path: 'progress';
      readonly code: 'must-be-whole-percent' | 'must-be-zero-when-not-started' | 'must-be-hundred-when-done' | 'must-be-below-hundred';
    }
  | { readonly path: 'narrative'; readonly code: 'reason-needed-when-blocked' };

function progressFindings({ state, progress }: WorkStatus): WorkStatusFinding[] {
  if (!Number.isInteger(progress) || progress < 0 || progress > 100) return [{ path: 'progress', code: 'must-be-whole-percent' }];
  switch (state) {
    case 'not-started':
      return progress === 0 ? [] : [{ path: 'progress', code: 'must-be-zero-when-not-started' }];
    case 'done':
      return progress === 100 ? [] : [{ path: 'progress', code: 'must-be-hundred-when-done' }];
    case 'in-progress':
    case 'blocked':
      return progress < 100 ? [] : [{ path: 'progress', code: 'must-be-below-hundred' }];
  }
}

/** Progress and state must tell the same story: nothing before the start, 100 % when done and only then, a reason when blocked. */
export function checkWorkStatus(status: WorkStatus): Result<WorkStatus, readonly WorkStatusFinding[]> {
  const findings = progressFindings(status);
  if (status.state === 'blocked' && status.narrative.trim() === '')
    findings.push({ path: 'narrative', code: 'reason-needed-when-blocked' });
  return findings.length === 0 ? ok(status) : refuse(findings);
}

/** How the work stands against its months. */
export const TIMELINESSES = ['planned', 'should-have-started', 'on-time', 'at-risk', 'late', 'done'] as const;
export type Timeliness = (typeof TIMELINESSES)[number];

/**
 * Late: past the last day and not done. Should have started: its first month has begun and nobody has. At risk: its
 * months are not over, but it is blocked.
 */
export function timelinessOf(
  work: { readonly state: WorkState; readonly startMonth: ProjectMonth; readonly endMonth: ProjectMonth },
  projectStart: PlainDate,
  today: PlainDate,
): Timeliness {
  if (work.state === 'done') return 'done';
  if (today > monthEnd(projectStart, work.endMonth)) return 'late';
  if (work.state === 'blocked') return 'at-risk';
  if (work.state === 'in-progress') return 'on-time';
  return today >= monthStart(projectStart, work.startMonth) ? 'should-have-started' : 'planned';
}

/** What is inside a work package, as far as its own standing hangs on it. */
export interface WorkPackageContent {
  readonly tasks: readonly Timeliness[];
  /** Whether each deliverable is late. */
  readonly deliverablesLate: readonly boolean[];
}

/**
 * A work package stands as its own months say, but is at risk while a task or a deliverable inside is late or a task is
 * blocked: who reads "on time" may rely on everything in it. What its lead calls done stays done.
 */
export function workPackageTimeliness(own: Timeliness, { tasks, deliverablesLate }: WorkPackageContent): Timeliness {
  if (own === 'done' || own === 'late') return own;
  const isHeldUp = tasks.some((task) => task === 'late' || task === 'at-risk') || deliverablesLate.includes(true);
  return isHeldUp ? 'at-risk' : own;
}
