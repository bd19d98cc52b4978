import { describe, expect, it } from '@jest/globals';
import { aPlan, planId } from '@office/testing';
import { plainDate } from '../kernel/plain-date.js';
import { lastDayToAsk, lateRequests } from './late-requests.js';
import type { PlanChange } from './plan-change.js';

/** 48 months from 1 January 2024: the last day is 31 December 2027. */
const plan = aPlan();
const [lastDay, dayAfter] = [plainDate('2027-12-31'), plainDate('2028-01-01')];

describe('what is asked for after the end of the project', () => {
  it.each<[PlanChange, boolean]>([
    [{ kind: 'project.duration', durationMonths: 54 }, true],
    [{ kind: 'project.start-date', startDate: plainDate('2024-02-01') }, true],
    [{ kind: 'project.reporting-periods', periods: [...plan.reportingPeriods] }, true],
    [{ kind: 'task.retitle', id: planId('T2.2'), title: 'Other' }, false],
  ])('%j is too late: %s', (change, late) => {
    expect(lastDayToAsk([change], plan)).toBe(late ? lastDay : null);
    expect(lateRequests([change], plan, lastDay)).toEqual([]);
    expect(lateRequests([change], plan, dayAfter)).toEqual(
      late ? [{ level: 'warning', path: 'changes.0.kind', code: 'project-ended', params: { latest: lastDay } }] : [],
    );
  });

  it('is told by its place among the other changes', () => {
    const changes: PlanChange[] = [
      { kind: 'task.retitle', id: planId('T2.2'), title: 'Other' },
      { kind: 'project.duration', durationMonths: 54 },
    ];
    expect(lateRequests(changes, plan, dayAfter).map(({ path }) => path)).toEqual(['changes.1.kind']);
  });
});
