import { describe, expect, it } from '@jest/globals';
import { plainDate } from '../kernel/plain-date.js';
import { keepUntil, retentionState } from './retention.js';

const PAID = plainDate('2027-03-15');

describe('what has to be kept', () => {
  it.each([
    ['2027-03-15', '2032-03-15'],
    ['2028-02-29', '2033-02-28'],
  ])('paid on %s is kept until %s', (paid, last) => {
    expect(keepUntil(plainDate(paid))).toBe(last);
  });

  it.each([
    ['before the final payment', null, false, '2040-01-01', 'until-final-payment'],
    ['on the last day', PAID, false, '2032-03-15', 'counting'],
    ['on the day after', PAID, false, '2032-03-16', 'over'],
    ['during a hold', PAID, true, '2029-01-01', 'held'],
    ['during a hold that outlasts the years', PAID, true, '2040-01-01', 'held'],
    ['during a hold before the final payment', null, true, '2026-01-01', 'held'],
  ] as const)('%s', (_when, finalPaymentOn, held, today, state) => {
    expect(retentionState({ finalPaymentOn, held }, plainDate(today))).toBe(state);
  });
});
