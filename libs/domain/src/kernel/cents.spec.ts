import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { FULL, allocate, basisPoints, cents, partOf, shareOf, sumCents, type BasisPoints, type Cents } from './cents.js';

fc.configureGlobal({ seed: 20_240_101 });

const MOST = Number.MAX_SAFE_INTEGER;
const signed = fc.maxSafeInteger().map(cents);
const amounts = fc.maxSafeNat().map(cents);
const rates = fc.integer({ min: 0, max: FULL }).map(basisPoints);
const weights = fc
  .array(fc.oneof(fc.nat(20), fc.nat(1_000_000_000), fc.maxSafeNat()), { minLength: 1, maxLength: 40 })
  .filter((all) => all.some((weight) => weight > 0));

describe('cents', () => {
  it.each([0, 1, -1, 40_000_000, MOST, -MOST])('are %d', (amount) => {
    expect(cents(amount)).toBe(amount);
  });

  it.each([0.5, 1e-9, NaN, Infinity, -Infinity, MOST + 1])('are not %d', (amount) => {
    expect(() => cents(amount)).toThrow(RangeError);
  });

  it('know no minus zero', () => {
    expect(Object.is(cents(-0), 0)).toBe(true);
  });
});

describe('basis points', () => {
  it.each([0, 700, 9_000, 10_000])('are %d', (rate) => {
    expect(basisPoints(rate)).toBe(rate);
  });

  it.each([-1, 10_001, 0.5, NaN])('are not %d', (rate) => {
    expect(() => basisPoints(rate)).toThrow(RangeError);
  });
});

describe('sumCents', () => {
  it('is 0 of nothing', () => {
    expect(sumCents([])).toBe(0);
  });

  it('refuses what a double cannot hold, also on the way', () => {
    expect(() => sumCents([MOST, 1])).toThrow(RangeError);
    expect(() => sumCents([MOST, 1, 1, -MOST])).toThrow(RangeError);
    expect(() => sumCents([1, 0.5, 0.5])).toThrow(RangeError);
  });

  it('does not depend on the order', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -1e12, max: 1e12 })), (all) => {
        expect(sumCents(all.toReversed())).toBe(sumCents(all));
      }),
    );
  });
});

describe('shareOf', () => {
  it.each([
    ['STRIVE, WP1 of AL', 3_155_556, 9_000, 2_840_000],
    ['half a cent goes up', 5, 5_000, 3],
    ['half a cent owed goes away from zero too', -5, 5_000, -3],
    ['under half a cent goes down', 1, 4_999, 0],
    ['nothing of something', 123, 0, 0],
    ['nothing of a debt is plain zero', -123, 0, 0],
    ['everything', 123, 10_000, 123],
    ['7 % that end in half a cent', 150, 700, 11],
    ['the largest amount', MOST, 9_999, 9_006_298_534_815_517],
  ])('%s: %d x %d = %d', (_case, amount, rate, expected) => {
    expect(shareOf(cents(amount), basisPoints(rate))).toBe(expected);
  });

  it('lies between nothing and the whole', () => {
    fc.assert(
      fc.property(amounts, rates, (amount, rate) => {
        const share = shareOf(amount, rate);
        expect(share >= 0 && share <= amount).toBe(true);
      }),
    );
  });

  it('is at most half a cent off', () => {
    fc.assert(
      fc.property(signed, rates, (amount, rate) => {
        const error = BigInt(shareOf(amount, rate)) * 10_000n - BigInt(amount) * BigInt(rate);
        expect(error >= -5_000n && error <= 5_000n).toBe(true);
      }),
    );
  });

  it('treats a debt as it treats an amount', () => {
    fc.assert(
      fc.property(amounts, rates, (amount, rate) => {
        expect(shareOf(cents(0 - amount), rate)).toBe(cents(0 - shareOf(amount, rate)));
      }),
    );
  });

  it('never falls when the amount or the rate rises', () => {
    fc.assert(
      fc.property(amounts, amounts, rates, rates, (a, b, r, s) => {
        expect(
          shareOf(Math.min(a, b) as Cents, Math.min(r, s) as BasisPoints) <=
            shareOf(Math.max(a, b) as Cents, Math.max(r, s) as BasisPoints),
        ).toBe(true);
      }),
    );
  });
});

