import { describe, expect, it } from '@jest/globals';
import { plainDate } from '@office/domain';
import { anActivityItem } from '@office/testing';
import { daysOf, dayWords } from './days';
import { pageNumber, stepsOf } from './paging';

describe('pages of the activity log', () => {
  it.each([
    [undefined, 1],
    ['', 1],
    ['3', 3],
    ['0', 1],
    ['-2', 1],
    ['1.5', 1],
    ['x', 1],
  ])('reads page %p of the address as %p', (text, page) => {
    expect(pageNumber(text)).toBe(page);
  });

  it.each([
    [1, 120, { page: 1, pages: 3, newer: null, older: 2 }],
    [2, 120, { page: 2, pages: 3, newer: 1, older: 3 }],
    [3, 120, { page: 3, pages: 3, newer: 2, older: null }],
    [1, 0, { page: 1, pages: 1, newer: null, older: null }],
    [9, 120, { page: 9, pages: 3, newer: 3, older: null }],
  ])('page %p of %p entries', (page, total, steps) => {
    expect(stepsOf(page, total, 50)).toEqual(steps);
  });
});

describe('days of the activity log', () => {
  it('cuts the list where the day changes in the zone of the person', () => {
    const items = ['2024-09-14T20:00:00.000Z', '2024-09-14T16:30:00.000Z', '2024-09-14T08:00:00.000Z'].map((at) => anActivityItem({ at }));
    expect(daysOf(items, 'Asia/Ho_Chi_Minh').map(({ date, items: { length } }) => [date, length])).toEqual([
      ['2024-09-15', 1],
      ['2024-09-14', 2],
    ]);
    expect(daysOf(items, 'Europe/Rome')).toHaveLength(1);
  });

  it.each([
    ['2024-09-14', '14 Sep 2024 · today'],
    ['2024-09-13', '13 Sep 2024 · yesterday'],
    ['2024-09-12', '12 Sep 2024'],
  ])('names %s', (date, words) => {
    expect(dayWords(plainDate(date), plainDate('2024-09-14'))).toBe(words);
  });
});
