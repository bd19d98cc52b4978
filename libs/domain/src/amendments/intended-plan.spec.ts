import { describe, expect, it } from '@jest/globals';
import { aPlan, planId } from '@office/testing';
import { intendedPlan } from './apply-changes.js';
import type { PlanChange } from './plan-change.js';

const facts = {
  beneficiaryIds: [...new Set(aPlan().workPackages.map(({ leadId }) => leadId))],
  shareIds: [],
  reportedIds: [],
  versionIds: [],
  reportedPeriods: [],
  periodsWithEacea: [],
  acceptedIds: [],
};

describe('the plan that changes are meant to lead to', () => {
  it('is there while it is still wrong, with the findings beside it', () => {
    const change: PlanChange = { kind: 'deliverable.due', id: planId('D2.2'), dueMonth: 100 };
    const { plan, refusals, findings } = intendedPlan(aPlan(), [change], facts);
    expect(plan.deliverables.find(({ id }) => id === change.id)?.dueMonth).toBe(100);
    expect(refusals).toEqual([]);
    expect(findings.filter(({ code }) => code === 'month-outside-project')).toHaveLength(1);
  });

  it('leaves out what cannot be made and says which change that is', () => {
    const gone: PlanChange = { kind: 'task.remove', id: '00000000-0000-7000-8000-000000000000' };
    const { plan, refusals } = intendedPlan(aPlan(), [{ kind: 'task.retitle', id: planId('T2.2'), title: 'Seminar' }, gone], facts);
    expect(plan.tasks.find(({ id }) => id === planId('T2.2'))?.title).toBe('Seminar');
    expect(refusals.map(({ path, code }) => [path, code])).toEqual([['changes.1.id', 'subject-unknown']]);
  });
});
