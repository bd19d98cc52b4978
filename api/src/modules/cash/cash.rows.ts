import type { BeneficiaryRef, NationalApprovalView, PaymentTermsView, PersonRef } from '@office/contracts';
import type { DistributionState, PaymentKind, PlainDate, Provenance } from '@office/domain';

export interface DistributionRow {
  readonly id: string;
  readonly beneficiaryId: string;
  readonly amountCents: number;
  readonly state: DistributionState;
  readonly heldReason: string;
  readonly sentOn: PlainDate | null;
  readonly confirmedAt: string | null;
  readonly confirmedBy: PersonRef | null;
  readonly version: number;
}

export interface PaymentRow {
  readonly id: string;
  readonly kind: PaymentKind;
  readonly period: number | null;
  readonly expectedOn: PlainDate;
  readonly expectedCents: number;
  readonly receivedOn: PlainDate | null;
  readonly receivedCents: number | null;
  readonly note: string;
  readonly provenance: Provenance;
  readonly version: number;
  readonly parts: readonly DistributionRow[];
}

export interface PartnerRow {
  readonly beneficiary: BeneficiaryRef;
  readonly country: string;
  readonly shareCents: number;
  readonly accededOn: PlainDate | null;
  readonly accessionVersion: number;
  readonly approval: NationalApprovalView | null;
}

/** Everything about the cash of one project. */
export interface CashRow {
  readonly currency: string;
  readonly deadlineTimeZone: string;
  readonly maximumGrantCents: number;
  readonly acceptedCents: number;
  readonly terms: PaymentTermsView | null;
  readonly payments: readonly PaymentRow[];
  readonly partners: readonly PartnerRow[];
}
