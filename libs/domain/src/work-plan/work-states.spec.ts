import { describe, expect, it } from '@jest/globals';
import { checkWorkStatus, WORK_STATES, type WorkState, type WorkStatus } from './work-status.js';
import { workStep, type WorkAction } from './work-states.js';

/** What is reported when a state is meant honestly. */
const HONEST: Record<WorkState, WorkStatus> = {
  'not-started': { state: 'not-started', progress: 0, narrative: '' },
  'in-progress': { state: 'in-progress', progress: 40, narrative: '' },
  blocked: { state: 'blocked', progress: 40, narrative: 'The room is not ours yet.' },
  done: { state: 'done', progress: 100, narrative: '' },
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

  it('may be taken whenever state and progress tell the same story, and never else', () => {
    const statuses = WORK_STATES.flatMap((state) =>
      [0, 1, 99, 100].flatMap((progress) => ['', 'Said.'].map((narrative): WorkStatus => ({ state, progress, narrative }))),
    );
    for (const from of WORK_STATES)
      for (const status of statuses) expect(workStep('task', from, status).ok).toBe(checkWorkStatus(status).ok);
  });
});
