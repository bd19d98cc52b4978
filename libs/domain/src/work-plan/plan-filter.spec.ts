import { describe, expect, it } from '@jest/globals';
import { filterPlan, NO_PLAN_FILTER, plainLetters, type FilterableMark, type FilterableTask, type PlanFilter } from './plan-filter.js';

const led = (number: string, title: string, shortName: string) => ({ number, title, lead: { shortName } });

const task = (
  number: string,
  title: string,
  [lead, ...participants]: [string, ...string[]],
  [startMonth, endMonth]: [number, number],
  standing: Pick<FilterableTask, 'timeliness' | 'status'> = { timeliness: 'planned', status: { state: 'not-started' } },
): FilterableTask => ({ ...led(number, title, lead), participants, startMonth, endMonth, ...standing });

const mark = (number: string, title: string, lead: string, dueMonth: number, late = false): FilterableMark => ({
  ...led(number, title, lead),
  dueMonth,
  late,
});

const WORKS = [
  {
    ...led('WP1', 'Coordination', 'AL'),
    startMonth: 1,
    endMonth: 48,
    tasks: [
      task('T1.1', 'Kick-off meeting', ['AL', 'QUI'], [1, 3], { timeliness: 'done', status: { state: 'done' } }),
      task('T1.2', 'Quality reports', ['UNITUS', 'AL'], [2, 48], { timeliness: 'at-risk', status: { state: 'blocked' } }),
    ],
    deliverables: [mark('D1.1', 'Quality plan', 'UNITUS', 4, true), mark('D1.2', 'Final quality report', 'UNITUS', 48)],
    milestones: [mark('MS1', 'Half way', 'AL', 12)],
  },
  {
    ...led('WP2', 'Erasmus+ in Évora and Đà Nẵng', 'UÉ'),
    startMonth: 4,
    endMonth: 12,
    tasks: [
      task('T2.1', 'Seminar', ['UÉ', 'QUI', 'HANU'], [4, 12], { timeliness: 'on-time', status: { state: 'in-progress' } }),
      task('T2.2', 'Guide', ['HANU'], [6, 12], { timeliness: 'late', status: { state: 'in-progress' } }),
    ],
    deliverables: [],
    milestones: [mark('MS2', 'Guide in use', 'HANU', 12, true)],
  },
  { ...led('WP3', 'Later', 'PXU'), startMonth: 13, endMonth: 24, tasks: [], deliverables: [], milestones: [] },
];

const shown = (filter: Partial<PlanFilter>): string[] =>
  filterPlan(WORKS, { ...NO_PLAN_FILTER, ...filter }).flatMap((work) =>
    [work, ...work.tasks, ...work.deliverables, ...work.milestones].map(({ number }) => number),
  );

describe('the filter of the work plan', () => {
  it('is the whole plan when nothing is asked for', () => {
    expect(filterPlan(WORKS, NO_PLAN_FILTER)).toEqual(WORKS);
  });

  it.each<[Partial<PlanFilter>, string[]]>([
    [{ year: 1 }, ['WP1', 'T1.1', 'T1.2', 'D1.1', 'MS1', 'WP2', 'T2.1', 'T2.2', 'MS2']],
    [{ year: 2 }, ['WP1', 'T1.2', 'WP3']],
    [{ year: 5 }, []],
    [{ partner: 'QUI' }, ['WP1', 'T1.1', 'WP2', 'T2.1']],
    [{ partner: 'UNITUS' }, ['WP1', 'T1.2', 'D1.1', 'D1.2']],
    [{ partner: 'QUI', year: 2 }, []],
    [{ partner: 'nobody' }, []],
    [{ workPackage: 'WP3' }, ['WP3']],
    [{ workPackage: 'WP2', partner: 'HANU' }, ['WP2', 'T2.1', 'T2.2', 'MS2']],
    [{ workPackage: 'WP' }, []],
    [{ state: 'in-progress' }, ['WP2', 'T2.1', 'T2.2']],
    [{ state: 'blocked' }, ['WP1', 'T1.2']],
    [{ state: 'late' }, ['WP1', 'D1.1', 'WP2', 'T2.2', 'MS2']],
    [{ state: 'done', year: 1, partner: 'AL' }, ['WP1', 'T1.1']],
    [{ text: 'quality' }, ['WP1', 'T1.2', 'D1.1', 'D1.2']],
    [{ text: ' T2.2 ' }, ['WP2', 'T2.2']],
    [{ text: 'evora' }, ['WP2', 'T2.1', 'T2.2', 'MS2']],
    [{ text: 'DA NANG', partner: 'QUI' }, ['WP2', 'T2.1']],
    [{ text: 'later' }, []],
    [{ text: 'nothing' }, []],
  ])('%j', (filter, numbers) => {
    expect(shown(filter)).toEqual(numbers);
  });

  it('leaves the plan that it was given as it is', () => {
    const before = JSON.stringify(WORKS);
    shown({ year: 2, text: 'quality', state: 'late' });
    expect(JSON.stringify(WORKS)).toBe(before);
  });
});

describe('letters without marks', () => {
  it.each([
    ['Évora', 'evora'],
    ['Đà Nẵng', 'da nang'],
    ['HUẾ', 'hue'],
    ['Ca’ Foscari', 'ca’ foscari'],
  ])('%s is found by %s', (text, plain) => {
    expect(plainLetters(text)).toBe(plain);
  });
});
