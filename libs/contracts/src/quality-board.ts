import type {
  CommentKind,
  CommentState,
  Criterion,
  DeliverableState,
  Exclusion,
  Panel,
  Place,
  ReviewerOrigin,
  RoundState,
  Scores,
  SuggestionReason,
  Tally,
  Verdict,
} from '@office/domain';
import type { BeneficiaryRef, PersonRef, Versioned } from './common.js';

/** The board's settings (handbook 3.2 and 3.3). A round keeps those with which it was opened. */
export interface BoardRulesView {
  quorumBasisPoints: number;
  majorityBasisPoints: number;
  /** Days a round is open. */
  reviewDays: number;
  /** Days by which it is extended, once, when it closes without a quorum. */
  extensionDays: number;
  /** What follows when the extension ends without a quorum too. */
  inquorate: 'chair-decides' | 'changes';
  /** How many reviewers are appointed to a deliverable. */
  reviewersPerDeliverable: number;
  /** Each of these parts of the consortium gives one reviewer at least. */
  origins: ReviewerOrigin[];
  /** Who votes in the first rounds: the appointed reviewers, or the whole board. */
  firstPanel: 'reviewers' | 'board';
  /** Rounds of the first panel; each one after them goes one panel higher, up to the steering committee. */
  roundsBeforeBoard: number;
}

/** What the lead answered to a comment; a later answer takes its place, the earlier one is kept. */
export interface CommentAnswerView {
  text: string;
  by: PersonRef;
  at: string;
}

/** What the reviewer said of the answer. */
export interface CommentAgreementView {
  agreed: boolean;
  /** Why not; may be empty when it is agreed. */
  why: string;
  by: PersonRef;
  at: string;
}

export interface ReviewCommentView {
  id: string;
  kind: CommentKind;
  /** Page or heading, empty when the comment is about the whole. */
  anchor: string;
  text: string;
  /** `open` until the lead answers, `answered` while the reviewer is waited for, then `agreed` or `contested`. */
  state: CommentState;
  /** The newest answer. */
  answer: CommentAnswerView | null;
  /** Of the newest answer; null while the reviewer is waited for. */
  agreement: CommentAgreementView | null;
}

/** A major comment of an earlier round that was not agreed when this round was opened. */
export interface CarriedCommentView extends ReviewCommentView {
  /** The round it was made in. */
  round: number;
  by: PersonRef;
  beneficiaryId: string;
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
  state: RoundState;
  /** Who votes in it. */
  panel: Panel;
  openedAt: string;
  /** When it takes no more verdicts; the end of the extension once it is extended. */
  closesAt: string;
  /** When it would have closed; set once it is extended. */
  extendedFrom: string | null;
  /** Set when it was signed off or changes were requested. */
  closedAt: string | null;
  result: 'sign-off' | 'changes' | null;
  /** Whether the votes decided, the chair, or the clock (no quorum twice, where the rules then ask for changes). */
  decidedBy: 'vote' | 'chair' | 'clock' | null;
  quorumBasisPoints: number;
  majorityBasisPoints: number;
  tally: Tally;
  reviews: ReviewView[];
  /** Open major comments that came along from earlier rounds. */
  carried: CarriedCommentView[];
}

export interface BoardMemberView {
  membershipId: string;
  personId: string;
  name: string;
  beneficiary: BeneficiaryRef;
  chair: boolean;
  place: Place;
  /** Appointed to review this deliverable; always false on the page of the board. */
  reviewer: boolean;
  /** Last day of an absence (`YYYY-MM-DD`), null when present. */
  absentUntil: string | null;
  exclusion: Exclusion | null;
  /** An alternate votes only while no member of the institution can; false for whoever is excluded too. */
  mayVote: boolean;
}

/** `POST /review-rounds/{roundId}/reviews`; sent once, never changed. The person's draft is deleted with it. */
export interface ReviewRequest {
  scores: Scores;
  verdict: Verdict;
  comments: { kind: CommentKind; anchor?: string; text: string }[];
}

/** `PUT /review-rounds/{roundId}/draft`: as far as it is typed; only its writer ever sees it. */
export interface ReviewDraftRequest {
  /** When it was typed, by the device. Of two drafts the one typed later is kept. */
  typedAt: string;
  scores: Partial<Scores>;
  verdict?: Verdict;
  comments: { kind: CommentKind; anchor?: string; text: string }[];
}

