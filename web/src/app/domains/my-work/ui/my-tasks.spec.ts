import { beforeEach, describe, expect, it } from '@jest/globals';
import type { MyTask } from '@office/contracts';
import { aMe, aMyTask } from '@office/testing';
import { click, render, signIn, surroundings, textOf } from '../../../../../test/render';
import { MyTasks } from './my-tasks';

const tasks = (count: number): MyTask[] => Array.from({ length: count }, (_, at) => aMyTask({ id: `t${at}`, number: `T9.${at + 1}` }));

describe('my tasks', () => {
  beforeEach(async () => {
    surroundings();
    await signIn(aMe());
  });

  it('tells number, state, day and whether it is led', async () => {
    const items = [
      aMyTask({ number: 'T2.2', lead: true, evidence: 2 }),
      aMyTask({ id: 'a', number: 'T4.4', state: 'not-started', timeliness: 'planned', startsOn: '2025-08-01' }),
      aMyTask({ id: 'b', number: 'T2.1', timeliness: 'late', dueOn: '2024-07-31' }),
    ];
    const text = textOf(await render(MyTasks, { items }));
    for (const words of ['T2.2', 'you lead it', 'evidence: 2', 'starts 1 Aug 2025', 'Late', 'due 31 Jul 2024'])
      expect(text).toContain(words);
  });

  it('folds what is less urgent away, and opens a part with one tap', async () => {
    const fixture = await render(MyTasks, { items: tasks(9) });
    const opened: MyTask[] = [];
    fixture.componentInstance.open.subscribe((task) => opened.push(task));
    expect(textOf(fixture)).not.toContain('T9.7');
    await click(fixture, 'Show all 9 tasks');
    await click(fixture, 'T9.8');
    expect(opened.map(({ number }) => number)).toEqual(['T9.8']);
  });

  it('says so where there is none', async () => {
    expect(textOf(await render(MyTasks, { items: [] }))).toContain('takes part in no task');
  });
});
