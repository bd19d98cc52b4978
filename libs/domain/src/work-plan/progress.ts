import { ok, refuse, type Result } from '../kernel/result.js';
import type { ProjectMonth } from '../kernel/project-month.js';
import type { PlainDate } from '../kernel/plain-date.js';
import { partProgress, type TaskPart } from './task-part.js';
import { checkWorkStatus, timelinessOf, type Timeliness, type WorkState, type WorkStatus, type WorkStatusFinding } from './work-status.js';

/** Where state and progress come from: the rule of this file, or the lead who says otherwise and why. */
export const PROGRESS_SOURCES = ['derived', 'overridden'] as const;
export type ProgressSource = (typeof PROGRESS_SOURCES)[number];

/** State and progress together; they always tell the same story (`checkWorkStatus`). */
export interface Standing {
  readonly state: WorkState;
  /** Whole percent, 0 to 100. */
  readonly progress: number;
}

interface Weighted extends Standing {
  readonly weight: number;
}

const BEGUN: readonly WorkState[] = ['in-progress', 'blocked', 'done'];

function stateOf(children: readonly Standing[], isBlocked: boolean): WorkState {
  if (children.length > 0 && children.every(({ state }) => state === 'done')) return 'done';
  if (isBlocked) return 'blocked';
  return children.some(({ state, progress }) => BEGUN.includes(state) || progress > 0) ? 'in-progress' : 'not-started';
}

/** Rounded down, so that only what is done altogether reaches 100. */
function meanOf(children: readonly Weighted[]): number {
  const weight = children.reduce((sum, child) => sum + child.weight, 0);
  return weight === 0 ? 0 : Math.floor(children.reduce((sum, child) => sum + child.weight * child.progress, 0) / weight);
}

const standingOf = (children: readonly Weighted[], isBlocked: boolean): Standing => ({
  state: stateOf(children, isBlocked),
  progress: meanOf(children),
});

/**
 * How a task stands by its parts. Every part counts the same, whoever's it is: the mean of the parts' progress, rounded
 * down. Done when all parts are done and only then (100 %); blocked when one part is blocked, whatever the others do: the
 * task cannot be finished without it; not started while all are. A task without parts is not started.
 */
export const taskStanding = (parts: readonly Pick<TaskPart, 'state' | 'criteria'>[]): Standing =>
  standingOf(
    parts.map((part) => ({ state: part.state, progress: partProgress(part), weight: 1 })),
    parts.some(({ state }) => state === 'blocked'),
  );

/** A task as a work package's progress counts it. */
export interface CountedTask extends Standing {
  readonly startMonth: ProjectMonth;
  readonly endMonth: ProjectMonth;
}

/**
 * All that has begun and is not finished stands still, and nothing else has its turn: a task that nobody has begun and
 * that is planned to begin no later than a blocked one can go on without it.
 */
function isHeldByTasks(tasks: readonly CountedTask[]): boolean {
  const blocked = tasks.filter(({ state }) => state === 'blocked');
  const lastBegin = Math.max(...blocked.map(({ startMonth }) => startMonth));
  const goesOn = ({ state, startMonth }: CountedTask): boolean =>
    state === 'in-progress' || (state === 'not-started' && startMonth <= lastBegin);
  return blocked.length > 0 && !tasks.some(goesOn);
}

/**
 * How a work package stands by its tasks: the mean of their progress, each weighted by the months it is planned for,
 * rounded down. Done when all are; not started while all are. A task that stands still does not stop the others: the work
 * package is then in progress and at risk (`workPackageTimeliness`). It is blocked only when all its unfinished tasks that
 * have begun, or that were to begin no later than those, are blocked, or when its lead says so. An overridden task counts
 * as its lead says.
 */
export const workPackageStanding = (tasks: readonly CountedTask[]): Standing =>
  standingOf(
    tasks.map(({ state, progress, startMonth, endMonth }) => ({ state, progress, weight: endMonth - startMonth + 1 })),
    isHeldByTasks(tasks),
  );

