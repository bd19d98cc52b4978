import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { AmendmentsView, AmendmentView, MyWorkView, OverviewView, QualityBoardView, WorkPlanView } from '@office/contracts';
import { DataSource } from 'typeorm';
import { readSettings } from '../../src/core/config/settings.js';
import { AuthService } from '../../src/modules/auth/auth.service.js';
import { DEMO_PASSWORD } from '../../src/modules/auth/demo-password.js';
import { DemoAlreadyThereError, DemoInProductionError, DemoUnfinishedError } from '../../src/modules/demo/demo-errors.js';
import { DemoService, type LoadedDemo } from '../../src/modules/demo/demo.service.js';
import { WorkPlanService } from '../../src/modules/work-plan/work-plan.service.js';
import { openOffice as startOffice } from '../../src/open-office.js';
import { openOffice, type TestOffice } from '../support/office.js';
import { migratedData } from '../support/own-data.js';
import { signIn } from '../support/people.js';

const load = (office: TestOffice): Promise<LoadedDemo> => office.app.get(DemoService).load();

/** A page of the project as one of the demonstration's people sees it. */
async function pageOf<View>(office: TestOffice, loaded: LoadedDemo, account: string, path: string): Promise<View> {
  const cookie = await signIn(office, `${account}@strive.example`, DEMO_PASSWORD);
  const answer = await office.app.inject({ url: `/api/projects/${loaded.projectId}/${path}`, headers: { cookie } });
  expect(answer.statusCode).toBe(200);
  return answer.json<View>();
}

describe.each([
  ['in its ninth month', '2024-09-16T10:00:00Z'],
  ['in its last but one year', '2026-11-23T19:00:00Z'],
])('STRIVE %s', (_, clock) => {
  let office: TestOffice;
  let loaded: LoadedDemo;
  beforeAll(async () => {
    office = await openOffice({ CLOCK: clock });
    loaded = await load(office);
  });
  afterAll(() => office.close());

  it('offers the project coordinator work that is done, late, in review, drafted and planned', async () => {
    const { counts, attention } = await pageOf<OverviewView>(office, loaded, 'coordinator', 'overview');
    const states = new Map(counts.deliverables.map(({ state, count }) => [state, count]));
    expect(states.get('in-review')).toBe(2);
    expect(states.get('changes-requested')).toBe(1);
    expect(states.get('drafting')).toBe(1);
    expect(states.get('accepted')).toBeGreaterThanOrEqual(3);
    expect(states.get('planned')).toBeGreaterThanOrEqual(4);
    expect(counts.deliverablesLate).toBeGreaterThanOrEqual(1);
    expect(counts.tasks.late).toBeGreaterThanOrEqual(1);
    expect(counts.tasks.done).toBeGreaterThanOrEqual(3);
    expect(attention.length).toBeGreaterThanOrEqual(3);
  });

  it.each(['quality.pxu', 'quality.qui'])('gives %s something to review', async (account) => {
    const { open, closed, members } = await pageOf<QualityBoardView>(office, loaded, account, 'quality-board');
    expect(open.filter(({ myVerdict, exclusion }) => myVerdict === null && exclusion === null).length).toBeGreaterThanOrEqual(1);
    for (const { tally } of open) expect(tally.eligible - tally.cast).toBeGreaterThanOrEqual(2);
    expect(new Set(closed.map(({ result }) => result))).toEqual(new Set(['sign-off', 'changes']));
    expect(members.filter(({ chair }) => chair).map(({ name }) => name)).toEqual(['UNITUS quality board']);
  });

  it('gives QUI deliverables, things to do, and work packages', async () => {
    const { deliverables, todo, workPackages, ribbon } = await pageOf<MyWorkView>(office, loaded, 'qui', 'my-work');
    expect(deliverables.items.map(({ part }) => part)).toEqual(expect.arrayContaining(['lead', 'contributor']));
    expect(deliverables.accepted).toBeGreaterThanOrEqual(1);
    for (const list of [todo, workPackages, ribbon]) expect(list).not.toHaveLength(0);
  });

  it('tells of every task under way what its lead last said, and one that stands still says why', async () => {
    const { workPackages } = await pageOf<WorkPlanView>(office, loaded, 'observer', 'work-plan');
    const tasks = workPackages.flatMap((workPackage) => workPackage.tasks);
    for (const { status, lead } of tasks.filter((task) => task.status.state !== 'not-started')) {
      expect(status.updatedBy?.beneficiary).toBe(lead.shortName);
      expect(status.narrative).not.toBe('');
    }
    expect(tasks.filter(({ status }) => status.state === 'blocked')).toHaveLength(1);
  });

  it('has done everything through the services, so that all of it is in the log and nothing lies after now', async () => {
    const [log] = await office.sql<{ entries: number; last: Date; first: string }>(
      `SELECT count(*)::int AS entries, max(at) AS last, (array_agg(event ORDER BY at, id))[1] AS first FROM audit_entry
       WHERE event NOT IN ('amendment.in-force', 'check.confirmed', 'work-package.declared', 'work-package.claim-sent', 'work-package.accepted')`,
    );
    // That an amendment takes effect nobody does: it follows from its acceptance. Who signs confirms first in the same step,
    // and a report goes with what it claims.
    expect(log).toMatchObject({ entries: 1 + loaded.accounts + loaded.steps, first: 'project.imported' });
    expect(log!.last.getTime()).toBeLessThanOrEqual(Date.parse(clock));
    const reviews =
      await office.sql(`SELECT r.id FROM review r JOIN review_round o ON o.id = r.round_id JOIN deliverable d ON d.id = o.deliverable_id
      WHERE r.beneficiary_id = d.lead_id OR r.sent_at < o.opened_at OR r.sent_at > o.closed_at`);
    expect(reviews).toEqual([]);
  });

  it('lives with an amendment in force, marked as invented and drawn against the agreement as signed', async () => {
    const { items } = await pageOf<AmendmentsView>(office, loaded, 'qui', 'amendments');
    expect(items).toMatchObject([{ label: '1', state: 'accepted', inForce: true, clauses: ['AT21'], provenance: 'demonstration' }]);
    const plan = await pageOf<WorkPlanView>(office, loaded, 'qui', 'work-plan');
    expect(plan.agreement).toEqual({ locked: true, amendment: 1 });
    const changed = plan.workPackages.flatMap(({ tasks }) => tasks).filter(({ baseline }) => baseline !== null);
    expect(changed).toMatchObject([{ number: 'T2.2', endMonth: 11, baseline: { startMonth: 6, endMonth: 10 } }]);
  });

  it('marks as invented what was loaded, and not the amendment that somebody writes in it', async () => {
    const cookie = await signIn(office, 'coordinator@strive.example', DEMO_PASSWORD);
    const payload = { title: 'Ours', justification: '', changes: [] };
    const url = `/api/projects/${loaded.projectId}/amendments`;
    const answer = await office.app.inject({ method: 'POST', url, payload, headers: { cookie } });
    expect(answer.json<AmendmentView>()).toMatchObject({ title: 'Ours', provenance: 'stated' });
  });

  it('is loaded once', async () => {
    await expect(load(office)).rejects.toThrow(DemoAlreadyThereError);
  });
});

