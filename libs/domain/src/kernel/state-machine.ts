import { ok, refuse, type Result } from './result.js';

/** One row of a state machine's table. */
export interface Transition<State, Action, Fact extends string, Permission, Event> {
  readonly from: State;
  readonly action: Action;
  readonly to: State;
  /** The permission that the person needs. */
  readonly who: Permission;
  /** What must hold; the first that does not is the reason of the refusal. */
  readonly facts: readonly Fact[];
  /** What it makes known. */
  readonly event: Event;
}

export interface StateMachine<State extends string, Action extends string, Fact extends string, Permission, Event> {
  readonly name: string;
  readonly states: readonly State[];
  readonly actions: readonly Action[];
  readonly initial: State;
  /** States that nothing leaves. */
  readonly final: readonly State[];
  readonly transitions: readonly Transition<State, Action, Fact, Permission, Event>[];
}

export type TransitionRefusal<State, Action, Fact> =
  | { readonly code: 'no-such-transition'; readonly from: State; readonly action: Action }
  | { readonly code: 'fact-missing'; readonly fact: Fact };

/** The row that leads out of `state` by `action`, if the machine has one. */
export const findTransition = <State extends string, Action extends string, Fact extends string, Permission, Event>(
  machine: StateMachine<State, Action, Fact, Permission, Event>,
  state: State,
  action: Action,
): Transition<State, Action, Fact, Permission, Event> | undefined =>
  machine.transitions.find((row) => row.from === state && row.action === action);

/** Takes one step: the row, or the reason why it may not be taken. Whether the person may is asked of `can`. */
export function step<State extends string, Action extends string, Fact extends string, Permission, Event>(
  machine: StateMachine<State, Action, Fact, Permission, Event>,
  state: State,
  action: Action,
  facts: Readonly<Record<Fact, boolean>>,
): Result<Transition<State, Action, Fact, Permission, Event>, TransitionRefusal<State, Action, Fact>> {
  const row = findTransition(machine, state, action);
  if (!row) return refuse({ code: 'no-such-transition', from: state, action });
  const missing = row.facts.find((fact) => !facts[fact]);
  return missing === undefined ? ok(row) : refuse({ code: 'fact-missing', fact: missing });
}
