import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { AmendmentView } from '@office/contracts';
import type { PlanChange } from '@office/domain';
import { DataSource } from 'typeorm';
import { v7 as uuid } from 'uuid';
import { Clock } from '../../src/core/clock/clock.js';
import type { DatabaseHandle } from '../../src/core/database/database-handle.js';
import { openDatabase } from '../../src/core/database/open-database.js';
import { Amendments1764200000000 } from '../../src/migrations/1764200000000-amendments.js';
import { AmendmentProvenance1764600000000 } from '../../src/migrations/1764600000000-amendment-provenance.js';
import { Transactions } from '../../src/core/database/transaction.js';
import { createApp } from '../../src/create-app.js';
import { AmendmentsService } from '../../src/modules/amendments/amendments.service.js';
import { PlanChangesService } from '../../src/modules/amendments/plan-changes.service.js';
import { PlanDays } from '../../src/modules/amendments/plan-days.js';
import { WorkPlanService } from '../../src/modules/work-plan/work-plan.service.js';
import { outcomesOf, refusalOf, type TestActor } from '../support/board.js';
import { openOffice, type TestOffice } from '../support/office.js';
import { importStrive, type TestProject } from '../support/project.js';
import { countStatements } from '../support/statements.js';

const TODAY = '2024-09-16';

let office: TestOffice;
let amendments: AmendmentsService;
let planChanges: PlanChangesService;
let workPlan: WorkPlanService;
let days: PlanDays;
let strive: TestProject;
let coordinator: TestActor;
let qui: TestActor;
let serial = 0;

const actorOf = async (role: 'project-coordinator' | 'partner-coordinator', partner: string): Promise<TestActor> => {
  const member = await strive.addMember(`${role}-${serial}@university.example`, [role], partner);
  const { personId, membershipId } = member;
  return { personId, membershipId, roles: [role], beneficiaryId: strive.idOf(partner), projectId: strive.projectId, member };
};

beforeAll(async () => {
  office = await openOffice();
  amendments = office.app.get(AmendmentsService);
  planChanges = office.app.get(PlanChangesService);
  workPlan = office.app.get(WorkPlanService);
  days = office.app.get(PlanDays);
});
afterAll(() => office.close());

/** Each test lives in a project of its own. */
beforeEach(async () => {
  serial += 1;
  strive = await importStrive(office, (file) => {
    Object.assign(file.project, { grantNumber: `10100000${serial}`, acronym: `STRIVE-${serial}` });
  });
  coordinator = await actorOf('project-coordinator', 'AL');
  qui = await actorOf('partner-coordinator', 'QUI');
  // On a server the pool has its connections before things are done at once.
  await Promise.all(Array.from({ length: 4 }, () => workPlan.plan(qui, null)));
});

/** Awaited inside: a request is sent with the first wait for it. */
const at = <T>(day: string, work: () => Promise<T>): Promise<T> =>
  office.app.get(Clock).at(new Date(`${day}T10:00:00Z`), async () => await work());

async function submitted(title: string, changes: readonly PlanChange[], on = TODAY): Promise<AmendmentView> {
  const draft = await amendments.prepare(coordinator, { title, justification: 'As agreed.', changes });
  const approved = await amendments.approve(coordinator, draft.id, draft.version, { on, reference: 'Minutes 7' });
  const checked = await amendments.checkInformally(coordinator, draft.id, approved.version, { on, note: '' });
  return amendments.submit(coordinator, draft.id, checked.version, { on });
}
const accept = ({ id, version }: AmendmentView, effectiveOn = TODAY, on = TODAY): Promise<AmendmentView> =>
  amendments.accept(coordinator, id, version, { on, effectiveOn });

const months = (endMonth: number): PlanChange => ({ kind: 'task.months', id: strive.idOf('T2.2'), startMonth: 6, endMonth });
const taskEnd = async (number = 'T2.2'): Promise<number> => (await workPlan.task(qui, strive.idOf(number))).endMonth;

