import { monthEnd, monthStart, type PlainDate, type ProjectMonth } from '@office/domain';
import { currentLocale } from '../../../shared/util-locale/format';
import { dateWords, monthLabel } from '../../../shared/util-time/words';

/** Made once per language: a plan has hundreds of rows, and making one takes longer than using it. */
const formats = new Map<string, Intl.DateTimeFormat>();

function monthFormat(): Intl.DateTimeFormat {
  const locale = currentLocale();
  const known = formats.get(locale) ?? new Intl.DateTimeFormat(locale, { timeZone: 'UTC', month: 'short', year: 'numeric' });
  formats.set(locale, known);
  return known;
}

/** "Jun – Oct 2024" */
const calendarWords = (from: PlainDate, to: PlainDate): string =>
  monthFormat()
    .formatRange(Date.parse(from), Date.parse(to))
    .replaceAll(/\bSept\b/g, 'Sep');

/** "M6–M10", "M9" */
export const spanLabel = (startMonth: ProjectMonth, endMonth: ProjectMonth): string =>
  startMonth === endMonth ? monthLabel(startMonth) : `${monthLabel(startMonth)}–${monthLabel(endMonth)}`;

/** "Jun – Oct 2024" */
export const spanCalendar = (start: PlainDate, startMonth: ProjectMonth, endMonth: ProjectMonth): string =>
  calendarWords(monthStart(start, startMonth), monthEnd(start, endMonth));

/** "M6–M10 · Jun – Oct 2024" */
export const spanWords = (start: PlainDate, startMonth: ProjectMonth, endMonth: ProjectMonth): string =>
  `${spanLabel(startMonth, endMonth)} · ${spanCalendar(start, startMonth, endMonth)}`;

/** "30 Sep 2024 · M9" */
export const dueWords = (start: PlainDate, dueMonth: ProjectMonth): string =>
  `${dateWords(monthEnd(start, dueMonth))} · ${monthLabel(dueMonth)}`;
