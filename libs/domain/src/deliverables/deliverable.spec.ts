import { describe, expect, it } from '@jest/globals';
import { plainDate } from '../kernel/plain-date.js';
import { DELIVERABLE_STATES, type DeliverableState } from './deliverable-states.js';
import { contributorsOf, isDueSoon, isLate, isWithEacea } from './deliverable.js';

const due = plainDate('2024-09-30');
const WITH_US = DELIVERABLE_STATES.filter((state) => state !== 'submitted' && state !== 'accepted');

describe('isWithEacea', () => {
  it('holds from the submission on, not when EACEA has given it back', () => {
    expect(DELIVERABLE_STATES.filter((state) => isWithEacea(state))).toEqual(['submitted', 'accepted']);
  });
});

describe('isLate', () => {
  const lateOn = (today: string): DeliverableState[] => DELIVERABLE_STATES.filter((state) => isLate(state, due, plainDate(today)));

  it.each([['2024-01-01'], ['2024-09-29'], ['2024-09-30']])('nothing on %s', (today) => {
    expect(lateOn(today)).toEqual([]);
  });

  it.each([['2024-10-01'], ['2025-09-30']])('on %s, everything that EACEA does not hold', (today) => {
    expect(lateOn(today)).toEqual(WITH_US);
  });

  it('again when EACEA gave it back after its day', () => {
    expect(isLate('submitted', due, plainDate('2024-11-01'))).toBe(false);
    expect(isLate('revision-requested', due, plainDate('2024-11-02'))).toBe(true);
  });
});

describe('isDueSoon', () => {
  it.each([
    ['36 days before', '2024-08-25', false],
    ['35 days before', '2024-08-26', true],
    ['the day before', '2024-09-29', true],
    ['on the day', '2024-09-30', true],
    ['the day after, when it is late', '2024-10-01', false],
  ])('%s (%s): %s', (_case, today, soon) => {
    expect(DELIVERABLE_STATES.filter((state) => isDueSoon(state, due, plainDate(today)))).toEqual(soon ? WITH_US : []);
  });

  it('takes another window', () => {
    expect(isDueSoon('drafting', due, plainDate('2024-09-22'), 7)).toBe(false);
    expect(isDueSoon('drafting', due, plainDate('2024-09-23'), 7)).toBe(true);
    expect(isDueSoon('drafting', due, due, 0)).toBe(true);
  });

  it('is never late at the same time', () => {
    const days = Array.from({ length: 30 }, (_, index) => plainDate(`2024-09-${String(index + 1).padStart(2, '0')}`));
    const both = days.filter(
      (today) => isLate('drafting', plainDate('2024-09-15'), today) && isDueSoon('drafting', plainDate('2024-09-15'), today),
    );
    expect(both).toEqual([]);
  });
});

describe('contributorsOf', () => {
  const deliverable = { workPackageNumber: 'WP2', lead: 'QUI', dueMonth: 10 };
  const task = (overrides: Partial<Parameters<typeof contributorsOf>[1][number]> = {}) => ({
    workPackageNumber: 'WP2',
    lead: 'QUI',
    participants: ['AL', 'HANU'],
    startMonth: 6,
    endMonth: 10,
    ...overrides,
  });

  it.each([
    ['the participants of a task that ends with it', [task()], ['AL', 'HANU']],
    ['of one that begins with it', [task({ startMonth: 10, endMonth: 12 })], ['AL', 'HANU']],
    ['not of one that ended before', [task({ endMonth: 9 })], []],
    ['not of one that begins after', [task({ startMonth: 11, endMonth: 12 })], []],
    ['not of a task that another leads', [task({ lead: 'HANU' })], []],
    ['not of another work package', [task({ workPackageNumber: 'WP3' })], []],
    ['each once, in the order of the tasks', [task(), task({ participants: ['PXU', 'AL'] })], ['AL', 'HANU', 'PXU']],
    ['never the lead itself', [task({ participants: ['QUI', 'AL'] })], ['AL']],
    ['nobody without tasks', [], []],
  ])('%s', (_case, tasks, expected) => {
    expect(contributorsOf(deliverable, tasks)).toEqual(expected);
  });
});
