import type { DeliverableState, ProgressSource, Standing, Timeliness, TrafficLight, WorkState } from '@office/domain';
import type { AgreementInForce, BaselineDue, BaselineMonths, WithBaseline } from './baseline.js';
import type { BeneficiaryRef, PersonRef, Versioned, WithProvenance } from './common.js';
import type { WithDependencies } from './dependencies.js';
import type { MilestoneView } from './milestones.js';
import type { TaskPartSummary } from './task-parts.js';

/** Working layer of a work package or a task. */
export interface WorkStatusView extends Versioned {
  state: WorkState;
  /** Whole percent. */
  progress: number;
  narrative: string;
  /** Whether state and progress follow from the parts (of a work package: from its tasks) or the lead said otherwise. */
  progressSource: ProgressSource;
  /** Why the lead said otherwise; empty where it is derived. */
  overrideReason: string;
  /** What the rule gives, also where it is overridden. */
  derived: Standing;
  /** How the lead sees it; work packages only. */
  trafficLight: TrafficLight | null;
  /** What comes next; work packages only. */
  nextSteps: string;
  updatedAt: string | null;
  updatedBy: PersonRef | null;
}

export interface TaskView extends WithProvenance, WithDependencies, WithBaseline<BaselineMonths> {
  id: string;
  number: string;
  title: string;
  workPackageId: string;
  lead: BeneficiaryRef;
  /** Short names, the lead not repeated. */
  participants: string[];
  /** The own part of each partner, the lead's first. */
  parts: TaskPartSummary[];
  startMonth: number;
  endMonth: number;
  timeliness: Timeliness;
  status: WorkStatusView;
}

/** A deliverable as a mark on the plan. */
export interface DeliverableMark extends WithDependencies, WithBaseline<BaselineDue> {
  id: string;
  number: string;
  title: string;
  lead: BeneficiaryRef;
  dueMonth: number;
  dueOn: string;
  state: DeliverableState;
  late: boolean;
}

export interface WorkPackageView extends WithProvenance, WithBaseline<BaselineMonths> {
  id: string;
  number: string;
  title: string;
  objectives: string;
  lead: BeneficiaryRef;
  startMonth: number;
  endMonth: number;
  timeliness: Timeliness;
  status: WorkStatusView;
}

export interface WorkPackagePlan extends WorkPackageView {
  tasks: TaskView[];
  deliverables: DeliverableMark[];
  milestones: MilestoneView[];
}

/** The page "Work plan" in one answer; `year` null is all years. */
export interface WorkPlanView {
  startDate: string;
  durationMonths: number;
  years: number;
  year: number | null;
  agreement: AgreementInForce;
  workPackages: WorkPackagePlan[];
}

/** `PUT .../work-packages/{id}/status` and `PUT .../tasks/{id}/status`, with `If-Match`. */
export interface WorkStatusRequest {
  state: WorkState;
  progress: number;
  narrative: string;
  /** `derived`: state and progress are those that follow from the parts, whatever is sent; `overridden` when left out. */
  progressSource?: ProgressSource;
  /** Why the figures are others than the derived ones; the narrative says it when this is left out. */
  overrideReason?: string;
  /** Work packages only. */
  trafficLight?: TrafficLight | null;
  /** Work packages only. */
  nextSteps?: string;
}

/** One line of the diary of a work package or a task, newest first. */
export interface StatusUpdateView {
  id: string;
  at: string;
  by: PersonRef;
  /** Whose part of the task it tells of; null for the whole. */
  part: BeneficiaryRef | null;
  state: WorkState;
  progress: number;
  narrative: string;
  progressSource: ProgressSource;
  trafficLight: TrafficLight | null;
  nextSteps: string;
}
