import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { BudgetView, ClaimView, DeclarationRequest, Problem, ReportsView, ReportView } from '@office/contracts';
import type { LightMyRequestResponse } from 'fastify';
import { openOffice, type TestOffice } from '../support/office.js';
import { importStrive, type Member, type TestProject } from '../support/project.js';

/** Ten days after the end of the last period: every report can be opened. */
const CLOCK = '2028-01-10T10:00:00Z';

let office: TestOffice;
let strive: TestProject;
let coordinator: Member;
let qui: Member;

beforeAll(async () => {
  office = await openOffice({ CLOCK });
  strive = await importStrive(office);
  coordinator = await strive.addMember('coordinator@university.example', ['project-coordinator'], 'AL');
  qui = await strive.addMember('qui@university.example', ['partner-coordinator'], 'QUI');
});
afterAll(() => office.close());

const reports = async (): Promise<ReportView[]> => (await qui.request('reports')).json<ReportsView>().reports;
const reportOf = async (number: number): Promise<ReportView> => (await reports())[number - 1]!;
const claimIn = (report: ReportView, workPackage: string): ClaimView =>
  report.claims.find((claim) => claim.workPackage.number === workPackage)!;

async function write(
  period: number,
  workPackage: string,
  step: string,
  payload: object,
  { member = coordinator, version }: { member?: Member; version?: number } = {},
): Promise<LightMyRequestResponse> {
  const report = await reportOf(period);
  const claim = claimIn(report, workPackage);
  const path = `reports/${report.id}/work-packages/${claim.workPackage.id}/${step}`;
  const method = step === 'declaration' ? 'PUT' : 'POST';
  return member.request(path, { method, payload, headers: { 'if-match': `"${version ?? claim.version}"` } });
}

const completed = (overrides: Partial<DeclarationRequest> = {}): DeclarationRequest => ({
  kind: 'completed',
  justification: 'All tasks were carried out.',
  gapsReason: 'The lists of two partners follow.',
  ...overrides,
});

/** What keeps a report from being locked is put right, and then it goes out. */
async function submit(number: number): Promise<void> {
  const take = async (step: string): Promise<void> => {
    const { id, version } = await reportOf(number);
    const answer = await coordinator.request(`reports/${id}/${step}`, { method: 'POST', headers: { 'if-match': `"${version}"` } });
    expect([step, answer.statusCode, answer.json<Problem>().params]).toEqual([step, 200, undefined]);
  };
  await take('opening');
  await take('preparation');
  const { id, deliverables, milestones } = await reportOf(number);
  for (const { id: deliverableId } of deliverables.filter((one) => one.late && one.justification.text === ''))
    await coordinator.request(`reports/${id}/justifications/${deliverableId}`, {
      method: 'PUT',
      payload: { text: 'Later than planned.' },
      headers: { 'if-match': '"0"' },
    });
  for (const milestone of milestones.filter(({ late }) => late))
    await coordinator.request(`milestones/${milestone.id}/achievement`, {
      method: 'POST',
      payload: { achievedOn: '2027-12-01', evidence: 'Minutes' },
      headers: { 'if-match': `"${milestone.version}"` },
    });
  await take('lock');
  await take('submission');
}

