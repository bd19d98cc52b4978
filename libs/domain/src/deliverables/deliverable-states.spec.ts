import { describe, expect, it } from '@jest/globals';
import { can, type Actor } from '../access/can.js';
import { step } from '../kernel/state-machine.js';
import {
  DELIVERABLE_ACTIONS,
  DELIVERABLE_STATES,
  DELIVERABLE_STEPS,
  PORTAL_STATES,
  deliverableMachine,
  portalStateOf,
  stepOf,
  type DeliverableAction,
  type DeliverableFact,
  type DeliverableState,
  type DeliverableStep,
  type PortalState,
} from './deliverable-states.js';

const ALL_FACTS: Record<DeliverableFact, boolean> = {
  'has-version': true,
  'has-new-version': true,
  'not-infected': true,
  'outcome-is-sign-off': true,
  'outcome-is-changes': true,
};

/** The whole machine in words: what each action leads to from each state, nothing where it is refused. */
const EXPECTED: Record<DeliverableState, Partial<Record<DeliverableAction, DeliverableState>>> = {
  planned: { 'upload-version': 'drafting' },
  drafting: { 'upload-version': 'drafting', 'open-review': 'in-review' },
  'in-review': { 'request-changes': 'changes-requested', 'sign-off': 'signed-off' },
  'changes-requested': { 'upload-version': 'drafting' },
  'signed-off': { approve: 'approved' },
  approved: { submit: 'submitted' },
  submitted: { 'record-revision-request': 'revision-requested', 'record-acceptance': 'accepted' },
  'revision-requested': { 'upload-version': 'drafting' },
  accepted: {},
};

describe('a deliverable', () => {
  it.each(DELIVERABLE_STATES.map((state) => [state]))('%s goes on as written', (state) => {
    const found = DELIVERABLE_ACTIONS.flatMap((action) => {
      const answer = step(deliverableMachine, state, action, ALL_FACTS);
      return answer.ok ? [[action, answer.value.to]] : [];
    });
    expect(Object.fromEntries(found)).toEqual(EXPECTED[state]);
  });

  it('goes its whole life: two rounds, approval, a revision asked by EACEA, acceptance', () => {
    const life: DeliverableAction[] = [
      ...(['upload-version', 'upload-version', 'open-review', 'request-changes'] as const),
      ...(['upload-version', 'open-review', 'sign-off', 'approve', 'submit', 'record-revision-request'] as const),
      ...(['upload-version', 'open-review', 'sign-off', 'approve', 'submit', 'record-acceptance'] as const),
    ];
    const end = life.reduce<DeliverableState>((state, action) => {
      const answer = step(deliverableMachine, state, action, ALL_FACTS);
      expect([state, action, answer.ok]).toEqual([state, action, true]);
      return answer.ok ? answer.value.to : state;
    }, deliverableMachine.initial);
    expect(end).toBe('accepted');
  });

  it.each<[DeliverableState, DeliverableAction, DeliverableFact[]]>([
    ['drafting', 'open-review', ['has-version', 'has-new-version', 'not-infected']],
    ['in-review', 'sign-off', ['outcome-is-sign-off', 'not-infected']],
    ['in-review', 'request-changes', ['outcome-is-changes']],
    ['signed-off', 'approve', []],
  ])('%s: %s needs %j', (state, action, facts) => {
    const answer = step(deliverableMachine, state, action, ALL_FACTS);
    expect(answer.ok && answer.value.facts).toEqual(facts);
  });

  it('is never decided by its own people, and never sent to EACEA by the board', () => {
    const ownBoardMember: Actor = { personId: 'p', roles: ['partner-coordinator', 'quality-board-member'], beneficiaryId: 'lead' };
    const may = (action: DeliverableAction): boolean =>
      deliverableMachine.transitions.some((row) => row.action === action && can(ownBoardMember, row.who, { leadBeneficiaryId: 'lead' }).ok);
    expect(DELIVERABLE_ACTIONS.filter(may)).toEqual(['upload-version', 'open-review']);
  });
});

describe('the word of the portal', () => {
  const EXPECTED_PORTAL: Record<DeliverableState, PortalState> = {
    planned: 'pending',
    drafting: 'pending',
    'in-review': 'pending',
    'changes-requested': 'pending',
    'signed-off': 'pending',
    approved: 'draft',
    submitted: 'submitted',
    'revision-requested': 'pending',
    accepted: 'accepted',
  };

  it.each(DELIVERABLE_STATES.map((state) => [state, EXPECTED_PORTAL[state]]))('for %s is %s', (state, portal) => {
    expect(portalStateOf(state as DeliverableState)).toBe(portal);
  });

  it('is every word once', () => {
    expect(new Set(DELIVERABLE_STATES.map(portalStateOf))).toEqual(new Set(PORTAL_STATES));
  });
});

describe('the picture of a deliverable', () => {
  it.each<[DeliverableState, DeliverableStep]>([
    ['changes-requested', 'drafting'],
    ['revision-requested', 'drafting'],
    ...DELIVERABLE_STEPS.map((state): [DeliverableState, DeliverableStep] => [state, state]),
  ])('shows %s on the step %s', (state, expected) => {
    expect(stepOf(state)).toBe(expected);
  });

  it('has a step for every state and shows the steps in the order of the states', () => {
    expect(new Set(DELIVERABLE_STATES.map(stepOf))).toEqual(new Set(DELIVERABLE_STEPS));
    expect(DELIVERABLE_STATES.filter((state) => (DELIVERABLE_STEPS as readonly string[]).includes(state))).toEqual(DELIVERABLE_STEPS);
  });
});
