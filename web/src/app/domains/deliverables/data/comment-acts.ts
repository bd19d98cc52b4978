import type { CarriedCommentView, DeliverableView, ReviewCommentView, ReviewRoundView } from '@office/contracts';
import { type Actor, can, type CommentKind, COMMENT_KINDS, type DeliverableState } from '@office/domain';
import { commentKindWords } from '../../quality-board/data/board-words';

/** What the person can do about a comment. */
export interface CommentActs {
  /** Of the lead: to answer, or to answer anew. */
  readonly answer: boolean;
  /** Of the reviewer's institution: to say whether the answer is agreed. */
  readonly agree: boolean;
  /** Of the chair: the same in the reviewer's place, with a reason. */
  readonly agreeAsChair: boolean;
}

export interface CommentLine {
  readonly comment: ReviewCommentView;
  readonly kindWord: string;
  /** Whose comment it is, where that is not said by the line it stands in. */
  readonly from: string | null;
  /** "Answer from AlmaLaurea" */
  readonly answerFrom: string;
  /** What has become of it; null for an open one that nobody has to answer. */
  readonly standing: string | null;
  readonly acts: CommentActs;
}

const NO_ACTS: CommentActs = { answer: false, agree: false, agreeAsChair: false };

/** Once a version is signed off its comments are settled. */
const SETTLED: readonly DeliverableState[] = ['signed-off', 'approved', 'submitted', 'accepted'];

function standingWords({ kind, state, agreement }: ReviewCommentView): string | null {
  switch (state) {
    case 'open':
      return kind === 'major' ? $localize`:@@comment.waitsForLead:waiting for the lead's answer` : null;
    case 'answered':
      return $localize`:@@comment.waitsForReviewer:waiting for the reviewer`;
    case 'agreed':
      return $localize`:@@comment.agreed:agreed`;
    case 'contested':
      return agreement?.why
        ? $localize`:@@comment.contestedWhy:not agreed: ${agreement.why}:why:`
        : $localize`:@@comment.contested:not agreed`;
  }
}

function actsOf(comment: ReviewCommentView, beneficiaryId: string, view: DeliverableView, actor: Actor | null): CommentActs {
  if (actor === null || SETTLED.includes(view.state)) return NO_ACTS;
  const judgeable = comment.answer !== null && comment.state !== 'agreed';
  const seat = view.board.find((member) => member.personId === actor.personId);
  const own = actor.beneficiaryId === beneficiaryId && (seat !== undefined || actor.roles.includes('quality-board-member'));
  return {
    answer: comment.state !== 'agreed' && can(actor, 'deliverable.answer-comment', { leadBeneficiaryId: view.lead.id }).ok,
    agree: judgeable && own,
    agreeAsChair: judgeable && !own && (seat?.chair ?? false) && seat?.exclusion === null,
  };
}

const byWeight = (a: { readonly kind: CommentKind }, b: { readonly kind: CommentKind }): number =>
  COMMENT_KINDS.indexOf(a.kind) - COMMENT_KINDS.indexOf(b.kind);

function lineOf(
  comment: ReviewCommentView,
  beneficiaryId: string,
  from: string | null,
  view: DeliverableView,
  actor: Actor | null,
): CommentLine {
  const answered = comment.answer?.by.beneficiary ?? view.lead.shortName;
  return {
    comment,
    kindWord: commentKindWords(comment.kind),
    from,
    answerFrom: $localize`:@@comment.answerFrom:Answer from ${answered}:institution:`,
    standing: standingWords(comment),
    acts: actsOf(comment, beneficiaryId, view, actor),
  };
}

/** The comments of a review, weighty ones on top, by the review's id. */
export const commentLines = (
  round: ReviewRoundView | null,
  view: DeliverableView,
  actor: Actor | null,
): ReadonlyMap<string, readonly CommentLine[]> =>
  new Map(
    (round?.reviews ?? []).map(({ id, beneficiaryId, comments }) => [
      id,
      [...comments].sort(byWeight).map((comment) => lineOf(comment, beneficiaryId, null, view, actor)),
    ]),
  );

const fromWords = ({ by, round }: CarriedCommentView): string =>
  $localize`:@@comment.from:${by.beneficiary ?? by.name}:institution:, round ${round}:round:`;

/** Major comments of earlier rounds that came along. */
export const carriedLines = (round: ReviewRoundView | null, view: DeliverableView, actor: Actor | null): readonly CommentLine[] =>
  (round?.carried ?? []).map((comment) => lineOf(comment, comment.beneficiaryId, fromWords(comment), view, actor));
