import { describe, expect, it } from '@jest/globals';
import { agoWords, bothTimes } from './words';

const HANOI = 'Asia/Ho_Chi_Minh';
const ROME = 'Europe/Rome';

describe('how long ago', () => {
  const now = new Date('2024-09-14T08:00:00Z');

  it.each([
    ['2024-09-14T07:59:30Z', 'now'],
    ['2024-09-14T07:15:00Z', '45 minutes ago'],
    ['2024-09-13T10:00:00Z', '22 hours ago'],
    ['2024-09-13T07:00:00Z', 'yesterday'],
    ['2024-09-12T18:00:00Z', 'yesterday'],
    ['2024-09-12T16:00:00Z', '2 days ago'],
    ['2024-09-09T08:00:00Z', '5 days ago'],
  ])("%s is %s by the person's calendar", (at, words) => {
    expect(agoWords(now, at, HANOI)).toBe(words);
  });

  it('differs where the day does', () => {
    expect(agoWords(now, '2024-09-12T18:00:00Z', ROME)).toBe('2 days ago');
  });
});

describe('a deadline within a day', () => {
  it.each([
    ['2024-09-30T21:59:00Z', ROME, HANOI, '23:59 Rome · 04:59 +1 Ho Chi Minh'],
    ['2024-09-30T10:00:00Z', ROME, HANOI, '12:00 Rome · 17:00 Ho Chi Minh'],
    ['2024-09-30T22:30:00Z', ROME, 'Europe/Lisbon', '00:30 Rome · 23:30 \u22121 Lisbon'],
    ['2024-09-30T10:00:00Z', ROME, 'Europe/Berlin', '12:00 Rome'],
  ])('%s in %s is read in %s as %s', (at, deadline, person, words) => {
    expect(bothTimes(at, deadline, person)).toBe(words);
  });
});
