import type { BeneficiaryRef, BoardMemberView } from '@office/contracts';
import { DEFAULT_BOARD_RULES, exclusionOf, tally, type BasisPoints, type Tally, type Verdict } from '@office/domain';

/** Somebody's place on the quality board, with the time for which the membership is valid. */
export interface BoardSeat {
  readonly membershipId: string;
  readonly personId: string;
  readonly name: string;
  readonly beneficiary: BeneficiaryRef;
  readonly chair: boolean;
  readonly activeFrom: string;
  readonly activeTo: string | null;
}

/** What members are excluded by: who leads the deliverable and who wrote the version; nobody has written none. */
export interface ReviewSubject {
  readonly leadBeneficiaryId: string;
  readonly authorPersonId: string | null;
}

/** The verdict of an institution. */
export interface Vote {
  readonly beneficiaryId: string;
  readonly verdict: Verdict;
}

/** What a round is counted by, beside its verdicts. */
export interface RoundRules {
  readonly quorumBasisPoints: number;
  readonly majorityBasisPoints: number;
  readonly closedAt: Date | string | null;
}

export const seatsAt = (seats: readonly BoardSeat[], at: Date): BoardSeat[] =>
  seats.filter(({ activeFrom, activeTo }) => new Date(activeFrom) <= at && (activeTo === null || new Date(activeTo) > at));

export const exclusionFrom = (
  member: { readonly beneficiaryId: string; readonly personId: string },
  { leadBeneficiaryId, authorPersonId }: ReviewSubject,
): ReturnType<typeof exclusionOf> => exclusionOf(member, { leadBeneficiaryId, authorPersonId: authorPersonId ?? '' });

/** A beneficiary has one vote, however many of its people sit on the board. */
function eligible(seats: readonly BoardSeat[], subject: ReviewSubject): Set<string> {
  const voting = seats.filter((seat) => exclusionFrom({ beneficiaryId: seat.beneficiary.id, personId: seat.personId }, subject) === null);
  return new Set(voting.map((seat) => seat.beneficiary.id));
}

/** Counts a round with the board as it sits now, or as it sat when the round was closed: who has left it has no vote any more. */
export function tallyOf(round: RoundRules, votes: readonly Vote[], seats: readonly BoardSeat[], subject: ReviewSubject, now: Date): Tally {
  const sitting = seatsAt(seats, round.closedAt === null ? now : new Date(round.closedAt));
  const voters = eligible(sitting, subject);
  const counted = votes.filter(({ beneficiaryId }) => voters.has(beneficiaryId));
  return tally(
    voters.size,
    counted.map(({ verdict }) => verdict),
    {
      ...DEFAULT_BOARD_RULES,
      quorum: round.quorumBasisPoints as BasisPoints,
      majority: round.majorityBasisPoints as BasisPoints,
    },
  );
}

export const boardMember = (
  { membershipId, personId, name, beneficiary, chair }: BoardSeat,
  subject: ReviewSubject | null,
): BoardMemberView => ({
  membershipId,
  personId,
  name,
  beneficiary,
  chair,
  exclusion: subject && exclusionFrom({ beneficiaryId: beneficiary.id, personId }, subject),
});