describe('two acceptances at once', () => {
  it('of two amendments that were prepared on the same plan: one is the plan, the other is stale', async () => {
    const [one, two] = [await submitted('One', [months(11)]), await submitted('Two', [months(12)])];
    expect(await outcomesOf([accept(one), accept(two)])).toEqual({ done: 1, refused: ['plan-stale'] });
    const [first, second] = [await amendments.view(coordinator, one.id), await amendments.view(coordinator, two.id)];
    const [accepted, stale] = first.state === 'accepted' ? [first, second] : [second, first];
    expect(accepted).toMatchObject({ label: '1', inForce: true });
    expect(stale).toMatchObject({ state: 'submitted', stale: true });
    expect(await taskEnd()).toBe(accepted.title === 'One' ? 11 : 12);
    expect(await planChanges.versions(qui)).toHaveLength(2);
  });

  it('of the same amendment: one is through, the other sees it', async () => {
    const one = await submitted('Once', [months(11)]);
    expect(await outcomesOf([accept(one), accept(one)])).toEqual({ done: 1, refused: ['precondition-failed'] });
    expect(await planChanges.versions(qui)).toHaveLength(2);
  });
});

describe('an effective date to come', () => {
  it('is waited for: the plan changes on its date, with the first look at it', async () => {
    const waiting = await accept(await submitted('Later', [months(11)]), '2024-10-01');
    expect(waiting).toMatchObject({ state: 'accepted', label: '1', inForce: false, agreement: { agreed: 1, inForce: 0 } });
    expect(await taskEnd()).toBe(10);
    await at('2024-09-30', () => days.look());
    expect(await taskEnd()).toBe(10);

    const reader = await at('2024-10-01', () => strive.addMember(`reader-${serial}@university.example`, ['observer'], null));
    expect(await taskEnd()).toBe(10);
    const seen = await at('2024-10-01', () => reader.request(`tasks/${strive.idOf('T2.2')}`));
    expect(seen.json()).toMatchObject({ endMonth: 11, baseline: { startMonth: 6, endMonth: 10 } });
    expect(await amendments.view(coordinator, waiting.id)).toMatchObject({ inForce: true });
  });

  it('is the date in the zone of the deadlines', async () => {
    await accept(await submitted('At midnight', [months(11)]), '2024-10-01');
    const clock = office.app.get(Clock);
    await clock.at(new Date('2024-09-30T21:59:00Z'), () => days.look());
    expect(await taskEnd()).toBe(10);
    await clock.at(new Date('2024-09-30T22:00:00Z'), () => days.look());
    expect(await taskEnd()).toBe(11);
  });

  it('lets the next amendment be prepared on the plan as agreed, and none take effect before it', async () => {
    await accept(await submitted('First', [months(11)]), '2024-10-01');
    const next = await submitted('Second', [months(12)]);
    expect(next).toMatchObject({
      preparedOn: 1,
      differences: [{ number: 'T2.2', fields: [{ field: 'endMonth', before: 11, after: 12 }] }],
    });
    expect(await refusalOf(accept(next))).toMatchObject({
      facts: { errors: [{ path: 'effectiveOn', code: 'date-too-early', params: { earliest: '2024-10-01' } }] },
    });
    expect(await accept(next, '2024-11-01')).toMatchObject({ label: '2' });
    await at('2024-12-01', () => days.look());
    expect(await taskEnd()).toBe(12);
    expect(await planChanges.versions(qui)).toMatchObject([
      { number: 0, inForceTo: '2024-09-30' },
      { number: 1, inForceFrom: '2024-10-01', inForceTo: '2024-10-31' },
      { number: 2, inForceFrom: '2024-11-01', inForce: true },
    ]);
  });

  it('is not before the date of the amendment before it, though that one is in force', async () => {
    await accept(await submitted('First', [months(11)]), '2024-09-15');
    expect(await refusalOf(accept(await submitted('Second', [months(12)]), '2024-09-10'))).toMatchObject({
      facts: { errors: [{ path: 'effectiveOn', code: 'date-too-early', params: { earliest: '2024-09-15' } }] },
    });
  });

  it('comes in every project, whatever keeps it from coming in another', async () => {
    const broken = await accept(await submitted('Broken', [months(12)]), '2024-10-01');
    await office.sql(`UPDATE amendment SET changes = '[null]' WHERE id = $1`, [broken.id]);
    strive = await importStrive(office, (file) => {
      Object.assign(file.project, { grantNumber: `10200000${serial}`, acronym: `STRIVE-${serial}-B` });
    });
    coordinator = { ...coordinator, projectId: strive.projectId };
    await accept(await submitted('Sound', [months(11)]), '2024-10-01');
    await at('2024-10-01', () => days.look());
    qui = { ...qui, projectId: strive.projectId };
    expect(await taskEnd()).toBe(11);
    await office.sql(`UPDATE amendment SET changes = '[]' WHERE id = $1`, [broken.id]);
  });

  it('is held back by work that came in between, and says so', async () => {
    const task = strive.idOf('T2.2');
    const waiting = await accept(await submitted('Removes', [{ kind: 'task.remove', id: task }]), '2024-10-01');
    const { status } = await workPlan.task(qui, task);
    await workPlan.updateTaskStatus(qui, task, status.version, { state: 'in-progress', progress: 10, narrative: 'Begun.' });
    await at('2024-10-02', () => days.look());
    const held = await amendments.view(coordinator, waiting.id);
    expect(held).toMatchObject({ state: 'accepted', inForce: false, findings: [{ code: 'work-reported' }] });
    expect(await taskEnd()).toBe(10);
  });

  it('holds what is free meanwhile to the plan that comes', async () => {
    await accept(await submitted('Goes', [{ kind: 'deliverable.remove', id: strive.idOf('D3.3') }]), '2024-10-01');
    const { version } = await planChanges.edit(coordinator);
    const changes: PlanChange[] = [{ kind: 'deliverable.due', id: strive.idOf('D3.3'), dueMonth: 43 }];
    expect(await refusalOf(planChanges.apply(coordinator, version, { changes, note: 'Agreed' }))).toMatchObject({
      facts: { errors: [{ code: 'subject-unknown' }] },
    });
  });
});

