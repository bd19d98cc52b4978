import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { EURO_RATE, isCurrency, minorUnits, readRate, toEuroCents, writeRate, type Currency, type ExchangeRate } from './exchange.js';

fc.configureGlobal({ seed: 20_240_101 });

const rate = (text: string): ExchangeRate => {
  const read = readRate(text);
  if (!read.ok) throw new Error(read.reason);
  return read.value;
};

describe('a rate', () => {
  it.each([
    ['1', 1_000_000],
    ['27345.5', 27_345_500_000],
    ['1.0837', 1_083_700],
    [' 0.000001 ', 1],
  ])('%j is read exactly', (text, millionths) => {
    expect(rate(text)).toBe(millionths);
  });

  it.each(['', '1,0837', '1e3', '-1', '1.', '.5', '1.0000001', 'NaN', '27 345', '0x10'])('%j is no number', (text) => {
    expect(readRate(text)).toEqual({ ok: false, reason: 'rate-not-a-number' });
  });

  it('of nothing is none', () => {
    expect(readRate('0.000')).toEqual({ ok: false, reason: 'rate-not-positive' });
  });

  it('is written as it was read', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 999_999_999_999_999 }), (millionths) => {
        expect(rate(writeRate(millionths as ExchangeRate))).toBe(millionths);
      }),
    );
  });
});

describe('an amount in euro', () => {
  it.each<[number, Currency, string, number]>([
    [1_000_000, 'VND', '27345.5', 3_657],
    [123_45, 'EUR', '1', 123_45],
    [100_00, 'USD', '1.0837', 92_28],
    [-1_000_000, 'VND', '27345.5', -3_657],
    [0, 'VND', '27345.5', 0],
    [1, 'EUR', '2', 1],
    [-1, 'EUR', '2', -1],
    [9_007_199_254_740_991, 'VND', '27345.5', 32_938_506_352_932],
  ])('%i of %s at %s is %i cents', (amount, currency, written, expected) => {
    expect(toEuroCents(minorUnits(amount), currency, rate(written))).toBe(expected);
  });

  it('is taken back by its reversal', () => {
    fc.assert(
      fc.property(fc.nat(1_000_000_000).map(minorUnits), fc.integer({ min: 100_000, max: 30_000_000_000 }), (amount, millionths) => {
        const there = toEuroCents(amount, 'VND', millionths as ExchangeRate);
        const back = toEuroCents(minorUnits(0 - amount), 'VND', millionths as ExchangeRate);
        expect(there + back).toBe(0);
      }),
    );
  });

  it('of euro stays what it is', () => {
    fc.assert(
      fc.property(fc.integer({ min: -1_000_000_000, max: 1_000_000_000 }), (amount) => {
        expect(toEuroCents(minorUnits(amount), 'EUR', EURO_RATE)).toBe(amount === 0 ? 0 : amount);
      }),
    );
  });
});

describe('a currency', () => {
  it.each([
    ['VND', true],
    ['vnd', false],
    ['toString', false],
    ['XXX', false],
  ])('%s: %s', (code, known) => {
    expect(isCurrency(code)).toBe(known);
  });
});
