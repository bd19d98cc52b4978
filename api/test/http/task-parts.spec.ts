import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type {
  ActivityItem,
  CompletionView,
  MyWorkView,
  Page,
  Problem,
  StatusUpdateView,
  TaskPartRequest,
  TaskPartView,
  TaskView,
  WorkPackagePlan,
  WorkPackageDiaryView,
} from '@office/contracts';
import { v7 as uuid } from 'uuid';
import { openOffice, type TestOffice } from '../support/office.js';
import { importStrive, type Member, type TestProject } from '../support/project.js';
import { form } from '../support/upload.js';

let office: TestOffice;
let strive: TestProject;
let qui: Member;
let hanu: Member;
let contributor: Member;

beforeAll(async () => {
  office = await openOffice();
  strive = await importStrive(office);
  qui = await strive.addMember('qui@university.example', ['partner-coordinator'], 'QUI');
  hanu = await strive.addMember('hanu@university.example', ['partner-coordinator'], 'HANU');
  contributor = await strive.addMember('contributor@university.example', ['contributor'], 'PXU');
});
afterAll(() => office.close());

const CONTENT = 'university;students\nQUI;9000\n';
const LINK = 'https://qui.example/infosheets';
const partPath = (task: string, partner: string): string => `tasks/${strive.idOf(task)}/parts/${strive.idOf(partner)}`;
const aPart = (overrides: Partial<TaskPartRequest> = {}): TaskPartRequest => ({
  state: 'in-progress',
  note: '',
  criteria: [],
  ...overrides,
});

const putPart = (member: Member, path: string, version: number | null, payload: object = aPart()) =>
  member.request(path, { method: 'PUT', payload, headers: version === null ? {} : { 'if-match': `"${version}"` } });

const readPart = async (task: string, partner: string): Promise<TaskPartView> => (await qui.request(partPath(task, partner))).json();
const readTask = async (task: string): Promise<TaskView> => (await qui.request(`tasks/${strive.idOf(task)}`)).json();

function uploadOf(version: number, fileName = 'sheets.csv') {
  const { payload, headers } = form({ fileName, content: CONTENT }, 'The figures');
  return { method: 'POST' as const, payload, headers: { ...headers, 'if-match': `"${version}"` } };
}

