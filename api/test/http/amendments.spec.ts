import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type {
  ActivityItem,
  AmendmentsView,
  AmendmentView,
  Page,
  PlanVersionRef,
  PlanVersionView,
  Problem,
  ProjectView,
  WorkPlanView,
} from '@office/contracts';
import type { PlanChange } from '@office/domain';
import { v7 as uuid } from 'uuid';
import { amendmentsOf, done, marksOf, tasksOf } from '../support/amendments.js';
import { openOffice, type TestOffice } from '../support/office.js';
import { importStrive, type Member, type TestProject } from '../support/project.js';

/** The clock stands on 16 September 2024. */
const TODAY = '2024-09-16';

let office: TestOffice;
let strive: TestProject;
let coordinator: Member;
let qui: Member;
let steps: ReturnType<typeof amendmentsOf>;

beforeAll(async () => {
  office = await openOffice();
  strive = await importStrive(office);
  coordinator = await strive.addMember('coordinator@university.example', ['project-coordinator'], 'AL');
  qui = await strive.addMember('qui@university.example', ['partner-coordinator'], 'QUI');
  steps = amendmentsOf(coordinator);
});
afterAll(() => office.close());

const planOf = async (member: Member): Promise<WorkPlanView> => done(await member.request('work-plan'));

const newTask = (id: string, number = 'T4.9'): PlanChange => ({
  kind: 'task.add',
  row: {
    id,
    number,
    workPackageId: strive.idOf('WP4'),
    title: 'Coaching after the training',
    leadId: strive.idOf('QUI'),
    participantIds: [strive.idOf('HANU')],
    startMonth: 36,
    endMonth: 40,
  },
});

/** Six months more, D3.3 later, and a new task. */
const extension = (taskId: string): PlanChange[] => [
  { kind: 'project.duration', durationMonths: 54 },
  { kind: 'deliverable.due', id: strive.idOf('D3.3'), dueMonth: 50 },
  newTask(taskId),
];

describe('text with a NUL, which no database holds', () => {
  it.each<[string, string, PlanChange[]]>([
    ['as a title', 'More\u0000', []],
    ['inside a change', 'More', [{ kind: 'task.retitle', id: uuid(), title: 'Coaching\u0000' }]],
  ])('is refused as one that cannot be read: %s', async (_, title, changes) => {
    const answer = await coordinator.request('amendments', { method: 'POST', payload: { title, justification: 'As agreed.', changes } });
    expect([answer.statusCode, answer.json<Problem>().code]).toEqual([400, 'bad-request']);
  });
});

