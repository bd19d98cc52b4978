import { describe, expect, it } from '@jest/globals';
import { pick, seeded, shuffled } from './seed.js';

const NUMBERS = Array.from({ length: 21 }, (_, index) => `D${1 + Math.floor(index / 5)}.${(index % 5) + 1}`);

describe('variety without chance', () => {
  it('is the same for the same words and differs between words', () => {
    expect(seeded(1000, 'D1.1', 'vote')).toBe(seeded(1000, 'D1.1', 'vote'));
    expect(new Set(NUMBERS.map((number) => seeded(1000, number))).size).toBeGreaterThan(18);
  });

  it('uses every choice', () => {
    expect(new Set(NUMBERS.map((number) => pick(['a', 'b', 'c'], number)))).toEqual(new Set(['a', 'b', 'c']));
  });

  it('puts items in an order of their own and loses none', () => {
    const partners = ['AL', 'HANU', 'PXU', 'QUI'];
    expect(shuffled(partners, 'D1.1').sort()).toEqual(partners);
    expect(new Set(NUMBERS.map((number) => shuffled(partners, number).join())).size).toBeGreaterThan(8);
  });
});
