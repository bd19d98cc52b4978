import type { Permission } from '../access/permissions.js';
import type { StateMachine } from '../kernel/state-machine.js';

/** Life of a review round: open for verdicts, late ones too, until the board's decision is fixed (handbook 3.3). */
export const ROUND_STATES = ['open', 'signed-off', 'changes-requested'] as const;
export type RoundState = (typeof ROUND_STATES)[number];

export const ROUND_ACTIONS = ['send-review', 'sign-off', 'request-changes'] as const;
export type RoundAction = (typeof ROUND_ACTIONS)[number];

export type RoundFact = 'first-of-institution' | 'outcome-is-sign-off' | 'outcome-is-changes';

export type RoundEvent = 'review.sent' | 'deliverable.signed-off' | 'deliverable.changes-requested';

export const roundMachine: StateMachine<RoundState, RoundAction, RoundFact, Permission, RoundEvent> = {
  name: 'review-round',
  states: ROUND_STATES,
  actions: ROUND_ACTIONS,
  initial: 'open',
  final: ['signed-off', 'changes-requested'],
  transitions: [
    {
      from: 'open',
      action: 'send-review',
      to: 'open',
      who: 'deliverable.review',
      facts: ['first-of-institution'],
      event: 'review.sent',
    },
    {
      from: 'open',
      action: 'sign-off',
      to: 'signed-off',
      who: 'deliverable.sign-off',
      facts: ['outcome-is-sign-off'],
      event: 'deliverable.signed-off',
    },
    {
      from: 'open',
      action: 'request-changes',
      to: 'changes-requested',
      who: 'deliverable.request-changes',
      facts: ['outcome-is-changes'],
      event: 'deliverable.changes-requested',
    },
  ],
};

/** How a round is told: by its result, as long as it has none it is open. */
export type RoundResult = 'sign-off' | 'changes';

const STATE_OF: Readonly<Record<RoundResult, RoundState>> = { 'sign-off': 'signed-off', changes: 'changes-requested' };

export const roundStateOf = (result: RoundResult | null): RoundState => (result === null ? 'open' : STATE_OF[result]);

/** The result that a final state leaves behind. */
export const roundResultOf = (state: RoundState): RoundResult | null =>
  state === 'open' ? null : state === 'signed-off' ? 'sign-off' : 'changes';
