import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { ActivityItem, ClassificationView, Page, PlanEditView, Problem, TaskView, WorkPlanView } from '@office/contracts';
import type { PlanChange } from '@office/domain';
import { v7 as uuid } from 'uuid';
import { amendmentsOf, done, marksOf, tasksOf } from '../support/amendments.js';
import { openOffice, type TestOffice } from '../support/office.js';
import { importStrive, type Member, type TestProject } from '../support/project.js';

/** The clock stands on 16 September 2024. */
const TODAY = '2024-09-16';

let office: TestOffice;
let strive: TestProject;
let qui: Member;
let steps: ReturnType<typeof amendmentsOf>;

beforeAll(async () => {
  office = await openOffice();
  strive = await importStrive(office);
  qui = await strive.addMember('qui@university.example', ['partner-coordinator'], 'QUI');
  steps = amendmentsOf(await strive.addMember('coordinator@university.example', ['project-coordinator'], 'AL'));
});
afterAll(() => office.close());

const planOf = async (member: Member): Promise<WorkPlanView> => done(await member.request('work-plan'));

describe('changes of a signed agreement', () => {
  const classified = async (changes: readonly PlanChange[]): Promise<ClassificationView> =>
    done(await qui.request('plan-changes/classification', { method: 'POST', payload: { changes } }));

  it('are told apart, with the clause and the reason', async () => {
    const due = (number: string, dueMonth: number): PlanChange => ({ kind: 'deliverable.due', id: strive.idOf(number), dueMonth });
    expect(await classified([due('D3.1', 16)])).toMatchObject({
      class: 'free',
      clauses: [],
      changes: [{ why: 'due-date-open' }],
      findings: [],
    });
    expect(await classified([due('D2.1', 16)])).toMatchObject({
      class: 'amendment',
      clauses: ['AT21'],
      changes: [{ why: 'due-date-past' }],
    });
    const contributors: PlanChange = { kind: 'deliverable.contributors', id: strive.idOf('D3.1'), contributorIds: [] };
    expect(await classified([due('D3.1', 16), contributors])).toMatchObject({ class: 'internal-agreement' });
    expect(await classified([{ kind: 'work-package.remove', id: strive.idOf('WP2') }])).toMatchObject({
      class: 'amendment',
      findings: [{ path: 'changes.0.id', code: 'work-package-not-empty' }],
    });
  });

  it('move a due date that is still ahead, with a note and the deliverable’s history', async () => {
    const id = strive.idOf('D3.1');
    const moved = done<PlanEditView>(await steps.change([{ kind: 'deliverable.due', id, dueMonth: 16 }]));
    expect(moved.plan.deliverables.find((row) => row.id === id)?.dueMonth).toBe(16);
    const mark = marksOf(await planOf(qui)).find((row) => row.id === id);
    expect(mark).toMatchObject({ dueMonth: 16, dueOn: '2025-04-30', baseline: { dueMonth: 13 } });
    const activity = done<Page<ActivityItem>>(await qui.request('activity?limit=1'));
    expect(activity.items[0]).toMatchObject({
      event: 'plan.changed',
      subject: { kind: 'deliverable', id },
      detail: { field: 'dueMonth', from: 13, to: 16, note: 'Agreed with the project officer.' },
    });
  });

  it('are refused where they need an amendment, a note, or change nothing', async () => {
    const id = strive.idOf('D3.1');
    const amendment = await steps.change([{ kind: 'task.months', id: strive.idOf('T2.2'), startMonth: 6, endMonth: 11 }]);
    expect(amendment.json<Problem>()).toMatchObject({ code: 'amendment-needed', params: { kind: 'task.months', clause: 'AT21' } });
    const silent = await steps.change([{ kind: 'deliverable.due', id, dueMonth: 17 }], ' ');
    expect(silent.json<Problem>().errors).toEqual([{ path: 'note', code: 'is-not-empty' }]);
    const nothing = await steps.change([{ kind: 'deliverable.due', id, dueMonth: 16 }]);
    expect(nothing.json<Problem>().errors).toEqual([{ path: 'changes', code: 'changes-nothing' }]);
  });
});

