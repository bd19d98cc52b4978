import { describe, expect, it } from '@jest/globals';
import { readMoney } from './read-money';

describe('an amount that is typed', () => {
  it.each([
    ['0', 0],
    ['12', 1_200],
    ['12.5', 1_250],
    ['12,05', 1_205],
    [' 71 800,00 ', 7_180_000],
    ['1\u202f250.50', 125_050],
  ])('%j is %i cents', (text, cents) => {
    expect(readMoney(text)).toBe(cents);
  });

  it.each(['', '-1', '1.234', '1,234.00', '1e3', 'twelve', '.5', '12.'])('%j is none', (text) => {
    expect(readMoney(text)).toBeNull();
  });
});
