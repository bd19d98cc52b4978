import type { BoardMembersRequest, QualityBoardView } from '@office/contracts';
import type { Place } from '@office/domain';
import { dateWords } from '../../../shared/util-time/words';
import { placeWords } from './rule-words';

/** Somebody with the board's role: on the board as a member or an alternate, or not. */
export interface SeatDraft {
  readonly membershipId: string;
  readonly name: string;
  readonly institution: string;
  readonly place: Place | null;
  readonly chair: boolean;
  /** `YYYY-MM-DD`, empty when present. */
  readonly absentUntil: string;
}

export function seatDrafts({ candidates, members }: Pick<QualityBoardView, 'candidates' | 'members'>): SeatDraft[] {
  return candidates.map(({ membershipId, name, beneficiary }) => {
    const seat = members.find((member) => member.membershipId === membershipId);
    return {
      membershipId,
      name,
      institution: beneficiary.shortName,
      place: seat?.place ?? null,
      chair: seat?.chair ?? false,
      absentUntil: seat?.absentUntil ?? '',
    };
  });
}

/** Who chairs: a member, no alternate and nobody who has no place. */
export const chairOf = (seats: readonly SeatDraft[]): SeatDraft | undefined =>
  seats.find(({ chair, place }) => chair && place === 'member');

export const membersRequest = (seats: readonly SeatDraft[]): BoardMembersRequest => ({
  members: seats.flatMap(({ membershipId, place, chair, absentUntil }) =>
    place === null
      ? []
      : [{ membershipId, place, chair: chair && place === 'member', absentUntil: absentUntil === '' ? null : absentUntil }],
  ),
});

/** "member, chair, absent until 20 Sep 2024" */
export function seatWords({ place, chair, absentUntil }: SeatDraft): string {
  if (place === null) return $localize`:@@seatForm.none:not on the board`;
  const parts = [
    placeWords(place),
    chair ? $localize`:@@board.chair:chair` : '',
    absentUntil === '' ? '' : $localize`:@@seatForm.absent:absent until ${dateWords(absentUntil)}:date:`,
  ];
  return parts.filter((part) => part !== '').join(', ');
}