describe('silence', () => {
  it('lapses by the clock, whoever looks; what was said of it in time is recorded later', async () => {
    const one = await submitted('Silent', [months(11)]);
    const [lastDay, dayAfter] = ['2024-10-31', '2024-11-01'];
    expect(await at(lastDay, () => amendments.view(qui, one.id))).toMatchObject({ state: 'submitted', answerDueOn: lastDay });
    expect(await at(dayAfter, () => amendments.view(qui, one.id))).toMatchObject({ state: 'lapsed' });
    const stored = await at(dayAfter, async () => {
      await days.look();
      return amendments.view(qui, one.id);
    });
    expect(stored).toMatchObject({ state: 'lapsed', label: 'R1', inForce: false });
    expect(await taskEnd()).toBe(10);
    const late = await at(dayAfter, () => accept(stored, dayAfter, lastDay));
    expect(late).toMatchObject({ state: 'accepted', label: '1', decidedOn: lastDay, inForce: true });
  });
});

describe('what an amendment changes', () => {
  it('keeps the work: what was reported stays with the row that moves, and figures follow', async () => {
    const task = strive.idOf('T2.2');
    const before = await workPlan.task(qui, task);
    const reported = { state: 'in-progress', progress: 40, narrative: 'Programme agreed.', progressSource: 'overridden' } as const;
    await workPlan.updateTaskStatus(qui, task, before.status.version, reported);
    await accept(
      await submitted('Moves', [{ kind: 'task.move', id: task, workPackageId: strive.idOf('WP3'), number: 'T3.9' }, months(11)]),
    );
    const after = await workPlan.task(qui, task);
    expect(after).toMatchObject({
      number: 'T3.9',
      endMonth: 11,
      workPackageId: strive.idOf('WP3'),
      status: { state: 'in-progress', progress: 40 },
    });
    expect((await workPlan.statusUpdates(qui, 'task', task, {})).items.map(({ narrative }) => narrative)).toContain('Programme agreed.');
  });

  it('does not take away a row that was reported on', async () => {
    const task = strive.idOf('T2.2');
    const amendment = await submitted('Removes', [{ kind: 'task.remove', id: task }]);
    const { status } = await workPlan.task(qui, task);
    await workPlan.updateTaskStatus(qui, task, status.version, { state: 'in-progress', progress: 10, narrative: 'Begun.' });
    expect(await refusalOf(accept(amendment))).toMatchObject({ code: 'validation-failed', facts: { errors: [{ code: 'work-reported' }] } });
    expect(await amendments.view(coordinator, amendment.id)).toMatchObject({ state: 'submitted' });
  });

  it('takes a row away with its people, and leaves the others', async () => {
    await accept(
      await submitted('Removes', [
        { kind: 'task.remove', id: strive.idOf('T2.2') },
        { kind: 'milestone.remove', id: strive.idOf('MS8') },
      ]),
    );
    const plan = await workPlan.plan(qui, null);
    expect(plan.workPackages.flatMap(({ tasks }) => tasks).map(({ number }) => number)).not.toContain('T2.2');
    expect(plan.workPackages.flatMap(({ milestones }) => milestones).map(({ number }) => number)).not.toContain('MS8');
  });

  it('is read with a page of one statement and written whole or not at all', async () => {
    expect(await countStatements(() => planChanges.edit(qui))).toBe(1);
    expect(await countStatements(() => planChanges.versions(qui))).toBe(1);
    const versions = await office.sql(`SELECT * FROM plan_version WHERE project_id = $1`, [strive.projectId]);
    const twice: PlanChange[] = [{ kind: 'task.renumber', id: strive.idOf('T2.2'), number: 'T2.1' }];
    const draft = await amendments.prepare(coordinator, { title: 'Twice', justification: 'As agreed.', changes: twice });
    expect(draft.findings).toMatchObject([{ code: 'number-repeated' }]);
    expect(await office.sql(`SELECT * FROM plan_version WHERE project_id = $1`, [strive.projectId])).toEqual(versions);
  });

  it('leaves the versions of the agreement as they were written', async () => {
    await expect(office.sql(`UPDATE plan_version SET plan = '{}' WHERE project_id = $1`, [strive.projectId])).rejects.toThrow(
      'append-only',
    );
    await expect(office.sql(`DELETE FROM plan_version WHERE project_id = $1`, [strive.projectId])).rejects.toThrow('append-only');
  });
});

