import { cents, FULL, shareOf, sumCents, type BasisPoints, type Cents } from '../kernel/cents.js';

/** What the Data Sheet of the agreement says about payments; every rate is a setting of the project (handbook 1.6). */
export interface PaymentTerms {
  readonly maximumGrantCents: Cents;
  /** Prefinancing and interim payments together stay below this part of the maximum grant; usually 90 %. */
  readonly interimCeiling: BasisPoints;
  /** Part of the previous prefinancing that must have been used before the additional one is paid in full; 70 %. */
  readonly prefinancingUse: BasisPoints;
  /** Part of the prefinancing that is cleared against accepted shares before any interim cash flows; 0 without the option. */
  readonly earlyClearing: BasisPoints;
}

export const DEFAULT_INTERIM_CEILING = 9_000 as BasisPoints;
export const DEFAULT_PREFINANCING_USE = 7_000 as BasisPoints;

/** What holds until the coordinator writes the agreement's own; partners in Vietnam need a national approval (handbook 4.4). */
export const DEFAULT_PAYMENT_TERMS = {
  interimCeilingBasisPoints: DEFAULT_INTERIM_CEILING,
  prefinancingUseBasisPoints: DEFAULT_PREFINANCING_USE,
  earlyClearingBasisPoints: 0 as BasisPoints,
  approvalCountries: ['VN'],
} as const;

const atLeastZero = (amount: number): Cents => cents(Math.max(0, amount));

/**
 * The additional prefinancing: in full when at least 70 % of the previous one was used, otherwise less by what is missing
 * of these 70 % (handbook 1.6). 50 000 - (70 000 - 65 000) = 45 000, in cents.
 */
export function additionalPrefinancing(plannedCents: Cents, previousCents: Cents, usedCents: Cents, use: BasisPoints): Cents {
  const missing = atLeastZero(shareOf(previousCents, use) - usedCents);
  return atLeastZero(plannedCents - missing);
}

export interface InterimFacts {
  /** Lump-sum shares that EACEA accepted for this period. */
  readonly acceptedCents: Cents;
  /** Prefinancing that is still to be cleared early. */
  readonly toClearCents: Cents;
  /** Prefinancing and interim payments received so far. */
  readonly paidCents: Cents;
}

export interface InterimPayment {
  /** Accepted shares that cleared prefinancing instead of being paid. */
  readonly clearedCents: Cents;
  readonly paidCents: Cents;
  /** Accepted shares that wait for the balance because of the ceiling. */
  readonly heldByCeilingCents: Cents;
}

/** `max(0, min(accepted - to clear early, ceiling x maximum grant - paid so far))` (handbook 1.6). */
export function interimPayment({ acceptedCents, toClearCents, paidCents }: InterimFacts, terms: PaymentTerms): InterimPayment {
  const cleared = cents(Math.min(acceptedCents, toClearCents));
  const due = cents(acceptedCents - cleared);
  const room = atLeastZero(shareOf(terms.maximumGrantCents, terms.interimCeiling) - paidCents);
  const paid = cents(Math.min(due, room));
  return { clearedCents: cleared, paidCents: paid, heldByCeilingCents: cents(due - paid) };
}

export interface Balance {
  /** What EACEA still pays; 0 when money goes back. */
  readonly paidCents: Cents;
  /** What goes back to EACEA; 0 when money is due. */
  readonly recoveredCents: Cents;
}

/** The final payment: all accepted shares, at most the maximum grant, less everything already paid (handbook 1.6). */
export function balancePayment(acceptedCents: Cents, maximumGrantCents: Cents, paidCents: Cents): Balance {
  const open = Math.min(acceptedCents, maximumGrantCents) - paidCents;
  return { paidCents: atLeastZero(open), recoveredCents: atLeastZero(-open) };
}

export const PAYMENT_KINDS = ['prefinancing', 'additional-prefinancing', 'interim', 'balance'] as const;
export type PaymentKind = (typeof PAYMENT_KINDS)[number];

/** One moment at which money may come: a prefinancing of the agreement, or the end of a period with what was accepted. */
export type PaymentStep =
  | { readonly kind: 'prefinancing'; readonly amountCents: Cents }
  | { readonly kind: 'additional-prefinancing'; readonly amountCents: Cents; readonly usedCents: Cents }
  | { readonly kind: 'interim' | 'balance'; readonly acceptedCents: Cents };

export interface PaymentForecast extends Balance {
  readonly kind: PaymentKind;
  readonly clearedCents: Cents;
  readonly heldByCeilingCents: Cents;
  /** Everything received up to and with this step, less what went back. */
  readonly receivedCents: Cents;
}

interface Running {
  readonly received: number;
  readonly accepted: number;
  readonly toClear: number;
  readonly lastPrefinancing: Cents;
}

const NOTHING = { recoveredCents: cents(0), clearedCents: cents(0), heldByCeilingCents: cents(0) };

function paymentOf(step: PaymentStep, so: Running, terms: PaymentTerms): Omit<PaymentForecast, 'receivedCents'> {
  switch (step.kind) {
    case 'prefinancing':
      return { ...NOTHING, kind: step.kind, paidCents: step.amountCents };
    case 'additional-prefinancing':
      return {
        ...NOTHING,
        kind: step.kind,
        paidCents: additionalPrefinancing(step.amountCents, so.lastPrefinancing, step.usedCents, terms.prefinancingUse),
      };
    case 'interim': {
      const facts = { acceptedCents: step.acceptedCents, toClearCents: cents(so.toClear), paidCents: cents(so.received) };
      return { ...NOTHING, kind: step.kind, ...interimPayment(facts, terms) };
    }
    case 'balance':
      return {
        ...NOTHING,
        kind: step.kind,
        ...balancePayment(cents(so.accepted + step.acceptedCents), terms.maximumGrantCents, cents(so.received)),
      };
  }
}

function after(step: PaymentStep, so: Running, payment: Omit<PaymentForecast, 'receivedCents'>, terms: PaymentTerms): Running {
  const isPrefinancing = step.kind === 'prefinancing' || step.kind === 'additional-prefinancing';
  return {
    received: so.received + payment.paidCents - payment.recoveredCents,
    accepted: so.accepted + (isPrefinancing ? 0 : step.acceptedCents),
    toClear: isPrefinancing ? so.toClear + shareOf(payment.paidCents, terms.earlyClearing) : so.toClear - payment.clearedCents,
    lastPrefinancing: isPrefinancing ? payment.paidCents : so.lastPrefinancing,
  };
}

/** What comes when, by the agreement's terms: the cash of the whole project, step after step. */
export function paymentPlan(steps: readonly PaymentStep[], terms: PaymentTerms): PaymentForecast[] {
  let so: Running = { received: 0, accepted: 0, toClear: 0, lastPrefinancing: cents(0) };
  return steps.map((step) => {
    const payment = paymentOf(step, so, terms);
    so = after(step, so, payment, terms);
    return { ...payment, receivedCents: cents(so.received) };
  });
}

/** Whether terms make sense together: rates are parts, and prefinancing alone does not pass the ceiling. */
export const exceedsCeiling = (prefinancing: readonly Cents[], terms: PaymentTerms): boolean =>
  terms.interimCeiling < FULL && sumCents(prefinancing) > shareOf(terms.maximumGrantCents, terms.interimCeiling);
