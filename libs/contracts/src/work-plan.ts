import type { DeliverableState, Timeliness, WorkState } from '@office/domain';
import type { BeneficiaryRef, PersonRef, Versioned, WithProvenance } from './common.js';

/** Working layer of a work package or a task. */
export interface WorkStatusView extends Versioned {
  state: WorkState;
  /** Whole percent. */
  progress: number;
  narrative: string;
  updatedAt: string | null;
  updatedBy: PersonRef | null;
}

export interface TaskView extends WithProvenance {
  id: string;
  number: string;
  title: string;
  workPackageId: string;
  lead: BeneficiaryRef;
  /** Short names, the lead not repeated. */
  participants: string[];
  startMonth: number;
  endMonth: number;
  timeliness: Timeliness;
  status: WorkStatusView;
}

export interface MilestoneView extends WithProvenance {
  id: string;
  number: string;
  title: string;
  /** Numbers of its work packages: WP4, WP5. */
  workPackages: string[];
  lead: BeneficiaryRef;
  dueMonth: number;
  dueOn: string;
  meansOfVerification: string;
}

/** A deliverable as a mark on the plan. */
export interface DeliverableMark {
  id: string;
  number: string;
  title: string;
  lead: BeneficiaryRef;
  dueMonth: number;
  dueOn: string;
  state: DeliverableState;
  late: boolean;
}

export interface WorkPackageView extends WithProvenance {
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
  workPackages: WorkPackagePlan[];
}

/** `PUT .../work-packages/{id}/status` and `PUT .../tasks/{id}/status`, with `If-Match`. */
export interface WorkStatusRequest {
  state: WorkState;
  progress: number;
  narrative: string;
}

/** One line of the diary of a work package or a task, newest first. */
export interface StatusUpdateView {
  id: string;
  at: string;
  by: PersonRef;
  state: WorkState;
  progress: number;
  narrative: string;
}
