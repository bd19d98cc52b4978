import type { BeneficiaryRef, BudgetClaim, BudgetView } from '@office/contracts';
import { type BasisPoints, cents, type CostCategory, isFrozen, partOf, type Cents, shareOf, sumCents } from '@office/domain';

export interface MatrixColumn {
  readonly id: string;
  readonly number: string;
  readonly title: string;
  /** Whole percent. */
  readonly progress: number;
  readonly totalCents: number;
  readonly claim: BudgetClaim | null;
  /** Part of the whole grant. */
  readonly part: BasisPoints;
}

export interface MatrixCell {
  readonly workPackageId: string;
  readonly cents: number;
  /** Part of the work package. */
  readonly part: BasisPoints;
}

export interface MatrixRow {
  readonly beneficiary: BeneficiaryRef;
  /** The signed-in person's own institution. */
  readonly own: boolean;
  readonly cells: readonly MatrixCell[];
  readonly totalCents: number;
  readonly part: BasisPoints;
}

export interface Matrix {
  readonly columns: readonly MatrixColumn[];
  readonly rows: readonly MatrixRow[];
  readonly totalCents: number;
}

const part = (amount: number, whole: number): BasisPoints => partOf(cents(amount), cents(whole));

/** Annex 2 as it is drawn: every cell with its part of its work package, every sum with its part of the grant. */
export function matrixOf(view: BudgetView, ownBeneficiaryId: string | null): Matrix {
  const totals = new Map(view.workPackages.map((work) => [work.id, work.totalCents]));
  return {
    columns: view.workPackages.map((work) => ({ ...work, part: part(work.totalCents, view.totalCents) })),
    rows: view.rows.map(({ beneficiary, cells, totalCents }) => ({
      beneficiary,
      own: beneficiary.id === ownBeneficiaryId,
      cells: cells.map(({ workPackageId, shareCents }) => {
        return { workPackageId, cents: shareCents, part: part(shareCents, totals.get(workPackageId) ?? 0) };
      }),
      totalCents,
      part: part(totalCents, view.totalCents),
    })),
    totalCents: view.totalCents,
  };
}

export interface CategoryRow {
  readonly category: CostCategory;
  /** In the order of the work packages. */
  readonly cents: readonly number[];
  readonly totalCents: number;
}

export interface CategoryTable {
  readonly rows: readonly CategoryRow[];
  readonly columnCents: readonly number[];
  readonly totalCents: number;
  /** The total times the funding rate. */
  readonly fundedCents: Cents;
}

/** The estimate by cost category and work package, of one beneficiary or of all; null when it was not asked for. */
export function categoriesOf(view: BudgetView, beneficiaryId: string | null): CategoryTable | null {
  if (view.categories.length === 0) return null;
  const rows = view.rows.filter((row) => beneficiaryId === null || row.beneficiary.id === beneficiaryId);
  const lines = rows.flatMap((row) =>
    row.cells.flatMap(({ workPackageId, estimate = [] }) => estimate.map((line) => ({ workPackageId, ...line }))),
  );
  const sum = (wanted: (line: (typeof lines)[number]) => boolean): Cents => sumCents(lines.filter(wanted).map((line) => line.cents));
  const totalCents = sum(() => true);
  return {
    rows: view.categories.map(({ category }) => ({
      category,
      cents: view.workPackages.map(({ id }) => sum((line) => line.category === category && line.workPackageId === id)),
      totalCents: sum((line) => line.category === category),
    })),
    columnCents: view.workPackages.map(({ id }) => sum((line) => line.workPackageId === id)),
    totalCents,
    fundedCents: shareOf(totalCents, view.fundingRateBasisPoints as BasisPoints),
  };
}

export interface BudgetFigures {
  readonly own: MatrixRow | null;
  /** Work packages that EACEA accepted, wholly or in part, and what it accepted. */
  readonly acceptedCount: number;
  readonly acceptedCents: number;
  /** Lump sums of work packages whose work is done and that EACEA has not accepted. */
  readonly readyCents: number;
  /** Progress of the work packages, each weighing what its lump sum does; whole percent. */
  readonly progress: number;
}

export function figuresOf(matrix: Matrix): BudgetFigures {
  const accepted = matrix.columns.filter(({ claim }) => claim !== null && isFrozen(claim.state));
  const ready = matrix.columns.filter((column) => column.progress === 100 && !accepted.includes(column));
  const weighted = matrix.columns.reduce((sum, column) => sum + column.totalCents * column.progress, 0);
  return {
    own: matrix.rows.find((row) => row.own) ?? null,
    acceptedCount: accepted.length,
    acceptedCents: sumCents(accepted.map(({ claim }) => claim?.acceptedCents ?? 0)),
    readyCents: sumCents(ready.map((column) => column.totalCents)),
    progress: matrix.totalCents === 0 ? 0 : Math.floor(weighted / matrix.totalCents),
  };
}
