import type { DistributionState, HoldReason, PaymentKind } from '@office/domain';
import type { BeneficiaryRef, PersonRef, Versioned, WithProvenance } from './common.js';

/** What the Data Sheet says about payments; version 0 while the defaults stand. */
export interface PaymentTermsView extends Versioned {
  interimCeilingBasisPoints: number;
  prefinancingUseBasisPoints: number;
  earlyClearingBasisPoints: number;
  /** ISO 3166-1 codes of countries whose partners need a national approval before they are paid. */
  approvalCountries: string[];
}

/** One partner's part of a payment. */
export interface DistributionView extends Versioned {
  id: string;
  beneficiary: BeneficiaryRef;
  amountCents: number;
  state: DistributionState;
  /** Why the partner cannot be paid today; null when it can, or is. */
  hold: HoldReason | null;
  /** Why the coordinator holds it back, in words; empty when nobody does. */
  heldReason: string;
  sentOn: string | null;
  confirmed: { at: string; by: PersonRef } | null;
}

export interface PaymentView extends Versioned, WithProvenance {
  id: string;
  kind: PaymentKind;
  /** Number of the reporting period it follows; null for a prefinancing. */
  period: number | null;
  expectedOn: string;
  expectedCents: number;
  receivedOn: string | null;
  receivedCents: number | null;
  note: string;
  distribution: DistributionView[];
  /** Received and not planned for anybody: it stays with the coordinator. */
  undistributedCents: number;
}

/** The approval of a national authority to receive the money (handbook 4.4). Version 0 until somebody wrote it. */
export interface NationalApprovalView extends Versioned {
  authority: string;
  reference: string;
  submittedOn: string | null;
  approvedOn: string | null;
  validUntil: string | null;
}

/** A partner's money: its share, what it has got, and what keeps it from being paid. */
export interface CashPartner {
  beneficiary: BeneficiaryRef;
  shareCents: number;
  /** Sent by the coordinator and confirmed by the partner. */
  confirmedCents: number;
  /** Sent and not confirmed yet. */
  underwayCents: number;
  accession: { accededOn: string | null } & Versioned;
  needsApproval: boolean;
  approval: NationalApprovalView;
  hold: HoldReason | null;
}

/** The page "Cash". One request. */
export interface CashView {
  currency: string;
  maximumGrantCents: number;
  acceptedCents: number;
  receivedCents: number;
  terms: PaymentTermsView;
  payments: PaymentView[];
  partners: CashPartner[];
}

/** `PUT .../cash/terms`, with `If-Match` ("0" for the first). */
export type PaymentTermsRequest = Omit<PaymentTermsView, 'version'>;

/** `POST .../payments` and `PUT .../payments/{id}` (with `If-Match`, before it is received). */
export interface PaymentRequest {
  kind: PaymentKind;
  period?: number | null;
  expectedOn: string;
  expectedCents: number;
  note?: string;
}

/** `POST .../payments/{id}/receipt`, with `If-Match`: what came; the parts are proposed by the shares. */
export interface ReceiptRequest {
  receivedOn: string;
  receivedCents: number;
}

/** `PUT .../payments/{id}/distribution`, with `If-Match` of the payment: every part that has not been sent. */
export interface DistributionRequest {
  parts: { beneficiaryId: string; amountCents: number; heldReason?: string }[];
}

/** `POST .../distributions/{id}/sending`, with `If-Match`. */
export interface SendingRequest {
  sentOn: string;
}

/** `PUT .../cash/partners/{beneficiaryId}/accession`, with `If-Match` ("0" for the first). */
export interface AccessionRequest {
  accededOn: string;
}

/** `PUT .../cash/partners/{beneficiaryId}/approval`, with `If-Match` ("0" for the first). */
export interface NationalApprovalRequest {
  authority: string;
  reference?: string;
  submittedOn?: string | null;
  approvedOn?: string | null;
  validUntil?: string | null;
}