describe('a part of a task', () => {
  it('is there for the lead and every participant before anybody has said anything, and for nobody else', async () => {
    const part = await qui.request(partPath('T4.4', 'HANU'));
    expect(part.headers['etag']).toBe('"0"');
    expect(part.json<TaskPartView>()).toMatchObject({
      task: { number: 'T4.4', workPackage: { number: 'WP4' } },
      beneficiary: { shortName: 'HANU' },
      state: 'not-started',
      criteria: [],
      evidence: [],
      updatedAt: null,
    });
    expect((await readTask('T4.4')).parts.map(({ beneficiary, state }) => [beneficiary.shortName, state])).toEqual([
      ['QUI', 'not-started'],
      ['HANU', 'not-started'],
      ['PXU', 'not-started'],
      ['APAG', 'not-started'],
    ]);
    for (const path of [partPath('T4.4', 'UNITUS'), `tasks/${uuid()}/parts/${strive.idOf('QUI')}`]) {
      expect((await qui.request(path)).statusCode).toBe(404);
      expect((await putPart(qui, path, 0)).statusCode).toBe(404);
    }
  });

  it('is done with a link as evidence in one request; task, work package, diary and log follow', async () => {
    const request = aPart({ state: 'done', note: 'Our sheet is written.', links: [{ url: 'qui.example/infosheets', title: '' }] });
    const answer = await putPart(qui, partPath('T4.4', 'QUI'), 0, request);
    expect(answer.statusCode).toBe(200);
    expect(answer.headers['etag']).toBe('"1"');
    expect(answer.json<TaskPartView>()).toMatchObject({
      state: 'done',
      progress: 100,
      version: 1,
      evidence: [{ kind: 'link', title: 'qui.example/infosheets', url: LINK, addedBy: { beneficiary: 'QUI' } }],
    });
    expect((await readTask('T4.4')).status).toMatchObject({ state: 'in-progress', progress: 25, progressSource: 'derived', version: 1 });
    const wp4 = (await qui.request(`work-packages/${strive.idOf('WP4')}`)).json<WorkPackagePlan>();
    expect(wp4.status).toMatchObject({ state: 'in-progress', progressSource: 'derived' });
    expect(wp4.status.progress).toBeGreaterThan(0);

    const diary = (await qui.request(`tasks/${strive.idOf('T4.4')}/status-updates`)).json<Page<StatusUpdateView>>();
    expect(diary).toMatchObject({ total: 1, items: [{ part: { shortName: 'QUI' }, state: 'done', narrative: 'Our sheet is written.' }] });
    const { items } = (await qui.request('activity?limit=1')).json<Page<ActivityItem>>();
    expect(items[0]).toMatchObject({ event: 'task.part-updated', detail: { partner: 'QUI', state: 'done', evidence: 1 } });
  });

  it('needs If-Match, and tells the part as it is now when that is stale', async () => {
    const path = partPath('T4.3', 'QUI');
    expect((await putPart(qui, path, null)).statusCode).toBe(428);
    const answers = await Promise.all([putPart(qui, path, 0, aPart({ note: 'One' })), putPart(qui, path, 0, aPart({ note: 'Two' }))]);
    expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([200, 412]);
    const stale = answers.find(({ statusCode }) => statusCode === 412)?.json<Problem>();
    expect(stale).toMatchObject({ code: 'precondition-failed', current: { version: 1, state: 'in-progress' } });
  });

  it('is for the people of its beneficiary: a contributor may, the lead of the task may not', async () => {
    const refused = await putPart(qui, partPath('T4.4', 'PXU'), 0);
    expect(refused.statusCode).toBe(403);
    expect(refused.json<Problem>().params).toEqual({ permission: 'task.update-part', reason: 'other-beneficiary-leads' });
    expect((await putPart(contributor, partPath('T4.4', 'PXU'), 0)).statusCode).toBe(200);
  });

  it.each<[string, object, { path: string; code: string }]>([
    ['blocked without a reason', aPart({ state: 'blocked', note: '  ' }), { path: 'note', code: 'reason-needed-when-blocked' }],
    [
      'done with a criterion open',
      aPart({ state: 'done', criteria: [{ text: 'Checked', met: false }] }),
      { path: 'criteria', code: 'criteria-open-when-done' },
    ],
    ['a link that runs', aPart({ links: [{ url: 'javascript:alert(1)', title: '' }] }), { path: 'links.0.url', code: 'not-a-web-address' }],
    ['a state that is none', { ...aPart(), state: 'finished' }, { path: 'state', code: 'is-in' }],
    ['a criterion without words', { ...aPart(), criteria: [{ text: ' ', met: true }] }, { path: 'criteria.0.text', code: 'is-not-empty' }],
  ])('refuses %s and keeps nothing of it', async (_, payload, finding) => {
    const before = await readPart('T5.4', 'QUI');
    const answer = await putPart(qui, partPath('T5.4', 'QUI'), before.version, payload);
    expect(answer.statusCode).toBe(422);
    expect(answer.json<Problem>().errors).toContainEqual(finding);
    expect(await readPart('T5.4', 'QUI')).toEqual(before);
  });
});

