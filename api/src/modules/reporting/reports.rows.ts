import type { BeneficiaryRef, JustificationView, PersonRef } from '@office/contracts';
import type { DeliverableState, PlainDate, Provenance, ReportKind, ReportState, WorkState } from '@office/domain';
import type { MilestoneRow } from '../milestones/milestones.mapper.js';
import type { ClaimableRow, ClaimRow } from './claims.rows.js';

export interface PeriodRow {
  readonly id: string;
  readonly number: number;
  readonly kind: ReportKind;
  readonly fromMonth: number;
  readonly toMonth: number;
  readonly daysToReport: number;
  readonly provenance: Provenance;
  readonly state: ReportState;
  readonly version: number;
  readonly firstLockedAt: string | null;
  readonly submittedAt: string | null;
  readonly returnReason: string;
  readonly updatedAt: string | null;
  readonly updatedBy: PersonRef | null;
  readonly justifications: (JustificationView & { readonly deliverableId: string })[];
}

export interface DueDeliverableRow {
  readonly id: string;
  readonly number: string;
  readonly title: string;
  readonly lead: BeneficiaryRef;
  readonly workPackageId: string;
  readonly dueMonth: number;
  readonly state: DeliverableState;
}

export interface DueWorkPackageRow {
  readonly id: string;
  readonly number: string;
  readonly title: string;
  readonly lead: BeneficiaryRef;
  readonly startMonth: number;
  readonly endMonth: number;
  readonly state: WorkState;
  readonly progress: number;
  readonly narrative: string;
  readonly tasks: readonly { readonly startMonth: number; readonly endMonth: number; readonly state: WorkState }[];
}

/** Everything that the reports of one project tell of. */
export interface ReportsRow {
  readonly startDate: PlainDate;
  readonly durationMonths: number;
  readonly deadlineTimeZone: string;
  readonly currency: string;
  readonly periods: PeriodRow[];
  readonly deliverables: DueDeliverableRow[];
  readonly milestones: MilestoneRow[];
  readonly workPackages: DueWorkPackageRow[];
  readonly claimable: ClaimableRow[];
  readonly claims: ClaimRow[];
}
