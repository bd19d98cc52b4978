import type { PlainDate } from '@office/domain';
import { plural } from '../../../shared/util-locale/format';
import { isDue, isMoved, type Movable, type Move } from './bar-move';
import { dueWords, spanLabel, spanWords } from './months';

type Months = Pick<Movable, 'startMonth' | 'endMonth'>;

/** "M6–M10 · Jun – Oct 2024", of what is due "30 Sep 2024 · M9". */
export const monthsWords = (start: PlainDate, subject: Movable, { startMonth, endMonth }: Months): string =>
  isDue(subject) ? dueWords(start, endMonth) : spanWords(start, startMonth, endMonth);

/** "M7–M11" */
export const moveLabel = ({ startMonth, endMonth }: Move): string => spanLabel(startMonth, endMonth);

const laterWords = (months: number): string =>
  plural(months, {
    one: $localize`:@@move.oneLater:1 month later`,
    other: $localize`:@@move.later:${months}:months: months later`,
  });

const earlierWords = (months: number): string =>
  plural(months, {
    one: $localize`:@@move.oneEarlier:1 month earlier`,
    other: $localize`:@@move.earlier:${months}:months: months earlier`,
  });

const shift = (months: number): string => (months > 0 ? laterWords(months) : earlierWords(-months));

/** "1 month later", "ends 2 months earlier", "starts 1 month later, ends 3 months later"; empty when nothing moved. */
export function shiftWords({ subject, startMonth, endMonth }: Move): string {
  const [starts, ends] = [startMonth - subject.startMonth, endMonth - subject.endMonth];
  if (starts === ends) return starts === 0 ? '' : shift(starts);
  return [
    ...(starts === 0 ? [] : [$localize`:@@move.starts:starts ${shift(starts)}:distance:`]),
    ...(ends === 0 ? [] : [$localize`:@@move.ends:ends ${shift(ends)}:distance:`]),
  ].join(', ');
}

/** What is read out after each key: where the bar is now and what the keys do next. */
export function spokenMove(start: PlainDate, move: Move): string {
  const where = `${move.subject.number}: ${monthsWords(start, move.subject, move)}`;
  if (!isMoved(move)) return $localize`:@@move.spokenBack:${where}:where:, as planned.`;
  return $localize`:@@move.spoken:${where}:where:, ${shiftWords(move)}:distance:. Enter plans the change, Escape puts it back.`;
}
