import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { centsToDecimal, formatFileSize, formatMoney } from './format';

describe('money', () => {
  it.each([
    [4_630_000, '€46,300'],
    [0, '€0'],
    [-150, '-€2'],
  ])('%i cents in an overview', (cents, words) => {
    expect(formatMoney(cents, 'EUR')).toBe(words);
  });

  it.each([
    [4_630_007, '€46,300.07'],
    [5, '€0.05'],
    [-5, '-€0.05'],
  ])('%i cents exactly', (cents, words) => {
    expect(formatMoney(cents, 'EUR', true)).toBe(words);
  });

  it('loses no cent on the way to a text', () => {
    const all = fc.integer({ min: Number.MIN_SAFE_INTEGER, max: Number.MAX_SAFE_INTEGER });
    fc.assert(fc.property(all, (cents) => BigInt(centsToDecimal(cents).replace('.', '')) === BigInt(cents)));
  });
});

describe('file size', () => {
  it.each([
    [0, '0 bytes'],
    [1, '1 byte'],
    [10, '10 bytes'],
    [860, '860 bytes'],
    [94_000, '94 kB'],
    [1_240_000, '1.2 MB'],
    [200_000_000, '200 MB'],
  ])('%i bytes', (bytes, words) => {
    expect(formatFileSize(bytes)).toBe(words);
  });
});
