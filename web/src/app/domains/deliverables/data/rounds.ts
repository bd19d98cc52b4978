import type { BoardMemberView, DeliverableView, ReviewRoundView, ReviewView } from '@office/contracts';
import type { Actor } from '@office/domain';

/** The round that takes verdicts now; null when none is open. */
export const roundOf = ({ rounds }: DeliverableView): ReviewRoundView | null => rounds.find((round) => round.closedAt === null) ?? null;

/** One line of the board's card: a verdict that is in, one that is awaited, or a member without a vote. */
export interface BoardRow {
  readonly id: string;
  readonly institution: string;
  readonly shortName: string;
  readonly you: boolean;
  readonly chair: boolean;
  readonly review: ReviewView | null;
  readonly exclusion: BoardMemberView['exclusion'];
}

/**
 * A beneficiary has one vote, so a verdict stands for its institution: verdicts in the order they came, then who is
 * awaited, then who is excluded. A round that is closed shows no one as awaited who joined the board after it.
 */
export function boardRows(round: ReviewRoundView | null, board: readonly BoardMemberView[], actor: Actor | null): BoardRow[] {
  const reviews = round?.reviews ?? [];
  const seatOf = (review: ReviewView): BoardMemberView | undefined =>
    board.find((member) => member.personId === review.by.id) ?? board.find((member) => member.beneficiary.id === review.beneficiaryId);
  const voted = reviews.map((review): BoardRow => {
    const seat = seatOf(review);
    const name = seat?.beneficiary.name ?? review.by.beneficiary ?? review.by.name;
    return {
      id: review.id,
      institution: name,
      shortName: seat?.beneficiary.shortName ?? name,
      you: review.by.id === actor?.personId,
      chair: seat?.chair ?? false,
      review,
      exclusion: null,
    };
  });
  const silent = board
    .filter((member) => !reviews.some((review) => review.beneficiaryId === member.beneficiary.id))
    .map((member): BoardRow => ({
      id: member.membershipId,
      institution: member.beneficiary.name,
      shortName: member.beneficiary.shortName,
      you: member.personId === actor?.personId,
      chair: member.chair,
      review: null,
      exclusion: member.exclusion,
    }));
  return [...voted, ...silent.filter((row) => row.exclusion === null), ...silent.filter((row) => row.exclusion !== null)];
}
