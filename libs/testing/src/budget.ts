import type { BudgetCell, BudgetRow, BudgetView } from '@office/contracts';
import { sumCents } from '@office/domain';
import { CONSORTIUM } from './consortium.js';
import { PROJECT_START, idOf } from './fixed.js';

const annex2Row = (...shares: number[]): BudgetCell[] =>
  shares.map((shareCents, index) => ({ workPackageId: idOf('work-package', index + 1), shareCents }));

/** The row's total is the sum of its cells unless it is given. */
export function aBudgetRow(overrides: Partial<BudgetRow> = {}): BudgetRow {
  const cells = overrides.cells ?? annex2Row(560_000, 1_240_000);
  return { beneficiary: { ...CONSORTIUM.QUI }, cells, totalCents: sumCents(cells.map((cell) => cell.shareCents)), ...overrides };
}

const columnTotal = (rows: readonly BudgetRow[], workPackageId: string): number =>
  sumCents(rows.flatMap((row) => row.cells.filter((cell) => cell.workPackageId === workPackageId).map((cell) => cell.shareCents)));

/** Two beneficiaries by two work packages; column totals, corner and maximum grant follow from the rows. */
export function aBudget(overrides: Partial<BudgetView> = {}): BudgetView {
  const rows = overrides.rows ?? [aBudgetRow({ beneficiary: { ...CONSORTIUM.AL }, cells: annex2Row(2_840_000, 960_000) }), aBudgetRow()];
  const totalCents = sumCents(rows.map((row) => row.totalCents));
  return {
    currency: 'EUR',
    annex2Version: 1,
    inForceFrom: PROJECT_START,
    demonstration: true,
    maximumGrantCents: totalCents,
    fundingRateBasisPoints: 9_000,
    workPackages: [
      {
        id: idOf('work-package', 1),
        number: 'WP1',
        title: 'Project coordination and quality control',
        totalCents: columnTotal(rows, idOf('work-package', 1)),
        progress: 35,
        claim: null,
      },
      {
        id: idOf('work-package', 2),
        number: 'WP2',
        title: 'Overview on Erasmus+ programme in higher education sector',
        totalCents: columnTotal(rows, idOf('work-package', 2)),
        progress: 40,
        claim: null,
      },
    ],
    rows,
    totalCents,
    categories: [],
    ...overrides,
  };
}
