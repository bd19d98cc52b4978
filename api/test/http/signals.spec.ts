import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type {
  ActivityItem,
  DependsOnView,
  MilestoneView,
  MyWorkView,
  OverviewView,
  Page,
  Problem,
  ReportsView,
  ReportView,
  TaskView,
  WorkPlanView,
} from '@office/contracts';
import type { LightMyRequestResponse } from 'fastify';
import { openOffice, type TestOffice } from '../support/office.js';
import { importStrive, type Member, type TestProject } from '../support/project.js';

/** Five days after the end of the first period (M18), 55 before its report is due. */
const CLOCK = '2025-07-05T10:00:00Z';

let office: TestOffice;
let strive: TestProject;
let coordinator: Member;
let al: Member;
let qui: Member;
let ue: Member;
let hanu: Member;
let observer: Member;

beforeAll(async () => {
  office = await openOffice({ CLOCK });
  strive = await importStrive(office);
  coordinator = await strive.addMember('coordinator@university.example', ['project-coordinator'], 'AL');
  al = await strive.addMember('al@university.example', ['partner-coordinator'], 'AL');
  qui = await strive.addMember('qui@university.example', ['partner-coordinator'], 'QUI');
  ue = await strive.addMember('ue@university.example', ['partner-coordinator'], 'UÉ');
  hanu = await strive.addMember('hanu@university.example', ['partner-coordinator'], 'HANU');
  observer = await strive.addMember('observer@university.example', ['observer'], null);
});
afterAll(() => office.close());

const post = (member: Member, path: string, version: number, payload: object = {}): Promise<LightMyRequestResponse> =>
  member.request(path, { method: 'POST', payload, headers: { 'if-match': `"${version}"` } });

const planOf = async (member: Member): Promise<WorkPlanView> => (await member.request('work-plan')).json<WorkPlanView>();

describe('milestones', () => {
  const path = (number: string, step = ''): string => `milestones/${strive.idOf(number)}${step}`;
  const achievement = {
    achievedOn: '2024-02-28',
    evidence: 'Minutes of the kick-off meeting',
    evidenceUrl: 'https://drive.example.org/minutes',
  };

  it('begin open, are late once their day has passed, and stand so in the plan', async () => {
    const view = (await observer.request(path('MS1'))).json<MilestoneView>();
    expect(view).toMatchObject({ number: 'MS1', state: 'open', late: true, version: 1, achievedOn: null, estimate: null });
    const inPlan = (await planOf(observer)).workPackages.flatMap(({ milestones }) => milestones).find(({ number }) => number === 'MS1');
    expect(inPlan).toEqual(view);
  });

  it('are achieved with a day and a proof, once', async () => {
    const answer = await post(al, path('MS1', '/achievement'), 1, achievement);
    expect(answer.statusCode).toBe(200);
    expect(answer.headers['etag']).toBe('"2"');
    expect(answer.json<MilestoneView>()).toMatchObject({ ...achievement, state: 'achieved', late: false, version: 2 });
    const again = await post(al, path('MS1', '/postponement'), 2, { estimate: '2025-12-01', reason: 'x' });
    expect(again.json<Problem>()).toMatchObject({
      code: 'transition-refused',
      params: { from: 'achieved', action: 'report-not-achieved' },
    });
  });

  it('have a proof at an address of the web, whoever writes it', async () => {
    const write = (url: string): Promise<unknown> =>
      office.sql(`UPDATE milestone_status SET evidence_url = $2 WHERE milestone_id = $1`, [strive.idOf('MS1'), url]);
    await expect(write('javascript:alert(1)')).rejects.toThrow('milestone_status_evidence_url');
    await write(achievement.evidenceUrl);
  });

  it('are not achieved with a new estimate and the reason, and achieved later', async () => {
    const postponed = await post(coordinator, path('MS3', '/postponement'), 1, {
      estimate: '2025-10-31',
      reason: 'The board met once only.',
    });
    expect(postponed.json<MilestoneView>()).toMatchObject({ state: 'not-achieved', estimate: '2025-10-31', late: false, version: 2 });
    const achieved = await post(coordinator, path('MS3', '/achievement'), 2, { ...achievement, evidenceUrl: null });
    expect(achieved.json<MilestoneView>()).toMatchObject({ state: 'achieved', estimate: null, reason: '', evidenceUrl: null, version: 3 });
    const { items } = (await coordinator.request('activity?limit=3')).json<Page<ActivityItem>>();
    expect(items.map(({ event, subject, detail }) => [event, subject.kind, detail])).toEqual([
      ['milestone.achieved', 'milestone', { on: '2024-02-28' }],
      ['milestone.not-achieved', 'milestone', { on: '2025-10-31' }],
      ['milestone.achieved', 'milestone', { on: '2024-02-28' }],
    ]);
  });

  it.each<[string, () => Member, string, number, object, number, string]>([
    ['another partner leads it', () => qui, '/achievement', 1, achievement, 403, 'other-beneficiary-leads'],
    ['an observer', () => observer, '/achievement', 1, achievement, 403, 'role'],
    ['a stale version', () => coordinator, '/achievement', 7, achievement, 412, ''],
    ['a day to come', () => coordinator, '/achievement', 1, { ...achievement, achievedOn: '2025-07-06' }, 422, 'must-not-be-in-the-future'],
    ['no date at all', () => coordinator, '/achievement', 1, { ...achievement, achievedOn: '2025-02-30' }, 422, 'is-plain-date'],
    ['no proof', () => coordinator, '/achievement', 1, { ...achievement, evidence: ' ' }, 422, 'evidence-needed'],
    [
      'an estimate that has passed',
      () => coordinator,
      '/postponement',
      1,
      { estimate: '2025-07-05', reason: 'x' },
      422,
      'must-be-in-the-future',
    ],
  ])('refuse: %s', async (_case, who, step, version, payload, status, why) => {
    const answer = await post(who(), path('MS2', step), version, payload);
    expect([answer.statusCode, answer.body.includes(why)]).toEqual([status, true]);
    expect((await observer.request(path('MS2'))).json<MilestoneView>()).toMatchObject({ state: 'open', version: 1 });
  });

  it('tell who lost the race what is there now', async () => {
    const answers = await Promise.all(
      ['First.', 'Second.'].map((reason) => post(coordinator, path('MS4', '/postponement'), 1, { estimate: '2025-09-01', reason })),
    );
    expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([200, 412]);
    const lost = answers.find(({ statusCode }) => statusCode === 412)?.json<Problem>();
    expect(lost?.current).toMatchObject({ state: 'not-achieved', version: 2 });
  });
});

