import { describe, expect, it } from '@jest/globals';
import { plainDate } from '@office/domain';
import { axisOf, barOf, calendarYearsOf, dayAt, fittingZoom, markAt, monthsOf, ticksOf } from './month-axis';

const start = plainDate('2024-01-01');
const whole = axisOf(start, 48, null);
const second = axisOf(start, 48, 2);

describe('axisOf', () => {
  it.each([
    [48, null, 1, 48],
    [48, 1, 1, 12],
    [48, 4, 37, 48],
    [30, 3, 25, 30],
    [6, 1, 1, 6],
    [30, 9, 30, 30],
  ])('of %p months, year %p: %p to %p', (duration, year, from, to) => {
    expect(axisOf(start, duration, year)).toEqual({ start, from, to });
  });
});

describe('barOf', () => {
  const bar = (axis: typeof whole, startMonth: number, endMonth: number, progress = 0) => barOf(axis, { startMonth, endMonth, progress });

  it.each([
    [1, 48, { left: 0, width: 100, before: false, after: false, filled: 0 }],
    [1, 12, { left: 0, width: 25, before: false, after: false, filled: 0 }],
    [13, 13, { left: 25, width: 100 / 48, before: false, after: false, filled: 0 }],
    [37, 60, { left: 75, width: 25, before: false, after: true, filled: 0 }],
  ])('M%p to M%p of all years', (from, to, expected) => {
    expect(bar(whole, from, to)).toEqual(expected);
  });

  it.each([
    [10, 18, { left: 0, width: 50, before: true, after: false, filled: 0 }],
    [19, 30, { left: 50, width: 50, before: false, after: true, filled: 0 }],
    [1, 48, { left: 0, width: 100, before: true, after: true, filled: 0 }],
    [24, 24, { left: 1100 / 12, width: 100 / 12, before: false, after: false, filled: 0 }],
  ])('M%p to M%p of year 2', (from, to, expected) => {
    expect(bar(second, from, to)).toEqual(expected);
  });

  it.each([
    [1, 12],
    [25, 30],
  ])('M%p to M%p is not in year 2', (from, to) => {
    expect(bar(second, from, to)).toBeNull();
  });

  it.each([
    [1, 48, 0, 0],
    [1, 48, 25, 0],
    [1, 48, 37.5, 50],
    [1, 48, 50, 100],
    [1, 48, 100, 100],
    [13, 24, 40, 40],
    [7, 18, 75, 50],
  ])('M%p to M%p, done to %p %%: %p %% of what year 2 shows of it', (from, to, progress, filled) => {
    expect(bar(second, from, to, progress)?.filled).toBeCloseTo(filled, 10);
  });
});

describe('markAt', () => {
  it.each([
    [1, 100 / 48],
    [24, 50],
    [48, 100],
    [0, null],
    [49, null],
  ])('M%p', (month, at) => {
    expect(markAt(whole, month)).toBe(at);
  });

  it('stands at the right edge of its month in the year that is shown', () => {
    expect([12, 13, 24, 25].map((month) => markAt(second, month))).toEqual([null, 100 / 12, 100, null]);
  });
});

describe('dayAt', () => {
  it.each([
    ['2024-01-01', 0],
    ['2024-09-16', ((8 + 15 / 30) * 100) / 48],
    ['2027-12-31', ((47 + 30 / 31) * 100) / 48],
    ['2023-12-31', null],
    ['2028-01-01', null],
  ])('%s', (day, at) => {
    expect(dayAt(whole, plainDate(day))).toBe(at);
  });

  it('counts the days of a leap February', () => {
    expect(dayAt(axisOf(start, 48, 1), plainDate('2024-02-15'))).toBeCloseTo(((1 + 14 / 29) / 12) * 100, 10);
  });
});

describe('labels of the axis', () => {
  it.each([
    [48, 1, 'month', 12],
    [48, null, 'quarter', 16],
    [60, null, 'quarter', 20],
    [72, null, 'year', 6],
  ] as const)('%p months, year %p: by %s, %p labels', (duration, year, zoom, labels) => {
    const axis = axisOf(start, duration, year);
    expect(fittingZoom(axis)).toBe(zoom);
    expect(ticksOf(axis, zoom)).toHaveLength(labels);
  });

  it.each([
    ['month', 48],
    ['quarter', 16],
    ['year', 4],
  ] as const)('four years by %s: %p labels', (zoom, labels) => {
    expect(ticksOf(whole, zoom)).toHaveLength(labels);
  });

  it('fill the axis without gap', () => {
    const axis = axisOf(start, 50, null);
    expect(ticksOf(axis, 'quarter').reduce((sum, tick) => sum + tick.width, 0)).toBeCloseTo(100, 10);
    expect(ticksOf(axis, 'quarter').at(-1)).toMatchObject({ month: 49, first: '2028-01-01' });
  });

  it('calendar years of a project that starts in January', () => {
    expect(calendarYearsOf(whole)).toEqual([2024, 2025, 2026, 2027].map((year, index) => ({ year, left: index * 25, width: 25 })));
  });

  it('calendar years of a project that starts in March', () => {
    const axis = axisOf(plainDate('2022-03-01'), 24, null);
    expect(
      calendarYearsOf(axis).map(({ year, left, width }) => [
        year,
        Math.round(left * monthsOf(axis)) / 100,
        Math.round(width * monthsOf(axis)) / 100,
      ]),
    ).toEqual([
      [2022, 0, 10],
      [2023, 10, 12],
      [2024, 22, 2],
    ]);
  });
});
