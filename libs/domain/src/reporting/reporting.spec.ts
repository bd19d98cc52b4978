import { describe, expect, it } from '@jest/globals';
import { endOfDay, plainDate } from '../kernel/plain-date.js';
import { reportDueDate } from '../kernel/project-month.js';
import { lockChecks, reportFacts, tellingPeriod, type PeriodFacts, type ReportContent } from './lock-checks.js';
import { REPORT_STATES, isReportEditable, isReportWithEacea, type ReportState } from './report-states.js';

const start = plainDate('2024-01-01');
const period: PeriodFacts = { number: 1, fromMonth: 1, toMonth: 18, state: 'in-preparation' };
const nothing: ReportContent = { deliverables: [], milestones: [], workPackages: [] };

const open = (checks: ReturnType<typeof lockChecks>): string[] => checks.filter(({ done }) => !done).map(({ kind }) => kind);

describe('the deadline of a report', () => {
  it.each([
    ['2022-03-01', 18, '2023-10-30'],
    ['2023-12-01', 48, '2028-01-29'],
    ['2024-01-01', 18, '2025-08-29'],
    ['2024-01-01', 48, '2028-02-29'],
  ])('start %s, M%i: %s, whatever the weekday', (from, month, expected) => {
    expect(reportDueDate(plainDate(from), month)).toBe(expected);
  });

  it('is one instant in Rome and in Hanoi: the day ends there five or six hours earlier', () => {
    expect(endOfDay('Europe/Rome', plainDate('2025-08-29')).toISOString()).toBe('2025-08-29T21:59:00.000Z');
    expect(endOfDay('Europe/Rome', plainDate('2028-02-29')).toISOString()).toBe('2028-02-29T22:59:00.000Z');
  });
});

describe('states of a report', () => {
  it('is with EACEA when submitted and when accepted', () => {
    expect(REPORT_STATES.filter(isReportWithEacea)).toEqual(['submitted', 'accepted']);
  });

  it('is written until it is locked, and again when it came back', () => {
    expect(REPORT_STATES.filter(isReportEditable)).toEqual(['not-open', 'open', 'in-preparation', 'returned']);
  });
});

describe('tellingPeriod', () => {
  const periods = (first: ReportState, second: ReportState = 'not-open'): PeriodFacts[] => [
    { number: 2, fromMonth: 19, toMonth: 36, state: second },
    { number: 1, fromMonth: 1, toMonth: 18, state: first },
  ];

  it.each<[string, number, boolean, PeriodFacts[], number]>([
    ['the period of its month', 18, true, periods('not-open'), 1],
    ['the next month belongs to the next', 19, true, periods('not-open'), 2],
    ['finished: stays where it was told', 5, false, periods('accepted'), 1],
    ['open when its report went out: goes on to the next', 5, true, periods('submitted'), 2],
    ['returned: told again in the same', 5, true, periods('returned'), 1],
    ['open when the last report went out: stays in the last', 30, true, periods('accepted', 'submitted'), 2],
    ['after the last period: the last tells', 40, true, periods('not-open'), 2],
  ])('%s', (_case, month, isOpen, all, expected) => {
    expect(tellingPeriod(month, isOpen, all)?.number).toBe(expected);
  });

  it('has none without periods', () => {
    expect(tellingPeriod(3, true, [])).toBeNull();
  });
});

describe('lockChecks', () => {
  const after = plainDate('2025-07-01');
  const late = { id: 'd', state: 'drafting', dueMonth: 12, justification: '' } as const;

  it('has nothing to ask when the period is over and nothing is open', () => {
    expect(open(lockChecks(period, nothing, start, after))).toEqual([]);
  });

  it('waits for the end of the period, its last day included', () => {
    expect(open(lockChecks(period, nothing, start, plainDate('2025-06-30')))).toEqual(['period-ended']);
  });

  it.each([
    ['late and not justified', late, false],
    ['blanks are no justification', { ...late, justification: ' \n' }, false],
    ['justified', { ...late, justification: 'The survey had to be repeated.' }, true],
    ['handed in', { ...late, state: 'submitted' as const }, true],
    ['accepted', { ...late, state: 'accepted' as const }, true],
    ['sent back by EACEA', { ...late, state: 'revision-requested' as const }, false],
  ])('a deliverable: %s', (_case, deliverable, done) => {
    const check = lockChecks(period, { ...nothing, deliverables: [deliverable] }, start, after)[1];
    expect(check).toEqual({ kind: 'late-deliverables-justified', required: true, done, missing: done ? [] : ['d'] });
  });

  it.each([
    ['open', null, false],
    ['not-achieved', '2025-06-30', false],
    ['not-achieved', '2025-09-01', true],
    ['achieved', null, true],
  ] as const)('a milestone of M10, %s with estimate %s', (state, estimate, done) => {
    const milestone = { id: 'm', state, dueMonth: 10, estimate: estimate === null ? null : plainDate(estimate) };
    const check = lockChecks(period, { ...nothing, milestones: [milestone] }, start, after)[2];
    expect(check).toEqual({ kind: 'milestones-estimated', required: true, done, missing: done ? [] : ['m'] });
  });

  it('points out a work package that ended and is not told of, and does not wait for it', () => {
    const workPackages = [
      { id: 'silent', state: 'in-progress', endMonth: 12, narrative: ' ' },
      { id: 'told', state: 'in-progress', endMonth: 12, narrative: 'Done but for the website.' },
      { id: 'running', state: 'in-progress', endMonth: 30, narrative: '' },
    ] as const;
    const check = lockChecks(period, { ...nothing, workPackages }, start, after)[3];
    expect(check).toEqual({ kind: 'work-packages-described', required: false, done: false, missing: ['silent'] });
  });

  it('gives the facts that the machine asks for', () => {
    expect(reportFacts(lockChecks(period, { ...nothing, deliverables: [late] }, start, after))).toEqual({
      'period-ended': true,
      'late-deliverables-justified': false,
      'milestones-estimated': true,
    });
    expect(Object.values(reportFacts([]))).toEqual([false, false, false]);
  });
});
