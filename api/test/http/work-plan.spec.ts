import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { ActivityItem, Page, Problem, StatusUpdateView, TaskView, WorkPackageView, WorkPlanView } from '@office/contracts';
import { v7 as uuid } from 'uuid';
import { openOffice, type TestOffice } from '../support/office.js';
import { importStrive, type Member, type TestProject } from '../support/project.js';

let office: TestOffice;
let strive: TestProject;
let qui: Member;
let ue: Member;

beforeAll(async () => {
  office = await openOffice();
  strive = await importStrive(office);
  qui = await strive.addMember('qui@university.example', ['partner-coordinator'], 'QUI');
  ue = await strive.addMember('ue@university.example', ['partner-coordinator'], 'UÉ');
});
afterAll(() => office.close());

const IN_PROGRESS = { state: 'in-progress', progress: 40, narrative: 'Programme agreed with the speakers.' };

const putStatus = (member: Member, task: string, version: number | null, payload: object) =>
  member.request(`tasks/${strive.idOf(task)}/status`, {
    method: 'PUT',
    payload,
    headers: version === null ? {} : { 'if-match': `"${version}"` },
  });

describe('the work plan', () => {
  it('shows one year with the work packages around it', async () => {
    const plan = (await qui.request('work-plan?year=1')).json<WorkPlanView>();
    expect(plan).toMatchObject({ startDate: '2024-01-01', durationMonths: 48, years: 4, year: 1 });
    expect(plan.workPackages.map(({ number }) => number)).toEqual(['WP1', 'WP2', 'WP3', 'WP5']);
    const wp2 = plan.workPackages.find(({ number }) => number === 'WP2');
    expect(wp2?.tasks.map(({ number, timeliness }) => [number, timeliness])).toEqual([
      ['T2.1', 'late'],
      ['T2.2', 'should-have-started'],
      ['T2.3', 'should-have-started'],
    ]);
    expect(wp2?.deliverables.map(({ number, dueOn, late }) => [number, dueOn, late])).toEqual([
      ['D2.1', '2024-07-31', true],
      ['D2.2', '2024-10-31', false],
      ['D2.3', '2024-12-31', false],
    ]);
  });

  it('shows all years with every task', async () => {
    const plan = (await qui.request('work-plan')).json<WorkPlanView>();
    expect(plan.workPackages.flatMap(({ tasks }) => tasks)).toHaveLength(20);
  });

  it('refuses a year that is none', async () => {
    const answer = await qui.request('work-plan?year=first');
    expect(answer.statusCode).toBe(422);
    expect(answer.json<Problem>().errors?.map(({ path }) => path)).toContain('year');
  });
});

describe('updating a status', () => {
  it('changes the task, writes its diary and the audit log, and moves the version', async () => {
    const answer = await putStatus(qui, 'T2.2', 1, IN_PROGRESS);
    expect(answer.statusCode).toBe(200);
    expect(answer.headers['etag']).toBe('"2"');
    expect(answer.json<TaskView>()).toMatchObject({
      timeliness: 'on-time',
      status: { ...IN_PROGRESS, version: 2, updatedBy: { beneficiary: 'QUI' } },
    });

    const diary = (await qui.request(`tasks/${strive.idOf('T2.2')}/status-updates`)).json<Page<StatusUpdateView>>();
    expect(diary).toMatchObject({ total: 1, items: [{ ...IN_PROGRESS, by: { beneficiary: 'QUI' } }] });

    const activity = (await qui.request('activity?limit=1')).json<Page<ActivityItem>>();
    expect(activity.items[0]).toMatchObject({
      event: 'task.status-updated',
      subject: { label: expect.stringContaining('T2.2') },
      detail: { progress: 40 },
    });
  });

  it('is in the diary of what there is: empty before the first, its length told past its end', async () => {
    const diaryOf = (path: string) => qui.request(`${path}/status-updates?offset=5`);
    expect((await diaryOf(`tasks/${strive.idOf('T5.5')}`)).json()).toMatchObject({ items: [], total: 0 });
    expect((await diaryOf(`tasks/${strive.idOf('T2.2')}`)).json()).toMatchObject({ items: [], total: 1, offset: 5 });
    for (const path of [
      `tasks/${uuid()}`,
      `work-packages/${uuid()}`,
      `work-packages/${strive.idOf('T2.2')}`,
      `tasks/${strive.idOf('WP2')}`,
    ]) {
      expect((await diaryOf(path)).statusCode).toBe(404);
    }
  });

  it('needs If-Match, and tells the present state when it is stale', async () => {
    expect((await putStatus(qui, 'T4.4', null, IN_PROGRESS)).statusCode).toBe(428);
    await putStatus(qui, 'T4.4', 1, IN_PROGRESS);
    const stale = await putStatus(qui, 'T4.4', 1, { ...IN_PROGRESS, progress: 90 });
    expect(stale.statusCode).toBe(412);
    expect(stale.json<Problem>()).toMatchObject({
      code: 'precondition-failed',
      current: { number: 'T4.4', status: { progress: 40, version: 2 } },
    });
  });

  it('lets one of two people at the same moment through', async () => {
    const task = 'T2.1';
    const answers = await Promise.all([putStatus(ue, task, 1, IN_PROGRESS), putStatus(ue, task, 1, { ...IN_PROGRESS, progress: 60 })]);
    expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([200, 412]);
  });

  it('is for the lead: others are told why', async () => {
    const answer = await putStatus(qui, 'T2.3', 1, IN_PROGRESS);
    expect(answer.statusCode).toBe(403);
    expect(answer.json<Problem>().params).toEqual({ permission: 'task.update-status', reason: 'other-beneficiary-leads' });
  });

  it.each([
    ['100 % that is not done', { state: 'in-progress', progress: 100, narrative: '' }, { path: 'progress', code: 'must-be-below-hundred' }],
    [
      'blocked without a reason',
      { state: 'blocked', progress: 40, narrative: ' ' },
      { path: 'narrative', code: 'reason-needed-when-blocked' },
    ],
    ['a state that is none', { state: 'finished', progress: 40, narrative: '' }, { path: 'state', code: 'is-in' }],
    ['half a percent', { state: 'in-progress', progress: 40.5, narrative: '' }, { path: 'progress', code: 'is-int' }],
  ])('refuses %s and names the field', async (_, payload, finding) => {
    const before = (await ue.request(`tasks/${strive.idOf('T3.2')}`)).json<TaskView>();
    const answer = await putStatus(ue, 'T3.2', before.status.version, payload);
    expect(answer.statusCode).toBe(422);
    expect(answer.json<Problem>().errors).toContainEqual(finding);
    expect((await ue.request(`tasks/${strive.idOf('T3.2')}`)).json<TaskView>()).toEqual(before);
  });

  it('of a work package works the same way', async () => {
    const answer = await ue.request(`work-packages/${strive.idOf('WP2')}/status`, {
      method: 'PUT',
      payload: IN_PROGRESS,
      headers: { 'if-match': '"1"' },
    });
    expect(answer.json<WorkPackageView>()).toMatchObject({ number: 'WP2', status: { progress: 40, version: 2 } });
    const diary = (await ue.request(`work-packages/${strive.idOf('WP2')}/status-updates`)).json<Page<StatusUpdateView>>();
    expect(diary.total).toBe(1);
  });
});
