import { describe, expect, it } from '@jest/globals';
import { plainDate } from '@office/domain';
import { aDeliverableMark, aMilestone, aTask, aWorkPackagePlan, aWorkStatus } from '@office/testing';
import { columnsOf } from './board-columns';
import { linksOf } from './links';
import { axisOf } from './month-axis';
import { lanesOf, marksOf, monthsPerMark, placed } from './plan-marks';
import { groupsOf, PlanRows } from './plan-rows';

const start = plainDate('2024-01-01');
const whole = axisOf(start, 48, null);
const first = axisOf(start, 48, 1);

describe('lanesOf', () => {
  it.each([
    [[], 2, []],
    [[4, 9, 24], 2, [0, 0, 0]],
    [[4, 4, 4], 1, [0, 1, 2]],
    [[1, 3, 4, 4, 9], 2, [0, 0, 1, 2, 0]],
    [[37, 38, 39], 2, [0, 1, 0]],
  ])('%j at a distance of %p', (months, distance, lanes) => {
    expect(lanesOf(months, distance)).toEqual(lanes);
  });
});

describe('marks', () => {
  const work = aWorkPackagePlan({
    deliverables: [
      aDeliverableMark({ number: 'D2.2', dueMonth: 10, state: 'in-review', baseline: { dueMonth: 8 } }),
      aDeliverableMark({ number: 'D2.1', dueMonth: 7, state: 'drafting', late: true }),
      aDeliverableMark({ number: 'D2.9', dueMonth: 20 }),
    ],
    milestones: [aMilestone({ number: 'MS3', dueMonth: 10, state: 'open', late: false })],
  });

  it('say what each is and how it stands, in the order of months', () => {
    expect(marksOf(work).map(({ number, kind, look, word, baseline }) => [number, kind, look, word, baseline])).toEqual([
      ['D2.1', 'deliverable', 'late', 'Late', null],
      ['D2.2', 'deliverable', 'review', 'In review', 8],
      ['MS3', 'milestone', 'planned', 'Milestone', null],
      ['D2.9', 'deliverable', 'drafting', 'Drafting', null],
    ]);
  });

  it.each([
    ['open', false, 'planned', 'Milestone'],
    ['open', true, 'late', 'Milestone, late'],
    ['achieved', false, 'done', 'Milestone, achieved'],
    ['not-achieved', false, 'late', 'Milestone, not achieved'],
  ] as const)('a milestone that is %s, late %p: %s, "%s"', (state, late, look, word) => {
    const [mark] = marksOf(aWorkPackagePlan({ deliverables: [], milestones: [aMilestone({ state, late })] }));
    expect(mark).toMatchObject({ look, word });
  });

  it('lie side by side on the months that are shown, with the agreement where it is another', () => {
    expect(placed(marksOf(work), first).map(({ mark, at, baseline, lane }) => [mark.number, at, baseline, lane])).toEqual([
      ['D2.1', 700 / 12, null, 0],
      ['D2.2', 1000 / 12, { left: 800 / 12, width: expect.closeTo(200 / 12), later: true }, 0],
      ['MS3', 1000 / 12, null, 1],
    ]);
  });

  it('keep two months around them when four years are shown', () => {
    expect([monthsPerMark(first), monthsPerMark(whole), monthsPerMark(axisOf(start, 60, null))]).toEqual([1, 2, 3]);
  });
});

describe('rows', () => {
  const works = [
    aWorkPackagePlan({ id: 'w2', number: 'WP2', tasks: [aTask({ id: 't1', number: 'T2.1' }), aTask({ id: 't2', number: 'T2.2' })] }),
    aWorkPackagePlan({ id: 'w3', number: 'WP3', tasks: [] }),
  ];

  it('have the tasks under their work package', () => {
    const rows = new PlanRows(start).of(works);
    expect(rows.map(({ kind, number }) => [kind, number])).toEqual([
      ['work-package', 'WP2'],
      ['task', 'T2.1'],
      ['task', 'T2.2'],
      ['work-package', 'WP3'],
    ]);
    expect(groupsOf(rows).map(({ work, rows: inside }) => [work.number, inside.length])).toEqual([
      ['WP2', 3],
      ['WP3', 1],
    ]);
  });

  it('of the same task are the same, so that nothing is drawn again', () => {
    const rows = new PlanRows(start);
    expect(rows.of(works)[1]).toBe(rows.of([...works])[1]);
  });

  it('write project months and calendar together', () => {
    const [, task] = new PlanRows(start).of([aWorkPackagePlan({ tasks: [aTask({ startMonth: 6, endMonth: 10 })] })]);
    expect(task?.months.replace(/[\u2009\u202f\u00a0]/g, ' ')).toBe('M6–M10 · Jun – Oct 2024');
    expect(task?.percent).toBe('40%');
  });
});

describe('columns of the board', () => {
  it('hold the tasks by state, those that end first above', () => {
    const task = (number: string, endMonth: number, state: 'in-progress' | 'done') =>
      aTask({ id: number, number, startMonth: 1, endMonth, status: aWorkStatus({ state, progress: state === 'done' ? 100 : 40 }) });
    const rows = new PlanRows(start).of([
      aWorkPackagePlan({ tasks: [task('T2.1', 9, 'in-progress'), task('T2.2', 3, 'done'), task('T2.3', 5, 'in-progress')] }),
    ]);
    expect(columnsOf(rows).map(({ state, cards }) => [state, cards.map(({ number }) => number)])).toEqual([
      ['not-started', []],
      ['in-progress', ['T2.3', 'T2.1']],
      ['blocked', []],
      ['done', ['T2.2']],
    ]);
  });
});

describe('links of the open row', () => {
  const rows = new PlanRows(start).of([
    aWorkPackagePlan({
      id: 'w2',
      tasks: [aTask({ id: 't1' }), aTask({ id: 't2', dependsOn: ['t1', 'gone'] }), aTask({ id: 't3', dependsOn: ['t2'] })],
      deliverables: [aDeliverableMark({ id: 'd1', dependsOn: ['t2'] })],
    }),
  ]);

  it('tell what it waits for and what waits for it', () => {
    const { lines, roles } = linksOf(rows, 't2');
    expect(lines.map(({ from, to }) => [from.rowId, to.rowId])).toEqual([
      ['t2', 'w2'],
      ['t1', 't2'],
      ['t2', 't3'],
    ]);
    expect([...roles]).toEqual([
      ['w2', 'after'],
      ['t1', 'before'],
      ['t3', 'after'],
    ]);
  });

  it('are none when no row is open', () => {
    expect(linksOf(rows, null).lines).toEqual([]);
  });
});