describe('dependencies', () => {
  const link = (member: Member, method: 'PUT' | 'DELETE', successor: string, predecessor: string): Promise<LightMyRequestResponse> =>
    member.request(`dependencies/${strive.idOf(successor)}/${strive.idOf(predecessor)}`, { method });

  it('are added by who leads what waits, shown in the plan, and sent twice without harm', async () => {
    const answer = await link(qui, 'PUT', 'D2.2', 'T2.2');
    expect(answer.json<DependsOnView>()).toEqual({ id: strive.idOf('D2.2'), dependsOn: [strive.idOf('T2.2')] });
    expect((await link(qui, 'PUT', 'D2.2', 'T2.2')).json<DependsOnView>().dependsOn).toHaveLength(1);
    const mark = (await planOf(observer)).workPackages.flatMap(({ deliverables }) => deliverables).find(({ number }) => number === 'D2.2');
    expect(mark).toMatchObject({ dependsOn: [strive.idOf('T2.2')] });
  });

  it('show the slip of what is late through the chain, in the plan and in one task', async () => {
    await link(coordinator, 'PUT', 'T4.4', 'T2.2');
    const tasks = (await planOf(observer)).workPackages.flatMap((workPackage) => workPackage.tasks);
    const late = tasks.find(({ number }) => number === 'T2.2');
    const waiting = tasks.find(({ number }) => number === 'T4.4');
    expect(late?.slipMonths).toBe(19 - (late?.endMonth ?? 0));
    const alone = (await observer.request(`tasks/${strive.idOf('T4.4')}`)).json<TaskView>();
    expect([alone.slipMonths, alone.dependsOn]).toEqual([waiting?.slipMonths, [strive.idOf('T2.2')]]);
  });

  it('refuse circles with the way around, others than who leads the row, and rows that are not there', async () => {
    const circle = await link(coordinator, 'PUT', 'T2.2', 'D2.2');
    expect(circle.statusCode).toBe(409);
    expect(circle.json<Problem>()).toMatchObject({
      code: 'dependency-refused',
      params: { reason: 'would-go-in-circles', path: 'D2.2 → T2.2' },
    });
    expect((await link(coordinator, 'PUT', 'T2.2', 'T2.2')).json<Problem>()).toMatchObject({ params: { reason: 'depends-on-itself' } });
    expect((await link(ue, 'PUT', 'D2.2', 'T2.1')).statusCode).toBe(403);
    expect((await link(coordinator, 'PUT', 'D2.2', 'MS1')).statusCode).toBe(404);
  });

  it('never go in circles, however many come at once', async () => {
    const ring = ['T3.1', 'T3.2', 'T3.3'];
    const answers = await Promise.all(ring.map((number, at) => link(coordinator, 'PUT', number, ring[(at + 1) % ring.length] ?? '')));
    expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([200, 200, 409]);
  });

  it('are removed, twice without harm', async () => {
    expect((await link(qui, 'DELETE', 'D2.2', 'T2.2')).json<DependsOnView>().dependsOn).toEqual([]);
    expect((await link(qui, 'DELETE', 'D2.2', 'T2.2')).statusCode).toBe(200);
    const { items } = (await coordinator.request('activity?limit=30')).json<Page<ActivityItem>>();
    expect(items.filter(({ event, subject }) => event === 'dependency.removed' && subject.label.startsWith('D2.2'))).toHaveLength(1);
  });
});

