import { describe, expect, it } from '@jest/globals';
import { plainDate } from '@office/domain';
import { aDeliverableMark, aMilestone, aTask, aWorkPackagePlan } from '@office/testing';
import { axisOf } from './month-axis';
import { lanesOf, marksOf, monthsPerMark } from './plan-marks';
import { rowsOf } from './plan-rows';

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

describe('marksOf', () => {
  const work = aWorkPackagePlan({
    deliverables: [
      aDeliverableMark({ number: 'D2.2', dueMonth: 10, state: 'in-review' }),
      aDeliverableMark({ number: 'D2.1', dueMonth: 7, state: 'drafting', late: true }),
      aDeliverableMark({ number: 'D2.9', dueMonth: 20 }),
    ],
    milestones: [aMilestone({ number: 'MS3', dueMonth: 10 })],
  });

  it('says what each is, when it is due and how it stands, in the order of months', () => {
    expect(marksOf(work, first).map(({ number, kind, look, word, due, lane }) => [number, kind, look, word, due, lane])).toEqual([
      ['D2.1', 'deliverable', 'late', 'Late', '31 Jul 2024 · M7', 0],
      ['D2.2', 'deliverable', 'review', 'In review', '31 Oct 2024 · M10', 0],
      ['MS3', 'milestone', 'planned', 'Milestone', '31 Oct 2024 · M10', 1],
    ]);
  });

  it('keeps two months around a mark when four years are shown', () => {
    expect([monthsPerMark(first), monthsPerMark(whole), monthsPerMark(axisOf(start, 60, null))]).toEqual([1, 2, 3]);
  });
});

describe('rowsOf', () => {
  it('puts the tasks under their work package', () => {
    const works = [aWorkPackagePlan({ number: 'WP2', tasks: [aTask({ number: 'T2.1' }), aTask({ number: 'T2.2' })] })];
    expect(rowsOf(works, whole).map(({ kind, number }) => [kind, number])).toEqual([
      ['work-package', 'WP2'],
      ['task', 'T2.1'],
      ['task', 'T2.2'],
    ]);
  });

  it('writes project months and calendar together', () => {
    const [, task] = rowsOf([aWorkPackagePlan({ tasks: [aTask({ startMonth: 6, endMonth: 10 })] })], whole);
    expect(task?.months.replace(/[\u2009\u202f\u00a0]/g, ' ')).toBe('M6–M10 · Jun – Oct 2024');
    expect(task?.percent).toBe('40%');
  });
});
