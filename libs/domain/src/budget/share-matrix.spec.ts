import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { allocate, basisPoints, cents, shareOf, sumCents } from '../kernel/cents.js';
import { COST_CATEGORIES, checkShares, sumMatrix, type AgreementMoney, type EstimateLine, type Share } from './share-matrix.js';

fc.configureGlobal({ seed: 20_240_101 });

const share = (workPackage: string, beneficiary: string, amount: number): Share => ({
  workPackage,
  beneficiary,
  amountCents: cents(amount),
});
const line = (workPackage: string, beneficiary: string, amount: number): EstimateLine => ({
  ...share(workPackage, beneficiary, amount),
  category: 'A',
});

/** Two work packages, two beneficiaries, 90 %: right in every cell. */
const right: AgreementMoney = {
  maximumGrantCents: cents(900),
  fundingRate: basisPoints(9_000),
  workPackages: new Set(['WP1', 'WP2']),
  beneficiaries: new Set(['AL', 'QUI']),
  shares: [share('WP1', 'AL', 450), share('WP1', 'QUI', 90), share('WP2', 'AL', 180), share('WP2', 'QUI', 180)],
  estimate: [line('WP1', 'AL', 300), line('WP1', 'AL', 200), line('WP1', 'QUI', 100), line('WP2', 'AL', 200), line('WP2', 'QUI', 200)],
};
const findingsOf = (overrides: Partial<AgreementMoney>) => {
  const answer = checkShares({ ...right, ...overrides });
  return answer.ok ? [] : answer.reason;
};
const warningsOf = (overrides: Partial<AgreementMoney>) => {
  const answer = checkShares({ ...right, ...overrides });
  return answer.ok ? answer.value.warnings : null;
};
const [first, ...rest] = right.shares as [Share, ...Share[]];

describe('sumMatrix', () => {
  it('sums rows, columns and the corner', () => {
    expect(sumMatrix(right.shares)).toEqual({
      perBeneficiary: new Map([
        ['AL', 630],
        ['QUI', 270],
      ]),
      perWorkPackage: new Map([
        ['WP1', 540],
        ['WP2', 360],
      ]),
      total: 900,
    });
  });

  it('of nothing is nothing', () => {
    expect(sumMatrix([])).toEqual({ perBeneficiary: new Map(), perWorkPackage: new Map(), total: 0 });
  });

  const cells = fc.array(
    fc.record({
      workPackage: fc.constantFrom('WP1', 'WP2', 'WP3', 'WP4', 'WP5'),
      beneficiary: fc.constantFrom('AL', 'HANU', 'PXU', 'QUI', 'APAG', 'UÉ', 'UNITUS'),
      amountCents: fc.nat(1_000_000_000).map(cents),
    }),
  );

  it('has the same sum over rows, over columns and in the corner', () => {
    fc.assert(
      fc.property(cells, (shares) => {
        const { perBeneficiary, perWorkPackage, total } = sumMatrix(shares);
        expect([sumCents(perBeneficiary.values()), sumCents(perWorkPackage.values())]).toEqual([total, total]);
      }),
    );
  });

  it('does not depend on the order of the cells', () => {
    fc.assert(
      fc.property(cells, (shares) => {
        expect(sumMatrix(shares.toReversed())).toEqual(sumMatrix(shares));
      }),
    );
  });

  it('gives back what was allocated', () => {
    fc.assert(
      fc.property(
        fc.nat(1_000_000_000).map(cents),
        fc.array(fc.integer({ min: 1, max: 100 }), { minLength: 1, maxLength: 7 }),
        (grant, weights) => {
          const shares = allocate(grant, weights).map((amount, index) => share('WP1', `B${index}`, amount));
          expect(sumMatrix(shares).total).toBe(grant);
        },
      ),
    );
  });
});

