/** A calendar date without time or zone, written `YYYY-MM-DD`, years 1000 to 9999; sorts and compares as text. */
export type PlainDate = string & { readonly __brand: 'PlainDate' };

const PATTERN = /^[1-9]\d{3}-\d{2}-\d{2}$/;
const DAY_MS = 86_400_000;

interface DateParts {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

export function isPlainDate(text: string): text is PlainDate {
  if (!PATTERN.test(text)) return false;
  const utc = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(utc.getTime()) && utc.toISOString().startsWith(text);
}

/** @throws RangeError when the text is not a date of the calendar. */
export function plainDate(text: string): PlainDate {
  if (!isPlainDate(text)) throw new RangeError(`not a calendar date: ${text}`);
  return text;
}

const partsOf = (date: PlainDate): DateParts => ({
  year: Number(date.slice(0, 4)),
  month: Number(date.slice(5, 7)),
  day: Number(date.slice(8)),
});

const twoDigits = (count: number): string => (count < 10 ? `0${count}` : `${count}`);

/** @throws RangeError when the year is none that a plain date can write. */
function fromParts({ year, month, day }: DateParts): PlainDate {
  if (!(year >= 1000 && year <= 9999)) throw new RangeError(`beyond the calendar: year ${year}`);
  return `${year}-${twoDigits(month)}-${twoDigits(day)}` as PlainDate;
}

const toUtc = (date: PlainDate): number => Date.parse(`${date}T00:00:00Z`);

/** @throws RangeError when the sum leaves the years that a plain date can write. */
function fromUtc(ms: number): PlainDate {
  const utc = new Date(ms);
  return fromParts({ year: utc.getUTCFullYear(), month: utc.getUTCMonth() + 1, day: utc.getUTCDate() });
}

export const addDays = (date: PlainDate, days: number): PlainDate => fromUtc(toUtc(date) + days * DAY_MS);

/** Calendar days from `from` to `to`; negative when `to` is earlier. The first day is not counted (handbook 2.8). */
export const daysBetween = (from: PlainDate, to: PlainDate): number => Math.round((toUtc(to) - toUtc(from)) / DAY_MS);

const isLeap = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
const DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
const daysIn = (year: number, month: number): number => (month === 2 && isLeap(year) ? 29 : (DAYS[month - 1] ?? 0));

/** The same day number `months` later; where that day is missing, the last day of that month (handbook 2.8). */
export function addMonths(date: PlainDate, months: number): PlainDate {
  const { year, month, day } = partsOf(date);
  const passed = year * 12 + month - 1 + months;
  const target = { year: Math.floor(passed / 12), month: (passed % 12) + 1 };
  return fromParts({ ...target, day: Math.min(day, daysIn(target.year, target.month)) });
}

const WALL_FIELDS = { year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit', second: '2-digit' } as const;
const wallClocks = new Map<string, Intl.DateTimeFormat>();

/** Building a formatter costs far more than using it, and a consortium has few zones. */
function wallClock(zone: string): Intl.DateTimeFormat {
  const known = wallClocks.get(zone);
  if (known) return known;
  const options = { ...WALL_FIELDS, timeZone: zone, hourCycle: 'h23', calendar: 'gregory', numberingSystem: 'latn' } as const;
  const made = new Intl.DateTimeFormat('en', options);
  wallClocks.set(zone, made);
  return made;
}

/** What a clock on the wall shows at this instant in an IANA zone, read as if it were UTC; whole seconds. */
function wallTime(zone: string, instant: Date): number {
  const parts = wallClock(zone).formatToParts(instant);
  const value = (type: string): number => Number(parts.find((part) => part.type === type)?.value);
  return Date.UTC(value('year'), value('month') - 1, value('day'), value('hour'), value('minute'), value('second'));
}

/**
 * The date that a clock on the wall shows at this instant in an IANA zone.
 * @throws RangeError when there is no such zone.
 */
export const dateIn = (zone: string, instant: Date): PlainDate => fromUtc(wallTime(zone, instant));

/**
 * The instant at which 23:59:00 shows on that date in an IANA zone: how deadlines of the day are meant. Where clocks go
 * back at midnight and it shows twice, the first.
 * @throws RangeError when there is no such zone.
 */
export function endOfDay(zone: string, date: PlainDate): Date {
  const wall = Date.parse(`${date}T23:59:00Z`);
  const guess = wall - offsetMs(zone, new Date(wall));
  // The guess may lie on the other side of a change of the clocks; from there the offset is the day's own.
  return new Date(wall - offsetMs(zone, new Date(guess)));
}

const offsetMs = (zone: string, instant: Date): number => wallTime(zone, instant) - Math.floor(instant.getTime() / 1000) * 1000;