describe('evidence that is a file', () => {
  const path = () => partPath('T2.2', 'HANU');

  it('is stored, goes out as it came, and is kept when it is taken away again', async () => {
    const added = await hanu.request(`${path()}/evidence`, uploadOf(0));
    expect(added.statusCode).toBe(201);
    const { version, state, evidence } = added.json<TaskPartView>();
    expect({ version, state }).toEqual({ version: 1, state: 'not-started' });
    expect(evidence).toMatchObject([{ kind: 'file', title: 'The figures', fileName: 'sheets.csv', sizeBytes: CONTENT.length, url: null }]);

    const file = await qui.request(`${path()}/evidence/${evidence[0]!.id}/file`);
    expect(file.body).toBe(CONTENT);
    expect(file.headers).toMatchObject({ 'content-security-policy': 'sandbox', 'x-content-type-options': 'nosniff' });
    expect(file.headers['content-disposition']).toContain('attachment');

    const removed = await hanu.request(`${path()}/evidence/${evidence[0]!.id}`, { method: 'DELETE', headers: { 'if-match': '"1"' } });
    expect(removed.json<TaskPartView>()).toMatchObject({ version: 2, evidence: [] });
    expect((await qui.request(`${path()}/evidence/${evidence[0]!.id}/file`)).statusCode).toBe(404);
    const again = await hanu.request(`${path()}/evidence/${evidence[0]!.id}`, { method: 'DELETE', headers: { 'if-match': '"2"' } });
    expect(again.statusCode).toBe(404);
    const log = (await qui.request('activity?limit=2')).json<Page<ActivityItem>>();
    expect(log.items.map(({ event }) => event)).toEqual(['task.evidence-removed', 'task.evidence-added']);
    const kept = await office.sql(`SELECT title, withdrawn_by AS by FROM task_evidence WHERE id = $1`, [evidence[0]!.id]);
    expect(kept).toEqual([{ title: 'The figures', by: hanu.personId }]);
  });

  it('is held to the rules of versions: kind, content, freshness, whose part it is', async () => {
    const { version } = await readPart('T2.2', 'HANU');
    const refused = async (member: Member, upload: ReturnType<typeof uploadOf>): Promise<unknown> =>
      (await member.request(`${path()}/evidence`, upload)).json<Problem>().code;
    expect(await refused(hanu, uploadOf(version, 'sheets.exe'))).toBe('file-kind-refused');
    expect(await refused(hanu, uploadOf(version, 'sheets.pdf'))).toBe('file-kind-mismatch');
    expect(await refused(hanu, uploadOf(version + 1))).toBe('precondition-failed');
    expect(await refused(qui, uploadOf(version))).toBe('forbidden');
    expect((await readPart('T2.2', 'HANU')).evidence).toEqual([]);
  });
});

