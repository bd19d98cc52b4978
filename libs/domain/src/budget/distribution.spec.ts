import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { cents, sumCents } from '../kernel/cents.js';
import { plainDate } from '../kernel/plain-date.js';
import { checkDistribution, holdReason, proposeDistribution, type DistributionRefusal, type RecipientFacts } from './distribution.js';

fc.configureGlobal({ seed: 20_240_101 });

const TODAY = plainDate('2024-09-16');
const approval = (approvedOn: string | null, validUntil: string | null = null): RecipientFacts['approval'] => ({
  approvedOn: approvedOn === null ? null : plainDate(approvedOn),
  validUntil: validUntil === null ? null : plainDate(validUntil),
});
const recipient = (overrides: Partial<RecipientFacts> = {}): RecipientFacts => ({
  accededOn: plainDate('2023-12-11'),
  needsApproval: true,
  approval: approval('2024-03-01', '2027-12-31'),
  ...overrides,
});

describe('whether a partner can be paid', () => {
  it.each<[string, Partial<RecipientFacts>, string | null]>([
    ['acceded and approved', {}, null],
    ['acceded today', { accededOn: TODAY }, null],
    ['not acceded', { accededOn: null }, 'not-acceded'],
    ['accedes tomorrow', { accededOn: plainDate('2024-09-17') }, 'not-acceded'],
    ['no approval needed', { needsApproval: false, approval: null }, null],
    ['nothing submitted', { approval: null }, 'approval-missing'],
    ['submitted, not yet approved', { approval: approval(null) }, 'approval-missing'],
    ['approved from tomorrow', { approval: approval('2024-09-17') }, 'approval-missing'],
    ['approved for good', { approval: approval('2024-03-01') }, null],
    ['valid until today', { approval: approval('2024-03-01', '2024-09-16') }, null],
    ['expired yesterday', { approval: approval('2024-03-01', '2024-09-15') }, 'approval-expired'],
  ])('%s: %s', (_case, overrides, expected) => {
    expect(holdReason(recipient(overrides), TODAY)).toBe(expected);
  });
});

describe('the distribution of a payment', () => {
  it('is proposed in proportion to the shares, to the cent', () => {
    expect(proposeDistribution(cents(100), [cents(1), cents(1), cents(1)])).toEqual([34, 33, 33]);
    expect(proposeDistribution(cents(100), [cents(0), cents(0)])).toEqual([0, 0]);
  });

  it('loses no cent', () => {
    const shares = fc.array(fc.integer({ min: 1, max: 40_000_000 }).map(cents), { minLength: 1, maxLength: 20 });
    fc.assert(
      fc.property(fc.nat(40_000_000).map(cents), shares, (amount, list) => {
        expect(sumCents(proposeDistribution(amount, list))).toBe(amount);
      }),
    );
  });

  const part = (beneficiary: string, amount: number) => ({ beneficiary, amountCents: cents(amount) });

  it('may leave something with the coordinator', () => {
    const parts = [part('QUI', 40), part('UEV', 50)];
    expect(checkDistribution(parts, cents(100))).toEqual({ ok: true, value: parts });
  });

  it.each<[string, ReturnType<typeof part>[], DistributionRefusal]>([
    [
      'more than came',
      [part('QUI', 51), part('UEV', 50)],
      { code: 'more-than-received', distributedCents: cents(101), receivedCents: cents(100) },
    ],
    ['less than nothing', [part('QUI', -1)], { code: 'part-below-zero', beneficiary: 'QUI' }],
    ['one partner twice', [part('QUI', 1), part('QUI', 2)], { code: 'part-repeated', beneficiary: 'QUI' }],
  ])('%s is refused', (_case, parts, reason) => {
    expect(checkDistribution(parts, cents(100))).toEqual({ ok: false, reason });
  });
});
