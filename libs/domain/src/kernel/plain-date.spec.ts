import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { addDays, addMonths, dateIn, daysBetween, endOfDay, isPlainDate, plainDate, type PlainDate } from './plain-date.js';

fc.configureGlobal({ seed: 20_240_101 });

const dates = fc.date({ min: new Date('1990-01-01'), max: new Date('2090-12-31'), noInvalidDate: true }).map((date) => dateIn('UTC', date));
const zones = fc.constantFrom(
  'Europe/Rome',
  'Europe/Lisbon',
  'Asia/Ho_Chi_Minh',
  'America/Santiago',
  'Asia/Kathmandu',
  'Pacific/Kiritimati',
);

describe('a plain date', () => {
  it.each(['2024-02-29', '2000-02-29', '1000-01-01', '9999-12-31'])('is %s', (text) => {
    expect(isPlainDate(text)).toBe(true);
    expect(plainDate(text)).toBe(text);
  });

  it.each([
    ['no leap day', '2023-02-29'],
    ['no leap day at the turn of a century', '1900-02-29'],
    ['no 31st', '2024-04-31'],
    ['no month 13', '2024-13-01'],
    ['no month 0', '2024-00-10'],
    ['no day 0', '2024-01-00'],
    ['other order', '01-02-2024'],
    ['not padded', '2024-1-2'],
    ['with a time', '2024-01-01T00:00:00Z'],
    ['year before 1000', '0999-12-31'],
    ['with blanks', ' 2024-01-01'],
    ['with a line end', '2024-01-01\n'],
    ['empty', ''],
  ])('is not: %s (%j)', (_reason, text) => {
    expect(isPlainDate(text)).toBe(false);
    expect(() => plainDate(text)).toThrow(RangeError);
  });
});

describe('addMonths', () => {
  it.each([
    ['2024-01-01', 1, '2024-02-01'],
    ['2024-01-31', 1, '2024-02-29'],
    ['2023-01-31', 1, '2023-02-28'],
    ['2024-01-31', 2, '2024-03-31'],
    ['2024-01-31', 3, '2024-04-30'],
    ['2024-02-29', 12, '2025-02-28'],
    ['2024-02-29', 48, '2028-02-29'],
    ['2024-03-31', -1, '2024-02-29'],
    ['2024-01-15', -1, '2023-12-15'],
    ['2024-12-31', 2, '2025-02-28'],
    ['2024-05-20', 0, '2024-05-20'],
  ])('%s and %i months is %s', (start, months, expected) => {
    expect(addMonths(plainDate(start), months)).toBe(expected);
  });

  it('is undone by the opposite for days that every month has', () => {
    fc.assert(
      fc.property(dates, fc.integer({ min: -600, max: 600 }), (date, months) => {
        fc.pre(Number(date.slice(8)) <= 28);
        expect(addMonths(addMonths(date, months), -months)).toBe(date);
      }),
    );
  });

  it('keeps the day number, or takes the last day of that month', () => {
    fc.assert(
      fc.property(dates, fc.integer({ min: -600, max: 600 }), (date, months) => {
        const there = addMonths(date, months);
        const sameDay = there.slice(8) === date.slice(8);
        const lastDay = addDays(there, 1).endsWith('-01') && there.slice(8) < date.slice(8);
        expect(sameDay || lastDay).toBe(true);
      }),
    );
  });

  it('never overtakes: a later date stays later or equal', () => {
    fc.assert(
      fc.property(dates, dates, fc.integer({ min: -600, max: 600 }), (a, b, months) => {
        const [earlier, later] = a <= b ? [a, b] : [b, a];
        expect(addMonths(earlier, months) <= addMonths(later, months)).toBe(true);
      }),
    );
  });

  it('refuses to leave the calendar', () => {
    expect(() => addMonths(plainDate('9999-12-01'), 1)).toThrow(RangeError);
    expect(() => addDays(plainDate('1000-01-01'), -1)).toThrow(RangeError);
  });
});

describe('daysBetween', () => {
  it.each([
    ['2024-02-28', '2024-03-01', 2],
    ['2023-02-28', '2023-03-01', 1],
    ['2024-03-30', '2024-04-01', 2],
    ['2024-10-26', '2024-10-28', 2],
    ['2024-12-31', '2024-12-31', 0],
    ['2024-01-02', '2024-01-01', -1],
  ])('from %s to %s is %i', (from, to, days) => {
    expect(daysBetween(plainDate(from), plainDate(to))).toBe(days);
  });

  it('is the inverse of addDays', () => {
    fc.assert(
      fc.property(dates, fc.integer({ min: -20_000, max: 20_000 }), (date, days) => {
        expect(daysBetween(date, addDays(date, days))).toBe(days);
      }),
    );
  });
});

