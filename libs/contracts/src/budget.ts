import type { CostCategory } from '@office/domain';
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

/** Annex 2 as a matrix; rows and columns in the agreement's order, every cell present. */
export interface BudgetView {
  currency: string;
  annex2Version: number;
  /** `YYYY-MM-DD` */
  inForceFrom: string;
  demonstration: boolean;
  maximumGrantCents: number;
  fundingRateBasisPoints: number;
  workPackages: { id: string; number: string; title: string; totalCents: number; progress: number }[];
  rows: BudgetRow[];
  totalCents: number;
  /** Sums of the estimate; empty unless asked for. */
  categories: { category: CostCategory; cents: number }[];
}
