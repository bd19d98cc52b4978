import { addMonths, daysBetween, monthOf, monthStart, type PlainDate, type ProjectMonth } from '@office/domain';
import type { PlanZoom } from './plan-address';

/** The months that a plan is drawn over, both ends included. */
export interface MonthAxis {
  readonly start: PlainDate;
  readonly from: ProjectMonth;
  readonly to: ProjectMonth;
}

/** A stretch of the axis in percent of its width. */
export interface Stretch {
  readonly left: number;
  readonly width: number;
}

/** A bar on the axis; it may go on before its left or after its right edge. */
export interface Bar extends Stretch {
  readonly before: boolean;
  readonly after: boolean;
  /** How much of the shown part is done, in percent of it. */
  readonly filled: number;
}

export interface Tick extends Stretch {
  readonly month: ProjectMonth;
  /** First day of the month. */
  readonly first: PlainDate;
}

export interface CalendarYear extends Stretch {
  readonly year: number;
}

const MONTHS_IN_YEAR = 12;

/** One project year, or all months for null; a year after the end has the last year's months. */
export function axisOf(start: PlainDate, durationMonths: number, year: number | null): MonthAxis {
  if (year === null) return { start, from: 1, to: durationMonths };
  const from = Math.min((year - 1) * MONTHS_IN_YEAR + 1, durationMonths);
  return { start, from, to: Math.min(from + MONTHS_IN_YEAR - 1, durationMonths) };
}

export const monthsOf = (axis: MonthAxis): number => axis.to - axis.from + 1;

const percent = (axis: MonthAxis, months: number): number => (months * 100) / monthsOf(axis);

const stretch = (axis: MonthAxis, from: ProjectMonth, to: ProjectMonth): Stretch => ({
  left: percent(axis, from - axis.from),
  width: percent(axis, to - from + 1),
});

/** Work of some months and how far it is, in percent of all its months. */
interface Work {
  readonly startMonth: ProjectMonth;
  readonly endMonth: ProjectMonth;
  readonly progress: number;
}

/** Where work lies, cut at the edges; null when no month of it is on the axis. */
export function barOf(axis: MonthAxis, { startMonth, endMonth, progress }: Work): Bar | null {
  if (endMonth < axis.from || startMonth > axis.to) return null;
  const [from, to] = [Math.max(startMonth, axis.from), Math.min(endMonth, axis.to)];
  const monthsDone = ((endMonth - startMonth + 1) * progress) / 100;
  const filled = ((startMonth + monthsDone - from) / (to - from + 1)) * 100;
  return {
    ...stretch(axis, from, to),
    before: startMonth < axis.from,
    after: endMonth > axis.to,
    filled: Math.min(100, Math.max(0, filled)),
  };
}

/** Right edge of a month: what is due in month n is due on its last day. Null outside of the axis. */
export function markAt(axis: MonthAxis, month: ProjectMonth): number | null {
  return month < axis.from || month > axis.to ? null : percent(axis, month - axis.from + 1);
}

/** The beginning of a day within its month; null outside of the axis. */
export function dayAt(axis: MonthAxis, day: PlainDate): number | null {
  const month = monthOf(axis.start, day);
  if (month < axis.from || month > axis.to) return null;
  const first = monthStart(axis.start, month);
  const length = daysBetween(first, addMonths(first, 1));
  return percent(axis, month - axis.from + daysBetween(first, day) / length);
}

/** Months between two labels. */
export const STEP: Readonly<Record<PlanZoom, number>> = { month: 1, quarter: 3, year: MONTHS_IN_YEAR };
/** Pixels that a month has at least. */
export const MONTH_WIDTH: Readonly<Record<PlanZoom, number>> = { month: 46, quarter: 12, year: 5 };

/** As much of it as fits side by side: one year by months, up to five by quarters, more by years. */
export function fittingZoom(axis: MonthAxis): PlanZoom {
  const months = monthsOf(axis);
  if (months <= MONTHS_IN_YEAR) return 'month';
  return months <= 60 ? 'quarter' : 'year';
}

export function ticksOf(axis: MonthAxis, zoom: PlanZoom): Tick[] {
  const step = STEP[zoom];
  return Array.from({ length: Math.ceil(monthsOf(axis) / step) }, (_, index) => {
    const month = axis.from + index * step;
    return { month, first: monthStart(axis.start, month), ...stretch(axis, month, Math.min(month + step - 1, axis.to)) };
  });
}

const calendarYear = (axis: MonthAxis, month: ProjectMonth): number => Number(monthStart(axis.start, month).slice(0, 4));

/** The calendar years that the months of the axis begin in. */
export function calendarYearsOf(axis: MonthAxis): CalendarYear[] {
  const first = calendarYear(axis, axis.from);
  const last = calendarYear(axis, axis.to);
  return Array.from({ length: last - first + 1 }, (_, index) => {
    const year = first + index;
    const months = Array.from({ length: monthsOf(axis) }, (_none, n) => axis.from + n).filter(
      (month) => calendarYear(axis, month) === year,
    );
    return { year, ...stretch(axis, months[0] ?? axis.from, months.at(-1) ?? axis.to) };
  });
}
