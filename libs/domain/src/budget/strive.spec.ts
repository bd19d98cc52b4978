import { describe, expect, it } from '@jest/globals';
import strive from '../../../../api/data/strive.json' with { type: 'json' };
import { basisPoints, cents, shareOf, sumCents } from '../kernel/cents.js';
import { COST_CATEGORIES, checkShares, sumMatrix, type CostCategory, type EstimateLine, type Share } from './share-matrix.js';

const shares: Share[] = strive.lumpSumShares.map((cell) => ({ ...cell, amountCents: cents(cell.amountCents) }));
const estimate: EstimateLine[] = strive.budgetLines.map((cell) => ({
  ...cell,
  category: cell.category as CostCategory,
  amountCents: cents(cell.amountCents),
}));
const numbers = strive.workPackages.map((workPackage) => workPackage.number);
const names = strive.beneficiaries.map((beneficiary) => beneficiary.shortName);
const fundingRate = basisPoints(strive.project.fundingRateBasisPoints);

/** The seed as the application ships it: what every page of the demonstration stands on. */
describe("STRIVE's lump sum", () => {
  it('is 400 000 euro, to the cent, in rows, columns and corner', () => {
    const { perBeneficiary, perWorkPackage, total } = sumMatrix(shares);
    expect([total, strive.project.maximumGrantCents]).toEqual([40_000_000, 40_000_000]);
    expect([sumCents(perBeneficiary.values()), sumCents(perWorkPackage.values())]).toEqual([total, total]);
  });

  it('has one share for each of five work packages and seven beneficiaries', () => {
    const cells = shares.map((cell) => `${cell.workPackage} ${cell.beneficiary}`);
    expect(cells.toSorted()).toEqual(numbers.flatMap((number) => names.map((name) => `${number} ${name}`)).toSorted());
  });

  it('is 90 % of the estimate in every cell', () => {
    const off = shares.filter((cell) => {
      const lines = estimate.filter((at) => at.workPackage === cell.workPackage && at.beneficiary === cell.beneficiary);
      return shareOf(sumCents(lines.map((at) => at.amountCents)), fundingRate) !== cell.amountCents;
    });
    expect([fundingRate, off]).toEqual([9_000, []]);
  });

  it('is estimated in categories that the agreement names', () => {
    expect(Object.keys(strive.costCategories)).toEqual([...COST_CATEGORIES]);
    expect(estimate.filter((at) => !COST_CATEGORIES.includes(at.category))).toEqual([]);
  });

  it('passes the check of the import without a warning', () => {
    const maximumGrantCents = cents(strive.project.maximumGrantCents);
    const answer = checkShares({
      maximumGrantCents,
      fundingRate,
      workPackages: new Set(numbers),
      beneficiaries: new Set(names),
      shares,
      estimate,
    });
    expect(answer).toEqual({ ok: true, value: { matrix: sumMatrix(shares), warnings: [] } });
  });
});
