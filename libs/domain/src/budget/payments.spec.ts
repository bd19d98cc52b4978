import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { basisPoints, cents, FULL, sumCents, type Cents } from '../kernel/cents.js';
import {
  additionalPrefinancing,
  balancePayment,
  DEFAULT_INTERIM_CEILING,
  DEFAULT_PREFINANCING_USE,
  exceedsCeiling,
  interimPayment,
  paymentPlan,
  type PaymentStep,
  type PaymentTerms,
} from './payments.js';

fc.configureGlobal({ seed: 20_240_101 });

const euro = (amount: number): Cents => cents(amount * 100);
const terms = (overrides: Partial<PaymentTerms> = {}): PaymentTerms => ({
  maximumGrantCents: euro(400_000),
  interimCeiling: DEFAULT_INTERIM_CEILING,
  prefinancingUse: DEFAULT_PREFINANCING_USE,
  earlyClearing: basisPoints(0),
  ...overrides,
});

describe('the additional prefinancing', () => {
  it.each([
    ["the agreement's example: 65 000 of 100 000 used", 50_000, 100_000, 65_000, 45_000],
    ['exactly 70 % used', 50_000, 100_000, 70_000, 50_000],
    ['everything used', 50_000, 100_000, 100_000, 50_000],
    ['nothing used', 80_000, 100_000, 0, 10_000],
    ['less than nothing is left: none', 50_000, 100_000, 0, 0],
    ['no previous one', 50_000, 0, 0, 50_000],
  ])('%s', (_case, planned, previous, used, paid) => {
    expect(additionalPrefinancing(euro(planned), euro(previous), euro(used), DEFAULT_PREFINANCING_USE)).toBe(euro(paid));
  });

  it('is never more than planned, and never falls when more was used', () => {
    const amount = fc.nat(1_000_000_000).map(cents);
    fc.assert(
      fc.property(amount, amount, amount, amount, (planned, previous, used, more) => {
        const one = additionalPrefinancing(planned, previous, used, DEFAULT_PREFINANCING_USE);
        const other = additionalPrefinancing(planned, previous, cents(used + more), DEFAULT_PREFINANCING_USE);
        expect(one >= 0 && one <= other && other <= planned).toBe(true);
      }),
    );
  });
});

describe('an interim payment', () => {
  it.each([
    ['nothing accepted', { accepted: 0, toClear: 0, paid: 160_000 }, { cleared: 0, paid: 0, held: 0 }],
    ['room enough', { accepted: 90_000, toClear: 0, paid: 160_000 }, { cleared: 0, paid: 90_000, held: 0 }],
    [
      'the ceiling of 90 % cuts: 360 000 in all',
      { accepted: 250_000, toClear: 0, paid: 160_000 },
      { cleared: 0, paid: 200_000, held: 50_000 },
    ],
    ['the ceiling is reached', { accepted: 10_000, toClear: 0, paid: 360_000 }, { cleared: 0, paid: 0, held: 10_000 }],
    ['prefinancing is cleared first', { accepted: 90_000, toClear: 160_000, paid: 160_000 }, { cleared: 90_000, paid: 0, held: 0 }],
    [
      'what is left after clearing flows',
      { accepted: 190_000, toClear: 160_000, paid: 160_000 },
      { cleared: 160_000, paid: 30_000, held: 0 },
    ],
  ])('%s', (_case, { accepted, toClear, paid }, expected) => {
    const facts = { acceptedCents: euro(accepted), toClearCents: euro(toClear), paidCents: euro(paid) };
    expect(interimPayment(facts, terms())).toEqual({
      clearedCents: euro(expected.cleared),
      paidCents: euro(expected.paid),
      heldByCeilingCents: euro(expected.held),
    });
  });

  it('neither makes nor loses a cent of what was accepted', () => {
    const amount = fc.nat(50_000_000).map(cents);
    fc.assert(
      fc.property(amount, amount, amount, (acceptedCents, toClearCents, paidCents) => {
        const payment = interimPayment({ acceptedCents, toClearCents, paidCents }, terms());
        expect(sumCents([payment.clearedCents, payment.paidCents, payment.heldByCeilingCents])).toBe(acceptedCents);
        expect(Math.min(payment.clearedCents, payment.paidCents, payment.heldByCeilingCents)).toBeGreaterThanOrEqual(0);
      }),
    );
  });
});

describe('the balance', () => {
  it.each([
    ['everything accepted', 400_000, 360_000, 40_000, 0],
    ['a work package was rejected', 330_000, 360_000, 0, 30_000],
    ['more was accepted than the maximum grant', 420_000, 360_000, 40_000, 0],
    ['nothing is open', 360_000, 360_000, 0, 0],
  ])('%s', (_case, accepted, paid, due, back) => {
    expect(balancePayment(euro(accepted), euro(400_000), euro(paid))).toEqual({ paidCents: euro(due), recoveredCents: euro(back) });
  });
});

describe('the payment plan', () => {
  const life: PaymentStep[] = [
    { kind: 'prefinancing', amountCents: euro(160_000) },
    { kind: 'additional-prefinancing', amountCents: euro(80_000), usedCents: euro(100_000) },
    { kind: 'interim', acceptedCents: euro(150_000) },
    { kind: 'balance', acceptedCents: euro(250_000) },
  ];

  it('tells what comes when, and what has come in all', () => {
    expect(paymentPlan(life, terms()).map(({ kind, paidCents, receivedCents }) => [kind, paidCents, receivedCents])).toEqual([
      ['prefinancing', euro(160_000), euro(160_000)],
      ['additional-prefinancing', euro(68_000), euro(228_000)],
      ['interim', euro(132_000), euro(360_000)],
      ['balance', euro(40_000), euro(400_000)],
    ]);
  });

  it('clears the prefinancing before it pays an interim, where the option was chosen', () => {
    const plan = paymentPlan(life, terms({ earlyClearing: FULL }));
    expect(plan.map(({ clearedCents, paidCents }) => [clearedCents, paidCents])).toEqual([
      [0, euro(160_000)],
      [0, euro(68_000)],
      [euro(150_000), 0],
      [0, euro(172_000)],
    ]);
  });

  it('ends at what was accepted, whatever came before', () => {
    const amount = fc.nat(20_000_000).map(cents);
    const steps = fc.tuple(amount, fc.array(amount, { maxLength: 4 }), amount);
    fc.assert(
      fc.property(steps, fc.nat(10_000).map(basisPoints), ([prefinancing, interims, last], earlyClearing) => {
        const accepted = Math.min(sumCents([...interims, last]), euro(400_000));
        const plan = paymentPlan(
          [
            { kind: 'prefinancing', amountCents: prefinancing },
            ...interims.map((acceptedCents) => ({ kind: 'interim' as const, acceptedCents })),
            { kind: 'balance', acceptedCents: last },
          ],
          terms({ earlyClearing }),
        );
        expect(plan.at(-1)?.receivedCents).toBe(accepted);
      }),
    );
  });

  it('knows a prefinancing that alone passes the ceiling', () => {
    expect(exceedsCeiling([euro(200_000), euro(160_000)], terms())).toBe(false);
    expect(exceedsCeiling([euro(200_000), euro(160_001)], terms())).toBe(true);
    expect(exceedsCeiling([euro(400_000)], terms({ interimCeiling: FULL }))).toBe(false);
  });
});
