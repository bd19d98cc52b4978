import { TestBed } from '@angular/core/testing';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { render, textOf } from '../../../../test/render';
import { OfficeClock } from '../util-time/office-clock';
import { DueDate } from './due-date';

describe('due date', () => {
  beforeEach(() => {
    const clock = TestBed.inject(OfficeClock);
    clock.deadlineZone.set('Europe/Rome');
    clock.personZone.set('Asia/Ho_Chi_Minh');
    // 15 September for a clock that only knows UTC, already the 16th in Rome.
    clock.set('2024-09-15T22:30:00.000Z');
  });

  it.each([
    ['2024-09-30', '30 Sep 2024 · M9 · in 14 days'],
    ['2024-09-17', '17 Sep 2024 · M9 · tomorrow'],
    ['2024-09-16', '16 Sep 2024 · M9 · today'],
    ['2024-09-15', '15 Sep 2024 · M9 · 1 day late'],
    ['2024-09-13', '13 Sep 2024 · M9 · 3 days late'],
  ])('writes %s as date, month and distance', async (on, words) => {
    expect(textOf(await render(DueDate, { on, month: 9 }))).toBe(words);
  });

  it('stops counting once the thing is done', async () => {
    expect(textOf(await render(DueDate, { on: '2024-05-31', month: 5, done: true }))).toBe('31 May 2024 · M5');
  });

  it("shows a deadline in the deadline's zone and in the person's, with the day that changes", async () => {
    const fixture = await render(DueDate, { on: '2024-09-16', at: '2024-09-16T21:59:00.000Z' });
    expect(textOf(fixture)).toContain('23:59 Rome · 04:59 +1 Ho Chi Minh');
  });

  it('names one zone when both clocks agree', async () => {
    TestBed.inject(OfficeClock).personZone.set('Europe/Berlin');
    const fixture = await render(DueDate, { on: '2024-09-16', at: '2024-09-16T21:59:00.000Z' });
    expect(textOf(fixture)).toContain('23:59 Rome');
    expect(textOf(fixture)).not.toContain('Berlin');
  });
});
