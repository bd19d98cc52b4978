/** `recused`: declared a conflict of interest. */
export const EXCLUSIONS = ['leads-deliverable', 'wrote-version', 'recused'] as const;
export type Exclusion = (typeof EXCLUSIONS)[number];

/** An alternate speaks for the institution while none of its members can. */
export const PLACES = ['member', 'alternate'] as const;
export type Place = (typeof PLACES)[number];

export interface ReviewedSubject {
  readonly leadBeneficiaryId: string;
  readonly authorPersonId: string;
  /** Who declared a conflict of interest in this deliverable. */
  readonly recusedPersonIds?: readonly string[];
}

/** Why a member of the board may not vote on a version, or null (handbook 6.2 no. 9). */
export function exclusionOf(
  member: { readonly beneficiaryId: string; readonly personId: string },
  subject: ReviewedSubject,
): Exclusion | null {
  if (member.beneficiaryId === subject.leadBeneficiaryId) return 'leads-deliverable';
  if (member.personId === subject.authorPersonId) return 'wrote-version';
  return subject.recusedPersonIds?.includes(member.personId) ? 'recused' : null;
}

/** A place as a vote on one version sees it. */
export interface SeatStanding {
  readonly beneficiaryId: string;
  readonly place: Place;
  readonly exclusion: Exclusion | null;
  readonly absent: boolean;
}

/**
 * Whether who sits here may vote now. A member may unless excluded, absent or not; an alternate only while every member of
 * the institution is excluded or absent, and in an extended round, where the office has waited long enough.
 */
export function mayVote(seat: SeatStanding, board: readonly SeatStanding[], extended: boolean): boolean {
  if (seat.exclusion !== null) return false;
  if (seat.place === 'member' || extended) return true;
  return !board.some(
    ({ beneficiaryId, place, exclusion, absent }) =>
      beneficiaryId === seat.beneficiaryId && place === 'member' && exclusion === null && !absent,
  );
}

/** Institutions with somebody who can speak for them: each has one vote, however many of its people sit there. */
export const votingBeneficiaries = (board: readonly SeatStanding[]): ReadonlySet<string> =>
  new Set(board.filter(({ exclusion }) => exclusion === null).map(({ beneficiaryId }) => beneficiaryId));

/** Whether the person may change rules, members and reviewers: the project's coordinator, and who chairs the board. */
export const mayManageBoard = (
  actor: { readonly personId: string; readonly roles: readonly string[] },
  seats: readonly { readonly personId: string; readonly chair: boolean }[],
): boolean => actor.roles.includes('project-coordinator') || seats.some(({ personId, chair }) => chair && personId === actor.personId);
