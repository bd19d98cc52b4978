import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { cents } from '../kernel/cents.js';
import { sumMatrix, type Share } from './share-matrix.js';
import {
  compareShares,
  reverseTransfer,
  transferShare,
  transferShares,
  type Cell,
  type Transfer,
  type TransferRefusal,
} from './transfer.js';

fc.configureGlobal({ seed: 20_240_101 });

const cell = (workPackage: string, beneficiary: string): Cell => ({ workPackage, beneficiary });
const share = (workPackage: string, beneficiary: string, amount: number): Share => ({
  ...cell(workPackage, beneficiary),
  amountCents: cents(amount),
});
const matrix = [share('WP1', 'AL', 450), share('WP1', 'QUI', 90), share('WP2', 'AL', 180), share('WP2', 'QUI', 180)];
const transfer = (from: Cell, to: Cell, amount: number): Transfer => ({ from, to, amountCents: cents(amount) });
const NONE: ReadonlySet<string> = new Set();

describe('a transfer between cells of Annex 2', () => {
  it('moves the amount and nothing else', () => {
    expect(transferShare(matrix, transfer(cell('WP1', 'AL'), cell('WP2', 'QUI'), 50), NONE)).toEqual({
      ok: true,
      value: [share('WP1', 'AL', 400), share('WP1', 'QUI', 90), share('WP2', 'AL', 180), share('WP2', 'QUI', 230)],
    });
  });

  it('may empty a cell', () => {
    const answer = transferShare(matrix, transfer(cell('WP1', 'QUI'), cell('WP1', 'AL'), 90), NONE);
    expect(answer.ok && answer.value.slice(0, 2)).toEqual([share('WP1', 'AL', 540), share('WP1', 'QUI', 0)]);
  });

  it.each<[string, Transfer, string[], TransferRefusal]>([
    ['of nothing', transfer(cell('WP1', 'AL'), cell('WP1', 'QUI'), 0), [], { code: 'amount-not-positive' }],
    ['of less than nothing', transfer(cell('WP1', 'AL'), cell('WP1', 'QUI'), -1), [], { code: 'amount-not-positive' }],
    ['to itself', transfer(cell('WP1', 'AL'), cell('WP1', 'AL'), 1), [], { code: 'same-cell' }],
    ['to nowhere', transfer(cell('WP1', 'AL'), cell('WP9', 'AL'), 1), [], { code: 'cell-unknown', cell: cell('WP9', 'AL') }],
    ['from nowhere', transfer(cell('WP1', 'XX'), cell('WP1', 'AL'), 1), [], { code: 'cell-unknown', cell: cell('WP1', 'XX') }],
    [
      'out of a paid work package',
      transfer(cell('WP1', 'AL'), cell('WP2', 'AL'), 1),
      ['WP1'],
      { code: 'work-package-frozen', cell: cell('WP1', 'AL') },
    ],
    [
      'into a paid work package',
      transfer(cell('WP2', 'AL'), cell('WP1', 'AL'), 1),
      ['WP1'],
      { code: 'work-package-frozen', cell: cell('WP1', 'AL') },
    ],
    [
      'of more than there is',
      transfer(cell('WP1', 'QUI'), cell('WP1', 'AL'), 91),
      [],
      { code: 'share-too-small', cell: cell('WP1', 'QUI'), shareCents: cents(90) },
    ],
  ])('%s is refused', (_case, wanted, frozen, reason) => {
    expect(transferShare(matrix, wanted, new Set(frozen))).toEqual({ ok: false, reason });
  });

  const cells = fc.constantFrom(...matrix.map(({ workPackage, beneficiary }) => cell(workPackage, beneficiary)));
  const wanted = fc.record({ from: cells, to: cells, amountCents: fc.integer({ min: -10, max: 500 }).map(cents) });
  const frozen = fc.subarray(['WP1', 'WP2']).map((numbers) => new Set(numbers));

  it('never moves the total, never leaves a cell below 0, never touches what is frozen', () => {
    fc.assert(
      fc.property(fc.array(wanted, { maxLength: 8 }), frozen, (list, closed) => {
        const after = list.reduce<readonly Share[]>((shares, one) => {
          const answer = transferShare(shares, one, closed);
          return answer.ok ? answer.value : shares;
        }, matrix);
        expect(sumMatrix(after).total).toBe(sumMatrix(matrix).total);
        expect(after.every(({ amountCents }) => amountCents >= 0)).toBe(true);
        expect(compareShares(matrix, after).filter(({ workPackage }) => closed.has(workPackage))).toEqual([]);
      }),
    );
  });

  it('is undone by its reverse', () => {
    fc.assert(
      fc.property(wanted, (one) => {
        const there = transferShare(matrix, one, NONE);
        const back = there.ok ? transferShare(there.value, reverseTransfer(one), NONE) : there;
        expect(back).toEqual(there.ok ? { ok: true, value: matrix } : there);
      }),
    );
  });
});

describe('several transfers', () => {
  it('build on each other', () => {
    const list = [transfer(cell('WP2', 'AL'), cell('WP1', 'QUI'), 180), transfer(cell('WP1', 'QUI'), cell('WP2', 'QUI'), 200)];
    const answer = transferShares(matrix, list, NONE);
    expect(answer.ok && answer.value.map(({ amountCents }) => amountCents)).toEqual([450, 70, 0, 380]);
  });

  it('stand or fall together, and the one that fails is named', () => {
    const list = [transfer(cell('WP2', 'AL'), cell('WP1', 'AL'), 100), transfer(cell('WP2', 'AL'), cell('WP1', 'AL'), 100)];
    expect(transferShares(matrix, list, NONE)).toEqual({
      ok: false,
      reason: { index: 1, refusal: { code: 'share-too-small', cell: cell('WP2', 'AL'), shareCents: 80 } },
    });
  });
});

describe('two versions of Annex 2', () => {
  it('differ in the cells that changed, came or went', () => {
    const after = [share('WP1', 'AL', 440), share('WP1', 'QUI', 90), share('WP3', 'AL', 10), share('WP2', 'QUI', 180)];
    expect(compareShares(matrix, after)).toEqual([
      { ...cell('WP1', 'AL'), beforeCents: 450, afterCents: 440 },
      { ...cell('WP3', 'AL'), beforeCents: 0, afterCents: 10 },
      { ...cell('WP2', 'AL'), beforeCents: 180, afterCents: 0 },
    ]);
  });

  it('are the same when nothing moved', () => {
    expect(compareShares(matrix, matrix.toReversed())).toEqual([]);
  });
});
