import { cents, shareOf, sumCents, type BasisPoints, type Cents } from '../kernel/cents.js';
import { ok, refuse, type Result } from '../kernel/result.js';

/** Cost categories of the detailed budget table (handbook 1.3). */
export const COST_CATEGORIES = ['A', 'B', 'C1', 'C2', 'C3', 'D', 'E'] as const;
export type CostCategory = (typeof COST_CATEGORIES)[number];

/** One cell of Annex 2: what one beneficiary is entitled to for one work package. */
export interface Share {
  readonly workPackage: string;
  readonly beneficiary: string;
  readonly amountCents: Cents;
}

/** One line of the detailed estimate behind a cell. */
export interface EstimateLine extends Share {
  readonly category: CostCategory;
}

export interface ShareMatrix {
  readonly perBeneficiary: ReadonlyMap<string, Cents>;
  readonly perWorkPackage: ReadonlyMap<string, Cents>;
  readonly total: Cents;
}

export type ShareMatrixFinding =
  | {
      readonly code: 'share-negative' | 'share-repeated' | 'share-of-unknown-work-package' | 'share-of-unknown-beneficiary';
      readonly cell: Share;
    }
  | { readonly code: 'estimate-differs-from-share'; readonly cell: Share; readonly estimateCents: Cents }
  | { readonly code: 'total-differs-from-maximum-grant'; readonly totalCents: Cents; readonly maximumGrantCents: Cents };

/** The name of a cell. */
export const cellKey = (cell: Pick<Share, 'workPackage' | 'beneficiary'>): string => `${cell.workPackage} × ${cell.beneficiary}`;

function sumBy<T extends Share>(cells: readonly T[], key: (cell: T) => string): Map<string, Cents> {
  const sums = new Map<string, Cents>();
  for (const cell of cells) sums.set(key(cell), sumCents([sums.get(key(cell)) ?? 0, cell.amountCents]));
  return sums;
}

/** Row, column and corner sums of the matrix (handbook 1.4). */
export const sumMatrix = (shares: readonly Share[]): ShareMatrix => ({
  perBeneficiary: sumBy(shares, (cell) => cell.beneficiary),
  perWorkPackage: sumBy(shares, (cell) => cell.workPackage),
  total: sumCents(shares.map((cell) => cell.amountCents)),
});

export interface AgreementMoney {
  readonly maximumGrantCents: Cents;
  readonly fundingRate: BasisPoints;
  readonly workPackages: ReadonlySet<string>;
  readonly beneficiaries: ReadonlySet<string>;
  readonly shares: readonly Share[];
  readonly estimate: readonly EstimateLine[];
}

export interface CheckedShares {
  readonly matrix: ShareMatrix;
  /** Cells whose estimate times the funding rate is not the share: allowed, the signed share counts (handbook 1.3). */
  readonly warnings: readonly ShareMatrixFinding[];
}

function cellFindings(money: AgreementMoney): ShareMatrixFinding[] {
  const seen = new Set<string>();
  return money.shares.flatMap((cell): ShareMatrixFinding[] => {
    const repeated = seen.has(cellKey(cell));
    seen.add(cellKey(cell));
    return [
      ...(repeated ? [{ code: 'share-repeated' as const, cell }] : []),
      ...(cell.amountCents < 0 ? [{ code: 'share-negative' as const, cell }] : []),
      ...(money.workPackages.has(cell.workPackage) ? [] : [{ code: 'share-of-unknown-work-package' as const, cell }]),
      ...(money.beneficiaries.has(cell.beneficiary) ? [] : [{ code: 'share-of-unknown-beneficiary' as const, cell }]),
    ];
  });
}

/** Compares every cell that has a share or an estimate; without any estimate there is nothing to compare with. */
function estimateFindings(money: AgreementMoney): ShareMatrixFinding[] {
  if (money.estimate.length === 0) return [];
  const shares = sumBy(money.shares, cellKey);
  const estimates = sumBy(money.estimate, cellKey);
  const cells = new Map([...money.shares, ...money.estimate].map((cell) => [cellKey(cell), cell]));
  return [...cells].flatMap(([key, { workPackage, beneficiary }]): ShareMatrixFinding[] => {
    const amountCents = shares.get(key) ?? cents(0);
    const estimateCents = estimates.get(key) ?? cents(0);
    if (shareOf(estimateCents, money.fundingRate) === amountCents) return [];
    return [{ code: 'estimate-differs-from-share', cell: { workPackage, beneficiary, amountCents }, estimateCents }];
  });
}

/**
 * Invariant 1 of the handbook (6.2), to the cent: every share is known, unique and not negative, and all of them sum to
 * the maximum grant. When they do not, the cells that differ from their estimate come along: they are where to look.
 */
export function checkShares(money: AgreementMoney): Result<CheckedShares, readonly ShareMatrixFinding[]> {
  const matrix = sumMatrix(money.shares);
  const findings = cellFindings(money);
  const warnings = estimateFindings(money);
  if (matrix.total !== money.maximumGrantCents) {
    findings.push(
      { code: 'total-differs-from-maximum-grant', totalCents: matrix.total, maximumGrantCents: money.maximumGrantCents },
      ...warnings,
    );
  }
  return findings.length === 0 ? ok({ matrix, warnings }) : refuse(findings);
}
