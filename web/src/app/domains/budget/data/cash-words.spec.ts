import { describe, expect, it } from '@jest/globals';
import { aCash, aDistribution, aPayment } from '@office/testing';
import { holdReasonWords, nextInterim, partChip, paymentFigures } from './cash-words';

describe('a part of a payment', () => {
  it('that is held back says why, by rule and in words', () => {
    const part = aDistribution({ heldReason: 'Contact person changes' });
    expect(partChip(part)).toMatchObject({ word: 'Held back', look: 'stopped' });
    expect(holdReasonWords(part)).toBe('national approval missing · Contact person changes');
  });

  it.each([
    [aDistribution({ hold: null }), 'Planned'],
    [aDistribution({ state: 'sent', hold: null }), 'Sent'],
    [aDistribution({ state: 'confirmed', hold: null }), 'Confirmed'],
  ])('otherwise says how far it is: %#', (part, word) => {
    expect([partChip(part).word, holdReasonWords(part)]).toEqual([word, '']);
  });
});

describe('a payment', () => {
  it('is split into what was confirmed, sent and held back', () => {
    const distribution = [
      aDistribution({ amountCents: 10, state: 'confirmed', hold: null }),
      aDistribution({ amountCents: 20, state: 'sent', hold: null }),
      aDistribution({ amountCents: 30 }),
      aDistribution({ amountCents: 40, hold: null }),
    ];
    expect(paymentFigures(aPayment({ distribution, receivedCents: 100 }))).toEqual({
      amountCents: 100,
      confirmedCents: 10,
      sentCents: 20,
      heldCents: 30,
    });
  });

  it('that would follow now is what was accepted and not paid, below the ceiling', () => {
    expect(nextInterim(aCash({ acceptedCents: 9_000_000 })).paidCents).toBe(9_000_000);
    expect(nextInterim(aCash({ acceptedCents: 30_000_000 }))).toMatchObject({ paidCents: 20_000_000, heldByCeilingCents: 10_000_000 });
    const interim = aPayment({ kind: 'interim', receivedCents: 5_000_000 });
    const paid = aCash({ acceptedCents: 9_000_000, receivedCents: 21_000_000, payments: [aPayment(), interim] });
    expect(nextInterim(paid).paidCents).toBe(4_000_000);
  });

  it('clears the prefinancing first where the agreement says so', () => {
    const terms = { ...aCash().terms, earlyClearingBasisPoints: 10_000 };
    expect(nextInterim(aCash({ acceptedCents: 9_000_000, terms }))).toMatchObject({ clearedCents: 9_000_000, paidCents: 0 });
  });
});
