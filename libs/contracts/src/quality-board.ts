import type { CommentKind, Exclusion, Scores, Tally, Verdict } from '@office/domain';
import type { BeneficiaryRef, PersonRef } from './common.js';

export interface ReviewCommentView {
  id: string;
  kind: CommentKind;
  /** Page or heading, empty when the comment is about the whole. */
  anchor: string;
  text: string;
}

export interface ReviewView {
  id: string;
  by: PersonRef;
  beneficiaryId: string;
  verdict: Verdict;
  scores: Scores;
  comments: ReviewCommentView[];
  sentAt: string;
}

export interface ReviewRoundView {
  id: string;
  number: number;
  versionId: string;
  versionNumber: string;
  openedAt: string;
  closesAt: string;
  /** Set when it was signed off or changes were requested. */
  closedAt: string | null;
  result: 'sign-off' | 'changes' | null;
  quorumBasisPoints: number;
  majorityBasisPoints: number;
  tally: Tally;
  reviews: ReviewView[];
}

export interface BoardMemberView {
  membershipId: string;
  personId: string;
  name: string;
  beneficiary: BeneficiaryRef;
  chair: boolean;
  exclusion: Exclusion | null;
}

/** `POST /review-rounds/{roundId}/reviews`; sent once, never changed. */
export interface ReviewRequest {
  scores: Scores;
  verdict: Verdict;
  comments: { kind: CommentKind; anchor?: string; text: string }[];
}

/** One line of the board member's queue. */
export interface ReviewQueueItem {
  deliverableId: string;
  number: string;
  title: string;
  workPackage: string;
  lead: BeneficiaryRef;
  roundId: string;
  round: number;
  versionNumber: string;
  openedAt: string;
  closesAt: string;
  dueOn: string;
  tally: Tally;
  /** The member's own verdict, null while it is awaited. */
  myVerdict: Verdict | null;
  exclusion: Exclusion | null;
}

/** The page "Quality board". */
export interface QualityBoardView {
  rules: { quorumBasisPoints: number; majorityBasisPoints: number; reviewDays: number };
  members: BoardMemberView[];
  /** Rounds that are open, by closing time. */
  open: ReviewQueueItem[];
  /** The newest sign-offs and requests for changes. */
  closed: (ReviewQueueItem & { closedAt: string; result: 'sign-off' | 'changes' })[];
}
