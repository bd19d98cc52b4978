import type { BeneficiaryRef, BoardMemberView, BoardRulesView } from '@office/contracts';
import {
  DEFAULT_BOARD_RULES,
  exclusionOf,
  mayVote,
  tally,
  votingBeneficiaries,
  type BasisPoints,
  type BoardRules,
  type BodyKind,
  type Exclusion,
  type Panel,
  type Place,
  type PlainDate,
  type RoundState,
  type SeatStanding,
  type Tally,
  type Verdict,
} from '@office/domain';

/** Somebody's place on a body of the project, with the time for which the membership is valid. */
export interface BoardSeat {
  readonly body: BodyKind;
  readonly membershipId: string;
  readonly personId: string;
  readonly name: string;
  readonly beneficiary: BeneficiaryRef;
  readonly country: string;
  readonly chair: boolean;
  readonly place: Place;
  /** Last day of an absence. */
  readonly absentUntil: PlainDate | null;
  readonly activeFrom: string;
  readonly activeTo: string | null;
}

/** What members are excluded by: who leads the deliverable, who wrote the version (nobody has written none), who declared a conflict. */
export interface ReviewSubject {
  readonly leadBeneficiaryId: string;
  readonly authorPersonId: string | null;
  readonly recusedPersonIds: readonly string[];
}

/** The verdict of an institution. */
export interface Vote {
  readonly beneficiaryId: string;
  readonly verdict: Verdict;
}

/** How the board stood when a round was decided. */
export type Counted = Pick<Tally, 'eligible' | 'cast' | 'inFavour'>;

/** What a round is counted by, beside its verdicts. */
export interface RoundRules {
  readonly quorumBasisPoints: number;
  readonly majorityBasisPoints: number;
  readonly state: RoundState;
  readonly panel: Panel;
  readonly closedAt: Date | string | null;
  readonly counted: Counted | null;
}

/** Seats that vote at an instant, with what each may. */
export interface PanelSeat extends BoardSeat, SeatStanding {
  readonly reviewer: boolean;
  readonly mayVote: boolean;
}

export const seatsAt = (seats: readonly BoardSeat[], at: Date): BoardSeat[] =>
  seats.filter(({ activeFrom, activeTo }) => new Date(activeFrom) <= at && (activeTo === null || new Date(activeTo) > at));

/** The places of the quality board alone. */
export const boardOf = (seats: readonly BoardSeat[]): BoardSeat[] => seats.filter(({ body }) => body === 'quality-board');

export const exclusionFrom = (
  member: { readonly beneficiaryId: string; readonly personId: string },
  { leadBeneficiaryId, authorPersonId, recusedPersonIds }: ReviewSubject,
): Exclusion | null => exclusionOf(member, { leadBeneficiaryId, authorPersonId: authorPersonId ?? '', recusedPersonIds });

/** Appointed reviewers vote with the alternates of their institutions. */
function seatsOfPanel(seats: readonly BoardSeat[], panel: Panel, reviewerIds: readonly string[]): BoardSeat[] {
  if (panel === 'steering-committee') return seats.filter(({ body }) => body === 'steering-committee');
  const board = boardOf(seats);
  if (panel === 'board') return board;
  const appointed = board.filter(({ membershipId }) => reviewerIds.includes(membershipId));
  const institutions = new Set(appointed.map(({ beneficiary }) => beneficiary.id));
  return board.filter((seat) => appointed.includes(seat) || (seat.place === 'alternate' && institutions.has(seat.beneficiary.id)));
}

/** Who votes in a round, or would, at an instant. `today` is the day by which an absence is judged. */
export function panelAt(
  round: Pick<RoundRules, 'panel' | 'state'>,
  { seats, reviewerIds }: { readonly seats: readonly BoardSeat[]; readonly reviewerIds: readonly string[] },
  subject: ReviewSubject,
  at: Date,
): PanelSeat[] {
  const today = at.toISOString().slice(0, 10);
  const standing = seatsOfPanel(seatsAt(seats, at), round.panel, reviewerIds).map((seat) => ({
    ...seat,
    beneficiaryId: seat.beneficiary.id,
    exclusion: exclusionFrom({ beneficiaryId: seat.beneficiary.id, personId: seat.personId }, subject),
    absent: seat.absentUntil !== null && seat.absentUntil >= today,
    reviewer: reviewerIds.includes(seat.membershipId),
  }));
  return standing.map((seat) => ({ ...seat, mayVote: mayVote(seat, standing, round.state === 'extended') }));
}

/** Counts a round with those who sit on its panel; a decided one as it stood then. Who has left the panel has no vote any more. */
export function tallyOf(round: RoundRules, votes: readonly Vote[], panel: readonly SeatStanding[]): Tally {
  const rules = { quorum: round.quorumBasisPoints as BasisPoints, majority: round.majorityBasisPoints as BasisPoints };
  if (round.counted !== null) {
    const { eligible, cast, inFavour } = round.counted;
    const verdicts = Array.from({ length: cast }, (_, index): Verdict => (index < inFavour ? 'accept' : 'reject'));
    return tally(eligible, verdicts, rules);
  }
  const voters = votingBeneficiaries(panel);
  const counted = votes.filter(({ beneficiaryId }) => voters.has(beneficiaryId));
  return tally(
    voters.size,
    counted.map(({ verdict }) => verdict),
    rules,
  );
}

export const boardMember = ({
  membershipId,
  personId,
  name,
  beneficiary,
  chair,
  place,
  reviewer,
  absentUntil,
  exclusion,
  mayVote: votes,
}: PanelSeat): BoardMemberView => ({
  membershipId,
  personId,
  name,
  beneficiary,
  chair,
  place,
  reviewer,
  absentUntil,
  exclusion,
  mayVote: votes,
});

/** Rules as a round keeps them; one of before the rules were data has those of the handbook beside its own two. */
export const rulesOf = (
  round: Pick<RoundRules, 'quorumBasisPoints' | 'majorityBasisPoints'> & { readonly rules: Partial<BoardRules> | null },
): BoardRules => ({
  ...DEFAULT_BOARD_RULES,
  ...round.rules,
  quorum: round.quorumBasisPoints as BasisPoints,
  majority: round.majorityBasisPoints as BasisPoints,
});

export const rulesView = ({ quorum, majority, origins, ...others }: BoardRules): BoardRulesView => ({
  quorumBasisPoints: quorum,
  majorityBasisPoints: majority,
  origins: [...origins],
  ...others,
});
