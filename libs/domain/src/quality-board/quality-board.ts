import type { BasisPoints } from '../kernel/cents.js';
import { ok, refuse, type Result } from '../kernel/result.js';
import type { BoardRules } from './board-rules.js';

export const VERDICTS = ['accept', 'minor-changes', 'major-changes', 'reject'] as const;
export type Verdict = (typeof VERDICTS)[number];

/** Criteria scored 1 to 5 in a review (handbook 3.2). */
export const CRITERIA = ['relevance', 'completeness', 'quality', 'clarity', 'visibility'] as const;
export type Criterion = (typeof CRITERIA)[number];
export type Scores = Readonly<Record<Criterion, number>>;
export const SCORE_MIN = 1;
export const SCORE_MAX = 5;

export const COMMENT_KINDS = ['major', 'minor', 'advice'] as const;
export type CommentKind = (typeof COMMENT_KINDS)[number];

/** In favour of signing off: acceptance, also with minor changes. Major changes and rejection are against. */
export const isInFavour = (verdict: Verdict): boolean => verdict === 'accept' || verdict === 'minor-changes';

/**
 * Fewest whole votes that make up a part of `of`: two thirds of 6 is 4 (the eligible members when one leads), of 7 is 5
 * (handbook 3.3), of 5 is 4, of 0 is 0.
 *
 * Basis points cannot write a third exactly, and a coordinator may cut it off (6666) or round it (6667). So a count
 * suffices as soon as it lies within one basis point of the part: 4 of 6 is 66.67 % and reaches both. Plain rounding up
 * would make 5 of 6 out of 6667. Nothing else moves: 5000 is half, 5001 is more than half.
 */
export const votesNeeded = (part: BasisPoints, of: number): number =>
  of === 0 || part === 0 ? 0 : Math.floor(((part - 1) * of) / 10_000) + 1;

export type RoundOutcome = 'pending' | 'sign-off' | 'changes';

/** The round as it stands: counted, never typed. */
export interface Tally {
  readonly eligible: number;
  readonly cast: number;
  readonly inFavour: number;
  readonly quorum: number;
  readonly quorumReached: boolean;
  /** Votes in favour that the votes cast so far demand. */
  readonly majority: number;
  readonly outcome: RoundOutcome;
}

/**
 * Counts a round. Sign-off: quorum reached and the majority of votes cast in favour. Changes: quorum reached, majority
 * missed. Otherwise pending. The outcome may still turn while votes are open; a sign-off or a request fixes it.
 * Whatever the rules say, nothing is decided without a vote and nothing is signed off without one in favour.
 */
export function tally(eligible: number, verdicts: readonly Verdict[], rules: Pick<BoardRules, 'quorum' | 'majority'>): Tally {
  const cast = verdicts.length;
  const inFavour = verdicts.filter(isInFavour).length;
  const quorum = votesNeeded(rules.quorum, eligible);
  const majority = votesNeeded(rules.majority, cast);
  const quorumReached = cast >= Math.max(quorum, 1);
  const outcome: RoundOutcome = !quorumReached ? 'pending' : inFavour >= Math.max(majority, 1) ? 'sign-off' : 'changes';
  return { eligible, cast, inFavour, quorum, quorumReached, majority, outcome };
}

export interface ReviewDraft {
  readonly scores: Scores;
  readonly verdict: Verdict;
  readonly comments: readonly { readonly kind: CommentKind; readonly text: string }[];
}

export type ReviewFinding =
  | { readonly path: `scores.${Criterion}`; readonly code: 'score-out-of-range' }
  | { readonly path: 'comments'; readonly code: 'major-comment-needed' };

/** Scores are whole and 1 to 5; asking for major changes or rejecting takes at least one major comment that says why. */
export function checkReview(review: ReviewDraft): Result<ReviewDraft, readonly ReviewFinding[]> {
  const findings: ReviewFinding[] = CRITERIA.filter((criterion) => {
    const score = review.scores[criterion];
    return !Number.isInteger(score) || score < SCORE_MIN || score > SCORE_MAX;
  }).map((criterion) => ({ path: `scores.${criterion}` as const, code: 'score-out-of-range' as const }));
  const explained = review.comments.some((comment) => comment.kind === 'major' && comment.text.trim() !== '');
  if (!isInFavour(review.verdict) && !explained) findings.push({ path: 'comments', code: 'major-comment-needed' });
  return findings.length === 0 ? ok(review) : refuse(findings);
}
