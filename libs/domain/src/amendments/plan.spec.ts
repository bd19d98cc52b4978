import { describe, expect, it } from '@jest/globals';
import { aPlan, aPlanTask, planId } from '@office/testing';
import { nextNumber, normalised } from './plan.js';

describe('the next number', () => {
  const plan = aPlan();
  it.each([
    ['work-package', null, 'WP3'],
    ['milestone', null, 'MS4'],
    ['task', planId('WP2'), 'T2.4'],
    ['deliverable', planId('WP1'), 'D1.2'],
  ] as const)('of a %s', (subject, workPackageId, expected) => {
    expect(nextNumber(plan, subject, workPackageId)).toBe(expected);
  });

  it('goes on after the highest, also where one in between was given up', () => {
    const tasks = [...plan.tasks.filter(({ number }) => number !== 'T2.2'), aPlanTask({ number: 'T2.11' })];
    expect(nextNumber({ ...plan, tasks }, 'task', planId('WP2'))).toBe('T2.12');
    expect(nextNumber({ ...plan, tasks: [] }, 'task', planId('WP2'))).toBe('T2.1');
  });
});

it('a plan is written down in one way', () => {
  const plan = aPlan();
  const shuffled = { ...plan, tasks: [...plan.tasks.slice(2), ...plan.tasks.slice(0, 2)] };
  expect(normalised(shuffled)).toEqual(normalised(plan));
  expect(normalised(normalised(plan))).toEqual(normalised(plan));
});
