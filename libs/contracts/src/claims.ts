import type { ClaimGapKind, ClaimState, DeclarationKind } from '@office/domain';
import type { BeneficiaryRef, PersonRef, Versioned } from './common.js';

/** What the coordinator said of a work package in a report. */
export interface DeclarationView {
  kind: DeclarationKind;
  /** Part of the described activities that was done, when it is only part of them. */
  completionBasisPoints: number | null;
  justification: string;
  gapsReason: string;
  at: string;
  by: PersonRef;
}

/** Something that is missing, with the number of the deliverable or task ("D2.1", "T2.2") and the partner that owes it. */
export interface ClaimGapView {
  kind: ClaimGapKind;
  subjectId: string;
  number: string;
  beneficiary: BeneficiaryRef;
}

/** One line of the "Status of work packages" (handbook 1.5): declared, accepted, paid. Version 0 until it is declared. */
export interface ClaimView extends Versioned {
  workPackage: { id: string; number: string; title: string };
  state: ClaimState;
  declaration: DeclarationView | null;
  gaps: ClaimGapView[];
  shareCents: number;
  /** What the declaration asks for; 0 without one. */
  claimedCents: number;
  /** What EACEA accepted in this period; 0 until it has. */
  acceptedCents: number;
  shares: { beneficiary: BeneficiaryRef; shareCents: number; acceptedCents: number }[];
  /** Number of the earlier or later period in which EACEA accepted it; null when none did. */
  acceptedInPeriod: number | null;
  decision: { at: string; by: PersonRef; note: string } | null;
  paidOn: string | null;
}

/** `PUT .../reports/{id}/work-packages/{workPackageId}/declaration`, with `If-Match` of the claim ("0" for the first). */
export interface DeclarationRequest {
  kind: DeclarationKind;
  /** 1 to 9999; only with `partially-completed`, which only the last period knows. */
  completionBasisPoints?: number | null;
  justification: string;
  /** Needed when something is missing and it is declared completed all the same. */
  gapsReason?: string;
}

/** `POST .../reports/{id}/work-packages/{workPackageId}/acceptance`, with `If-Match`. */
export interface ClaimAcceptanceRequest {
  note: string;
}

/** `POST .../partial-acceptance`, with `If-Match`: an amount for each beneficiary with a share. */
export interface ClaimPartialAcceptanceRequest {
  amounts: { beneficiaryId: string; cents: number }[];
  note: string;
}

/** `POST .../rejection`, with `If-Match`. */
export interface ClaimRejectionRequest {
  reason: string;
}

/** `POST .../payment`, with `If-Match`. */
export interface ClaimPaymentRequest {
  /** `YYYY-MM-DD`, not in the future. */
  paidOn: string;
}
