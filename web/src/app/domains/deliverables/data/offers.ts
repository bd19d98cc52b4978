import type { DeliverableView } from '@office/contracts';
import {
  type Actor,
  can,
  type DeliverableAction,
  type DeliverableFact,
  deliverableMachine,
  findTransition,
  mayEver,
  type Permission,
  step,
} from '@office/domain';
import { refusalWords } from '../../../shared/util-session/refusal-words';
import { factWords, OFFER_KINDS, type OfferKind, offerWords, seatWords } from './offer-words';
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
    'outcome-is-sign-off': outcome === 'sign-off',
    'outcome-is-changes': outcome === 'changes',
  };
}

/** Why this person may not here, whatever the state of things. */
function refusalOf(kind: OfferKind, permission: Permission, view: DeliverableView, actor: Actor): string | null {
  const allowed = can(actor, permission, { leadBeneficiaryId: view.lead.id });
  if (!allowed.ok) return refusalWords(allowed.reason);
  if (!DECIDES_ON_BOARD.includes(kind)) return null;
  const seat = view.board.find((member) => member.personId === actor.personId);
  return seat?.exclusion === null ? null : seatWords(seat?.exclusion ?? null);
}

function candidateOf(kind: OfferKind, view: DeliverableView, actor: Actor): Candidate | null {
  const permission = permissionOf(kind, view);
  if (permission === null || !mayEver(actor, permission)) return null;
  const label = offerWords(kind, view);
  const refusal = refusalOf(kind, permission, view, actor);
  if (refusal !== null) return { kind, label, reason: refusal, standing: 'not-you' };
  if (kind === 'review') {
    const voted = roundOf(view)?.reviews.some((review) => review.beneficiaryId === actor.beneficiaryId) ?? false;
    return { kind, label, reason: null, standing: voted ? 'done' : 'open' };
  }
  const taken = step(deliverableMachine, view.state, STEP[kind], factsOf(view));
  if (taken.ok || taken.reason.code !== 'fact-missing') return { kind, label, reason: null, standing: 'open' };
  return { kind, label, reason: factWords(taken.reason.fact, view), standing: 'not-yet' };
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
