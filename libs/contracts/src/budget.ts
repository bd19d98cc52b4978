import type { ClaimState, CostCategory } from '@office/domain';
import type { BeneficiaryRef } from './common.js';

export interface BudgetCell {
  workPackageId: string;
  shareCents: number;
  /** Estimated costs by category, total costs before the funding rate; only with `?categories=true`. */
  estimate?: { category: CostCategory; cents: number }[];
}

export interface BudgetRow {
  beneficiary: BeneficiaryRef;
  cells: BudgetCell[];
  totalCents: number;
}

/** How far a work package has come to its money; the shares of one that EACEA accepted are frozen (handbook 6.2 no. 3). */
export interface BudgetClaim {
  state: ClaimState;
  /** Number of the reporting period. */
  period: number;
  acceptedCents: number;
  /** `YYYY-MM-DD` */
  paidOn: string | null;
}

/** Annex 2 as a matrix; rows and columns in the agreement's order, every cell present. */
export interface BudgetView {
  currency: string;
  annex2Version: number;
  /** `YYYY-MM-DD` */
  inForceFrom: string;
  demonstration: boolean;
  maximumGrantCents: number;
  fundingRateBasisPoints: number;
  workPackages: {
    id: string;
    number: string;
    title: string;
    totalCents: number;
    progress: number;
    /** The claim that EACEA accepted, else the newest one; null before it is declared completed. */
    claim: BudgetClaim | null;
  }[];
  rows: BudgetRow[];
  totalCents: number;
  /** Sums of the estimate; empty unless asked for. */
  categories: { category: CostCategory; cents: number }[];
}
