import { describe, expect, it } from '@jest/globals';
import { aTask, aWorkPackage, aWorkPackagePlan, aWorkPlan, aWorkStatus } from '@office/testing';
import { withStatus } from './with-status';

const done = { status: aWorkStatus({ state: 'done', progress: 100, version: 2 }), timeliness: 'done' } as const;
const plan = aWorkPlan({ workPackages: [aWorkPackagePlan({ id: 'w1', tasks: [aTask({ id: 't1' }), aTask({ id: 't2' })] })] });

describe('withStatus', () => {
  it('changes the task that was written and nothing else', () => {
    const [work] = withStatus(plan, aTask({ id: 't2', ...done })).workPackages;
    expect(work?.tasks[1]).toMatchObject(done);
    expect(work?.tasks[0]).toEqual(plan.workPackages[0]?.tasks[0]);
    expect(work?.status).toEqual(plan.workPackages[0]?.status);
  });

  it('keeps what is in a work package', () => {
    const [work] = withStatus(plan, aWorkPackage({ id: 'w1', ...done })).workPackages;
    expect(work).toEqual({ ...plan.workPackages[0], ...done });
  });
});
