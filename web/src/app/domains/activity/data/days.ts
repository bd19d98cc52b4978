import type { ActivityItem } from '@office/contracts';
import { dateIn, daysBetween, type PlainDate } from '@office/domain';
import { dateWords, distanceWords } from '../../../shared/util-time/words';

export interface ActivityDay {
  readonly date: PlainDate;
  readonly items: readonly ActivityItem[];
}

/** The list cut where the day changes in the person's zone; the order stays. */
export function daysOf(items: readonly ActivityItem[], zone: string): ActivityDay[] {
  const days: { date: PlainDate; items: ActivityItem[] }[] = [];
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