describe('reports', () => {
  const reports = async (): Promise<ReportView[]> => (await observer.request('reports')).json<ReportsView>().reports;
  const first = async (): Promise<ReportView> => (await reports())[0]!;
  const step = async (name: string, version: number, payload: object = {}): Promise<LightMyRequestResponse> =>
    post(coordinator, `reports/${(await first()).id}/${name}`, version, payload);

  it('tell what must be in by the deadline, the day never rolled, as one instant', async () => {
    const report = await first();
    expect(report).toMatchObject({
      number: 1,
      state: 'not-open',
      endsOn: '2025-06-30',
      dueOn: '2025-08-29',
      dueAt: '2025-08-29T21:59:00.000Z',
    });
    expect(report.deliverables.every(({ dueMonth }) => dueMonth <= 18)).toBe(true);
    expect(report.milestones.map(({ number }) => number)).toEqual(expect.arrayContaining(['MS1', 'MS2']));
    expect(report.workPackages.map(({ number }) => number)).toContain('WP2');
    expect(report.checks.map(({ kind, done }) => [kind, done])).toEqual([
      ['period-ended', true],
      ['late-deliverables-justified', false],
      ['milestones-estimated', false],
      ['work-packages-described', false],
    ]);
  });

  it('are open to the project coordinator only, and not before their period ended', async () => {
    const [one, two] = await reports();
    expect((await post(al, `reports/${one?.id}/opening`, 1)).statusCode).toBe(403);
    const early = await post(coordinator, `reports/${two?.id}/opening`, 1);
    expect(early.json<Problem>()).toMatchObject({ code: 'transition-refused', params: { action: 'open', fact: 'period-ended' } });
  });

  it('are locked only with their check-list done: each late deliverable justified, each milestone achieved or estimated', async () => {
    expect((await step('opening', 1)).json<ReportView>()).toMatchObject({ state: 'open', version: 2 });
    expect((await step('preparation', 2)).json<ReportView>()).toMatchObject({ state: 'in-preparation', version: 3 });
    expect((await step('lock', 3)).json<Problem>()).toMatchObject({ params: { fact: 'late-deliverables-justified' } });
    const { id, deliverables } = await first();
    for (const { id: deliverableId } of deliverables) {
      const put = { method: 'PUT', payload: { text: 'The survey was repeated.' }, headers: { 'if-match': '"0"' } } as const;
      expect((await coordinator.request(`reports/${id}/justifications/${deliverableId}`, put)).statusCode).toBe(200);
    }
    expect((await step('lock', 3)).json<Problem>()).toMatchObject({ params: { fact: 'milestones-estimated' } });
    for (const milestone of (await first()).milestones.filter(({ late }) => late))
      await post(coordinator, `milestones/${milestone.id}/postponement`, milestone.version, { estimate: '2025-11-30', reason: 'Late.' });
    const locked = await step('lock', 3);
    expect(locked.json<ReportView>()).toMatchObject({ state: 'locked', version: 4, firstLockedAt: '2025-07-05T10:00:00.000Z' });
  });

  it('keep justifications as they are while locked, and let who leads the deliverable write once they are unlocked', async () => {
    const { id, deliverables } = await first();
    const d22 = deliverables.find(({ number }) => number === 'D2.2');
    const put = (member: Member, version: number): Promise<LightMyRequestResponse> =>
      member.request(`reports/${id}/justifications/${d22?.id}`, {
        method: 'PUT',
        payload: { text: 'The room was flooded.' },
        headers: { 'if-match': `"${version}"` },
      });
    expect((await put(qui, 1)).json<Problem>()).toMatchObject({ code: 'transition-refused', params: { from: 'locked' } });
    expect((await step('unlocking', 4)).json<ReportView>().state).toBe('in-preparation');
    expect((await put(ue, 1)).statusCode).toBe(403);
    expect((await put(qui, 0)).statusCode).toBe(412);
    const written = (await put(qui, 1)).json<ReportView>().deliverables.find(({ number }) => number === 'D2.2');
    expect(written?.justification).toMatchObject({ text: 'The room was flooded.', version: 2, updatedBy: { beneficiary: 'QUI' } });
  });

  it('go out, come back with a reason, go out again and are accepted; what was left open is told in the next', async () => {
    await step('lock', 5);
    expect((await step('submission', 6)).json<ReportView>()).toMatchObject({ state: 'submitted', submittedAt: '2025-07-05T10:00:00.000Z' });
    expect((await reports())[1]?.deliverables.map(({ number }) => number)).toContain('D2.2');
    expect((await step('return', 7, { reason: ' ' })).statusCode).toBe(422);
    expect((await step('return', 7, { reason: 'Table 3 is missing.' })).json<ReportView>()).toMatchObject({
      state: 'returned',
      returnReason: 'Table 3 is missing.',
    });
    for (const [at, name] of ['preparation', 'lock', 'submission', 'acceptance'].entries())
      expect((await step(name, 8 + at)).statusCode).toBe(200);
    expect(await first()).toMatchObject({ state: 'accepted', version: 12, returnReason: '' });
    expect((await step('acceptance', 11)).statusCode).toBe(412);
  });
});