/** What a lead reports: words, and either the derived figures or others with a reason. */
export interface ReportedStatus extends WorkStatus {
  /** Nothing said counts as `overridden`: the figures are then the lead's own. */
  readonly progressSource?: ProgressSource | undefined;
  /** Nothing said: the narrative is the reason. */
  readonly overrideReason?: string | undefined;
}

/** What is kept of a report. */
export interface SettledStatus extends WorkStatus {
  readonly progressSource: ProgressSource;
  /** Empty unless overridden. */
  readonly overrideReason: string;
}

export type ReportFinding = WorkStatusFinding | { readonly path: 'overrideReason'; readonly code: 'reason-needed-when-overriding' };

/**
 * Settles a report against what the rule gives. Figures that are the derived ones are derived, whatever was asked for;
 * other figures are an override, which must be a sound status and needs a reason.
 */
export function settleStatus(report: ReportedStatus, derived: Standing): Result<SettledStatus, readonly ReportFinding[]> {
  const { narrative } = report;
  if (report.progressSource === 'derived' || (report.state === derived.state && report.progress === derived.progress))
    return ok({ ...derived, narrative, progressSource: 'derived', overrideReason: '' });
  const reason = (report.overrideReason ?? narrative).trim();
  const checked = checkWorkStatus({ state: report.state, progress: report.progress, narrative: narrative.trim() || reason });
  const findings: ReportFinding[] = checked.ok ? [] : [...checked.reason];
  if (reason === '') findings.push({ path: 'overrideReason', code: 'reason-needed-when-overriding' });
  if (findings.length > 0) return refuse(findings);
  return ok({ state: report.state, progress: report.progress, narrative, progressSource: 'overridden', overrideReason: reason });
}

/** How a lead sees the whole, beside state and progress. */
export const TRAFFIC_LIGHTS = ['green', 'amber', 'red'] as const;
export type TrafficLight = (typeof TRAFFIC_LIGHTS)[number];

/** What one line of the diary says of its subject at some moment. */
export interface DiaryPoint extends Standing {
  readonly narrative: string;
  readonly nextSteps: string;
  readonly trafficLight: TrafficLight | null;
}

/** Before anybody has said anything. */
export const UNTOLD: DiaryPoint = { state: 'not-started', progress: 0, narrative: '', nextSteps: '', trafficLight: null };

export const DIARY_ASPECTS = ['state', 'progress', 'trafficLight', 'narrative', 'nextSteps'] as const;
export type DiaryAspect = (typeof DIARY_ASPECTS)[number];

/** In which of its aspects a subject is another at the later moment. */
export const changesBetween = (before: DiaryPoint, after: DiaryPoint): DiaryAspect[] =>
  DIARY_ASPECTS.filter((aspect) => before[aspect] !== after[aspect]);

/** One own task on "My work", as far as its urgency goes. */
export interface OwnPart {
  readonly state: WorkState;
  readonly startMonth: ProjectMonth;
  readonly endMonth: ProjectMonth;
}

const URGENCY: readonly Timeliness[] = ['late', 'should-have-started', 'at-risk', 'on-time', 'planned', 'done'];

/**
 * Orders parts by what they ask for: late first, then what should have started, then what is under way, what lies ahead
 * and what is done; blocked before the others of its kind, then by the month in which it ends (what lies ahead: starts).
 */
export function byUrgency(projectStart: PlainDate, today: PlainDate): (a: OwnPart, b: OwnPart) => number {
  const rank = (part: OwnPart): readonly number[] => {
    const timeliness = timelinessOf(part, projectStart, today);
    const month = timeliness === 'planned' ? part.startMonth : part.endMonth;
    return [URGENCY.indexOf(timeliness), part.state === 'blocked' ? 0 : 1, timeliness === 'done' ? -month : month];
  };
  return (a, b) => {
    const [ofA, ofB] = [rank(a), rank(b)];
    return ofA.reduce((order, value, index) => order || value - (ofB[index] ?? 0), 0);
  };
}
