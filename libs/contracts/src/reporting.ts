import type { DeliverableState, LockCheck, ReportKind, ReportState, Timeliness, WorkState } from '@office/domain';
import type { ClaimView } from './claims.js';
import type { BeneficiaryRef, PersonRef, Versioned, WithProvenance } from './common.js';
import type { MilestoneView } from './milestones.js';

/** Why a deliverable was late at the end of a period; kept with the period. Version 0 until somebody wrote it. */
export interface JustificationView extends Versioned {
  text: string;
  updatedAt: string | null;
  updatedBy: PersonRef | null;
}

export interface ReportDeliverable {
  id: string;
  number: string;
  title: string;
  lead: BeneficiaryRef;
  dueMonth: number;
  dueOn: string;
  state: DeliverableState;
  late: boolean;
  justification: JustificationView;
}

/** A work package whose work ends in the period and is then to be declared completed or not. */
export interface ReportWorkPackage {
  id: string;
  number: string;
  title: string;
  lead: BeneficiaryRef;
  endMonth: number;
  endsOn: string;
  state: WorkState;
  progress: number;
  timeliness: Timeliness;
}

export interface ReportView extends Versioned, WithProvenance {
  /** Id of its reporting period. */
  id: string;
  number: number;
  kind: ReportKind;
  fromMonth: number;
  toMonth: number;
  startsOn: string;
  endsOn: string;
  /** The day it is due, never rolled to a working day (handbook 2.8). */
  dueOn: string;
  /** The last minute of that day in the zone of EU deadlines. */
  dueAt: string;
  state: ReportState;
  /** When its content was first locked: EACEA's Part A is what stood there then (handbook 2.7). */
  firstLockedAt: string | null;
  submittedAt: string | null;
  /** EACEA's reason, when it sent the report back. */
  returnReason: string;
  updatedAt: string | null;
  updatedBy: PersonRef | null;
  /** What must be in by then, what an earlier report left open included. */
  deliverables: ReportDeliverable[];
  milestones: MilestoneView[];
  workPackages: ReportWorkPackage[];
  /** The "Status of work packages": every one of the project, in the agreement's order. */
  claims: ClaimView[];
  checks: LockCheck[];
}

/** The page "Reports". One request. */
export interface ReportsView {
  startDate: string;
  durationMonths: number;
  currency: string;
  reports: ReportView[];
}

/** `POST .../reports/{id}/return`, with `If-Match`. */
export interface ReportReturnRequest {
  reason: string;
}

/** `PUT .../reports/{id}/justifications/{deliverableId}`, with `If-Match` of the justification ("0" for the first). */
export interface JustificationRequest {
  text: string;
}
