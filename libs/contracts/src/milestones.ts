import type { BaselineDue, WithBaseline } from './baseline.js';
import type { MilestoneState } from '@office/domain';
import type { BeneficiaryRef, Versioned, WithProvenance } from './common.js';

export interface MilestoneView extends Versioned, WithProvenance, WithBaseline<BaselineDue> {
  id: string;
  number: string;
  title: string;
  /** Numbers of its work packages: WP4, WP5. */
  workPackages: string[];
  lead: BeneficiaryRef;
  dueMonth: number;
  dueOn: string;
  meansOfVerification: string;
  state: MilestoneState;
  /** `YYYY-MM-DD`; null until it is achieved. */
  achievedOn: string | null;
  /** What proves it; empty until it is achieved. */
  evidence: string;
  evidenceUrl: string | null;
  /** `YYYY-MM-DD`: the day it is now expected, once it was reported as not achieved. */
  estimate: string | null;
  /** Why it was not achieved; empty otherwise. */
  reason: string;
  /** Past the day it is expected and not achieved. */
  late: boolean;
}

/** `POST .../milestones/{id}/achievement`, with `If-Match`. */
export interface AchievementRequest {
  /** `YYYY-MM-DD` */
  achievedOn: string;
  evidence: string;
  evidenceUrl: string | null;
}

/** `POST .../milestones/{id}/postponement`, with `If-Match`. */
export interface PostponementRequest {
  /** `YYYY-MM-DD`: the day it is now expected. */
  estimate: string;
  reason: string;
}
