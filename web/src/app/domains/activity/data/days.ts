import { dateIn, daysBetween, type PlainDate } from '@office/domain';
import { dateWords, distanceWords } from '../../../shared/util-time/words';

export interface DayOf<Item> {
  readonly date: PlainDate;
  readonly items: readonly Item[];
}

/** The list cut where the day changes in the person's zone; the order stays. */
export function daysOf<Item extends { readonly at: string }>(items: readonly Item[], zone: string): DayOf<Item>[] {
  const days: { date: PlainDate; items: Item[] }[] = [];
  for (const item of items) {
    const date = dateIn(zone, new Date(item.at));
    const last = days.at(-1);
    if (last?.date === date) last.items.push(item);
    else days.push({ date, items: [item] });
  }
  return days;
}

/** "14 Sep 2024", with "today" or "yesterday" where it is. */
export function dayWords(date: PlainDate, today: PlainDate): string {
  const distance = daysBetween(date, today);
  return distance === 0 || distance === 1 ? `${dateWords(date)} · ${distanceWords(today, date)}` : dateWords(date);
}
