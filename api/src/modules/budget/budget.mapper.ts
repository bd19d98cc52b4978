import type { BudgetCell, BudgetView } from '@office/contracts';
import { COST_CATEGORIES, sumCents, type CostCategory } from '@office/domain';
import type { BudgetFactsRow } from './budget.repository.js';

const cellKey = (workPackageId: string, beneficiaryId: string): string => `${workPackageId} ${beneficiaryId}`;

type Estimate = NonNullable<BudgetCell['estimate']>;

function estimateByCell(facts: BudgetFactsRow): Map<string, Estimate> {
  const cells = new Map<string, Estimate>();
  for (const { workPackageId, beneficiaryId, category, cents } of facts.estimate) {
    const key = cellKey(workPackageId, beneficiaryId);
    cells.set(key, [...(cells.get(key) ?? []), { category, cents }]);
  }
  return cells;
}

function categoryTotals(facts: BudgetFactsRow): { category: CostCategory; cents: number }[] {
  if (facts.estimate.length === 0) return [];
  return COST_CATEGORIES.map((category) => ({
    category,
    cents: sumCents(facts.estimate.filter((line) => line.category === category).map((line) => line.cents)),
  }));
}

/** The matrix with every cell present: a beneficiary without a share in a work package shows 0. */
export function budgetView(facts: BudgetFactsRow, withEstimate: boolean): BudgetView {
  const shares = new Map(facts.shares.map((share) => [cellKey(share.workPackageId, share.beneficiaryId), share.cents]));
  const estimates = estimateByCell(facts);
  const rows = facts.beneficiaries.map((beneficiary) => {
    const cells = facts.workPackages.map(({ id: workPackageId }): BudgetCell => {
      const key = cellKey(workPackageId, beneficiary.id);
      return { workPackageId, shareCents: shares.get(key) ?? 0, ...(withEstimate && { estimate: estimates.get(key) ?? [] }) };
    });
    return { beneficiary, cells, totalCents: sumCents(cells.map((cell) => cell.shareCents)) };
  });
  return {
    currency: facts.currency,
    annex2Version: facts.annex2Version,
    inForceFrom: facts.inForceFrom,
    demonstration: facts.moneyProvenance === 'demonstration',
    maximumGrantCents: facts.maximumGrantCents,
    fundingRateBasisPoints: facts.fundingRateBasisPoints,
    workPackages: facts.workPackages.map((workPackage, column) => ({
      ...workPackage,
      totalCents: sumCents(rows.map((row) => row.cells[column]?.shareCents ?? 0)),
    })),
    rows,
    totalCents: sumCents(rows.map((row) => row.totalCents)),
    categories: categoryTotals(facts),
  };
}