describe('what parts add up to', () => {
  it('finishes a task when the last part is done, and never before', async () => {
    const { parts } = await readTask('T5.3');
    const members = new Map([
      ['HANU', hanu],
      ['QUI', qui],
      ['PXU', contributor],
      ['APAG', await strive.addMember('apag@university.example', ['partner-coordinator'], 'APAG')],
    ]);
    for (const [index, { beneficiary }] of parts.entries()) {
      const member = members.get(beneficiary.shortName)!;
      await putPart(member, partPath('T5.3', beneficiary.shortName), 0, aPart({ state: 'done' }));
      const { status } = await readTask('T5.3');
      expect(status).toMatchObject(
        index === parts.length - 1 ? { state: 'done', progress: 100 } : { state: 'in-progress', progress: 25 * (index + 1) },
      );
    }
  });

  it('stays beside what the lead says: an override needs a reason, and can be taken back', async () => {
    const path = `tasks/${strive.idOf('T2.2')}/status`;
    const put = (version: number, payload: object) =>
      qui.request(path, { method: 'PUT', payload, headers: { 'if-match': `"${version}"` } });
    const figures = { state: 'in-progress', progress: 60, narrative: '' };
    const silent = await put(1, { ...figures, overrideReason: '' });
    expect(silent.json<Problem>().errors).toEqual([{ path: 'overrideReason', code: 'reason-needed-when-overriding' }]);

    const overridden = (await put(1, { ...figures, overrideReason: 'Half of the hosts do not report here.' })).json<TaskView>();
    expect(overridden.status).toMatchObject({
      progress: 60,
      progressSource: 'overridden',
      overrideReason: 'Half of the hosts do not report here.',
      derived: { state: 'not-started', progress: 0 },
    });
    await putPart(qui, partPath('T2.2', 'QUI'), 0, aPart({ state: 'done' }));
    expect((await readTask('T2.2')).status).toMatchObject({ progress: 60, derived: { state: 'in-progress', progress: 14 } });

    const back = (await put(2, { ...figures, progressSource: 'derived' })).json<TaskView>();
    expect(back.status).toMatchObject({ state: 'in-progress', progress: 14, progressSource: 'derived', overrideReason: '' });
  });

  it('shows on the completion board who holds the lump sum up', async () => {
    await putPart(hanu, partPath('T4.4', 'HANU'), 0, aPart({ state: 'blocked', note: 'Figures are missing.' }));
    const board = (await qui.request(`work-packages/${strive.idOf('WP4')}/completion`)).json<CompletionView>();
    expect(board.currency).toBe('EUR');
    expect(board.heldUpCents).toBe(board.totalCents);
    expect(board.partners.reduce((sum, { shareCents }) => sum + shareCents, 0)).toBe(board.totalCents);
    expect(board.partners).toHaveLength(7);
    expect(board.partners[0]).toMatchObject({ beneficiary: { shortName: 'HANU' }, holdUp: 'blocked' });
    expect(board.partners[0]?.parts.find(({ number }) => number === 'T4.4')).toMatchObject({
      blockedReason: 'Figures are missing.',
      holdUp: 'blocked',
    });
    expect((await qui.request(`work-packages/${uuid()}/completion`)).statusCode).toBe(404);
  });

  it('lists the own parts on my work, the most urgent first', async () => {
    const { myTasks } = (await qui.request('my-work')).json<MyWorkView>();
    expect(myTasks).toHaveLength(20);
    expect(myTasks[0]?.timeliness).toBe('late');
    expect(myTasks.find(({ number }) => number === 'T4.4')).toMatchObject({ lead: true, state: 'done', evidence: 1, workPackage: 'WP4' });
    expect(myTasks.at(-1)?.timeliness).toBe('done');
  });
});

describe('the diary of a work package', () => {
  const diaryOf = async (query: string): Promise<WorkPackageDiaryView> =>
    (await qui.request(`work-packages/${strive.idOf('WP4')}/diary?${query}`)).json();

  it('tells all that people said of it, its tasks and their parts, newest first', async () => {
    const { workPackage, entries, comparison } = await diaryOf('limit=3');
    expect(workPackage.number).toBe('WP4');
    expect(comparison).toBeNull();
    expect(entries.total).toBeGreaterThanOrEqual(3);
    expect(entries.items[0]).toMatchObject({
      subject: { kind: 'part', number: 'T4.4', part: { shortName: 'HANU' } },
      state: 'blocked',
      narrative: 'Figures are missing.',
    });
  });

  it('compares the ends of two days: state, figures and words', async () => {
    const { comparison } = await diaryOf('from=2024-01-01&to=2030-01-01');
    const rows = comparison?.rows ?? [];
    expect(rows[0]?.subject).toMatchObject({ kind: 'work-package', number: 'WP4' });
    const part = rows.find(({ subject }) => subject.number === 'T4.4' && subject.part?.shortName === 'QUI');
    expect(part).toMatchObject({
      before: { state: 'not-started', progress: 0 },
      after: { state: 'done', progress: 100, narrative: 'Our sheet is written.' },
      changes: ['state', 'progress', 'narrative'],
    });
    expect(rows.find(({ subject }) => subject.kind === 'task' && subject.number === 'T4.4')?.after.progress).toBeGreaterThan(25);
    expect((await diaryOf('from=2030-01-01&to=2030-01-02')).comparison?.rows).toEqual([]);
  });

  it('refuses days that are none or in the wrong order', async () => {
    const status = async (query: string): Promise<number> =>
      (await qui.request(`work-packages/${strive.idOf('WP4')}/diary?${query}`)).statusCode;
    expect(await status('from=2024-02-30&to=2024-03-01')).toBe(422);
    expect(await status('from=2024-03-02&to=2024-03-01')).toBe(422);
  });
});