describe('the accounts of the demonstration', () => {
  let office: TestOffice;
  beforeAll(async () => {
    office = await openOffice({ DEMO: 'true', CLOCK: '2023-12-01T10:00:00Z' });
    await office.app.get(DemoService).loadWhereWanted();
  });
  afterAll(() => office.close());

  it('are those that the sign-in page offers, and each of them works', async () => {
    const accounts = await office.app.get(AuthService).demoAccounts();
    expect(accounts.map(({ email }) => email.replace('@strive.example', '')).sort()).toEqual(
      [
        ...['al', 'apag', 'coordinator', 'hanu', 'observer', 'pxu', 'qui', 'ue', 'unitus'],
        ...['quality.al', 'quality.apag', 'quality.hanu', 'quality.pxu', 'quality.qui', 'quality.ue', 'quality.unitus'],
      ].sort(),
    );
    for (const { email, password } of accounts) await signIn(office, email, password);
  });

  it('sit on the bodies of the agreement', async () => {
    const seats = await office.sql(
      `SELECT body.kind, count(*)::int AS members, count(*) FILTER (WHERE chair)::int AS chairs FROM body_member m JOIN body ON body.id = m.body_id GROUP BY 1 ORDER BY 1`,
    );
    expect(seats).toEqual([
      { kind: 'quality-board', members: 7, chairs: 1 },
      { kind: 'steering-committee', members: 7, chairs: 0 },
    ]);
  });

  it('are there before the project begins, when nothing has been done yet', async () => {
    expect(await office.sql(`SELECT DISTINCT event FROM audit_entry ORDER BY 1`)).toEqual([
      { event: 'member.enrolled' },
      { event: 'project.imported' },
    ]);
  });

  it('come into being only where nothing is there', async () => {
    expect(await office.app.get(DemoService).loadWhereWanted()).toBeNull();
  });
});

describe('a demonstration that broke off', () => {
  it('opens no account and says so at every start', async () => {
    const office = await openOffice({ DEMO: 'true' });
    const disk = jest.spyOn(office.app.get(WorkPlanService), 'updateTaskStatus').mockRejectedValue(new Error('disk full'));
    const demo = office.app.get(DemoService);
    await expect(demo.loadWhereWanted()).rejects.toThrow(DemoUnfinishedError);
    disk.mockRestore();
    expect(await office.app.get(AuthService).demoAccounts()).toEqual([]);
    await expect(signIn(office, 'qui@strive.example', DEMO_PASSWORD)).rejects.toThrow('login-failed');
    await expect(demo.loadWhereWanted()).rejects.toThrow(DemoUnfinishedError);
    await expect(demo.load()).rejects.toThrow(DemoUnfinishedError);
    await office.close();
  });
});

const onEmbedded = process.env['TEST_DATABASE_URL'] === undefined ? it : it.skip;

onEmbedded('a first start that was cut is made again, because nobody has worked there yet', async () => {
  const data = await migratedData();
  const settings = readSettings({ NODE_ENV: 'test', CLOCK: '2023-12-01T10:00:00Z', LOG_LEVEL: 'fatal', ...data.environment });
  const first = await startOffice(settings);
  await first.app.get(DataSource).query('UPDATE person SET disabled_at = now()');
  await first.app.close();
  await first.handle.close();
  const second = await startOffice(settings);
  expect(await second.app.get(AuthService).demoAccounts()).toHaveLength(16);
  await second.app.close();
  await second.handle.close();
  await data.remove();
});

describe('in production', () => {
  it('no demonstration is loaded, neither at the start nor on demand', async () => {
    const office = await openOffice({ NODE_ENV: 'production', CLOCK: '' });
    expect(await office.app.get(DemoService).loadWhereWanted()).toBeNull();
    await expect(load(office)).rejects.toThrow(DemoInProductionError);
    expect(await office.sql(`SELECT id FROM project UNION ALL SELECT id FROM person`)).toEqual([]);
    await office.close();
  });
});
