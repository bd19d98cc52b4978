import { describe, expect, it } from '@jest/globals';
import { deliverableMachine } from '../deliverables/deliverable-states.js';
import { ROUND_STATES, roundMachine, roundResultOf, roundStateOf } from './round-states.js';

describe('a review round', () => {
  it.each([
    [null, 'open'],
    ['sign-off', 'signed-off'],
    ['changes', 'changes-requested'],
  ] as const)('with the result %s is %s, and back', (result, state) => {
    expect(roundStateOf(result)).toBe(state);
    expect(roundResultOf(state)).toBe(result);
  });

  it('has a result in each state but the open one', () => {
    expect(ROUND_STATES.map(roundResultOf)).toEqual([null, 'sign-off', 'changes']);
  });

  it.each(['sign-off', 'request-changes'] as const)('takes %s together with its deliverable: same permission, fact, event', (action) => {
    const pick = (rows: typeof roundMachine.transitions | typeof deliverableMachine.transitions): unknown[] =>
      rows.filter((row) => row.action === action).map(({ who, facts, event }) => ({ who, facts, event }));
    expect(pick(roundMachine.transitions)).toEqual(pick(deliverableMachine.transitions));
  });
});
