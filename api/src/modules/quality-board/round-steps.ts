import {
  roundMachine,
  step,
  type Permission,
  type RoundAction,
  type RoundEvent,
  type RoundFact,
  type RoundState,
  type Transition,
  type TransitionRefusal,
} from '@office/domain';
import { ProblemError } from '../../core/http/problem.js';

type RoundTransition = Transition<RoundState, RoundAction, RoundFact, Permission, RoundEvent>;

function refusalOf(refusal: TransitionRefusal<RoundState, RoundAction, RoundFact>, from: RoundState, action: RoundAction): ProblemError {
  if (refusal.code === 'no-such-transition')
    return new ProblemError(from === 'signed-off' && action === 'sign-off' ? 'already-signed-off' : 'round-closed');
  if (refusal.fact === 'first-of-institution') return new ProblemError('already-reviewed');
  // A line of the check-list before the sign-off, told like the others.
  if (refusal.fact === 'majors-agreed') return new ProblemError('checks-open', { params: { checks: refusal.fact } });
  return new ProblemError('transition-refused', { params: { from, action, fact: refusal.fact } });
}

/** @throws ProblemError `round-closed`, `already-signed-off`, `already-reviewed`, `checks-open`, or `transition-refused` with the fact that is missing. */
export function roundStep(from: RoundState, action: RoundAction, facts: Readonly<Record<RoundFact, boolean>>): RoundTransition {
  const taken = step(roundMachine, from, action, facts);
  if (!taken.ok) throw refusalOf(taken.reason, from, action);
  return taken.value;
}