describe('dateIn', () => {
  it.each([
    ['2024-09-16T16:59:59Z', 'Asia/Ho_Chi_Minh', '2024-09-16'],
    ['2024-09-16T17:00:00Z', 'Asia/Ho_Chi_Minh', '2024-09-17'],
    ['2024-09-16T21:59:59Z', 'Europe/Rome', '2024-09-16'],
    ['2024-09-16T22:00:00Z', 'Europe/Rome', '2024-09-17'],
    ['2024-12-31T23:00:00Z', 'Europe/Rome', '2025-01-01'],
    ['2024-12-31T23:00:00Z', 'Europe/Lisbon', '2024-12-31'],
    ['2024-01-01T00:00:00Z', 'UTC', '2024-01-01'],
  ])('%s in %s is %s', (instant, zone, date) => {
    expect(dateIn(zone, new Date(instant))).toBe(date);
  });

  it('refuses a zone that does not exist', () => {
    expect(() => dateIn('Europe/Bologna', new Date(0))).toThrow(RangeError);
  });
});

describe('endOfDay', () => {
  it.each<[string, string, string, string]>([
    ['in winter', 'Europe/Rome', '2024-01-31', '2024-01-31T22:59:00.000Z'],
    ['in summer', 'Europe/Rome', '2024-09-16', '2024-09-16T21:59:00.000Z'],
    ['the day before clocks go forward', 'Europe/Rome', '2024-03-30', '2024-03-30T22:59:00.000Z'],
    ['the day clocks go forward', 'Europe/Rome', '2024-03-31', '2024-03-31T21:59:00.000Z'],
    ['the day before clocks go back', 'Europe/Rome', '2024-10-26', '2024-10-26T21:59:00.000Z'],
    ['the day clocks go back', 'Europe/Rome', '2024-10-27', '2024-10-27T22:59:00.000Z'],
    ['in winter', 'Europe/Lisbon', '2024-01-31', '2024-01-31T23:59:00.000Z'],
    ['the day before clocks go forward', 'Europe/Lisbon', '2024-03-30', '2024-03-30T23:59:00.000Z'],
    ['the day clocks go forward', 'Europe/Lisbon', '2024-03-31', '2024-03-31T22:59:00.000Z'],
    ['the day clocks go back', 'Europe/Lisbon', '2024-10-27', '2024-10-27T23:59:00.000Z'],
    ['all year', 'Asia/Ho_Chi_Minh', '2024-01-31', '2024-01-31T16:59:00.000Z'],
    ['all year', 'Asia/Ho_Chi_Minh', '2024-10-27', '2024-10-27T16:59:00.000Z'],
    ['on a leap day', 'Asia/Ho_Chi_Minh', '2024-02-29', '2024-02-29T16:59:00.000Z'],
    ['that shows twice: the first', 'America/Santiago', '2024-04-06', '2024-04-07T02:59:00.000Z'],
  ])('%s, %s, %s: %s', (_case, zone, date, instant) => {
    expect(endOfDay(zone, plainDate(date)).toISOString()).toBe(instant);
  });

  it('shows 23:59 of that very date on a wall clock there', () => {
    fc.assert(
      fc.property(dates, zones, (date, zone) => {
        const deadline = endOfDay(zone, date);
        const time = new Intl.DateTimeFormat('en-GB', { timeZone: zone, timeStyle: 'short' }).format(deadline);
        expect([dateIn(zone, deadline), time]).toEqual([date, '23:59']);
      }),
    );
  });

  it('comes later for each later date', () => {
    fc.assert(
      fc.property(dates, zones, (date, zone) => {
        expect(endOfDay(zone, date).getTime()).toBeLessThan(endOfDay(zone, addDays(date, 1)).getTime());
      }),
    );
  });
});

// A brand only the compiler sees: a date is compared, sorted and sent as the text it is.
describe('order', () => {
  it('of dates is the order of their text', () => {
    fc.assert(
      fc.property(dates, dates, (a: PlainDate, b: PlainDate) => {
        expect(Math.sign(daysBetween(a, b))).toBe(a < b ? 1 : a > b ? -1 : 0);
      }),
    );
  });
});