describe('an amendment', () => {
  it('that is rejected leaves no trace in the plan', async () => {
    const before = await planOf(qui);
    const amendment = await steps.submitted('Extension', extension(uuid()), '2024-09-02');
    const rejected = done<AmendmentView>(await steps.take(amendment, 'rejection', { on: '2024-09-10', reason: 'Not justified.' }));
    expect(rejected).toMatchObject({ state: 'rejected', label: 'R1', reason: 'Not justified.', inForce: false, actions: [] });
    expect(await planOf(qui)).toEqual(before);
    expect((await steps.edit()).agreement).toMatchObject({ agreed: 0, inForce: 0 });
  });

  it('is not approved before it says why it is needed', async () => {
    const payload = { title: 'Unexplained', justification: ' ', changes: extension(uuid()) };
    const draft = done<AmendmentView>(await coordinator.request('amendments', { method: 'POST', payload }), 201);
    const answer = await steps.take(draft, 'consortium-approval', { on: TODAY, reference: 'Minutes 1' });
    expect(answer.json<Problem>()).toMatchObject({ code: 'transition-refused', params: { fact: 'has-justification' } });
  });

  it('that is withdrawn leaves none either', async () => {
    const before = await planOf(qui);
    const amendment = await steps.submitted('Withdrawn', extension(uuid()), '2024-09-02');
    expect(done<AmendmentView>(await steps.take(amendment, 'withdrawal'))).toMatchObject({ state: 'withdrawn', label: null });
    expect(await planOf(qui)).toEqual(before);
  });

  it('is not accepted after 45 days of silence, unless the answer came in time', async () => {
    const before = await planOf(qui);
    const amendment = await steps.submitted('Silence', extension(uuid()), '2024-07-30');
    const lapsed = done<AmendmentView>(await coordinator.request(`amendments/${amendment.id}`));
    expect(lapsed).toMatchObject({ state: 'lapsed', label: 'R2', answerDueOn: '2024-09-13', actions: ['accept'] });
    const late = await steps.take(lapsed, 'acceptance', { on: '2024-09-14', effectiveOn: '2024-09-14' });
    expect(late.statusCode).toBe(409);
    expect(late.json<Problem>()).toMatchObject({ code: 'transition-refused', params: { from: 'lapsed', fact: 'answered-in-time' } });
    expect(await planOf(qui)).toEqual(before);
    expect(done<Page<ActivityItem>>(await qui.request('activity?limit=1')).items[0]).toMatchObject({ event: 'amendment.lapsed', by: null });
  });

  it('that is accepted is the plan, beside the agreement as signed; one prepared before is refused', async () => {
    const taskId = uuid();
    const first = await steps.submitted('Six months more', extension(taskId), '2024-09-02');
    const stale = await steps.submitted('The same again', [{ kind: 'project.duration', durationMonths: 60 }], '2024-09-02');
    expect(first).toMatchObject({ clauses: ['AT21', 'AT25'], changeCount: 3, preparedOn: 0, stale: false, answerDueOn: '2024-10-17' });
    expect(first.differences.map(({ number, change }) => `${number} ${change}`)).toEqual(
      ['', '3', 'T4.9', 'D3.3'].map((n) => `${n} ${n === 'T4.9' ? 'added' : 'changed'}`),
    );

    const accepted = done<AmendmentView>(await steps.take(first, 'acceptance', { on: '2024-09-12', effectiveOn: '2024-09-15' }));
    expect(accepted).toMatchObject({ state: 'accepted', label: '1', inForce: true, effectiveOn: '2024-09-15' });
    expect(accepted.history.map(({ event }) => event)).toEqual([
      'amendment.in-force',
      'amendment.accepted',
      'amendment.submitted',
      'amendment.informally-checked',
      'amendment.approved',
      'amendment.prepared',
    ]);

    const plan = await planOf(qui);
    expect(plan).toMatchObject({ durationMonths: 54, years: 5, agreement: { locked: true, amendment: 1 } });
    expect(marksOf(plan).find(({ number }) => number === 'D3.3')).toMatchObject({ dueMonth: 50, baseline: { dueMonth: 42 }, added: false });
    expect(tasksOf(plan).find(({ id }) => id === taskId)).toMatchObject({
      number: 'T4.9',
      participants: ['HANU'],
      baseline: null,
      added: true,
    });
    expect(marksOf(plan).filter(({ baseline, added }) => baseline !== null || added)).toHaveLength(1);
    expect(done<ProjectView>(await qui.request('')).reportingPeriods.at(-1)?.toMonth).toBe(54);

    const refused = await steps.take(stale, 'acceptance', { on: '2024-09-12', effectiveOn: '2024-09-12' });
    expect(refused.statusCode).toBe(409);
    expect(refused.json<Problem>()).toMatchObject({ code: 'plan-stale', params: { preparedOn: 0, agreed: 1 } });
    expect(await planOf(qui)).toEqual(plan);
  });

  it('that was overtaken goes on as a draft on the plan as agreed now', async () => {
    const { items } = done<AmendmentsView>(await coordinator.request('amendments'));
    const stale = items.find(({ title }) => title === 'The same again')!;
    expect(stale).toMatchObject({ stale: true, state: 'submitted' });
    const draft = done<AmendmentView>(await steps.take(stale, 'reopening'));
    expect(draft).toMatchObject({ state: 'draft', stale: false, preparedOn: 1, submittedOn: null });
    expect(draft.differences[0]?.fields).toEqual([{ field: 'durationMonths', before: 54, after: 60 }]);
  });

  it('keeps every version readable', async () => {
    const versions = done<PlanVersionRef[]>(await qui.request('work-plan/versions'));
    expect(versions).toMatchObject([
      { number: 0, amendment: null, inForceFrom: '2024-01-01', inForceTo: '2024-09-14', inForce: false },
      { number: 1, amendment: { label: '1', title: 'Six months more' }, inForceFrom: '2024-09-15', inForceTo: null, inForce: true },
    ]);
    const signed = done<PlanVersionView>(await qui.request('work-plan/versions/0'));
    expect(signed.plan).toMatchObject({ durationMonths: 48 });
    expect(signed.plan.deliverables.find(({ number }) => number === 'D3.3')?.dueMonth).toBe(42);
    expect(done<PlanVersionView>(await qui.request('work-plan/versions/1')).differences).toHaveLength(4);
    expect((await qui.request('work-plan/versions/7')).statusCode).toBe(404);
  });
});

