import { describe, expect, it } from '@jest/globals';
import type { ReportView } from '@office/contracts';
import { plainDate, REPORT_STATES, type ReportState } from '@office/domain';
import { aReport, aReportDeliverable } from '@office/testing';
import { checkLines } from './check-words';
import { offersOf, questionOf, STEP_PATHS } from './report-steps';
import { countdownOf, deadlineWords } from './report-words';

const undone: ReportView['checks'] = [
  { kind: 'period-ended', required: true, done: true, missing: [] },
  { kind: 'late-deliverables-justified', required: true, done: false, missing: [aReportDeliverable().id] },
  { kind: 'milestones-estimated', required: true, done: true, missing: [] },
];

describe('steps of a report', () => {
  it.each<[ReportState, string[]]>([
    ['not-open', ['open']],
    ['open', ['prepare']],
    ['in-preparation', ['lock']],
    ['locked', ['unlock', 'submit']],
    ['submitted', ['record-return', 'record-acceptance']],
    ['returned', ['prepare']],
    ['accepted', []],
  ])('%s: %j', (state, actions) => {
    expect(offersOf(aReport({ state })).map(({ action }) => action)).toEqual(actions);
  });

  it('tells what still keeps it from being locked', () => {
    const [lock] = offersOf(aReport({ state: 'in-preparation', checks: undone }));
    expect(lock?.missing).toBe('Late deliverables are not justified yet.');
  });

  it('has an address and words for every step of every state', () => {
    const offers = REPORT_STATES.flatMap((state) => offersOf(aReport({ state })));
    expect(offers.filter(({ action, word }) => STEP_PATHS[action] === '' || word === '')).toEqual([]);
    expect(questionOf('submit', 1)?.title).toContain('period 1');
    expect(questionOf('unlock', 1)).toBeNull();
  });
});

describe('the check-list', () => {
  it('names what is missing by its number', () => {
    const lines = checkLines(aReport({ checks: undone }));
    expect(lines.map(({ done, missing }) => [done, missing])).toEqual([
      [true, ''],
      [false, 'D2.2'],
      [true, ''],
    ]);
  });
});

describe('the deadline', () => {
  it('is told in Rome and in Ho Chi Minh City, whoever looks', () => {
    expect(deadlineWords('2025-08-29T21:59:00.000Z')).toEqual(['29 Aug 2025, 23:59 Rome', '30 Aug 2025, 04:59 Ho Chi Minh']);
  });

  const report = aReport({ endsOn: '2025-06-30', dueOn: '2025-08-29' });
  it.each<[string, ReportView, string, string, boolean]>([
    ['2025-06-20', report, '10 days', 'until the period ends on 30 Jun 2025', false],
    ['2025-07-01', report, '59 days', 'due 29 Aug 2025', false],
    ['2025-08-29', report, 'today', 'due 29 Aug 2025', false],
    ['2025-09-01', report, '3 days late', 'was due 29 Aug 2025', true],
    ['2025-09-01', aReport({ state: 'submitted', submittedAt: '2025-08-20T08:00:00.000Z' }), 'done', 'submitted 20 Aug 2025, 10:00', false],
  ])('on %s', (today, of, value, hint, late) => {
    expect(countdownOf(of, plainDate(today))).toEqual({ value, hint, late });
  });
});
