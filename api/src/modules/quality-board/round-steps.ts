import {
  roundMachine,
  roundStateOf,
  step,
  type Permission,
  type RoundAction,
  type RoundEvent,
  type RoundFact,
  type RoundState,
  type Tally,
  type Transition,
  type TransitionRefusal,
} from '@office/domain';
import { ProblemError } from '../../core/http/problem.js';
import type { Vote } from '../deliverables/board-seats.js';
import type { RoundRow } from './quality-board.repository.js';

type RoundTransition = Transition<RoundState, RoundAction, RoundFact, Permission, RoundEvent>;

/** The round under its lock, and what its next step is decided on. */
export interface RoundStanding {
  readonly round: Pick<RoundRow, 'result'>;
  readonly votes: readonly Vote[];
  readonly tally: Tally;
  readonly beneficiaryId: string;
}

function refusalOf(refusal: TransitionRefusal<RoundState, RoundAction, RoundFact>, from: RoundState, action: RoundAction): ProblemError {
  if (refusal.code === 'no-such-transition')
    return new ProblemError(from === 'signed-off' && action === 'sign-off' ? 'already-signed-off' : 'round-closed');
  if (refusal.fact === 'first-of-institution') return new ProblemError('already-reviewed');
  return new ProblemError('transition-refused', { params: { from, action, fact: refusal.fact } });
}

/** @throws ProblemError `round-closed`, `already-signed-off`, `already-reviewed`, or `transition-refused` with the fact that is missing. */
export function roundStep(action: RoundAction, { round, votes, tally, beneficiaryId }: RoundStanding): RoundTransition {
  const from = roundStateOf(round.result);
  const taken = step(roundMachine, from, action, {
    'first-of-institution': !votes.some((vote) => vote.beneficiaryId === beneficiaryId),
    'outcome-is-sign-off': tally.outcome === 'sign-off',
    'outcome-is-changes': tally.outcome === 'changes',
  });
  if (!taken.ok) throw refusalOf(taken.reason, from, action);
  return taken.value;
}
