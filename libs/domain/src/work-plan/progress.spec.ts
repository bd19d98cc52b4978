import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { plainDate } from '../kernel/plain-date.js';
import { holdUpOf, worstHoldUp, HOLD_UPS } from './completion.js';
import {
  byUrgency,
  changesBetween,
  settleStatus,
  taskStanding,
  UNTOLD,
  workPackageStanding,
  type CountedTask,
  type OwnPart,
  type ReportedStatus,
} from './progress.js';
import { partProgress, type TaskPart } from './task-part.js';
import { checkWorkStatus, WORK_STATES, type WorkState } from './work-status.js';

const parts = (...states: WorkState[]): Pick<TaskPart, 'state' | 'criteria'>[] => states.map((state) => ({ state, criteria: [] }));

const anyPart = fc.record({
  state: fc.constantFrom(...WORK_STATES),
  criteria: fc.array(fc.record({ text: fc.constant('Criterion'), met: fc.boolean() }), { maxLength: 5 }),
});
const anyTask: fc.Arbitrary<CountedTask> = fc
  .record({
    part: fc.array(anyPart, { maxLength: 4 }),
    startMonth: fc.integer({ min: 1, max: 40 }),
    months: fc.integer({ min: 0, max: 20 }),
  })
  .map(({ part, startMonth, months }) => ({ ...taskStanding(part), startMonth, endMonth: startMonth + months }));

describe('taskStanding', () => {
  it.each<[WorkState[], WorkState, number]>([
    [[], 'not-started', 0],
    [['not-started', 'not-started'], 'not-started', 0],
    [['done', 'done', 'done'], 'done', 100],
    [['done', 'done', 'not-started'], 'in-progress', 66],
    [['in-progress', 'not-started'], 'in-progress', 25],
    [['blocked', 'not-started'], 'blocked', 25],
    [['blocked', 'done', 'done', 'done'], 'blocked', 87],
    [['blocked', 'in-progress'], 'blocked', 50],
    [['blocked', 'done', 'in-progress'], 'blocked', 66],
    [['done', 'not-started'], 'in-progress', 50],
  ])('%j: %s, %d %%', (states, state, progress) => {
    expect(taskStanding(parts(...states))).toEqual({ state, progress });
  });

  it('does not reach 100 for want of one of very many', () => {
    expect(taskStanding(parts(...Array<WorkState>(299).fill('done'), 'blocked')).progress).toBe(99);
  });

  it('stays from 0 to 100, and is done exactly when all parts are', () => {
    fc.assert(
      fc.property(fc.array(anyPart, { minLength: 1, maxLength: 12 }), (all) => {
        const { state, progress } = taskStanding(all);
        const isDone = all.every((part) => part.state === 'done');
        return progress >= 0 && progress <= 100 && (progress === 100) === isDone && (state === 'done') === isDone;
      }),
    );
  });

  it('never falls when a part moves on', () => {
    fc.assert(
      fc.property(fc.array(anyPart, { minLength: 1, maxLength: 8 }), anyPart, fc.nat(), (all, other, at) => {
        const index = at % all.length;
        const moved = all.map((part, place) => (place === index && partProgress(other) >= partProgress(part) ? other : part));
        return taskStanding(moved).progress >= taskStanding(all).progress;
      }),
    );
  });

  it('does not depend on whose part is whose', () => {
    fc.assert(
      fc.property(fc.array(anyPart, { maxLength: 8 }), (all) => {
        expect(taskStanding(all.toReversed())).toEqual(taskStanding(all));
      }),
    );
  });

  it('tells one story: a sound status', () => {
    fc.assert(fc.property(fc.array(anyPart, { maxLength: 8 }), (all) => checkWorkStatus({ ...taskStanding(all), narrative: 'Said.' }).ok));
  });
});

