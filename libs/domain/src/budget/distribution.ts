import type { PlainDate } from '../kernel/plain-date.js';
import type { Permission } from '../access/permissions.js';
import { allocate, cents, sumCents, type Cents } from '../kernel/cents.js';
import { ok, refuse, type Result } from '../kernel/result.js';
import type { StateMachine } from '../kernel/state-machine.js';

/** A national approval to receive the money, such as Vietnamese partners need (handbook 4.4). */
export interface NationalApproval {
  readonly approvedOn: PlainDate | null;
  readonly validUntil: PlainDate | null;
}

export interface RecipientFacts {
  /** Day on which the beneficiary acceded to the agreement; null while it has not. */
  readonly accededOn: PlainDate | null;
  readonly needsApproval: boolean;
  readonly approval: NationalApproval | null;
}

export const HOLD_REASONS = ['not-acceded', 'approval-missing', 'approval-expired'] as const;
export type HoldReason = (typeof HOLD_REASONS)[number];

/** Why a beneficiary cannot be paid on a day, or null (handbook 6.2 no. 10 and 4.4). */
export function holdReason({ accededOn, needsApproval, approval }: RecipientFacts, on: PlainDate): HoldReason | null {
  if (accededOn === null || accededOn > on) return 'not-acceded';
  if (!needsApproval) return null;
  const { approvedOn = null, validUntil = null } = approval ?? {};
  if (approvedOn === null || approvedOn > on) return 'approval-missing';
  return validUntil !== null && validUntil < on ? 'approval-expired' : null;
}

/** Life of one partner's part of a payment (handbook 6.1). */
export const DISTRIBUTION_STATES = ['planned', 'sent', 'confirmed'] as const;
export type DistributionState = (typeof DISTRIBUTION_STATES)[number];

export const DISTRIBUTION_ACTIONS = ['send', 'confirm'] as const;
export type DistributionAction = (typeof DISTRIBUTION_ACTIONS)[number];
export type DistributionFact = 'not-held' | 'money-received';
export type DistributionEvent = 'distribution.sent' | 'distribution.confirmed';

export const distributionMachine: StateMachine<DistributionState, DistributionAction, DistributionFact, Permission, DistributionEvent> = {
  name: 'distribution',
  states: DISTRIBUTION_STATES,
  actions: DISTRIBUTION_ACTIONS,
  initial: 'planned',
  final: ['confirmed'],
  transitions: [
    {
      from: 'planned',
      action: 'send',
      to: 'sent',
      who: 'budget.manage',
      facts: ['money-received', 'not-held'],
      event: 'distribution.sent',
    },
    { from: 'sent', action: 'confirm', to: 'confirmed', who: 'distribution.confirm', facts: [], event: 'distribution.confirmed' },
  ],
};

/**
 * Splits a payment over the beneficiaries as their shares stand to each other, to the cent: what the coordinator starts
 * from; the consortium may distribute differently (handbook 1.6).
 */
export const proposeDistribution = (amountCents: Cents, shares: readonly Cents[]): Cents[] =>
  sumCents(shares) === 0 ? shares.map(() => cents(0)) : allocate(amountCents, shares);

export interface DistributionPart {
  readonly beneficiary: string;
  readonly amountCents: Cents;
}

export type DistributionRefusal =
  | { readonly code: 'part-below-zero' | 'part-repeated'; readonly beneficiary: string }
  | { readonly code: 'more-than-received'; readonly distributedCents: Cents; readonly receivedCents: Cents };

/** Parts are of different beneficiaries, not negative, and together no more than what came; the rest stays with the coordinator. */
export function checkDistribution(
  parts: readonly DistributionPart[],
  receivedCents: Cents,
): Result<readonly DistributionPart[], DistributionRefusal> {
  const negative = parts.find(({ amountCents }) => amountCents < 0);
  if (negative) return refuse({ code: 'part-below-zero', beneficiary: negative.beneficiary });
  const repeated = parts.find((part, index) => parts.findIndex(({ beneficiary }) => beneficiary === part.beneficiary) !== index);
  if (repeated) return refuse({ code: 'part-repeated', beneficiary: repeated.beneficiary });
  const distributedCents = sumCents(parts.map(({ amountCents }) => amountCents));
  return distributedCents > receivedCents ? refuse({ code: 'more-than-received', distributedCents, receivedCents }) : ok(parts);
}