describe('the status of work packages', () => {
  it('begins with every work package, its lump sum and what is missing of it', async () => {
    const { claims } = await reportOf(1);
    expect(claims.map(({ workPackage }) => workPackage.number)).toEqual(['WP1', 'WP2', 'WP3', 'WP4', 'WP5']);
    const budget = (await qui.request('budget')).json<BudgetView>();
    expect(claims.map(({ shareCents }) => shareCents)).toEqual(budget.workPackages.map(({ totalCents }) => totalCents));
    expect(claims[1]).toMatchObject({ state: 'draft', version: 0, declaration: null, claimedCents: 0, acceptedCents: 0 });
    expect(claims[1]?.gaps).toContainEqual({
      kind: 'deliverable-not-submitted',
      subjectId: strive.idOf('D2.2'),
      number: 'D2.2',
      beneficiary: expect.objectContaining({ shortName: 'QUI' }),
    });
    expect(claims[1]?.gaps.filter(({ kind, number }) => kind === 'part-unfinished' && number === 'T2.2').length).toBeGreaterThan(1);
  });

  it.each<[string, DeclarationRequest, string, string]>([
    ['completed without a word', completed({ justification: ' ' }), 'justification', 'justification-needed'],
    ['completed with gaps and no reason', completed({ gapsReason: '' }), 'gapsReason', 'gaps-unexplained'],
    [
      'partially before the last period',
      completed({ kind: 'partially-completed', completionBasisPoints: 6_000 }),
      'kind',
      'partial-only-in-last-period',
    ],
  ])('refuses what is declared %s, and names the field', async (_case, request, path, code) => {
    const answer = await write(1, 'WP2', 'declaration', request);
    expect(answer.statusCode).toBe(422);
    expect(answer.json<Problem>()).toMatchObject({ code: 'validation-failed', errors: [{ path, code }] });
    expect(claimIn(await reportOf(1), 'WP2').version).toBe(0);
  });

  it('is declared by the project coordinator only, and never over what somebody else declared', async () => {
    expect((await write(1, 'WP2', 'declaration', completed(), { member: qui })).statusCode).toBe(403);
    const declared = (await write(1, 'WP2', 'declaration', completed())).json<ReportView>();
    expect(claimIn(declared, 'WP2')).toMatchObject({
      state: 'draft',
      version: 1,
      declaration: { kind: 'completed', justification: 'All tasks were carried out.' },
    });
    expect(claimIn(declared, 'WP2').claimedCents).toBe(claimIn(declared, 'WP2').shareCents);
    const stale = await write(1, 'WP2', 'declaration', completed({ kind: 'not-completed' }), { version: 0 });
    expect(stale.statusCode).toBe(412);
    expect(claimIn(stale.json<Problem>().current as ReportView, 'WP2').declaration?.kind).toBe('completed');
  });

  it('goes to EACEA with its report, comes back with it, and goes again', async () => {
    await write(1, 'WP1', 'declaration', completed({ kind: 'not-completed' }));
    expect((await write(1, 'WP2', 'acceptance', { note: '' })).json<Problem>()).toMatchObject({ code: 'transition-refused' });
    await submit(1);
    const states = async (): Promise<string[]> => (await reportOf(1)).claims.slice(0, 2).map(({ state }) => state);
    expect(await states()).toEqual(['draft', 'under-assessment']);
    expect((await write(1, 'WP2', 'declaration', completed())).statusCode).toBe(409);
    const { id, version } = await reportOf(1);
    const payload = { reason: 'Table 3 is missing.' };
    await coordinator.request(`reports/${id}/return`, { method: 'POST', payload, headers: { 'if-match': `"${version}"` } });
    expect(await states()).toEqual(['draft', 'draft']);
    for (const [at, step] of ['preparation', 'lock', 'submission'].entries())
      await coordinator.request(`reports/${id}/${step}`, { method: 'POST', headers: { 'if-match': `"${version + 1 + at}"` } });
    expect(await states()).toEqual(['draft', 'under-assessment']);
  });

  it('is accepted whole, freezes, is paid on a day that has come, and cannot be declared again', async () => {
    const accepted = claimIn((await write(1, 'WP2', 'acceptance', { note: 'Letter of 3 January' })).json<ReportView>(), 'WP2');
    expect(accepted).toMatchObject({ state: 'accepted', acceptedCents: accepted.shareCents, decision: { note: 'Letter of 3 January' } });
    const early = await write(1, 'WP2', 'payment', { paidOn: '2028-01-11' });
    expect(early.json<Problem>().errors).toEqual([{ path: 'paidOn', code: 'must-not-be-in-the-future' }]);
    expect(claimIn((await write(1, 'WP2', 'payment', { paidOn: '2028-01-10' })).json<ReportView>(), 'WP2')).toMatchObject({
      state: 'paid',
      paidOn: '2028-01-10',
    });
    expect(claimIn(await reportOf(3), 'WP2').acceptedInPeriod).toBe(1);
    const { workPackages } = (await qui.request('budget')).json<BudgetView>();
    expect(workPackages.map(({ claim }) => claim)).toEqual([
      null,
      { state: 'paid', period: 1, acceptedCents: accepted.shareCents, paidOn: '2028-01-10' },
      null,
      null,
      null,
    ]);
    const again = await write(3, 'WP2', 'declaration', completed());
    expect(again.json<Problem>().errors).toEqual([{ path: 'kind', code: 'already-accepted' }]);
  });

  it('is accepted in part in the last period, by beneficiary and never above a share', async () => {
    await write(3, 'WP4', 'declaration', completed({ kind: 'partially-completed', completionBasisPoints: 6_000 }));
    await write(3, 'WP5', 'declaration', completed());
    await submit(3);
    const { shares, shareCents, claimedCents } = claimIn(await reportOf(3), 'WP4');
    expect(claimedCents).toBeLessThan(shareCents);
    const amounts = shares.map((share) => ({ beneficiaryId: share.beneficiary.id, cents: Math.floor(share.shareCents / 2) }));
    const [first, ...rest] = amounts as [(typeof amounts)[number], ...typeof amounts];
    const refused = async (list: typeof amounts) =>
      (await write(3, 'WP4', 'partial-acceptance', { amounts: list, note: '' })).json<Problem>();
    expect((await refused(rest)).errors).toEqual([{ path: 'amounts', code: 'amount-for-each-share' }]);
    expect((await refused([...amounts, first])).errors).toEqual([{ path: 'amounts', code: 'amount-for-each-share' }]);
    const above = await refused([{ ...first, cents: (shares[0]?.shareCents ?? 0) + 1 }, ...rest]);
    expect(above.errors).toEqual([{ path: 'amounts.0.cents', code: 'accepted-above-share' }]);
    const half = claimIn((await write(3, 'WP4', 'partial-acceptance', { amounts, note: 'Half' })).json<ReportView>(), 'WP4');
    expect([half.state, half.acceptedCents]).toEqual(['partly-accepted', amounts.reduce((sum, { cents }) => sum + cents, 0)]);
  });

  it('is rejected with a reason, and may then be declared in another period', async () => {
    expect((await write(3, 'WP5', 'rejection', { reason: ' ' })).statusCode).toBe(422);
    const rejected = claimIn((await write(3, 'WP5', 'rejection', { reason: 'No evidence of the events.' })).json<ReportView>(), 'WP5');
    expect(rejected).toMatchObject({ state: 'rejected', acceptedCents: 0, decision: { note: 'No evidence of the events.' } });
    expect((await write(2, 'WP5', 'declaration', completed())).statusCode).toBe(200);
  });

  it('is accepted once, though two reports claimed it before', async () => {
    await submit(2);
    await write(2, 'WP5', 'acceptance', { note: '' });
    expect(claimIn(await reportOf(2), 'WP5').state).toBe('accepted');
    await office.sql(
      `UPDATE work_package_claim SET state = 'under-assessment', decided_at = NULL, decided_by = NULL WHERE state = 'rejected'`,
    );
    const second = await write(3, 'WP5', 'acceptance', { note: '' });
    expect(second.json<Problem>()).toMatchObject({ code: 'transition-refused', params: { period: 2 } });
    expect((await write(3, 'WP5', 'rejection', { reason: 'Paid with the second report.' })).statusCode).toBe(200);
  });

  it('is not found in another report, nor for a work package that is not there', async () => {
    const { id } = await reportOf(1);
    const answer = await coordinator.request(`reports/${id}/work-packages/${id}/acceptance`, {
      method: 'POST',
      payload: { note: '' },
      headers: { 'if-match': '"1"' },
    });
    expect(answer.statusCode).toBe(404);
  });
});