describe('partOf', () => {
  it.each([
    [1, 3, 3_333],
    [2, 3, 6_666],
    [0, 5, 0],
    [5, 5, 10_000],
    [6, 5, 12_000],
    [0, 0, 0],
    [5, 0, 0],
    [-1, 3, -3_333],
  ])('%d of %d is %d', (part, whole, expected) => {
    expect(partOf(cents(part), cents(whole))).toBe(expected);
  });

  it('never claims more than there is', () => {
    fc.assert(
      fc.property(amounts, amounts, (a, b) => {
        const [part, whole] = a <= b ? [a, b] : [b, a];
        const found = partOf(part, whole);
        expect(found >= 0 && found <= FULL).toBe(true);
        expect(BigInt(found) * BigInt(whole) <= BigInt(part) * 10_000n).toBe(true);
      }),
    );
  });
});

describe('allocate', () => {
  it.each<[string, number, number[], number[]]>([
    ['evenly', 90, [1, 1, 1], [30, 30, 30]],
    ['the odd cent to the lowest index', 100, [1, 1, 1], [34, 33, 33]],
    ['two odd cents to the two lowest', 101, [1, 1, 1], [34, 34, 33]],
    ['to the largest remainder first', 100, [1, 2, 4], [14, 29, 57]],
    ['nothing to weight 0', 5, [0, 1, 0], [0, 5, 0]],
    ['nothing at all', 0, [3, 1], [0, 0]],
    ['less than there are parts', 2, [1, 1, 1, 1], [1, 1, 0, 0]],
    ['a debt, mirrored', -100, [1, 1, 1], [-34, -33, -33]],
    ['to one', 7, [9], [7]],
    ['weights whose sum a double cannot hold', 3, [MOST, MOST, MOST], [1, 1, 1]],
  ])('splits %s: %d by %j is %j', (_case, amount, by, parts) => {
    expect(allocate(cents(amount), by)).toEqual(parts);
  });

  it.each<[string, number[]]>([
    ['no weight', []],
    ['only zeros', [0, 0]],
    ['a negative one', [2, -1]],
    ['one that is not whole', [1, 0.5]],
    ['one that is no number', [1, NaN]],
    ['one that is endless', [Infinity]],
  ])('refuses %s', (_case, by) => {
    expect(() => allocate(cents(100), by)).toThrow(RangeError);
  });

  it('sums to the amount, to the cent', () => {
    fc.assert(
      fc.property(signed, weights, (amount, by) => {
        expect(sumCents(allocate(amount, by))).toBe(amount);
      }),
    );
  });

  it('is fair: no part is a whole cent off its exact value', () => {
    fc.assert(
      fc.property(signed, weights, (amount, by) => {
        const total = by.reduce((sum, weight) => sum + BigInt(weight), 0n);
        const errors = allocate(amount, by).map((part, index) => BigInt(part) * total - BigInt(amount) * BigInt(by[index]!));
        expect(errors.every((error) => error > -total && error < total)).toBe(true);
      }),
    );
  });

  it('is monotone: a larger weight never gets less, an equal one later in line never more', () => {
    fc.assert(
      fc.property(amounts, weights, (amount, by) => {
        const parts = allocate(amount, by);
        const order = by.map((_, index) => index).sort((a, b) => by[b]! - by[a]! || a - b);
        const sorted = order.map((index) => parts[index]!);
        expect(sorted).toEqual(sorted.toSorted((a, b) => b - a));
      }),
    );
  });

  it('does not change when all weights are doubled', () => {
    fc.assert(
      fc.property(signed, fc.array(fc.nat(1_000_000), { minLength: 1 }), (amount, some) => {
        const by = [...some, 1];
        expect(
          allocate(
            amount,
            by.map((weight) => 2 * weight),
          ),
        ).toEqual(allocate(amount, by));
      }),
    );
  });

  it('may take a cent from a part when the amount grows: split once, keep the parts', () => {
    expect(allocate(cents(10), [6, 6, 2])).toEqual([4, 4, 2]);
    expect(allocate(cents(11), [6, 6, 2])).toEqual([5, 5, 1]);
  });
});
