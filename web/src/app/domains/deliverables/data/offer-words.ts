import type { DeliverableView, ReviewRoundView, SignOffBinding } from '@office/contracts';
import type { DeliverableFact, Exclusion, RoundFact, Tally } from '@office/domain';
import { plural } from '../../../shared/util-locale/format';
import { outcomeWords } from '../../quality-board/data/board-words';
import { roundOf } from './rounds';
import { followingVersion } from './version-words';

/** What a person can be offered to do with a deliverable; the order is the order in which one of them becomes the first. */
export const OFFER_KINDS = [
  'review',
  'sign-off',
  'request-changes',
  'open-review',
  'upload',
  'approve',
  'submit',
  'record-answer',
] as const;
export type OfferKind = (typeof OFFER_KINDS)[number];

const OFFER: Record<OfferKind, (version: string, next: string) => string> = {
  upload: (_, next) => $localize`:@@offer.upload:Upload version ${next}:version:`,
  'open-review': (version) => $localize`:@@offer.openReview:Open review of version ${version}:version:`,
  review: (version) => $localize`:@@offer.review:Review version ${version}:version:`,
  'sign-off': (version) => $localize`:@@offer.signOff:Sign off version ${version}:version:`,
  'request-changes': () => $localize`:@@offer.requestChanges:Request changes`,
  approve: (version) => $localize`:@@offer.approve:Approve version ${version}:version:`,
  submit: () => $localize`:@@offer.submit:Mark as submitted to EACEA`,
  'record-answer': () => $localize`:@@offer.recordAnswer:Record EACEA's answer`,
};

/** What a button says: the step and the version it is about. */
export const offerWords = (kind: OfferKind, view: DeliverableView): string =>
  OFFER[kind](roundOf(view)?.versionNumber ?? view.latestVersion ?? '', followingVersion(view.latestVersion));

/** Why somebody who may review elsewhere may not here; null is no seat at all. */
export function seatWords(exclusion: Exclusion | null): string {
  switch (exclusion) {
    case 'leads-deliverable':
      return $localize`:@@seat.leads:Your own institution leads this, so you may not decide on it.`;
    case 'wrote-version':
      return $localize`:@@seat.wrote:You uploaded this version, so you may not decide on it.`;
    case 'recused':
      return $localize`:@@seat.recused:You declared a conflict of interest in this, so you may not decide on it.`;
    case null:
      return $localize`:@@seat.notHere:You do not sit on the panel that votes on this version.`;
  }
}

/** Of an alternate while a member of the institution can vote. */
export const votelessWords = (): string =>
  $localize`:@@seat.alternate:The member of your institution votes. You do as soon as the member cannot, or when the round is extended.`;

/** What the list "Before sign-off" still waits for. */
export const checksWords = (open: number): string =>
  plural(open, {
    one: $localize`:@@offer.checkOpen:One point of “Before sign-off” is open.`,
    other: $localize`:@@offer.checksOpen:${open}:count: points of “Before sign-off” are open.`,
  });

const openMajorsWords = (open: number): string =>
  plural(open, {
    one: $localize`:@@offer.majorOpen:One major comment has no agreed answer yet.`,
    other: $localize`:@@offer.majorsOpen:${open}:count: major comments have no agreed answer yet.`,
  });

/** What the board's decision still waits for. */
export function roundFactWords(fact: RoundFact, view: DeliverableView, { tally }: ReviewRoundView): string {
  switch (fact) {
    case 'outcome-is-sign-off':
      return talliedWords(tally, 'sign-off');
    case 'outcome-is-changes':
      return talliedWords(tally, 'changes');
    case 'majors-agreed':
      return openMajorsWords(view.openMajorComments);
    case 'is-chair':
      return $localize`:@@offer.chairDecides:There was no quorum twice: now the chair of the board decides.`;
    case 'first-of-institution':
    case 'time-is-over':
    case 'has-quorum':
    case 'lacks-quorum':
    case 'rules-name-chair':
    case 'rules-ask-changes':
      return $localize`:@@offer.notNow:This is not possible at the moment.`;
  }
}

const sentence = (words: string): string => `${words.charAt(0).toUpperCase()}${words.slice(1)}.`;

/** The verdicts do not amount to this yet, or to the other thing. */
function talliedWords(tally: Tally, wanted: 'sign-off' | 'changes'): string {
  if (tally.outcome === 'pending') return sentence(outcomeWords(tally));
  return wanted === 'sign-off'
    ? $localize`:@@offer.majorityMissed:${tally.inFavour}:inFavour: of ${tally.cast}:cast: verdicts are in favour; signing off takes ${tally.majority}:majority:.`
    : $localize`:@@offer.majorityReached:${tally.inFavour}:inFavour: of ${tally.cast}:cast: verdicts are in favour, so the board signs off.`;
}

/** What a step still waits for. */
export function factWords(fact: DeliverableFact, view: DeliverableView): string {
  const tally = roundOf(view)?.tally;
  switch (fact) {
    case 'has-version':
      return $localize`:@@offer.noVersion:Upload a version first.`;
    case 'has-new-version':
      return $localize`:@@offer.noNewVersion:The board has seen version ${view.latestVersion}:version: already. Upload a new one first.`;
    case 'not-infected':
      return $localize`:@@offer.infected:The virus scanner found something in version ${view.latestVersion}:version:. Upload a clean one first.`;
    case 'outcome-is-sign-off':
      return tally ? talliedWords(tally, 'sign-off') : $localize`:@@offer.noRound:No review round is open.`;
    case 'outcome-is-changes':
      return tally ? talliedWords(tally, 'changes') : $localize`:@@offer.noRound:No review round is open.`;
  }
}

/** "quorum 4 of 6" and the like are short; this is the whole sentence about the votes of a decision. */
export function decisionWords({ cast, inFavour, eligible }: Pick<Tally, 'cast' | 'inFavour' | 'eligible'>): string {
  return plural(cast, {
    one: $localize`:@@decision.votesOne:${inFavour}:inFavour: of 1 verdict in favour, ${eligible}:eligible: could vote`,
    other: $localize`:@@decision.votes:${inFavour}:inFavour: of ${cast}:cast: verdicts in favour, ${eligible}:eligible: could vote`,
  });
}

const SIGNED_AS: Record<SignOffBinding['role'], (institution: string) => string> = {
  chair: (institution) => $localize`:@@signOff.asChair:signed as chair, for ${institution}:institution:`,
  member: (institution) => $localize`:@@signOff.asMember:signed as member, for ${institution}:institution:`,
  alternate: (institution) => $localize`:@@signOff.asAlternate:signed as alternate, for ${institution}:institution:`,
};

/** "signed as chair, for University of Tuscia · the chair decided for want of a quorum" */
export function boundWords({ role, institution, decidedBy }: SignOffBinding): string {
  const signed = SIGNED_AS[role](institution.name);
  return decidedBy === 'vote' ? signed : $localize`:@@signOff.byChair:${signed}:signed: · the chair decided for want of a quorum`;
}
