import { isWithEacea } from '../deliverables/deliverable.js';
import type { DeliverableState } from '../deliverables/deliverable-states.js';
import type { PlainDate } from '../kernel/plain-date.js';
import type { ProjectMonth } from '../kernel/project-month.js';
import type { MilestoneState } from '../milestones/milestone-states.js';
import type { RoundOutcome } from '../quality-board/quality-board.js';
import type { ReportState } from '../reporting/report-states.js';
import type { WorkState } from '../work-plan/work-status.js';

interface Named {
  readonly id: string;
  readonly number: string;
  readonly title: string;
  readonly leadBeneficiaryId: string;
}

interface Work extends Named {
  readonly startMonth: ProjectMonth;
  readonly endMonth: ProjectMonth;
  readonly state: WorkState;
  /** Whether its lead says how it stands; it follows from what is inside of it otherwise. */
  readonly overridden: boolean;
  /** What was last said of it; the reason where its lead says that it is blocked. */
  readonly narrative: string;
  readonly lastUpdateOn: PlainDate | null;
}

/** A partner's own part of a task that stands still. */
export interface BlockedPart {
  readonly beneficiaryId: string;
  readonly reason: string;
  readonly since: PlainDate;
}

export interface WatchedTask extends Work {
  readonly workPackageId: string;
  /** Ids of the beneficiaries that take part, the lead not repeated. */
  readonly participantIds: readonly string[];
  readonly blockedParts: readonly BlockedPart[];
  /** Ids of tasks and deliverables. */
  readonly dependsOn: readonly string[];
}

export type WatchedWorkPackage = Work;

export interface WatchedDeliverable extends Named {
  readonly workPackageId: string;
  readonly dueMonth: ProjectMonth;
  readonly state: DeliverableState;
  readonly dependsOn: readonly string[];
  readonly review: WatchedReview | null;
}

/** The open review round of a deliverable. */
export interface WatchedReview {
  readonly closesOn: PlainDate;
  readonly isOver: boolean;
  /** Beneficiaries whose verdict is awaited. */
  readonly awaitedIds: readonly string[];
  /** What the verdicts come to so far. */
  readonly outcome: RoundOutcome;
  /** Beneficiaries of the board that have a vote here: any of them closes the round once there is an outcome. */
  readonly votingIds: readonly string[];
}

export interface WatchedMilestone extends Named {
  readonly dueMonth: ProjectMonth;
  readonly workPackageIds: readonly string[];
  readonly state: MilestoneState;
  readonly estimate: PlainDate | null;
}

export interface WatchedReport {
  readonly id: string;
  readonly number: number;
  readonly toMonth: ProjectMonth;
  readonly daysToReport: number;
  readonly state: ReportState;
}

export interface WatchedPartner {
  readonly id: string;
  readonly shortName: string;
  readonly name: string;
  /** The day somebody of it last did something in the project. */
  readonly lastUpdateOn: PlainDate | null;
}

/** Everything that the warnings of a project are reckoned from. */
export interface WatchedProject {
  readonly startDate: PlainDate;
  readonly today: PlainDate;
  readonly workPackages: readonly WatchedWorkPackage[];
  readonly tasks: readonly WatchedTask[];
  readonly deliverables: readonly WatchedDeliverable[];
  readonly milestones: readonly WatchedMilestone[];
  readonly reports: readonly WatchedReport[];
  readonly partners: readonly WatchedPartner[];
}

/** What may be waited for: a task or a deliverable. */
export interface Predecessor {
  readonly number: string;
  readonly leadBeneficiaryId: string;
  readonly kind: 'task' | 'deliverable';
  readonly state: WorkState | DeliverableState;
}

/** Tasks and deliverables that are not finished, by id. */
export function unfinishedOf(project: WatchedProject): ReadonlyMap<string, Predecessor> {
  const tasks = project.tasks.filter(({ state }) => state !== 'done').map((task) => [task.id, { ...task, kind: 'task' as const }] as const);
  const deliverables = project.deliverables
    .filter(({ state }) => !isWithEacea(state))
    .map((deliverable) => [deliverable.id, { ...deliverable, kind: 'deliverable' as const }] as const);
  return new Map<string, Predecessor>([...tasks, ...deliverables]);
}
