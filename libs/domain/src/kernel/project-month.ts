import { addDays, addMonths, daysBetween, type PlainDate } from './plain-date.js';

/** A month of the project, counted from 1 = the month of the start date. */
export type ProjectMonth = number;

/** First day of project month `n`. */
export const monthStart = (start: PlainDate, n: ProjectMonth): PlainDate => addMonths(start, n - 1);

/** Last day of project month `n`: `addMonths(start, n) - 1 day` (handbook 2.8). */
export const monthEnd = (start: PlainDate, n: ProjectMonth): PlainDate => addDays(addMonths(start, n), -1);

/** The project month that contains the date; 0 or less before the start. */
export function monthOf(start: PlainDate, date: PlainDate): ProjectMonth {
  const [startYear, startMonth] = start.split('-').map(Number) as [number, number];
  const [year, month] = date.split('-').map(Number) as [number, number];
  const guess = (year - startYear) * 12 + (month - startMonth) + 1;
  return monthStart(start, guess) > date ? guess - 1 : guess;
}

/** The project year of a month: M1..M12 is 1, M13..M24 is 2; 0 or less before the start. */
export const yearOfMonth = (n: ProjectMonth): number => Math.floor((n - 1) / 12) + 1;

/** How many project years a duration in months has; a begun year counts. */
export const projectYears = (durationMonths: number): number => Math.ceil(durationMonths / 12);

/** Whether months `from..to` touch project year `year`. */
export const touchesYear = (from: ProjectMonth, to: ProjectMonth, year: number): boolean =>
  yearOfMonth(from) <= year && year <= yearOfMonth(to);

/** Day a report on a period that ends with month `toMonth` is due; 60 calendar days by default (handbook 2.7). */
export const reportDueDate = (start: PlainDate, toMonth: ProjectMonth, days = 60): PlainDate => addDays(monthEnd(start, toMonth), days);

/** Days from today to the end of project month `n`; negative once it has passed. */
export const daysUntilMonthEnd = (start: PlainDate, n: ProjectMonth, today: PlainDate): number => daysBetween(today, monthEnd(start, n));
