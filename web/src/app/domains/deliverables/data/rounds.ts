import type { BoardMemberView, DeliverableView, ReviewRoundView, ReviewView } from '@office/contracts';
import type { Actor } from '@office/domain';

/** The round that is not decided yet; null when none is open. */
export const roundOf = ({ rounds }: DeliverableView): ReviewRoundView | null => rounds.find((round) => round.closedAt === null) ?? null;

/** One line of the board's card: a verdict that is in, one that is awaited, or a member without a vote. */
export interface BoardRow {
  readonly id: string;
  readonly institution: string;
  readonly shortName: string;
  readonly you: boolean;
  readonly chair: boolean;
  /** Whether an alternate speaks here for the institution. */
  readonly alternate: boolean;
  readonly reviewer: boolean;
  readonly absentUntil: string | null;
  readonly review: ReviewView | null;
  readonly exclusion: BoardMemberView['exclusion'];
}

type Seats = readonly BoardMemberView[];

function votedRow(review: ReviewView, board: Seats, actor: Actor | null): BoardRow {
  const seat =
    board.find((member) => member.personId === review.by.id) ?? board.find((member) => member.beneficiary.id === review.beneficiaryId);
  const name = seat?.beneficiary.name ?? review.by.beneficiary ?? review.by.name;
  return {
    id: review.id,
    institution: name,
    shortName: seat?.beneficiary.shortName ?? name,
    you: review.by.id === actor?.personId,
    chair: seat?.chair ?? false,
    alternate: seat?.personId === review.by.id && seat.place === 'alternate',
    reviewer: seat?.reviewer ?? false,
    absentUntil: null,
    review,
    exclusion: null,
  };
}

const silentRow = (member: BoardMemberView, actor: Actor | null): BoardRow => ({
  id: member.membershipId,
  institution: member.beneficiary.name,
  shortName: member.beneficiary.shortName,
  you: member.personId === actor?.personId,
  chair: member.chair,
  alternate: member.place === 'alternate',
  reviewer: member.reviewer,
  absentUntil: member.absentUntil,
  review: null,
  exclusion: member.exclusion,
});

/** An alternate has a line only while it may vote, or when the person reads about herself. */
const hasLine = (member: BoardMemberView, actor: Actor | null): boolean =>
  member.place === 'member' || member.mayVote || member.personId === actor?.personId;

/**
 * A beneficiary has one vote, so a verdict stands for its institution: verdicts in the order they came, then who is
 * awaited, then who is excluded. A round that is closed shows no one as awaited who joined the board after it.
 */
export function boardRows(round: ReviewRoundView | null, board: Seats, actor: Actor | null): BoardRow[] {
  const reviews = round?.reviews ?? [];
  const voted = reviews.map((review) => votedRow(review, board, actor));
  const silent = board
    .filter((member) => !reviews.some((review) => review.beneficiaryId === member.beneficiary.id) && hasLine(member, actor))
    .map((member) => silentRow(member, actor));
  return [...voted, ...silent.filter((row) => row.exclusion === null), ...silent.filter((row) => row.exclusion !== null)];
}
