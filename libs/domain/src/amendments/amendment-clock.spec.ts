import { describe, expect, it } from '@jest/globals';
import { plainDate } from '../kernel/plain-date.js';
import { amendmentLabel, answerDueOn, lapsesOn, nextAmendmentNumber, stateOn } from './amendment-clock.js';
import { AMENDMENT_STATES, isOpenAmendment } from './amendment-states.js';

describe('the 45 days', () => {
  it.each([
    ['2024-01-01', '2024-02-15', '2024-02-16'],
    ['2024-01-16', '2024-03-01', '2024-03-02'],
    ['2023-01-16', '2023-03-02', '2023-03-03'],
    ['2024-02-29', '2024-04-14', '2024-04-15'],
    ['2024-12-31', '2025-02-14', '2025-02-15'],
    ['2024-08-31', '2024-10-15', '2024-10-16'],
  ])('of a request of %s last until %s; it has lapsed on %s', (submitted, due, lapsed) => {
    const submittedOn = plainDate(submitted);
    expect(answerDueOn(submittedOn)).toBe(due);
    expect(lapsesOn(submittedOn)).toBe(lapsed);
    expect(stateOn('submitted', submittedOn, plainDate(due))).toBe('submitted');
    expect(stateOn('submitted', submittedOn, plainDate(lapsed))).toBe('lapsed');
  });

  it('run for what was submitted, and for nothing else', () => {
    const long = plainDate('2030-01-01');
    const others = AMENDMENT_STATES.filter((state) => state !== 'submitted');
    expect(others.map((state) => stateOn(state, plainDate('2024-01-01'), long))).toEqual(others);
    expect(stateOn('submitted', null, long)).toBe('submitted');
  });
});

describe('numbers of amendments', () => {
  it('are 1, 2, 3 of accepted ones, R1, R2 of rejected ones, none of the others', () => {
    expect(amendmentLabel(2, null)).toBe('2');
    expect(amendmentLabel(null, 3)).toBe('R3');
    expect(amendmentLabel(null, null)).toBeNull();
  });

  it('go on from the highest that was given', () => {
    expect(nextAmendmentNumber([])).toBe(1);
    expect(nextAmendmentNumber([null, null])).toBe(1);
    expect(nextAmendmentNumber([1, null, 4, 2])).toBe(5);
  });
});

it('is open until it is decided', () => {
  expect(AMENDMENT_STATES.filter(isOpenAmendment)).toEqual(['draft', 'consortium-approved', 'informally-checked', 'submitted']);
});
