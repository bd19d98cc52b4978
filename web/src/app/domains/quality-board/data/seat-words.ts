import type { BoardSeatView } from '@office/contracts';
import { dateWords } from '../../../shared/util-time/words';
import { placeWords } from './rule-words';

/** "2 awaited, 5 sent" */
export const loadLine = ({ awaited, sent }: BoardSeatView['load']): string =>
  $localize`:@@board.load:${awaited}:awaited: awaited, ${sent}:sent: sent`;

/** What is said of a seat besides whose it is: "you · chair", "alternate", "absent until 20 Sep 2024". */
export function seatLine({ personId, chair, place, absentUntil }: BoardSeatView, me: string | null): string {
  const parts = [
    personId === me ? $localize`:@@board.you:you` : '',
    chair ? $localize`:@@board.chair:chair` : '',
    place === 'alternate' ? placeWords(place) : '',
    absentUntil === null ? '' : $localize`:@@seatForm.absent:absent until ${dateWords(absentUntil)}:date:`,
  ];
  return parts.filter((part) => part !== '').join(' · ');
}