describe('early warning', () => {
  const block = async (): Promise<void> => {
    const id = strive.idOf('T2.3');
    await office.sql(
      `INSERT INTO task_part (project_id, task_id, beneficiary_id, state, note, criteria, updated_at, updated_by)
       SELECT project_id, id, lead_id, 'blocked', 'The speakers have no visa.', '[]', $2, $3 FROM task WHERE id = $1`,
      [id, '2025-07-01T08:00:00Z', ue.personId],
    );
  };

  it('names a blocked part with its reason and who can act, and the work package is not on time any more', async () => {
    await block();
    const view = (await coordinator.request('overview')).json<OverviewView>();
    const lead = view.attention.find(({ kind, subject }) => kind === 'task-blocked' && subject.number === 'T2.3');
    expect(lead).toMatchObject({ detail: 'HANU: The speakers have no visa.', on: '2025-07-01', days: 4, severity: 'high' });
    expect(lead?.people).toEqual([{ id: hanu.personId, name: expect.any(String), beneficiary: 'HANU' }]);
    expect(view.workPackages.map(({ timeliness }) => timeliness)).not.toContain('on-time');
  });

  it('asks who leads a milestone or a blocked task to do something about it', async () => {
    await office.sql(
      `UPDATE task_status SET state = 'blocked', progress = 10, narrative = 'No visa.', override_reason = 'x' WHERE task_id = $1`,
      [strive.idOf('T2.2')],
    );
    const todo = (await qui.request('my-work')).json<MyWorkView>().todo.map(({ kind, number }) => `${kind} ${number}`);
    expect(todo).toContain('unblock-task T2.2');
    await office.sql(
      `INSERT INTO task_part (project_id, task_id, beneficiary_id, state, note, criteria, updated_at, updated_by)
       SELECT project_id, id, $2, 'blocked', 'No data.', '[]', now(), $3 FROM task WHERE id = $1`,
      [strive.idOf('T2.3'), strive.idOf('QUI'), qui.personId],
    );
    const partner = (await qui.request('my-work')).json<MyWorkView>();
    expect(partner.todo.map(({ kind, number }) => `${kind} ${number}`)).toContain('unblock-part T2.3');
    expect(partner.workPackages.find(({ number }) => number === 'WP2')?.timeliness).toBe('late');
  });
});
