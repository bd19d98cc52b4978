import { addDays, endOfDay, type PlainDate } from '@office/domain';
import { seeded } from './seed.js';

const MINUTE_MS = 60_000;
const LAST_MINUTE = 23 * 60 + 59;
const OFFICE_OPENS = 8 * 60 + 20;
const OFFICE_MINUTES = 9 * 60;

/** Nobody works on a weekend: it was done on the Friday before. */
export function workday(date: PlainDate): PlainDate {
  const weekday = new Date(`${date}T12:00:00Z`).getUTCDay();
  return addDays(date, weekday === 0 ? -2 : weekday === 6 ? -1 : 0);
}

/** A minute of the office day in a zone, always the same for the same words. */
export function officeTime(zone: string, date: PlainDate, ...words: readonly string[]): Date {
  const minute = OFFICE_OPENS + seeded(OFFICE_MINUTES, date, ...words);
  return new Date(endOfDay(zone, workday(date)).getTime() - (LAST_MINUTE - minute) * MINUTE_MS);
}

const LEAST_PAUSE_MS = 20 * MINUTE_MS;

/** The same steps, each a while after the one before. */
export function oneAfterTheOther<Step extends { readonly at: Date }>(steps: readonly Step[]): Step[] {
  let earliest = 0;
  return steps.map((step) => {
    const at = new Date(Math.max(step.at.getTime(), earliest));
    earliest = at.getTime() + LEAST_PAUSE_MS;
    return { ...step, at };
  });
}

const MONTHS = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'];

/** 30 September 2024 */
export function dateInWords(date: PlainDate): string {
  const [year = '', month = '', day = ''] = date.split('-');
  return `${Number(day)} ${MONTHS[Number(month) - 1] ?? ''} ${year}`;
}