describe('checkShares', () => {
  it('passes what is right, without a warning', () => {
    expect(checkShares(right)).toEqual({ ok: true, value: { matrix: sumMatrix(right.shares), warnings: [] } });
  });

  it('passes without an estimate: there is nothing to compare with', () => {
    expect(warningsOf({ estimate: [] })).toEqual([]);
  });

  it('refuses a total one cent off and names the cell to look at', () => {
    const cell = share('WP1', 'AL', 451);
    expect(findingsOf({ shares: [cell, ...rest] })).toEqual([
      { code: 'total-differs-from-maximum-grant', totalCents: 901, maximumGrantCents: 900 },
      { code: 'estimate-differs-from-share', cell, estimateCents: 500 },
    ]);
  });

  it('refuses a cell that is missing and names it with a share of 0', () => {
    expect(findingsOf({ shares: rest })).toEqual([
      { code: 'total-differs-from-maximum-grant', totalCents: 450, maximumGrantCents: 900 },
      { code: 'estimate-differs-from-share', cell: share('WP1', 'AL', 0), estimateCents: 500 },
    ]);
  });

  it('names a share that nobody estimated', () => {
    const [, ...estimate] = right.estimate.filter((at) => at.workPackage !== 'WP2' || at.beneficiary !== 'QUI');
    expect(warningsOf({ estimate: [line('WP1', 'AL', 300), ...estimate] })).toEqual([
      { code: 'estimate-differs-from-share', cell: share('WP2', 'QUI', 180), estimateCents: 0 },
    ]);
  });

  it('only warns when two cells differ and the total is right: the signed share counts', () => {
    const shares = [share('WP1', 'AL', 440), share('WP1', 'QUI', 100), share('WP2', 'AL', 180), share('WP2', 'QUI', 180)];
    expect(warningsOf({ shares })).toEqual([
      { code: 'estimate-differs-from-share', cell: shares[0], estimateCents: 500 },
      { code: 'estimate-differs-from-share', cell: shares[1], estimateCents: 100 },
    ]);
  });

  it('refuses a negative share even when the total is right', () => {
    const cell = share('WP1', 'QUI', -90);
    const shares = [share('WP1', 'AL', 630), cell, share('WP2', 'AL', 180), share('WP2', 'QUI', 180)];
    expect(findingsOf({ shares })).toEqual([{ code: 'share-negative', cell }]);
  });

  it('refuses a cell given twice even when the total is right', () => {
    const [half, other] = [share('WP1', 'AL', 400), share('WP1', 'AL', 50)];
    expect(findingsOf({ shares: [half, other, ...rest] })).toEqual([{ code: 'share-repeated', cell: other }]);
  });

  it('refuses a share of a work package or a beneficiary that the agreement does not know', () => {
    expect(findingsOf({ workPackages: new Set(['WP1']) })).toEqual(
      rest.slice(1).map((cell) => ({ code: 'share-of-unknown-work-package', cell })),
    );
    expect(findingsOf({ beneficiaries: new Set(['QUI']) })).toEqual(
      [first, rest[1]].map((cell) => ({ code: 'share-of-unknown-beneficiary', cell })),
    );
  });

  it('tells everything at once, cell by cell and the total last', () => {
    const cell = share('WP9', 'EACEA', -1);
    expect(findingsOf({ shares: [...right.shares, cell], estimate: [] })).toEqual([
      { code: 'share-negative', cell },
      { code: 'share-of-unknown-work-package', cell },
      { code: 'share-of-unknown-beneficiary', cell },
      { code: 'total-differs-from-maximum-grant', totalCents: 899, maximumGrantCents: 900 },
    ]);
  });

  it('passes every matrix whose shares come from their estimates', () => {
    fc.assert(
      fc.property(
        fc.array(fc.nat(1_000_000_000), { minLength: 1, maxLength: 7 }),
        fc.nat(10_000).map(basisPoints),
        (estimates, fundingRate) => {
          const estimate = estimates.map((amount, index) => ({ ...line('WP1', `B${index}`, amount), category: COST_CATEGORIES[index]! }));
          const shares = estimate.map((at) => share('WP1', at.beneficiary, shareOf(at.amountCents, fundingRate)));
          const beneficiaries = new Set(shares.map((at) => at.beneficiary));
          expect(warningsOf({ shares, estimate, fundingRate, beneficiaries, maximumGrantCents: sumMatrix(shares).total })).toEqual([]);
        },
      ),
    );
  });
});
