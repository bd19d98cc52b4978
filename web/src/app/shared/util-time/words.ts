import { dateIn, daysBetween, type PlainDate } from '@office/domain';
import { currentLocale, plural } from '../util-locale/format';

/** European English writes "Sept" beside eleven months of three letters; all twelve line up without its t. */
const format = (time: number, options: Intl.DateTimeFormatOptions): string =>
  new Intl.DateTimeFormat(currentLocale(), options).format(time).replace(/\bSept\b/, 'Sep');

const atMidnight = (date: string): number => Date.parse(`${date}T00:00:00Z`);

/** "30 Sep 2024" */
export const dateWords = (date: string, withYear = true): string =>
  format(atMidnight(date), { timeZone: 'UTC', day: 'numeric', month: 'short', ...(withYear ? { year: 'numeric' as const } : {}) });

/** "Sep" */
export const monthName = (date: string): string => format(atMidnight(date), { timeZone: 'UTC', month: 'short' });

/** "in 14 days", "today", "3 days ago" */
export const distanceWords = (today: PlainDate, date: string): string =>
  new Intl.RelativeTimeFormat(currentLocale(), { numeric: 'auto' }).format(daysBetween(today, date as PlainDate), 'day');

/** "3 days late" */
export function lateWords(today: PlainDate, date: string): string {
  const days = daysBetween(date as PlainDate, today);
  return plural(days, { one: $localize`:@@time.dayLate:1 day late`, other: $localize`:@@time.daysLate:${days}:days: days late` });
}

/** "14 days" until a date, "today", and with a minus sign once it has passed. */
export function daysLeftWords(today: PlainDate, date: string): string {
  const days = daysBetween(today, date as PlainDate);
  if (days === 0) return $localize`:@@time.today:today`;
  const options = { style: 'unit', unit: 'day', unitDisplay: 'long', signDisplay: 'negative' } as const;
  return new Intl.NumberFormat(currentLocale(), options).format(days).replace('-', '\u2212');
}

/** "M9" */
export const monthLabel = (month: number): string => $localize`:@@time.month:M${month}:month:`;

/** "13 Sep 2024, 15:41" in a zone. */
export const instantWords = (instant: string, zone: string): string =>
  format(Date.parse(instant), { timeZone: zone, dateStyle: 'medium', timeStyle: 'short' });

/** "23:59" in a zone. */
export const timeWords = (instant: string, zone: string): string => format(Date.parse(instant), { timeZone: zone, timeStyle: 'short' });

/** "Ho Chi Minh" of `Asia/Ho_Chi_Minh`. */
export const zoneCity = (zone: string): string => (zone.split('/').at(-1) ?? zone).replaceAll('_', ' ');

/** "23:59 Rome · 04:59 +1 Ho Chi Minh": a deadline in the zone it is meant in, and in the person's where the clock differs. */
export function bothTimes(at: string, deadlineZone: string, personZone: string): string {
  const there = `${timeWords(at, deadlineZone)} ${zoneCity(deadlineZone)}`;
  if (timeWords(at, deadlineZone) === timeWords(at, personZone)) return there;
  const days = daysBetween(dateIn(deadlineZone, new Date(at)), dateIn(personZone, new Date(at)));
  const otherDay = days === 0 ? '' : days > 0 ? ' +1' : ' \u22121';
  return `${there} · ${timeWords(at, personZone)}${otherDay} ${zoneCity(personZone)}`;
}

const STEPS: readonly (readonly [Intl.RelativeTimeFormatUnit, number])[] = [
  ['hour', 3_600_000],
  ['minute', 60_000],
];

const DAY_MS = 86_400_000;

/** "2 hours ago", "now" under a minute; from a day on the days of the person's calendar: "yesterday". */
export function agoWords(now: Date, instant: string, zone: string): string {
  const distance = Date.parse(instant) - now.getTime();
  if (Math.abs(distance) >= DAY_MS) return distanceWords(dateIn(zone, now), dateIn(zone, new Date(instant)));
  const [unit, size] = STEPS.find(([, length]) => Math.abs(distance) >= length) ?? ['second', Infinity];
  return new Intl.RelativeTimeFormat(currentLocale(), { numeric: 'auto' }).format(Math.trunc(distance / size), unit);
}
