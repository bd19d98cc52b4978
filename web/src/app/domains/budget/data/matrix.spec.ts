import { describe, expect, it } from '@jest/globals';
import { aBudget, aBudgetRow, CONSORTIUM } from '@office/testing';
import fc from 'fast-check';
import { categoriesOf, figuresOf, matrixOf } from './matrix';

const sum = (amounts: readonly number[]): number => amounts.reduce((total, amount) => total + amount, 0);

describe('matrix of shares', () => {
  it('sums to the same corner along rows, columns and cells, whatever the shares', () => {
    const share = fc.integer({ min: 0, max: 100_000_000 });
    fc.assert(
      fc.property(fc.array(fc.tuple(share, share), { minLength: 1, maxLength: 12 }), (shares) => {
        const rows = shares.map((row) =>
          aBudgetRow({ cells: row.map((shareCents, index) => ({ workPackageId: aBudget().workPackages[index]!.id, shareCents })) }),
        );
        const matrix = matrixOf(aBudget({ rows }), null);
        expect(sum(matrix.rows.map((row) => row.totalCents))).toBe(matrix.totalCents);
        expect(sum(matrix.columns.map((column) => column.totalCents))).toBe(matrix.totalCents);
        expect(sum(matrix.rows.flatMap((row) => row.cells.map((cell) => cell.cents)))).toBe(matrix.totalCents);
      }),
    );
  });

  it('knows the part of a cell, a column and a row', () => {
    const matrix = matrixOf(aBudget(), CONSORTIUM.QUI.id);
    expect(matrix.columns.map((column) => column.part)).toEqual([6_071, 3_928]);
    expect(matrix.rows[1]?.cells.map((cell) => cell.part)).toEqual([1_647, 5_636]);
    expect(matrix.rows.map((row) => row.own)).toEqual([false, true]);
  });

  it('draws nothing of nothing', () => {
    const cells = aBudget().workPackages.map(({ id }) => ({ workPackageId: id, shareCents: 0 }));
    const matrix = matrixOf(aBudget({ rows: [aBudgetRow({ cells })] }), null);
    expect(matrix.rows[0]?.cells.map((cell) => cell.part)).toEqual([0, 0]);
    expect(figuresOf(matrix)).toEqual({ own: null, acceptedCount: 0, acceptedCents: 0, readyCents: 0, progress: 0 });
  });
});

describe('figures', () => {
  it('weigh progress by lump sum, and tell what is ready to declare', () => {
    const [first, second] = aBudget().workPackages;
    const view = aBudget({
      workPackages: [
        { ...first!, progress: 100 },
        { ...second!, progress: 50 },
      ],
    });
    const { own, ...figures } = figuresOf(matrixOf(view, CONSORTIUM.QUI.id));
    expect(own?.totalCents).toBe(1_800_000);
    expect(figures).toEqual({ acceptedCount: 0, acceptedCents: 0, readyCents: 3_400_000, progress: 80 });
  });

  it.each([
    ['accepted', 1, 3_000_000, 0],
    ['under-assessment', 0, 0, 3_400_000],
    ['rejected', 0, 0, 3_400_000],
  ] as const)('count what EACEA accepted, and nothing that is %s otherwise', (state, acceptedCount, acceptedCents, readyCents) => {
    const [first, second] = aBudget().workPackages;
    const claim = { state, period: 1, acceptedCents, paidOn: null };
    const view = aBudget({ workPackages: [{ ...first!, progress: 100, claim }, second!] });
    expect(figuresOf(matrixOf(view, null))).toMatchObject({ acceptedCount, acceptedCents, readyCents });
  });
});

describe('estimate by cost category', () => {
  const ids = aBudget().workPackages.map((work) => work.id);
  const cell = (index: number, a: number, c1: number) => ({
    workPackageId: ids[index]!,
    shareCents: 0,
    estimate: [
      { category: 'A' as const, cents: a },
      { category: 'C1' as const, cents: c1 },
    ],
  });
  const view = aBudget({
    rows: [
      aBudgetRow({ cells: [cell(0, 1_000, 10), cell(1, 2_000, 20)] }),
      aBudgetRow({ beneficiary: CONSORTIUM.AL, cells: [cell(0, 3_000, 30), cell(1, 0, 0)] }),
    ],
    categories: [
      { category: 'A', cents: 6_000 },
      { category: 'C1', cents: 60 },
    ],
  });

  it('sums over all beneficiaries', () => {
    expect(categoriesOf(view, null)).toEqual({
      rows: [
        { category: 'A', cents: [4_000, 2_000], totalCents: 6_000 },
        { category: 'C1', cents: [40, 20], totalCents: 60 },
      ],
      columnCents: [4_040, 2_020],
      totalCents: 6_060,
      fundedCents: 5_454,
    });
  });

  it('shows one beneficiary alone', () => {
    expect(categoriesOf(view, CONSORTIUM.AL.id)).toMatchObject({ columnCents: [3_030, 0], totalCents: 3_030 });
  });

  it('is not there unless it was asked for', () => {
    expect(categoriesOf(aBudget(), null)).toBeNull();
  });
});