describe('workPackageStanding', () => {
  const task = (state: WorkState, progress: number, startMonth: number, endMonth: number): CountedTask => ({
    ...{ state, progress, startMonth, endMonth },
  });

  it.each<[string, CountedTask[], WorkState, number]>([
    ['no task', [], 'not-started', 0],
    ['a month counts as much as a month', [task('done', 100, 1, 1), task('not-started', 0, 2, 4)], 'in-progress', 25],
    ['one still at it', [task('done', 100, 1, 10), task('in-progress', 99, 10, 10)], 'in-progress', 99],
    ['all done', [task('done', 100, 1, 3), task('done', 100, 4, 40)], 'done', 100],
    ['one stands still while others work', [task('blocked', 40, 1, 2), task('in-progress', 20, 1, 2)], 'in-progress', 30],
    [
      'one stands still before its time, the others are still to begin',
      [task('blocked', 5, 13, 14), task('not-started', 0, 10, 11)],
      'in-progress',
      2,
    ],
    ['one stands still and the others begin after it', [task('blocked', 40, 1, 2), task('not-started', 0, 3, 4)], 'blocked', 20],
    ['all that has begun stands still', [task('blocked', 40, 1, 2), task('blocked', 0, 1, 2), task('done', 100, 1, 2)], 'blocked', 46],
    ['one stands still and nobody works', [task('blocked', 40, 1, 2), task('done', 100, 1, 2)], 'blocked', 70],
  ])('%s', (_case, tasks, state, progress) => {
    expect(workPackageStanding(tasks)).toEqual({ state, progress });
  });

  it('stays from 0 to 100, is done exactly when all tasks are, and never falls when one moves on', () => {
    fc.assert(
      fc.property(fc.array(anyTask, { minLength: 1, maxLength: 8 }), anyTask, fc.nat(), (tasks, other, at) => {
        const { progress, state } = workPackageStanding(tasks);
        const isDone = tasks.every((one) => one.state === 'done');
        const index = at % tasks.length;
        const moved = tasks.map((one, place) =>
          place === index && other.progress >= one.progress ? { ...one, state: other.state, progress: other.progress } : one,
        );
        expect({ inRange: progress >= 0 && progress <= 100, full: progress === 100, done: state === 'done' }).toEqual({
          ...{ inRange: true, full: isDone, done: isDone },
        });
        expect(workPackageStanding(moved).progress).toBeGreaterThanOrEqual(progress);
      }),
    );
  });
});

describe('settleStatus', () => {
  const derived = { state: 'in-progress', progress: 40 } as const;
  const report = (overrides: Partial<ReportedStatus> = {}): ReportedStatus => ({ ...derived, narrative: 'Said.', ...overrides });
  const codesOf = (one: ReportedStatus): string[] => {
    const settled = settleStatus(one, derived);
    return settled.ok ? [] : settled.reason.map(({ code }) => code);
  };

  it('takes the derived figures whatever is sent beside that word', () => {
    expect(settleStatus(report({ progressSource: 'derived', state: 'done', progress: 3, overrideReason: 'Old.' }), derived)).toEqual({
      ok: true,
      value: { ...derived, narrative: 'Said.', progressSource: 'derived', overrideReason: '' },
    });
  });

  it('calls figures that are the derived ones derived', () => {
    expect(settleStatus(report({ progressSource: 'overridden', overrideReason: 'Mine.' }), derived)).toMatchObject({
      value: { progressSource: 'derived', overrideReason: '' },
    });
  });

  it('keeps others as an override with its reason; the narrative is one where none is given', () => {
    expect(settleStatus(report({ progress: 70, overrideReason: ' Two do not report. ' }), derived)).toMatchObject({
      value: { progress: 70, progressSource: 'overridden', overrideReason: 'Two do not report.' },
    });
    expect(settleStatus(report({ progress: 70 }), derived)).toMatchObject({ value: { overrideReason: 'Said.' } });
  });

  it.each<[string, ReportedStatus, string[]]>([
    ['no reason', report({ progress: 70, overrideReason: ' ' }), ['reason-needed-when-overriding']],
    ['no word at all', report({ progress: 70, narrative: '' }), ['reason-needed-when-overriding']],
    ['figures that tell two stories', report({ state: 'done', progress: 70 }), ['must-be-hundred-when-done']],
    ['blocked, the reason given once', report({ state: 'blocked', narrative: '', overrideReason: 'No visa.' }), []],
    [
      'blocked without any',
      report({ state: 'blocked', narrative: '', overrideReason: '' }),
      ['reason-needed-when-blocked', 'reason-needed-when-overriding'],
    ],
  ])('%s', (_case, one, codes) => {
    expect(codesOf(one)).toEqual(codes);
  });

  it('only ever lets a sound status through', () => {
    const anyReport = fc.record({
      state: fc.constantFrom(...WORK_STATES),
      progress: fc.integer({ min: -5, max: 105 }),
      narrative: fc.constantFrom('', ' ', 'Said.'),
      progressSource: fc.constantFrom('derived', 'overridden', undefined),
      overrideReason: fc.constantFrom('', ' ', 'Because.', undefined),
    });
    fc.assert(
      fc.property(anyReport, (one) => {
        const settled = settleStatus(one, derived);
        if (!settled.ok) return true;
        const { state, progress, progressSource, overrideReason } = settled.value;
        const sound = checkWorkStatus({ state, progress, narrative: 'Said.' }).ok;
        return sound && (progressSource === 'derived') === (overrideReason === '');
      }),
    );
  });
});

