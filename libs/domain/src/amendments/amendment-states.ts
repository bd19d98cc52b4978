import type { Permission } from '../access/permissions.js';
import type { StateMachine } from '../kernel/state-machine.js';

/** From the coordinator's draft to EACEA's word, or its silence (handbook 1.8 and 6.1). */
export const AMENDMENT_STATES = [
  'draft',
  'consortium-approved',
  'informally-checked',
  'submitted',
  'accepted',
  'rejected',
  'lapsed',
  'withdrawn',
] as const;
export type AmendmentState = (typeof AMENDMENT_STATES)[number];

export const AMENDMENT_ACTIONS = ['approve', 'check-informally', 'submit', 'accept', 'reject', 'lapse', 'withdraw', 'reopen'] as const;
export type AmendmentAction = (typeof AMENDMENT_ACTIONS)[number];

/**
 * `has-changes`, `has-justification` (says why it is needed), `changes-apply` (to the plan as agreed now, without an error),
 * `on-current-plan` (no other amendment was accepted since it was prepared), `silent-for-45-days`, `answered-in-time` (the answer's day lies within them),
 * `asked-in-time` (before the end of the project, where that is asked for).
 */
export const AMENDMENT_FACTS = [
  'has-changes',
  'has-justification',
  'on-current-plan',
  'changes-apply',
  'silent-for-45-days',
  'answered-in-time',
  'asked-in-time',
] as const;
export type AmendmentFact = (typeof AMENDMENT_FACTS)[number];

export type AmendmentEvent =
  | 'amendment.approved'
  | 'amendment.informally-checked'
  | 'amendment.submitted'
  | 'amendment.accepted'
  | 'amendment.rejected'
  | 'amendment.lapsed'
  | 'amendment.withdrawn'
  | 'amendment.reopened';

const OPEN = ['draft', 'consortium-approved', 'informally-checked', 'submitted'] as const;

/** An answer that came in time may be recorded after the 45 days: then what had lapsed in the office is accepted after all. */
export const amendmentMachine: StateMachine<AmendmentState, AmendmentAction, AmendmentFact, Permission, AmendmentEvent> = {
  name: 'amendment',
  states: AMENDMENT_STATES,
  actions: AMENDMENT_ACTIONS,
  initial: 'draft',
  final: ['accepted', 'rejected', 'withdrawn'],
  transitions: [
    {
      from: 'draft',
      action: 'approve',
      to: 'consortium-approved',
      who: 'amendment.step',
      facts: ['has-changes', 'on-current-plan', 'changes-apply', 'has-justification', 'asked-in-time'],
      event: 'amendment.approved',
    },
    {
      from: 'consortium-approved',
      action: 'check-informally',
      to: 'informally-checked',
      who: 'amendment.step',
      facts: [],
      event: 'amendment.informally-checked',
    },
    {
      from: 'informally-checked',
      action: 'submit',
      to: 'submitted',
      who: 'amendment.step',
      facts: ['on-current-plan', 'changes-apply', 'has-justification', 'asked-in-time'],
      event: 'amendment.submitted',
    },
    ...(['submitted', 'lapsed'] as const).map((from) => ({
      from,
      action: 'accept' as const,
      to: 'accepted' as const,
      who: 'amendment.step' as const,
      facts: ['answered-in-time', 'on-current-plan', 'changes-apply'] as const,
      event: 'amendment.accepted' as const,
    })),
    { from: 'submitted', action: 'reject', to: 'rejected', who: 'amendment.step', facts: [], event: 'amendment.rejected' },
    { from: 'submitted', action: 'lapse', to: 'lapsed', who: 'amendment.step', facts: ['silent-for-45-days'], event: 'amendment.lapsed' },
    ...OPEN.map((from) => ({
      from,
      action: 'withdraw' as const,
      to: 'withdrawn' as const,
      who: 'amendment.step' as const,
      facts: [],
      event: 'amendment.withdrawn' as const,
    })),
    ...OPEN.slice(1).map((from) => ({
      from,
      action: 'reopen' as const,
      to: 'draft' as const,
      who: 'amendment.step' as const,
      facts: [],
      event: 'amendment.reopened' as const,
    })),
  ],
};

/** Not decided yet: it may still become part of the agreement. */
export const isOpenAmendment = (state: AmendmentState): boolean => OPEN.some((open) => open === state);
