import type { Permission } from '../access/permissions.js';
import type { StateMachine } from '../kernel/state-machine.js';
import type { InquorateRule } from './board-rules.js';

/**
 * Life of a review round (handbook 3.2 and 3.3). `open` and `extended` take verdicts; `counted` has had its time and a
 * quorum, and waits for who signs or sends back; `chair-decides` has had no quorum twice.
 */
export const ROUND_STATES = ['open', 'extended', 'counted', 'chair-decides', 'signed-off', 'changes-requested'] as const;
export type RoundState = (typeof ROUND_STATES)[number];

/** `extend`, `count`, `hand-to-chair` and `lapse` are what the clock does when a round's time is over. */
export const ROUND_ACTIONS = ['send-review', 'recuse', 'extend', 'count', 'hand-to-chair', 'lapse', 'sign-off', 'request-changes'] as const;
export type RoundAction = (typeof ROUND_ACTIONS)[number];

/**
 * `outcome-is-sign-off`, `outcome-is-changes`: what the votes come to. `majors-agreed`: no major comment of any round is
 * left. `is-chair`: the person chairs the board. `time-is-over`: the closing time has passed.
 */
export const ROUND_FACTS = [
  'first-of-institution',
  'outcome-is-sign-off',
  'outcome-is-changes',
  'majors-agreed',
  'is-chair',
  'time-is-over',
  'has-quorum',
  'lacks-quorum',
  'rules-name-chair',
  'rules-ask-changes',
] as const;
export type RoundFact = (typeof ROUND_FACTS)[number];

export type RoundEvent =
  | 'review.sent'
  | 'review.recused'
  | 'review.extended'
  | 'review.counted'
  | 'review.handed-to-chair'
  | 'review.lapsed'
  | 'deliverable.signed-off'
  | 'deliverable.changes-requested';

/** States that take verdicts. */
export const TAKES_VERDICTS = ['open', 'extended'] as const satisfies readonly RoundState[];
const DECIDED_BY_VOTE = ['open', 'extended', 'counted'] as const;

/** What the clock does carries the permission of those whom it concerns; nobody is asked for it. */
export const roundMachine: StateMachine<RoundState, RoundAction, RoundFact, Permission, RoundEvent> = {
  name: 'review-round',
  states: ROUND_STATES,
  actions: ROUND_ACTIONS,
  initial: 'open',
  final: ['signed-off', 'changes-requested'],
  transitions: [
    ...TAKES_VERDICTS.flatMap((from) => [
      {
        from,
        action: 'send-review' as const,
        to: from,
        who: 'deliverable.review' as const,
        facts: ['first-of-institution'] as const,
        event: 'review.sent' as const,
      },
      {
        from,
        action: 'recuse' as const,
        to: from,
        who: 'deliverable.review' as const,
        facts: ['first-of-institution'] as const,
        event: 'review.recused' as const,
      },
      {
        from,
        action: 'count' as const,
        to: 'counted' as const,
        who: 'deliverable.review' as const,
        facts: ['time-is-over', 'has-quorum'] as const,
        event: 'review.counted' as const,
      },
    ]),
    {
      from: 'open',
      action: 'extend',
      to: 'extended',
      who: 'deliverable.review',
      facts: ['time-is-over', 'lacks-quorum'],
      event: 'review.extended',
    },
    {
      from: 'extended',
      action: 'hand-to-chair',
      to: 'chair-decides',
      who: 'deliverable.review',
      facts: ['time-is-over', 'lacks-quorum', 'rules-name-chair'],
      event: 'review.handed-to-chair',
    },
    {
      from: 'extended',
      action: 'lapse',
      to: 'changes-requested',
      who: 'deliverable.review',
      facts: ['time-is-over', 'lacks-quorum', 'rules-ask-changes'],
      event: 'review.lapsed',
    },
    ...DECIDED_BY_VOTE.flatMap((from) => [
      {
        from,
        action: 'sign-off' as const,
        to: 'signed-off' as const,
        who: 'deliverable.sign-off' as const,
        facts: ['outcome-is-sign-off', 'majors-agreed'] as const,
        event: 'deliverable.signed-off' as const,
      },
      {
        from,
        action: 'request-changes' as const,
        to: 'changes-requested' as const,
        who: 'deliverable.request-changes' as const,
        facts: ['outcome-is-changes'] as const,
        event: 'deliverable.changes-requested' as const,
      },
    ]),
    {
      from: 'chair-decides',
      action: 'sign-off',
      to: 'signed-off',
      who: 'deliverable.sign-off',
      facts: ['is-chair', 'majors-agreed'],
      event: 'deliverable.signed-off',
    },
    {
      from: 'chair-decides',
      action: 'request-changes',
      to: 'changes-requested',
      who: 'deliverable.request-changes',
      facts: ['is-chair'],
      event: 'deliverable.changes-requested',
    },
  ],
};

/** How a round ended. */
export type RoundResult = 'sign-off' | 'changes';

export const roundResultOf = (state: RoundState): RoundResult | null => {
  if (state === 'signed-off') return 'sign-off';
  return state === 'changes-requested' ? 'changes' : null;
};

export const takesVerdicts = (state: RoundState): boolean => TAKES_VERDICTS.some((taking) => taking === state);

/**
 * What the clock does to a round at this instant, or null. A verdict of the very instant of closing is in time. The same
 * at whatever later moment it is asked, for verdicts that come after the closing time are not among those counted.
 */
export function closingActionOf(
  { state, closesAt, inquorate }: { readonly state: RoundState; readonly closesAt: Date; readonly inquorate: InquorateRule },
  quorumReached: boolean,
  now: Date,
): RoundAction | null {
  if (!takesVerdicts(state) || now <= closesAt) return null;
  if (quorumReached) return 'count';
  if (state === 'open') return 'extend';
  return inquorate === 'chair-decides' ? 'hand-to-chair' : 'lapse';
}
