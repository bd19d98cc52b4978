import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { settleStatus, taskStanding, type SettledStatus } from './progress.js';
import { checkWorkStatus, WORK_STATES, type WorkState, type WorkStatus } from './work-status.js';
import { workStep, type WorkAction } from './work-states.js';

const said = { narrative: '', progressSource: 'overridden', overrideReason: '' } as const;
/** What is reported when a state is meant honestly. */
const HONEST: Record<WorkState, SettledStatus> = {
  'not-started': { ...said, state: 'not-started', progress: 0 },
  'in-progress': { ...said, state: 'in-progress', progress: 40 },
  blocked: { ...said, state: 'blocked', progress: 40, narrative: 'The room is not ours yet.' },
  done: { ...said, state: 'done', progress: 100 },
};

describe('a step of work', () => {
  it.each<[WorkState, WorkAction, WorkAction, WorkAction, WorkAction]>([
    ['not-started', 'report', 'start', 'block', 'finish'],
    ['in-progress', 'set-back', 'report', 'block', 'finish'],
    ['blocked', 'set-back', 'resume', 'report', 'finish'],
    ['done', 'set-back', 'reopen', 'block', 'report'],
  ])('from %s is named: %s, %s, %s, %s', (from, ...actions) => {
    const taken = WORK_STATES.map((to) => workStep('task', from, HONEST[to]));
    expect(taken.map((answer) => answer.ok && [answer.value.action, answer.value.to])).toEqual(
      WORK_STATES.map((to, index) => [actions[index], to]),
    );
  });

  it('asks for the permission and makes known the event of its kind', () => {
    expect(workStep('task', 'not-started', HONEST.done)).toMatchObject({
      value: { who: 'task.update-status', event: 'task.status-updated' },
    });
    expect(workStep('work-package', 'not-started', HONEST.done)).toMatchObject({
      value: { who: 'work-package.update-status', event: 'work-package.status-updated' },
    });
  });

  it.each([
    [{ ...HONEST['not-started'], progress: 1 }, 'nothing-done'],
    [{ ...HONEST['in-progress'], progress: 100 }, 'partly-done'],
    [{ ...HONEST.blocked, progress: 100 }, 'partly-done'],
    [{ ...HONEST.blocked, narrative: ' ' }, 'reason-given'],
    [{ ...HONEST.done, progress: 99 }, 'all-done'],
  ])('%j lacks "%s"', (status, fact) => {
    expect(workStep('task', 'in-progress', status)).toEqual({ ok: false, reason: { code: 'fact-missing', fact } });
  });

  it('may be taken by whatever settles, and by nothing that does not', () => {
    const statuses = WORK_STATES.flatMap((state) =>
      [0, 1, 99, 100].flatMap((progress) => ['', 'Said.'].map((narrative): WorkStatus => ({ state, progress, narrative }))),
    );
    for (const from of WORK_STATES)
      for (const status of statuses) {
        expect(workStep('task', from, { ...said, ...status }).ok).toBe(checkWorkStatus(status).ok);
        const settled = settleStatus({ ...status, overrideReason: 'As the lead sees it.' }, { state: 'not-started', progress: 0 });
        if (settled.ok) expect(workStep('task', from, settled.value).ok).toBe(true);
      }
  });

  it('may be taken by whatever follows from the parts of a task', () => {
    const part = fc.record({
      state: fc.constantFrom(...WORK_STATES),
      criteria: fc.array(fc.record({ text: fc.constant('x'), met: fc.boolean() }), { maxLength: 3 }),
    });
    fc.assert(
      fc.property(fc.array(part, { maxLength: 4 }), fc.constantFrom(...WORK_STATES), (parts, from) => {
        const sound = parts.map((one) =>
          one.state === 'done' ? { ...one, criteria: one.criteria.map((c) => ({ ...c, met: true })) } : one,
        );
        const derived = taskStanding(sound);
        const settled = settleStatus({ ...derived, narrative: '', progressSource: 'derived' }, derived);
        return settled.ok && workStep('task', from, settled.value).ok;
      }),
    );
  });
});