describe('changesBetween', () => {
  it('names what is another, and nothing of what is the same', () => {
    const after = { ...UNTOLD, state: 'in-progress', progress: 20, trafficLight: 'amber' } as const;
    expect(changesBetween(UNTOLD, after)).toEqual(['state', 'progress', 'trafficLight']);
    expect(changesBetween(after, { ...after, narrative: 'Said.', nextSteps: 'More.' })).toEqual(['narrative', 'nextSteps']);
    expect(changesBetween(after, { ...after })).toEqual([]);
  });
});

describe('byUrgency', () => {
  it('puts late first, then what should move, what moves, what lies ahead, what is done', () => {
    const own = (name: string, state: WorkState, startMonth: number, endMonth: number): OwnPart & { name: string } => ({
      ...{ name, state, startMonth, endMonth },
    });
    const all = [
      own('done early', 'done', 1, 2),
      own('done late', 'done', 1, 5),
      own('ahead', 'not-started', 12, 20),
      own('further ahead', 'not-started', 13, 14),
      own('under way, ends later', 'in-progress', 1, 20),
      own('under way, ends soon', 'in-progress', 1, 10),
      own('blocked', 'blocked', 1, 20),
      own('should have started', 'not-started', 8, 12),
      own('late', 'in-progress', 1, 8),
      own('late and blocked', 'blocked', 1, 8),
    ];
    const sorted = [...all].sort(byUrgency(plainDate('2024-01-01'), plainDate('2024-09-14'))).map(({ name }) => name);
    expect(sorted).toEqual([
      'late and blocked',
      'late',
      'should have started',
      'blocked',
      'under way, ends soon',
      'under way, ends later',
      'ahead',
      'further ahead',
      'done late',
      'done early',
    ]);
  });
});

describe('hold-ups of a work package', () => {
  it.each<[WorkState, 'late' | 'on-time', ReturnType<typeof holdUpOf>]>([
    ['done', 'late', null],
    ['in-progress', 'late', 'late'],
    ['blocked', 'late', 'late'],
    ['blocked', 'on-time', 'blocked'],
    ['not-started', 'on-time', 'open'],
  ])('%s, %s: %s', (state, timeliness, holdUp) => {
    expect(holdUpOf({ state, timeliness })).toBe(holdUp);
  });

  it('counts the worst part, and none where all are done', () => {
    const part = (state: WorkState, timeliness: 'late' | 'on-time') => ({ state, timeliness });
    expect(worstHoldUp([part('in-progress', 'on-time'), part('blocked', 'on-time'), part('in-progress', 'late')])).toBe(HOLD_UPS[0]);
    expect(worstHoldUp([part('done', 'late')])).toBeNull();
    expect(worstHoldUp([])).toBeNull();
  });
});
