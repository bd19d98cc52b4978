import { daysBetween, type PlainDate } from '@office/domain';
import { currentLocale, plural } from '../util-locale/format';

/** "30 Sep 2024" */
export function dateWords(date: string, withYear = true): string {
  const options: Intl.DateTimeFormatOptions = { timeZone: 'UTC', day: 'numeric', month: 'short' };
  if (withYear) options.year = 'numeric';
  return new Intl.DateTimeFormat(currentLocale(), options).format(Date.parse(`${date}T00:00:00Z`));
}

/** "Sep" */
export const monthName = (date: string): string =>
  new Intl.DateTimeFormat(currentLocale(), { timeZone: 'UTC', month: 'short' }).format(Date.parse(`${date}T00:00:00Z`));

/** "in 14 days", "today", "3 days ago" */
export const distanceWords = (today: PlainDate, date: string): string =>
  new Intl.RelativeTimeFormat(currentLocale(), { numeric: 'auto' }).format(daysBetween(today, date as PlainDate), 'day');

/** "3 days late" */
export function lateWords(today: PlainDate, date: string): string {
  const days = daysBetween(date as PlainDate, today);
  return plural(days, { one: $localize`:@@time.dayLate:1 day late`, other: $localize`:@@time.daysLate:${days}:days: days late` });
}

/** "14 days" as a quantity; "today" for none. */
export function dayCountWords(days: number): string {
  if (days === 0) return $localize`:@@time.today:today`;
  return new Intl.NumberFormat(currentLocale(), { style: 'unit', unit: 'day', unitDisplay: 'long', signDisplay: 'negative' })
    .format(days)
    .replace('-', '\u2212');
}

/** "M9" */
export const monthLabel = (month: number): string => $localize`:@@time.month:M${month}:month:`;

/** "13 Sep 2024, 15:41" in a zone. */
export const instantWords = (instant: string, zone: string): string =>
  new Intl.DateTimeFormat(currentLocale(), { timeZone: zone, dateStyle: 'medium', timeStyle: 'short' }).format(Date.parse(instant));

/** "23:59" in a zone. */
export const timeWords = (instant: string, zone: string): string =>
  new Intl.DateTimeFormat(currentLocale(), { timeZone: zone, timeStyle: 'short' }).format(Date.parse(instant));

/** "Ho Chi Minh" of `Asia/Ho_Chi_Minh`. */
export const zoneCity = (zone: string): string => (zone.split('/').at(-1) ?? zone).replaceAll('_', ' ');

const STEPS: readonly (readonly [Intl.RelativeTimeFormatUnit, number])[] = [
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
];

/** "2 hours ago"; "now" under a minute. */
export function agoWords(now: Date, instant: string): string {
  const distance = Date.parse(instant) - now.getTime();
  const [unit, size] = STEPS.find(([, length]) => Math.abs(distance) >= length) ?? ['second', Infinity];
  return new Intl.RelativeTimeFormat(currentLocale(), { numeric: 'auto' }).format(Math.trunc(distance / size), unit);
}