describe('a project from before there were amendments', () => {
  it('counts as signed on its first day, with the plan that it has', async () => {
    const read = () => office.sql(`SELECT number, in_force_from, plan FROM plan_version WHERE project_id = $1`, [strive.projectId]);
    const baseline = () => office.sql(`SELECT * FROM plan_baseline WHERE project_id = $1 ORDER BY subject_id`, [strive.projectId]);
    const [versions, months] = [await read(), await baseline()];
    const runner = office.app.get(DataSource).createQueryRunner();
    await new Amendments1764200000000().down(runner);
    await new Amendments1764200000000().up(runner);
    await new AmendmentProvenance1764600000000().up(runner);
    await runner.release();
    expect(await read()).toEqual(versions);
    expect(await baseline()).toEqual(months);
    expect((await planChanges.edit(coordinator)).agreement).toMatchObject({ locked: true, lockedOn: '2024-01-01', agreed: 0 });
  });
});

/** Only a real server can be shared. */
const onServer = process.env['TEST_DATABASE_URL'] === undefined ? it.skip : it;

describe('a task that goes while somebody reports on it', () => {
  onServer('stays: the report holds its status and gets its row, the amendment waits and sees it', async () => {
    const task = strive.idOf('T2.2');
    const removal = await submitted('Removes', [{ kind: 'task.remove', id: task }]);
    const isWaiting = async (): Promise<boolean> => (await office.sql(`SELECT FROM pg_locks WHERE NOT granted`)).length > 0;
    const { accepting } = await office.app.get(Transactions).run(async (t) => {
      await t.rows(`SELECT FROM task_status WHERE project_id = $1 AND task_id = $2 FOR UPDATE`, [strive.projectId, task]);
      const accepting = refusalOf(accept(removal));
      while (!(await isWaiting())) continue;
      await t.rows(
        `INSERT INTO task_part (project_id, task_id, beneficiary_id, state, note, criteria, updated_at, updated_by)
         VALUES ($1, $2, $3, 'in-progress', '', '[]', now(), $4)`,
        [strive.projectId, task, strive.idOf('QUI'), qui.personId],
      );
      return { accepting };
    });
    expect(await accepting).toMatchObject({ code: 'state-changed' });
  });
});

describe('two servers', () => {
  let handle: DatabaseHandle;
  onServer('bring the plan to its date together, once', async () => {
    handle = await openDatabase(office.settings);
    const second = await createApp(office.settings, handle);
    await second.init();
    const added = uuid();
    const row = { id: added, number: 'T2.9', title: 'Coaching', workPackageId: strive.idOf('WP2'), leadId: strive.idOf('QUI') };
    const add: PlanChange = { kind: 'task.add', row: { ...row, participantIds: [], startMonth: 10, endMonth: 12 } };
    await accept(await submitted('Shared', [add]), '2024-10-01');
    const there = second.get(PlanDays);
    const tomorrow = new Date('2024-10-01T10:00:00Z');
    await Promise.all([office.app.get(Clock).at(tomorrow, () => days.look()), second.get(Clock).at(tomorrow, () => there.look())]);
    expect(await workPlan.task(qui, added)).toMatchObject({ number: 'T2.9', added: true });
    const events = await office.sql(`SELECT FROM audit_entry WHERE project_id = $1 AND event = 'amendment.in-force'`, [strive.projectId]);
    expect(events).toHaveLength(1);
    await second.close();
    await handle.close();
  });
});
