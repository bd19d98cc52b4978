import { describe, expect, it } from '@jest/globals';
import { deliverableMachine } from '../deliverables/deliverable-states.js';
import {
  closingActionOf,
  ROUND_STATES,
  roundMachine,
  roundResultOf,
  takesVerdicts,
  type RoundAction,
  type RoundState,
} from './round-states.js';

/** Every cell in words: what an action makes of a state. `-` is refused. */
const EXPECTED = `
                    | send-review | recuse   | extend   | count   | hand-to-chair | lapse             | sign-off   | request-changes
  open              | open        | open     | extended | counted | -             | -                 | signed-off | changes-requested
  extended          | extended    | extended | -        | counted | chair-decides | changes-requested | signed-off | changes-requested
  counted           | -           | -        | -        | -       | -             | -                 | signed-off | changes-requested
  chair-decides     | -           | -        | -        | -       | -             | -                 | signed-off | changes-requested
  signed-off        | -           | -        | -        | -       | -             | -                 | -          | -
  changes-requested | -           | -        | -        | -       | -             | -                 | -          | -
`;

describe('the table of a review round', () => {
  it('is the expected one, cell by cell', () => {
    const [header = [], ...lines] = EXPECTED.trim()
      .split('\n')
      .map((line) => line.split('|').map((cell) => cell.trim()));
    expect(header.filter((cell) => cell !== '')).toEqual(roundMachine.actions);
    const toOf = (from: RoundState, action: RoundAction): string =>
      roundMachine.transitions.find((row) => row.from === from && row.action === action)?.to ?? '-';
    expect(ROUND_STATES.map((state) => [state, ...roundMachine.actions.map((action) => toOf(state, action))])).toEqual(lines);
  });

  it('has a result in its last states, and only there', () => {
    expect(ROUND_STATES.map(roundResultOf)).toEqual([null, null, null, null, 'sign-off', 'changes']);
  });

  it('takes verdicts until it is counted, handed to the chair or decided', () => {
    expect(ROUND_STATES.filter(takesVerdicts)).toEqual(['open', 'extended']);
  });

  it.each(['sign-off', 'request-changes'] as const)('takes %s together with its deliverable: same permission, same event', (action) => {
    const pick = (rows: typeof roundMachine.transitions | typeof deliverableMachine.transitions): Set<string> =>
      new Set(rows.filter((row) => row.action === action).map(({ who, event }) => `${who} ${event}`));
    expect(pick(roundMachine.transitions)).toEqual(pick(deliverableMachine.transitions));
  });

  it.each(['open', 'extended', 'counted', 'chair-decides'] as const)(
    'signs nothing off in %s while a major comment is not agreed',
    (from) => {
      const row = roundMachine.transitions.find((transition) => transition.from === from && transition.action === 'sign-off');
      expect(row?.facts).toContain('majors-agreed');
    },
  );
});

describe('what the clock does to a round', () => {
  const closesAt = new Date('2024-09-16T21:59:59.999Z');
  const BEFORE = new Date('2024-09-16T12:00:00Z');
  const AFTER = new Date('2024-09-16T22:00:00Z');
  const at = (state: RoundState, quorum: boolean, inquorate: 'chair-decides' | 'changes', now: Date): RoundAction | null =>
    closingActionOf({ state, closesAt, inquorate }, quorum, now);

  it.each<[RoundState, boolean, 'chair-decides' | 'changes', RoundAction | null]>([
    ['open', true, 'chair-decides', 'count'],
    ['open', true, 'changes', 'count'],
    ['open', false, 'chair-decides', 'extend'],
    ['open', false, 'changes', 'extend'],
    ['extended', true, 'chair-decides', 'count'],
    ['extended', true, 'changes', 'count'],
    ['extended', false, 'chair-decides', 'hand-to-chair'],
    ['extended', false, 'changes', 'lapse'],
    ['counted', true, 'chair-decides', null],
    ['counted', false, 'changes', null],
    ['chair-decides', false, 'chair-decides', null],
    ['signed-off', true, 'changes', null],
    ['changes-requested', false, 'changes', null],
  ])('%s, quorum %s, rules %s: %s when the time is over, nothing before', (state, quorum, inquorate, expected) => {
    expect(at(state, quorum, inquorate, AFTER)).toBe(expected);
    expect(at(state, quorum, inquorate, BEFORE)).toBeNull();
    expect(at(state, quorum, inquorate, closesAt)).toBeNull();
  });

  it('is a step of the machine wherever it does something', () => {
    const cases = ROUND_STATES.flatMap((state) =>
      [true, false].flatMap((quorum) =>
        (['chair-decides', 'changes'] as const).map((rule) => [state, at(state, quorum, rule, AFTER)] as const),
      ),
    );
    const steps = roundMachine.transitions.map(({ from, action }) => `${from} ${action}`);
    expect(cases.filter(([state, action]) => action !== null && !steps.includes(`${state} ${action}`))).toEqual([]);
  });
});
