import { describe, expect, it } from '@jest/globals';
import { plainDate } from '../kernel/plain-date.js';
import {
  TIMELINESSES,
  WORK_STATES,
  checkWorkStatus,
  timelinessOf,
  workPackageTimeliness,
  type Timeliness,
  type WorkState,
  type WorkStatusFinding,
} from './work-status.js';

describe('checkWorkStatus', () => {
  const codesOf = (state: WorkState, progress: number, narrative = 'Said.'): WorkStatusFinding['code'][] => {
    const answer = checkWorkStatus({ state, progress, narrative });
    return answer.ok ? [] : answer.reason.map((finding) => finding.code);
  };

  it.each<[WorkState, number, WorkStatusFinding['code'] | null]>([
    ['not-started', 0, null],
    ['not-started', 1, 'must-be-zero-when-not-started'],
    ['not-started', 100, 'must-be-zero-when-not-started'],
    ['in-progress', 0, null],
    ['in-progress', 50, null],
    ['in-progress', 99, null],
    ['in-progress', 100, 'must-be-below-hundred'],
    ['blocked', 0, null],
    ['blocked', 99, null],
    ['blocked', 100, 'must-be-below-hundred'],
    ['done', 100, null],
    ['done', 99, 'must-be-hundred-when-done'],
    ['done', 0, 'must-be-hundred-when-done'],
  ])('%s at %i %%: %s', (state, progress, code) => {
    expect(codesOf(state, progress)).toEqual(code === null ? [] : [code]);
  });

  it.each(WORK_STATES.flatMap((state) => [-1, 101, 33.3, NaN, Infinity].map((progress): [WorkState, number] => [state, progress])))(
    '%s at %d is no percentage, and nothing else is said about it',
    (state, progress) => {
      expect(codesOf(state, progress)).toEqual(['must-be-whole-percent']);
    },
  );

  it.each(['', ' ', '\n\t'])('blocked asks for a reason (%j)', (narrative) => {
    expect(checkWorkStatus({ state: 'blocked', progress: 10, narrative })).toEqual({
      ok: false,
      reason: [{ path: 'narrative', code: 'reason-needed-when-blocked' }],
    });
  });

  it('asks nobody else for words', () => {
    const silent = WORK_STATES.filter((state) => codesOf(state, state === 'done' ? 100 : 0, '').length === 0);
    expect(silent).toEqual(['not-started', 'in-progress', 'done']);
  });

  it('tells both at once', () => {
    expect(codesOf('blocked', 100, '')).toEqual(['must-be-below-hundred', 'reason-needed-when-blocked']);
  });

  it('hands back what is right', () => {
    const status = { state: 'done', progress: 100, narrative: '' } as const;
    expect(checkWorkStatus(status)).toEqual({ ok: true, value: status });
  });
});

describe('timelinessOf', () => {
  const start = plainDate('2024-01-01');
  const on = (state: WorkState, today: string, projectStart = start): Timeliness =>
    timelinessOf({ state, startMonth: 4, endMonth: 6 }, projectStart, plainDate(today));

  /** Work of M4 to M6: 1 April to 30 June 2024. */
  it.each<[string, string, Record<WorkState, Timeliness>]>([
    ['long before', '2023-06-01', { 'not-started': 'planned', 'in-progress': 'on-time', blocked: 'at-risk', done: 'done' }],
    ['the day before its first', '2024-03-31', { 'not-started': 'planned', 'in-progress': 'on-time', blocked: 'at-risk', done: 'done' }],
    ['its first day', '2024-04-01', { 'not-started': 'should-have-started', 'in-progress': 'on-time', blocked: 'at-risk', done: 'done' }],
    ['in between', '2024-05-15', { 'not-started': 'should-have-started', 'in-progress': 'on-time', blocked: 'at-risk', done: 'done' }],
    ['its last day', '2024-06-30', { 'not-started': 'should-have-started', 'in-progress': 'on-time', blocked: 'at-risk', done: 'done' }],
    ['the day after its last', '2024-07-01', { 'not-started': 'late', 'in-progress': 'late', blocked: 'late', done: 'done' }],
    ['years after', '2027-01-01', { 'not-started': 'late', 'in-progress': 'late', blocked: 'late', done: 'done' }],
  ])('%s (%s)', (_case, today, expected) => {
    expect(Object.fromEntries(WORK_STATES.map((state) => [state, on(state, today)]))).toEqual(expected);
  });

  it('counts from a start in mid-month', () => {
    const midMonth = plainDate('2024-01-15');
    expect(on('not-started', '2024-04-14', midMonth)).toBe('planned');
    expect(on('not-started', '2024-04-15', midMonth)).toBe('should-have-started');
    expect(on('in-progress', '2024-07-14', midMonth)).toBe('on-time');
    expect(on('in-progress', '2024-07-15', midMonth)).toBe('late');
  });

  it('gives every word it knows', () => {
    const given = WORK_STATES.flatMap((state) => ['2024-03-01', '2024-05-01', '2024-08-01'].map((today) => on(state, today)));
    expect(new Set(given)).toEqual(new Set(TIMELINESSES));
  });
});

describe('workPackageTimeliness', () => {
  const quiet = { tasks: [], deliverablesLate: [] };

  it.each(TIMELINESSES)('stays %s where nothing inside is late or blocked', (own) => {
    expect(workPackageTimeliness(own, { tasks: ['done', 'on-time', 'planned', 'should-have-started'], deliverablesLate: [false] })).toBe(
      own,
    );
    expect(workPackageTimeliness(own, quiet)).toBe(own);
  });

  it.each<[string, { tasks: Timeliness[]; deliverablesLate: boolean[] }]>([
    ['a late task', { tasks: ['on-time', 'late'], deliverablesLate: [] }],
    ['a blocked task', { tasks: ['at-risk'], deliverablesLate: [false] }],
    ['a late deliverable', { tasks: ['on-time'], deliverablesLate: [false, true] }],
  ])('is at risk with %s, unless it is late itself or done', (_case, content) => {
    const standing = TIMELINESSES.map((own) => workPackageTimeliness(own, content));
    expect(standing).toEqual(TIMELINESSES.map((own) => (own === 'late' || own === 'done' ? own : 'at-risk')));
  });
});
