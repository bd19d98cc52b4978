import { ok, refuse, type Result } from '../kernel/result.js';
import type { BoardRules, ReviewerOrigin } from './board-rules.js';
import type { Exclusion, Place } from './seats.js';

/** Somebody of the board who could be appointed, as the choice sees it. */
export interface ReviewerCandidate {
  readonly membershipId: string;
  readonly beneficiaryId: string;
  readonly country: string;
  readonly origin: ReviewerOrigin;
  readonly place: Place;
  /** Appointments whose review is still to be written. */
  readonly load: number;
  readonly exclusion: Exclusion | null;
}

export const SUGGESTION_REASONS = [
  'least-load',
  'origin-needed',
  'other-country',
  'more-load',
  'same-institution',
  'alternate',
  'conflict',
] as const;
export type SuggestionReason = (typeof SUGGESTION_REASONS)[number];

export interface Suggestion {
  readonly membershipId: string;
  readonly suggested: boolean;
  readonly reasons: readonly SuggestionReason[];
}

type ChoiceRules = Pick<BoardRules, 'reviewersPerDeliverable' | 'origins'>;

/** Members before alternates, who has less to do first; the given order decides between equals. */
const byLoad = (candidates: readonly ReviewerCandidate[]): ReviewerCandidate[] =>
  candidates
    .filter(({ exclusion }) => exclusion === null)
    .sort((a, b) => Number(a.place === 'alternate') - Number(b.place === 'alternate') || a.load - b.load);

/** Picks the next: of an origin that is missing, then of a country that is not there yet, then who has least to do. */
function nextOf(rest: readonly ReviewerCandidate[], chosen: readonly ReviewerCandidate[], origins: readonly ReviewerOrigin[]) {
  const free = rest.filter((one) => !chosen.some(({ beneficiaryId }) => beneficiaryId === one.beneficiaryId));
  const missing = origins.filter((origin) => !chosen.some((one) => one.origin === origin));
  const wanted = free.filter(({ origin }) => missing.includes(origin));
  const able = wanted.length > 0 ? wanted : free;
  const members = able.filter(({ place }) => place === 'member');
  const pool = members.length > 0 ? members : able;
  const elsewhere = pool.filter((one) => !chosen.some(({ country }) => country === one.country));
  const least = Math.min(...pool.map(({ load }) => load));
  return elsewhere.find(({ load }) => load === least) ?? pool[0];
}

function reasonsOf(one: ReviewerCandidate, chosen: readonly ReviewerCandidate[], least: number): SuggestionReason[] {
  if (one.exclusion !== null) return ['conflict'];
  const others = chosen.filter(({ membershipId }) => membershipId !== one.membershipId);
  if (!chosen.includes(one)) {
    if (others.some(({ beneficiaryId }) => beneficiaryId === one.beneficiaryId)) return ['same-institution'];
    return one.place === 'alternate' ? ['alternate'] : ['more-load'];
  }
  const reasons: SuggestionReason[] = one.load === least ? ['least-load'] : [];
  if (!others.some(({ origin }) => origin === one.origin)) reasons.push('origin-needed');
  if (!others.some(({ country }) => country === one.country)) reasons.push('other-country');
  return reasons;
}

/**
 * A fair spread of reviewers (handbook 3.2): never of the lead's institution, never the author, nobody with a declared
 * conflict, one of an institution; each origin that the rules ask for, then who has least to write, of different
 * countries where that costs nobody more. Everybody is answered with the reasons, suggested ones first.
 */
export function suggestReviewers(candidates: readonly ReviewerCandidate[], rules: ChoiceRules): Suggestion[] {
  const free = byLoad(candidates);
  const chosen: ReviewerCandidate[] = [];
  for (let next = nextOf(free, chosen, rules.origins); next && chosen.length < rules.reviewersPerDeliverable;) {
    chosen.push(next);
    next = nextOf(free, chosen, rules.origins);
  }
  const least = Math.min(...free.map(({ load }) => load));
  const excluded = candidates.filter(({ exclusion }) => exclusion !== null);
  const rest = free.filter((one) => !chosen.includes(one));
  return [...chosen, ...rest, ...excluded].map((one) => ({
    membershipId: one.membershipId,
    suggested: chosen.includes(one),
    reasons: reasonsOf(one, chosen, least),
  }));
}

export type AppointmentRefusal =
  | { readonly code: 'unknown-member'; readonly membershipId: string }
  | { readonly code: 'conflict'; readonly membershipId: string; readonly reason: Exclusion | 'same-institution' }
  | { readonly code: 'too-few'; readonly needed: number }
  | { readonly code: 'origin-missing'; readonly origin: ReviewerOrigin };

/**
 * Whether these may be appointed together. An empty list takes all appointments back. What the consortium cannot give
 * (fewer free institutions than needed, nobody of an origin) is not asked for.
 */
export function checkReviewers(
  membershipIds: readonly string[],
  candidates: readonly ReviewerCandidate[],
  rules: ChoiceRules,
): Result<readonly ReviewerCandidate[], AppointmentRefusal> {
  const chosen: ReviewerCandidate[] = [];
  for (const membershipId of new Set(membershipIds)) {
    const one = candidates.find((candidate) => candidate.membershipId === membershipId);
    if (one === undefined) return refuse({ code: 'unknown-member', membershipId });
    if (one.exclusion !== null) return refuse({ code: 'conflict', membershipId, reason: one.exclusion });
    if (chosen.some(({ beneficiaryId }) => beneficiaryId === one.beneficiaryId))
      return refuse({ code: 'conflict', membershipId, reason: 'same-institution' });
    chosen.push(one);
  }
  if (chosen.length === 0) return ok(chosen);
  const free = candidates.filter(({ exclusion }) => exclusion === null);
  const needed = Math.min(rules.reviewersPerDeliverable, new Set(free.map(({ beneficiaryId }) => beneficiaryId)).size);
  if (chosen.length < needed) return refuse({ code: 'too-few', needed });
  const wanted = rules.origins.filter((origin) => free.some((one) => one.origin === origin)).slice(0, needed);
  const missing = wanted.find((origin) => !chosen.some((one) => one.origin === origin));
  return missing === undefined ? ok(chosen) : refuse({ code: 'origin-missing', origin: missing });
}