describe('a project whose agreement is not signed', () => {
  let preparing: TestProject;
  let owner: Member;
  let own: ReturnType<typeof amendmentsOf>;
  beforeAll(async () => {
    preparing = await importStrive(office, (file) => {
      Object.assign(file.project, { grantNumber: '101999999', acronym: 'PREPARING', agreement: 'preparing' });
    });
    owner = await preparing.addMember('owner@university.example', ['project-coordinator'], 'AL');
    own = amendmentsOf(owner);
  });

  it('is edited freely: rows added, split, moved, numbered anew; statuses and people come along', async () => {
    const [second, added] = [uuid(), uuid()];
    const id = (number: string): string => preparing.idOf(number);
    const task = {
      id: added,
      number: 'T5.9',
      title: 'Closing event',
      workPackageId: id('WP5'),
      leadId: id('AL'),
      participantIds: [id('UÉ')],
    };
    await own
      .change(
        [
          { kind: 'task.split', id: id('T2.2'), lastMonth: 8, newId: second, newNumber: 'T2.4', newTitle: 'Second seminar' },
          { kind: 'task.move', id: id('T2.3'), workPackageId: id('WP3'), number: 'T3.9' },
          { kind: 'task.renumber', id: id('T1.1'), number: 'T1.2' },
          { kind: 'task.renumber', id: id('T1.2'), number: 'T1.1' },
          { kind: 'task.add', row: { ...task, startMonth: 40, endMonth: 48 } },
          { kind: 'milestone.remove', id: id('MS8') },
        ],
        '',
      )
      .then((answer) => done<PlanEditView>(answer));
    const plan = await planOf(owner);
    const numbers = (workPackage: string): string[] =>
      plan.workPackages.find(({ number }) => number === workPackage)?.tasks.map(({ number }) => number) ?? [];
    expect(numbers('WP2')).toEqual(['T2.1', 'T2.2', 'T2.4']);
    expect(numbers('WP3').at(-1)).toBe('T3.9');
    expect(numbers('WP1').slice(0, 2)).toEqual(['T1.2', 'T1.1']);
    expect(tasksOf(plan).find((row) => row.id === second)).toMatchObject({
      startMonth: 9,
      endMonth: 10,
      lead: { shortName: 'QUI' },
      added: false,
    });
    expect(done<TaskView>(await owner.request(`tasks/${added}`))).toMatchObject({
      participants: ['UÉ'],
      status: { state: 'not-started', version: 1 },
    });
    expect(plan.agreement).toEqual({ locked: false, amendment: 0 });
  });

  it('refuses a plan that is none, and takes no amendments', async () => {
    const refused = await own.change([{ kind: 'project.duration', durationMonths: 40 }], '');
    expect(refused.statusCode).toBe(422);
    expect(new Set(refused.json<Problem>().errors?.map(({ code }) => code))).toEqual(new Set(['month-outside-project']));
    const amendment = await owner.request('amendments', { method: 'POST', payload: { title: 'Early', justification: '', changes: [] } });
    expect(amendment.json<Problem>().code).toBe('agreement-open');
  });

  it('is locked by the signature, once, and what was signed is the baseline', async () => {
    const sign = async () =>
      owner.request('agreement/signature', {
        method: 'POST',
        payload: { on: TODAY },
        headers: { 'if-match': `"${(await own.edit()).version}"` },
      });
    expect(done<PlanEditView>(await sign()).agreement).toMatchObject({ locked: true, lockedOn: TODAY, agreed: 0 });
    expect((await sign()).json<Problem>().code).toBe('agreement-signed');
    const plan = await planOf(owner);
    expect(tasksOf(plan).filter(({ baseline, added }) => baseline !== null || added)).toEqual([]);
    expect((await own.change([{ kind: 'task.retitle', id: preparing.idOf('T2.2'), title: 'Other' }])).json<Problem>().code).toBe(
      'amendment-needed',
    );
  });
});
