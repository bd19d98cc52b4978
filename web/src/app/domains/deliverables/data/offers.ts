import type { BoardMemberView, DeliverableView, ReviewRoundView } from '@office/contracts';
import {
  type Actor,
  can,
  type DeliverableAction,
  type DeliverableFact,
  deliverableMachine,
  findTransition,
  mayEver,
  openChecks,
  type Permission,
  ROUND_FACTS,
  type RoundFact,
  roundMachine,
  step,
  takesVerdicts,
} from '@office/domain';
import { refusalWords } from '../../../shared/util-session/refusal-words';
import { checksWords, factWords, OFFER_KINDS, type OfferKind, offerWords, roundFactWords, seatWords, votelessWords } from './offer-words';
import { roundOf } from './rounds';

export interface Offer {
  readonly kind: OfferKind;
  /** Named by its object: "Sign off version 0.3". */
  readonly label: string;
  /** Why not now or not by this person, in words; null when nothing stands in the way. */
  readonly reason: string | null;
}

export interface Offers {
  /** The one step that leads on; null when nothing is left to do. */
  readonly primary: Offer | null;
  readonly others: readonly Offer[];
}

/** The step of the machine that an offer takes; a review takes none, but is written only where a sign-off is possible. */
const STEP: Record<OfferKind, DeliverableAction> = {
  review: 'sign-off',
  'sign-off': 'sign-off',
  'request-changes': 'request-changes',
  'open-review': 'open-review',
  upload: 'upload-version',
  approve: 'approve',
  submit: 'submit',
  'record-answer': 'record-acceptance',
};

const DECIDES_ON_BOARD: readonly OfferKind[] = ['review', 'sign-off', 'request-changes'];

type Standing = 'open' | 'not-yet' | 'not-you' | 'done';

interface Candidate extends Offer {
  readonly standing: Standing;
}

function permissionOf(kind: OfferKind, view: DeliverableView): Permission | null {
  const transition = findTransition(deliverableMachine, view.state, STEP[kind]);
  if (!transition) return null;
  return kind === 'review' ? 'deliverable.review' : transition.who;
}

function factsOf(view: DeliverableView): Record<DeliverableFact, boolean> {
  const [newest] = view.versions;
  const outcome = roundOf(view)?.tally.outcome;
  return {
    'has-version': newest !== undefined,
    'has-new-version': newest !== undefined && newest.id !== view.rounds[0]?.versionId,
    'not-infected': newest?.scan !== 'infected',
    'outcome-is-sign-off': outcome === 'sign-off',
    'outcome-is-changes': outcome === 'changes',
  };
}

const seatOf = (view: DeliverableView, actor: Actor): BoardMemberView | undefined =>
  view.board.find((member) => member.personId === actor.personId);

/** Who coordinates for an institution votes only where the steering committee does: elsewhere nothing of it is offered. */
const concerns = (kind: OfferKind, view: DeliverableView, actor: Actor): boolean =>
  !DECIDES_ON_BOARD.includes(kind) || seatOf(view, actor) !== undefined || actor.roles.includes('quality-board-member');

/** Why this person may not here, whatever the state of things. */
function refusalOf(kind: OfferKind, permission: Permission, view: DeliverableView, actor: Actor): string | null {
  const allowed = can(actor, permission, { leadBeneficiaryId: view.lead.id });
  if (!allowed.ok) return refusalWords(allowed.reason);
  if (!DECIDES_ON_BOARD.includes(kind)) return null;
  const seat = seatOf(view, actor);
  return seat?.exclusion === null ? null : seatWords(seat?.exclusion ?? null);
}

const NOT_KNOWN_HERE = Object.fromEntries(ROUND_FACTS.map((fact) => [fact, false])) as Record<RoundFact, boolean>;

/** What the round's machine looks at, as far as it is known here; the clock is the server's. */
const roundFactsOf = (view: DeliverableView, round: ReviewRoundView, actor: Actor): Record<RoundFact, boolean> => ({
  ...NOT_KNOWN_HERE,
  'outcome-is-sign-off': round.tally.outcome === 'sign-off',
  'outcome-is-changes': round.tally.outcome === 'changes',
  'majors-agreed': view.openMajorComments === 0,
  'is-chair': seatOf(view, actor)?.chair ?? false,
});

/** Why the decision waits; null when nothing stands in the way. */
function waitOf(kind: 'sign-off' | 'request-changes', view: DeliverableView, round: ReviewRoundView, actor: Actor): string | null {
  const taken = step(roundMachine, round.state, kind, roundFactsOf(view, round, actor));
  if (!taken.ok && taken.reason.code === 'fact-missing') return roundFactWords(taken.reason.fact, view, round);
  const open = kind === 'sign-off' ? openChecks(view.checks) : [];
  return open.length === 0 ? null : checksWords(open.length);
}

type Standings = Pick<Candidate, 'reason' | 'standing'>;
const standingOf = (reason: string | null): Standings => ({ reason, standing: reason === null ? 'open' : 'not-yet' });

function reviewStanding(view: DeliverableView, actor: Actor): Standings {
  const [round, seat] = [roundOf(view), seatOf(view, actor)];
  const voted = round?.reviews.some((review) => review.beneficiaryId === actor.beneficiaryId) ?? false;
  if (voted || !round || !takesVerdicts(round.state)) return { reason: null, standing: 'done' };
  return seat?.mayVote ? standingOf(null) : { reason: votelessWords(), standing: 'not-you' };
}

function machineStanding(kind: OfferKind, view: DeliverableView): Standings {
  const taken = step(deliverableMachine, view.state, STEP[kind], factsOf(view));
  return standingOf(taken.ok || taken.reason.code !== 'fact-missing' ? null : factWords(taken.reason.fact, view));
}

function candidateOf(kind: OfferKind, view: DeliverableView, actor: Actor): Candidate | null {
  const permission = permissionOf(kind, view);
  if (permission === null || !mayEver(actor, permission) || !concerns(kind, view, actor)) return null;
  const label = offerWords(kind, view);
  const refusal = refusalOf(kind, permission, view, actor);
  if (refusal !== null) return { kind, label, reason: refusal, standing: 'not-you' };
  if (kind === 'review') return { kind, label, ...reviewStanding(view, actor) };
  const round = roundOf(view);
  if (round && (kind === 'sign-off' || kind === 'request-changes')) return { kind, label, ...standingOf(waitOf(kind, view, round, actor)) };
  return { kind, label, ...machineStanding(kind, view) };
}

/** The first that can be done; else the one that only waits for something; else the one that this person may elsewhere. */
const firstOf = (candidates: readonly Candidate[]): Candidate | undefined =>
  candidates.find(({ standing }) => standing === 'open') ??
  candidates.find(({ standing }) => standing === 'not-yet') ??
  candidates.find(({ kind }) => kind !== 'review');

const offerOf = ({ kind, label, reason }: Candidate): Offer => ({ kind, label, reason });

/** What the person is offered in this state, one step first: only what a role of hers can ever do. */
export function offersOf(view: DeliverableView, actor: Actor | null): Offers {
  if (actor === null) return { primary: null, others: [] };
  const candidates = OFFER_KINDS.flatMap((kind) => candidateOf(kind, view, actor) ?? []).filter(({ standing }) => standing !== 'done');
  const primary = firstOf(candidates);
  const others = candidates.filter((candidate) => candidate !== primary);
  return { primary: primary ? offerOf(primary) : null, others: others.map(offerOf) };
}
