import type { BoardMemberView, CarriedCommentView, ReviewCommentView, ReviewRoundView, ReviewView } from '@office/contracts';
import { commentStateOf, DEFAULT_BOARD_RULES, isOpenMajor, panelOf, versionLabel } from '@office/domain';
import { boardMember, panelAt, tallyOf, type PanelSeat, type ReviewSubject } from './board-seats.js';
import type { CommentRow, DeliverableDetailRow, RoundRow } from './deliverable.rows.js';

type ReviewFacts = Pick<
  DeliverableDetailRow,
  'leadId' | 'authorPersonId' | 'rounds' | 'seats' | 'reviewerIds' | 'recusedPersonIds' | 'panelRules'
>;

const iso = (instant: string): string => new Date(instant).toISOString();
const isoOrNull = (instant: string | null): string | null => instant && iso(instant);

const commentView = ({ answer, agreement, ...comment }: CommentRow): ReviewCommentView => ({
  ...comment,
  state: commentStateOf(answer !== null, agreement?.agreed ?? null),
  answer: answer && { ...answer, at: iso(answer.at) },
  agreement: agreement && { ...agreement, at: iso(agreement.at) },
});

const reviewView = (review: RoundRow['reviews'][number]): ReviewView => ({
  ...review,
  comments: review.comments.map(commentView),
  sentAt: iso(review.sentAt),
});

/** Major comments of earlier rounds, less those that were agreed before this one was opened. */
const carriedInto = (round: RoundRow, rounds: readonly RoundRow[]): CarriedCommentView[] =>
  rounds
    .filter(({ number }) => number < round.number)
    .toSorted((a, b) => a.number - b.number)
    .flatMap(({ number, reviews }) =>
      reviews.flatMap(({ by, beneficiaryId, comments }) =>
        comments.map(commentView).map((comment) => ({ ...comment, round: number, by, beneficiaryId })),
      ),
    )
    .filter((comment) => isOpenMajor(comment) || (comment.kind === 'major' && (comment.agreement?.at ?? '') > iso(round.openedAt)));

const subjectOf = ({ leadId, recusedPersonIds }: ReviewFacts, authorPersonId: string | null): ReviewSubject => ({
  leadBeneficiaryId: leadId,
  authorPersonId,
  recusedPersonIds,
});

const panelSeats = (facts: ReviewFacts, round: RoundRow, now: Date): PanelSeat[] =>
  panelAt(round, facts, subjectOf(facts, round.authorPersonId), round.closedAt === null ? now : new Date(round.closedAt));

export function roundViews(facts: ReviewFacts, now: Date): ReviewRoundView[] {
  return facts.rounds.map((row) => {
    const { major, minor, authorPersonId: _, counted: __, ...round } = row;
    return {
      ...round,
      versionNumber: versionLabel({ major, minor }),
      openedAt: iso(round.openedAt),
      closesAt: iso(round.closesAt),
      extendedFrom: isoOrNull(round.extendedFrom),
      closedAt: isoOrNull(round.closedAt),
      tally: tallyOf(row, row.reviews, panelSeats(facts, row, now)),
      reviews: round.reviews.map(reviewView),
      carried: carriedInto(row, facts.rounds),
    };
  });
}

/** Who votes in the open round, or would in the next one on the newest version. */
export function panelView(facts: ReviewFacts, now: Date): BoardMemberView[] {
  const open = facts.rounds.find(({ closedAt }) => closedAt === null);
  if (open !== undefined) return panelSeats(facts, open, now).map(boardMember);
  const hasCommittee = facts.seats.some(({ body }) => body === 'steering-committee');
  const panel = panelOf((facts.rounds[0]?.number ?? 0) + 1, facts.panelRules ?? DEFAULT_BOARD_RULES, hasCommittee);
  return panelAt({ panel, state: 'open' }, facts, subjectOf(facts, facts.authorPersonId), now).map(boardMember);
}

export const openMajorComments = (rounds: readonly RoundRow[]): number =>
  rounds.flatMap(({ reviews }) => reviews.flatMap(({ comments }) => comments.map(commentView))).filter(isOpenMajor).length;
