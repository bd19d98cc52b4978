import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { addDays, dateIn, daysBetween, plainDate } from './plain-date.js';
import {
  daysUntilMonthEnd,
  monthEnd,
  monthOf,
  monthStart,
  projectYears,
  reportDueDate,
  touchesYear,
  yearOfMonth,
} from './project-month.js';

fc.configureGlobal({ seed: 20_240_101 });

const starts = fc
  .date({ min: new Date('2000-01-01'), max: new Date('2050-12-31'), noInvalidDate: true })
  .map((date) => dateIn('UTC', date));
const months = fc.integer({ min: -24, max: 120 });

/** Handbook 2.8, word for word. */
const VECTORS = [
  {
    start: '2022-03-01',
    ends: { 6: '2022-08-31', 18: '2023-08-31', 24: '2024-02-29', 36: '2025-02-28', 48: '2026-02-28' },
    reports: { 18: '2023-10-30', 48: '2026-04-29' },
  },
  {
    start: '2023-12-01',
    ends: { 6: '2024-05-31', 18: '2025-05-31', 24: '2025-11-30', 36: '2026-11-30', 48: '2027-11-30' },
    reports: { 18: '2025-07-30', 48: '2028-01-29' },
  },
  {
    start: '2024-01-01',
    ends: { 6: '2024-06-30', 18: '2025-06-30', 24: '2025-12-31', 36: '2026-12-31', 48: '2027-12-31' },
    reports: { 18: '2025-08-29', 48: '2028-02-29' },
  },
];
const perMonth = (part: 'ends' | 'reports'): [string, number, string][] =>
  VECTORS.flatMap((vector) =>
    Object.entries(vector[part]).map(([month, date]): [string, number, string] => [vector.start, Number(month), date]),
  );

describe('the handbook', () => {
  it.each(perMonth('ends'))('starting %s, M%i ends on %s', (start, month, date) => {
    expect(monthEnd(plainDate(start), month)).toBe(date);
    expect(monthOf(plainDate(start), plainDate(date))).toBe(month);
  });

  it.each(perMonth('reports'))('starting %s, the report after M%i is due on %s', (start, month, date) => {
    expect(reportDueDate(plainDate(start), month)).toBe(date);
  });

  it('starting 2020-10-01, M10 is due at the end of July 2021', () => {
    expect(monthEnd(plainDate('2020-10-01'), 10)).toBe('2021-07-31');
  });

  it('takes the number of days from the agreement', () => {
    expect(reportDueDate(plainDate('2024-01-01'), 18, 30)).toBe('2025-07-30');
  });
});

describe('months of a project', () => {
  it.each([
    ['mid-month', '2024-01-15', 1, '2024-01-15', '2024-02-14'],
    ['mid-month', '2024-01-15', 12, '2024-12-15', '2025-01-14'],
    ['at the end of January', '2024-01-31', 1, '2024-01-31', '2024-02-28'],
    ['at the end of January', '2024-01-31', 2, '2024-02-29', '2024-03-30'],
    ['at the end of January', '2024-01-31', 3, '2024-03-31', '2024-04-29'],
    ['on a leap day', '2024-02-29', 13, '2025-02-28', '2025-03-28'],
    ['on the first, before the start', '2024-01-01', 0, '2023-12-01', '2023-12-31'],
    ['on the first, long before the start', '2024-01-01', -11, '2023-01-01', '2023-01-31'],
  ])('that starts %s (%s): M%i runs from %s to %s', (_case, start, month, first, last) => {
    expect([monthStart(plainDate(start), month), monthEnd(plainDate(start), month)]).toEqual([first, last]);
  });

  it.each([
    ['2024-01-01', '2024-01-01', 1],
    ['2024-01-01', '2024-01-31', 1],
    ['2024-01-01', '2024-02-01', 2],
    ['2024-01-01', '2027-12-31', 48],
    ['2024-01-01', '2028-01-01', 49],
    ['2024-01-01', '2023-12-31', 0],
    ['2024-01-01', '2022-12-31', -12],
    ['2024-01-15', '2024-02-14', 1],
    ['2024-01-15', '2024-02-15', 2],
    ['2024-01-31', '2024-02-28', 1],
    ['2024-01-31', '2024-02-29', 2],
    ['2024-01-31', '2024-03-30', 2],
    ['2024-01-31', '2024-03-31', 3],
  ])('starting %s, %s lies in M%i', (start, date, month) => {
    expect(monthOf(plainDate(start), plainDate(date))).toBe(month);
  });

  it('begin and end inside themselves', () => {
    fc.assert(
      fc.property(starts, months, (start, month) => {
        expect([monthOf(start, monthStart(start, month)), monthOf(start, monthEnd(start, month))]).toEqual([month, month]);
      }),
    );
  });

  it('follow each other without gap or overlap', () => {
    fc.assert(
      fc.property(starts, months, (start, month) => {
        expect(addDays(monthEnd(start, month), 1)).toBe(monthStart(start, month + 1));
      }),
    );
  });

  it('hold every date exactly once', () => {
    fc.assert(
      fc.property(starts, fc.integer({ min: -700, max: 3_000 }), (start, days) => {
        const date = addDays(start, days);
        const month = monthOf(start, date);
        expect(monthStart(start, month) <= date && date <= monthEnd(start, month)).toBe(true);
      }),
    );
  });

  it('have a distance to today', () => {
    const start = plainDate('2024-01-01');
    expect(daysUntilMonthEnd(start, 9, plainDate('2024-09-16'))).toBe(14);
    expect(daysUntilMonthEnd(start, 9, plainDate('2024-09-30'))).toBe(0);
    expect(daysUntilMonthEnd(start, 9, plainDate('2024-10-01'))).toBe(-1);
    fc.assert(
      fc.property(starts, months, starts, (first, month, today) => {
        expect(addDays(today, daysUntilMonthEnd(first, month, today))).toBe(monthEnd(first, month));
        expect(daysBetween(today, monthEnd(first, month))).toBe(daysUntilMonthEnd(first, month, today));
      }),
    );
  });
});

describe('years of a project', () => {
  it.each([
    [1, 1],
    [12, 1],
    [13, 2],
    [24, 2],
    [48, 4],
    [0, 0],
    [-11, 0],
    [-12, -1],
  ])('M%i is in year %i', (month, year) => {
    expect(yearOfMonth(month)).toBe(year);
  });

  it.each([
    [48, 4],
    [36, 3],
    [37, 4],
    [1, 1],
  ])('%i months have %i', (duration, years) => {
    expect(projectYears(duration)).toBe(years);
  });

  it.each([
    [1, 12, [1]],
    [12, 13, [1, 2]],
    [10, 42, [1, 2, 3, 4]],
    [25, 36, [3]],
  ])('M%i to M%i touch %j', (from, to, years) => {
    expect([1, 2, 3, 4].filter((year) => touchesYear(from, to, year))).toEqual(years);
  });
});
