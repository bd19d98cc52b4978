import { describe, expect, it } from '@jest/globals';
import { GRANTS, PERMISSIONS } from '../access/permissions.js';
import { MACHINES } from '../machines.js';
import { findTransition, step, type StateMachine } from './state-machine.js';

type AnyMachine = (typeof MACHINES)[number];
type Row = AnyMachine['transitions'][number];

const cellsOf = (machine: AnyMachine): [string, string][] =>
  machine.states.flatMap((state) => machine.actions.map((action): [string, string] => [state, action]));

const factsOf = (machine: AnyMachine): string[] => [...new Set(machine.transitions.flatMap((row) => row.facts))];

const holding = (machine: AnyMachine, missing: readonly string[] = []): Record<string, boolean> =>
  Object.fromEntries(factsOf(machine).map((fact) => [fact, !missing.includes(fact)]));

/** States from which `goals` can be reached, the goals included. */
function leadingTo(machine: AnyMachine, goals: readonly string[]): Set<string> {
  const found = new Set(goals);
  for (let grown = true; grown;) {
    const more = machine.transitions.filter((row) => found.has(row.to) && !found.has(row.from));
    for (const row of more) found.add(row.from);
    grown = more.length > 0;
  }
  return found;
}

const reversed = (machine: AnyMachine): AnyMachine => ({
  ...machine,
  transitions: machine.transitions.map((row) => ({ ...row, from: row.to, to: row.from })),
});

describe.each(MACHINES.map((machine) => [machine.name, machine] as const))('the machine "%s"', (_name, machine) => {
  describe.each(cellsOf(machine))('in %s, %s', (state, action) => {
    const rows = machine.transitions.filter((row) => row.from === state && row.action === action);
    const row = rows[0];

    if (row === undefined) {
      it('is refused with the state and the action', () => {
        const refusal = { ok: false, reason: { code: 'no-such-transition', from: state, action } };
        expect(step(machine, state, action, holding(machine))).toEqual(refusal);
        expect(findTransition(machine, state, action)).toBeUndefined();
      });
      return;
    }

    it(`leads to ${row.to}, by one row only`, () => {
      expect(rows).toHaveLength(1);
      expect(step(machine, state, action, holding(machine))).toEqual({ ok: true, value: row });
    });

    it('asks for no other fact than its own', () => {
      const others = factsOf(machine).filter((fact) => !row.facts.includes(fact));
      expect(step(machine, state, action, holding(machine, others)).ok).toBe(true);
    });

    for (const fact of row.facts) {
      it(`is refused without "${fact}"`, () => {
        expect(step(machine, state, action, holding(machine, [fact]))).toEqual({ ok: false, reason: { code: 'fact-missing', fact } });
      });
    }

    it('is refused with the first fact when none holds', () => {
      const answer = step(machine, state, action, holding(machine, factsOf(machine)));
      const [fact] = row.facts;
      expect(answer).toEqual(fact === undefined ? { ok: true, value: row } : { ok: false, reason: { code: 'fact-missing', fact } });
    });
  });

  it('names each state and each action once', () => {
    expect(new Set(machine.states).size).toBe(machine.states.length);
    expect(new Set(machine.actions).size).toBe(machine.actions.length);
  });

  it('has rows of its own states and actions, and every action in some row', () => {
    expect(machine.transitions.filter((row) => !machine.states.includes(row.from) || !machine.states.includes(row.to))).toEqual([]);
    expect(new Set(machine.transitions.map((row) => row.action))).toEqual(new Set(machine.actions));
  });

  it('reaches every state from the first', () => {
    expect(leadingTo(reversed(machine), [machine.initial])).toEqual(new Set(machine.states));
  });

  it('can come to a final state from everywhere, and leaves none; without any, it can come back to the first', () => {
    const goals = machine.final.length === 0 ? [machine.initial] : machine.final;
    expect(leadingTo(machine, goals)).toEqual(new Set(machine.states));
    expect(machine.transitions.filter((row) => machine.final.includes(row.from))).toEqual([]);
  });

  it('asks for no fact twice in one row', () => {
    expect(machine.transitions.filter((row) => new Set(row.facts).size !== row.facts.length)).toEqual([]);
  });

  it('makes one event known for each action; either one for all, which tells the new state, or none for two', () => {
    const events = (action: string): string[] => [
      ...new Set(machine.transitions.filter((row) => row.action === action).map((row) => row.event)),
    ];
    expect(machine.actions.filter((action) => events(action).length !== 1)).toEqual([]);
    expect([1, machine.actions.length]).toContain(new Set(machine.actions.flatMap(events)).size);
    expect(machine.transitions.filter((row) => !/^[a-z-]+\.[a-z-]+$/.test(row.event))).toEqual([]);
  });

  it('asks for permissions that exist and that some role holds', () => {
    const heldBySome = (row: Row): boolean => Object.values(GRANTS).some((grants) => row.who in grants);
    expect(machine.transitions.filter((row) => !PERMISSIONS.includes(row.who) || !heldBySome(row))).toEqual([]);
  });
});

describe('the list of machines', () => {
  it('names each once', () => {
    expect(new Set(MACHINES.map((machine) => machine.name)).size).toBe(MACHINES.length);
  });
});

describe('a step', () => {
  type Light = StateMachine<'red' | 'green', 'go' | 'stop', 'clear' | 'dry', string, string>;
  const light: Light = {
    name: 'light',
    states: ['red', 'green'],
    actions: ['go', 'stop'],
    initial: 'red',
    final: [],
    transitions: [
      { from: 'red', action: 'go', to: 'green', who: 'drive', facts: ['clear', 'dry'], event: 'light.went' },
      { from: 'green', action: 'stop', to: 'red', who: 'drive', facts: [], event: 'light.stopped' },
    ],
  };

  it('takes the row whose facts hold', () => {
    expect(step(light, 'red', 'go', { clear: true, dry: true })).toEqual({ ok: true, value: light.transitions[0] });
  });

  it('names the first missing fact in the order of the row', () => {
    expect(step(light, 'red', 'go', { clear: false, dry: false })).toEqual({ ok: false, reason: { code: 'fact-missing', fact: 'clear' } });
    expect(step(light, 'red', 'go', { clear: true, dry: false })).toEqual({ ok: false, reason: { code: 'fact-missing', fact: 'dry' } });
  });

  it('says that there is no way before it says what is missing', () => {
    expect(step(light, 'green', 'go', { clear: false, dry: false })).toEqual({
      ok: false,
      reason: { code: 'no-such-transition', from: 'green', action: 'go' },
    });
  });
});