describe('preparing an amendment', () => {
  it('shows what is wrong, and is not approved before that is right', async () => {
    const outside: PlanChange = { kind: 'deliverable.due', id: strive.idOf('D5.5'), dueMonth: 90 };
    const draft = await steps.prepare('Too far', [outside]);
    expect(draft.findings).toMatchObject([
      { level: 'error', code: 'month-outside-project', params: { subject: 'D5.5', month: 90 } },
      { level: 'warning', code: 'deliverable-outside-work-package' },
    ]);
    expect(draft.differences).toMatchObject([{ number: 'D5.5', fields: [{ field: 'dueMonth', after: 90 }] }]);
    const refused = await steps.take(draft, 'consortium-approval', { on: TODAY, reference: 'Minutes 8' });
    expect(refused.statusCode).toBe(422);
    expect(refused.json<Problem>().errors?.[0]).toMatchObject({ code: 'month-outside-project' });

    const payload = { title: 'Far enough', justification: 'As agreed.', changes: [{ ...outside, dueMonth: 50 }] };
    const saved = await coordinator.request(`amendments/${draft.id}/changes`, { method: 'PUT', payload, headers: { 'if-match': '"1"' } });
    expect(done<AmendmentView>(saved)).toMatchObject({
      title: 'Far enough',
      version: 2,
      findings: [{ level: 'warning', code: 'deliverable-outside-work-package' }],
    });
    const { items } = done<Page<ActivityItem>>(await qui.request('activity?limit=1'));
    expect(items[0]).toMatchObject({ event: 'amendment.changed', detail: { changes: 1, put: 'D5.5' } });
    const again = await coordinator.request(`amendments/${draft.id}/changes`, { method: 'PUT', payload, headers: { 'if-match': '"1"' } });
    expect(again.json<Problem>()).toMatchObject({ code: 'precondition-failed', current: { version: 2 } });
  });

  it('reads every field of every change', async () => {
    const payload = {
      title: 'Unreadable',
      justification: '',
      changes: [{ kind: 'task.months', id: 'T2.2', startMonth: 0 }, { kind: 'task.vanish' }],
    };
    const answer = await coordinator.request('amendments', { method: 'POST', payload });
    expect(answer.statusCode).toBe(422);
    expect(answer.json<Problem>().errors).toEqual([
      { path: 'changes.0.id', code: 'is-uuid' },
      { path: 'changes.0.startMonth', code: 'is-int' },
      { path: 'changes.0.endMonth', code: 'is-int' },
      { path: 'changes.1.kind', code: 'is-in' },
    ]);
  });

  it('is the project coordinator’s; the consortium reads', async () => {
    const payload = { title: 'Mine', justification: '', changes: [] };
    expect((await qui.request('amendments', { method: 'POST', payload })).statusCode).toBe(403);
    expect(done<AmendmentsView>(await qui.request('amendments')).items.length).toBeGreaterThan(3);
  });

  it('keeps the days of its story in order', async () => {
    const draft = await steps.prepare('Days', [newTask(uuid(), 'T4.10')]);
    const early = await steps.take(draft, 'consortium-approval', { on: '2024-09-17', reference: 'Minutes 9' });
    expect(early.json<Problem>().errors).toEqual([{ path: 'on', code: 'date-too-late', params: { latest: TODAY } }]);
    const approved = done<AmendmentView>(await steps.take(draft, 'consortium-approval', { on: '2024-09-12', reference: 'Minutes 9' }));
    const before = await steps.take(approved, 'informal-check', { on: '2024-09-11', note: '' });
    expect(before.json<Problem>().errors).toEqual([{ path: 'on', code: 'date-too-early', params: { earliest: '2024-09-12' } }]);
  });

  it('with the same key is done once', async () => {
    const payload = { title: 'Once', justification: '', changes: [] };
    const headers = { 'idempotency-key': 'prepare-once-1' };
    const [one, two] = [
      await coordinator.request('amendments', { method: 'POST', payload, headers }),
      await coordinator.request('amendments', { method: 'POST', payload, headers }),
    ];
    expect(done<AmendmentView>(two, 201).id).toBe(done<AmendmentView>(one, 201).id);
  });
});
