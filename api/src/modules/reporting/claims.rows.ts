import type { BeneficiaryRef, PersonRef } from '@office/contracts';
import type { ClaimState, DeclarationKind, DeliverableState, PlainDate, WorkState } from '@office/domain';

/** What stands in a report about a work package. */
export interface ClaimRow {
  readonly periodId: string;
  readonly workPackageId: string;
  readonly state: ClaimState;
  readonly kind: DeclarationKind;
  readonly completionBasisPoints: number | null;
  readonly justification: string;
  readonly gapsReason: string;
  readonly declaredAt: string;
  readonly declaredBy: PersonRef;
  readonly decidedAt: string | null;
  readonly decidedBy: PersonRef | null;
  readonly decisionNote: string;
  readonly paidOn: PlainDate | null;
  readonly version: number;
  readonly accepted: readonly { readonly beneficiaryId: string; readonly cents: number }[];
}

/** A work package with what a claim of it is held against. */
export interface ClaimableRow {
  readonly id: string;
  readonly number: string;
  readonly title: string;
  readonly shares: readonly { readonly beneficiary: BeneficiaryRef; readonly shareCents: number }[];
  readonly parts: readonly {
    readonly taskId: string;
    readonly number: string;
    readonly beneficiary: BeneficiaryRef;
    readonly state: WorkState;
    readonly evidence: number;
  }[];
  readonly deliverables: readonly {
    readonly id: string;
    readonly number: string;
    readonly lead: BeneficiaryRef;
    readonly state: DeliverableState;
  }[];
}