/** `GET` and `PUT /review-rounds/{roundId}/draft`: what the server keeps, which after a `PUT` may be a draft typed later elsewhere. */
export interface ReviewDraftView {
  draft: (ReviewDraftRequest & { savedAt: string }) | null;
}

/** `PUT /review-comments/{commentId}/answer`, by the lead. */
export interface CommentAnswerRequest {
  text: string;
}

/** `PUT /review-comments/{commentId}/agreement`, by the reviewer's institution or, with a reason, the chair. */
export interface CommentAgreementRequest {
  agreed: boolean;
  /** Needed when it is not agreed, and when the chair speaks for the reviewer. */
  why?: string;
}

/** `POST /review-rounds/{roundId}/recusal`: a member declares a conflict of interest. */
export interface RecusalRequest {
  reason: string;
}

/** `PUT /deliverables/{id}/reviewers` (`If-Match`): the whole list; an empty one takes all appointments back. */
export interface ReviewersRequest {
  membershipIds: string[];
}

/** One person who could be appointed. */
export interface ReviewerCandidateView {
  membershipId: string;
  name: string;
  beneficiary: BeneficiaryRef;
  /** ISO 3166 code of the institution's country. */
  country: string;
  origin: ReviewerOrigin;
  /** Appointments whose review is still to be written. */
  load: number;
  appointed: boolean;
  suggested: boolean;
  /** Why nobody should appoint this person, null when nothing speaks against it. */
  exclusion: Exclusion | null;
  /** Why it is suggested, or why not. */
  reasons: SuggestionReason[];
}

/** `GET /deliverables/{id}/reviewers`: who is appointed, who could be, and whom a fair spread suggests; best first. */
export interface ReviewerChoiceView extends Versioned {
  needed: number;
  origins: ReviewerOrigin[];
  candidates: ReviewerCandidateView[];
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
  state: RoundState;
  panel: Panel;
  versionNumber: string;
  openedAt: string;
  closesAt: string;
  dueOn: string;
  tally: Tally;
  /** The member's own verdict, null while it is awaited. */
  myVerdict: Verdict | null;
  /** Whether the person may send a verdict or, once it is sent, might have. */
  mayVote: boolean;
  /** Whether the person is appointed to review it. */
  reviewer: boolean;
  exclusion: Exclusion | null;
}

/** A place on the board as its page shows it. */
export interface BoardSeatView extends BoardMemberView {
  country: string;
  /** Open rounds in which a verdict of this person is awaited, and reviews sent. */
  load: { awaited: number; sent: number };
}

/** The page "Quality board"; `version` is of rules and members together. */
export interface QualityBoardView extends Versioned {
  rules: BoardRulesView;
  members: BoardSeatView[];
  /** Everybody of the project who has the board's role and an institution: who may be given a place. */
  candidates: { membershipId: string; name: string; beneficiary: BeneficiaryRef }[];
  /** Rounds that are open, by closing time. */
  open: ReviewQueueItem[];
  /** Deliverables whose review is next and that have fewer reviewers than the rules ask for, by due date. */
  unappointed: { deliverableId: string; number: string; title: string; lead: BeneficiaryRef; dueOn: string; reviewers: number }[];
  /** The newest sign-offs and requests for changes. */
  closed: (ReviewQueueItem & { closedAt: string; result: 'sign-off' | 'changes' })[];
}

/** `PUT /quality-board/members` (`If-Match`): the whole board. */
export interface BoardMembersRequest {
  members: { membershipId: string; place: Place; chair: boolean; absentUntil?: string | null }[];
}

/** `GET /quality-board/statistics`: of the whole project, told in numbers that a picture can be drawn from. */
export interface BoardStatisticsView {
  /** How long deliverables stayed in a state that they have left, in the order of their life. */
  steps: { state: DeliverableState; count: number; medianDays: number; averageDays: number; longestDays: number }[];
  /** How many rounds a deliverable took, of those that have had one. */
  rounds: { rounds: number; deliverables: number }[];
  /** Deliverables with their rounds, most rounds first. */
  deliverables: { deliverableId: string; number: string; title: string; rounds: number; signedOff: boolean }[];
  /** Average of all scores given, in hundredths of a point. */
  scores: { criterion: Criterion; averageHundredths: number; count: number; spread: [number, number, number, number, number] }[];
  /** Who sits on the board now. `averageDays` from opening to verdict, null before the first. */
  load: {
    membershipId: string;
    name: string;
    beneficiary: BeneficiaryRef;
    appointed: number;
    awaited: number;
    sent: number;
    averageDays: number | null;
  }[];
}
