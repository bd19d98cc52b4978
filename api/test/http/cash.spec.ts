import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { CashView, DistributionView, PaymentView, Problem } from '@office/contracts';
import { sumCents } from '@office/domain';
import type { LightMyRequestResponse } from 'fastify';
import { openOffice, type TestOffice } from '../support/office.js';
import { importStrive, type Member, type TestProject } from '../support/project.js';

const CLOCK = '2024-09-16T10:00:00Z';
const COME = 16_000_001;

let office: TestOffice;
let strive: TestProject;
let coordinator: Member;
let qui: Member;
let ue: Member;

beforeAll(async () => {
  office = await openOffice({ CLOCK });
  strive = await importStrive(office);
  coordinator = await strive.addMember('coordinator@university.example', ['project-coordinator'], 'AL');
  qui = await strive.addMember('qui@university.example', ['partner-coordinator'], 'QUI');
  ue = await strive.addMember('ue@university.example', ['partner-coordinator'], 'UÉ');
});
afterAll(() => office.close());

const cash = async (member = qui): Promise<CashView> => (await member.request('cash')).json<CashView>();
const write = (method: 'POST' | 'PUT', path: string, payload: object, version: number | null, member = coordinator) =>
  member.request(path, { method, payload, ...(version !== null && { headers: { 'if-match': `"${version}"` } }) });
const problemOf = (answer: LightMyRequestResponse): Problem => answer.json<Problem>();
const payment = async (): Promise<PaymentView> => (await cash()).payments[0]!;
const partOf = async (shortName: string): Promise<DistributionView> =>
  (await payment()).distribution.find(({ beneficiary }) => beneficiary.shortName === shortName)!;
const partnerOf = async (shortName: string) => (await cash()).partners.find(({ beneficiary }) => beneficiary.shortName === shortName)!;

async function send(shortName: string): Promise<LightMyRequestResponse> {
  const { id, version } = await partOf(shortName);
  return write('POST', `distributions/${id}/sending`, { sentOn: '2024-09-16' }, version);
}

describe('the cash of a project', () => {
  it('begins with the usual terms, no payment, and every partner with its share', async () => {
    const view = await cash();
    expect(view.terms).toEqual({
      interimCeilingBasisPoints: 9_000,
      prefinancingUseBasisPoints: 7_000,
      earlyClearingBasisPoints: 0,
      approvalCountries: ['VN'],
      version: 0,
    });
    expect(view.payments).toEqual([]);
    expect(sumCents(view.partners.map(({ shareCents }) => shareCents))).toBe(view.maximumGrantCents);
    expect(view.partners.filter(({ needsApproval }) => needsApproval)).toHaveLength(4);
    expect(new Set(view.partners.map(({ hold }) => hold))).toEqual(new Set(['not-acceded']));
  });

  it('is written by the project coordinator only', async () => {
    expect(
      (await write('POST', 'payments', { kind: 'prefinancing', expectedOn: '2024-02-12', expectedCents: 1 }, null, qui)).statusCode,
    ).toBe(403);
  });

  it('expects a payment, which can be changed until it comes and not over somebody else', async () => {
    const expected = { kind: 'prefinancing', expectedOn: '2024-02-12', expectedCents: 15_000_000 };
    expect((await write('POST', 'payments', expected, null)).statusCode).toBe(201);
    const { id, version } = await payment();
    expect((await write('PUT', `payments/${id}`, { ...expected, expectedCents: COME }, version)).statusCode).toBe(200);
    expect((await write('PUT', `payments/${id}`, expected, version)).statusCode).toBe(412);
    expect(await payment()).toMatchObject({ expectedCents: COME, receivedOn: null, distribution: [], undistributedCents: 0 });
  });

  it('expects and receives no more than the maximum grant in all', async () => {
    const { id, version } = await payment();
    const { maximumGrantCents } = await cash();
    const above = { kind: 'balance', expectedOn: '2028-03-01', expectedCents: maximumGrantCents - COME + 1 };
    const error = { code: 'more-than-maximum-grant', params: { maximumGrantCents } };
    expect(problemOf(await write('POST', 'payments', above, null)).errors).toEqual([{ path: 'expectedCents', ...error }]);
    const receipt = { receivedOn: '2024-02-16', receivedCents: maximumGrantCents + 1 };
    expect(problemOf(await write('POST', `payments/${id}/receipt`, receipt, version)).errors).toEqual([
      { path: 'receivedCents', ...error },
    ]);
  });

  it('receives it, and proposes the parts by the shares to the cent', async () => {
    const { id, version } = await payment();
    const tomorrow = await write('POST', `payments/${id}/receipt`, { receivedOn: '2024-09-17', receivedCents: COME }, version);
    expect(problemOf(tomorrow).errors).toEqual([{ path: 'receivedOn', code: 'must-not-be-in-the-future' }]);
    await write('POST', `payments/${id}/receipt`, { receivedOn: '2024-02-16', receivedCents: COME }, version);
    const received = await payment();
    expect(sumCents(received.distribution.map(({ amountCents }) => amountCents))).toBe(COME);
    expect(received.undistributedCents).toBe(0);
    expect(
      (await write('POST', `payments/${id}/receipt`, { receivedOn: '2024-02-16', receivedCents: 1 }, received.version)).statusCode,
    ).toBe(409);
  });

  it('sends nothing to a partner that has not acceded, or whose national approval is missing or has run out', async () => {
    expect(problemOf(await send('QUI')).params).toMatchObject({ fact: 'not-held', hold: 'not-acceded' });
    const { beneficiary } = await partnerOf('QUI');
    const accede = `cash/partners/${beneficiary.id}/accession`;
    expect((await write('PUT', accede, { accededOn: '2024-01-10' }, 0, qui)).statusCode).toBe(403);
    await write('PUT', accede, { accededOn: '2024-01-10' }, 0);
    expect(problemOf(await send('QUI')).params).toMatchObject({ hold: 'approval-missing' });
    const approve = `cash/partners/${beneficiary.id}/approval`;
    const request = { authority: 'Ministry of Education and Training', submittedOn: '2024-03-01', approvedOn: '2024-05-20' };
    expect((await write('PUT', approve, request, 0, ue)).statusCode).toBe(403);
    expect((await write('PUT', approve, { ...request, validUntil: '2024-09-15' }, 0, qui)).statusCode).toBe(200);
    expect(problemOf(await send('QUI')).params).toMatchObject({ hold: 'approval-expired' });
    const wrong = await write('PUT', approve, { ...request, approvedOn: '2024-02-01', validUntil: '2024-01-31' }, 1, qui);
    expect(problemOf(wrong).errors).toEqual([
      { path: 'approvedOn', code: 'must-not-be-before-submission' },
      { path: 'validUntil', code: 'must-not-be-before-approval' },
    ]);
    expect((await write('PUT', approve, { ...request, validUntil: '2027-12-31' }, 1, qui)).statusCode).toBe(200);
    expect((await send('QUI')).json<CashView>().partners.find(({ hold }) => hold === null)?.beneficiary.shortName).toBe('QUI');
  });

  it('is confirmed by the partner alone, once', async () => {
    const part = await partOf('QUI');
    const confirm = (member: Member, version: number) => write('POST', `distributions/${part.id}/confirmation`, {}, version, member);
    expect((await confirm(ue, part.version)).statusCode).toBe(403);
    expect((await confirm(coordinator, part.version)).statusCode).toBe(403);
    expect((await confirm(qui, part.version)).statusCode).toBe(200);
    expect(await partOf('QUI')).toMatchObject({ state: 'confirmed', sentOn: '2024-09-16', confirmed: { by: { beneficiary: 'QUI' } } });
    expect(problemOf(await confirm(qui, part.version + 1)).code).toBe('transition-refused');
    expect(await partnerOf('QUI')).toMatchObject({ confirmedCents: part.amountCents, underwayCents: 0 });
  });

  it('is distributed anew by agreement: what was sent stays, and no cent more than came goes out', async () => {
    const { id, version, distribution } = await payment();
    const qui = await partOf('QUI');
    const others = distribution
      .filter(({ state }) => state === 'planned')
      .map((part) => ({ beneficiaryId: part.beneficiary.id, amountCents: part.amountCents }));
    const [first, ...rest] = others as [(typeof others)[number], ...typeof others];
    const refused = async (parts: object[]) => problemOf(await write('PUT', `payments/${id}/distribution`, { parts }, version)).errors?.[0];
    expect(await refused([{ ...first, amountCents: first.amountCents + 1 }, ...rest])).toMatchObject({
      path: 'parts',
      code: 'more-than-received',
    });
    expect(await refused([...others, { beneficiaryId: qui.beneficiary.id, amountCents: 0 }])).toMatchObject({
      path: `parts.${others.length}`,
      code: 'part-repeated',
    });
    const held = { ...first, amountCents: first.amountCents - 100, heldReason: 'Contact person changes' };
    const planned = (await write('PUT', `payments/${id}/distribution`, { parts: [held, ...rest] }, version)).json<CashView>().payments[0];
    expect(planned?.undistributedCents).toBe(100);
    expect(planned?.distribution.find(({ beneficiary }) => beneficiary.shortName === 'QUI')).toEqual(qui);
    expect(planned?.distribution.find(({ beneficiary }) => beneficiary.id === first.beneficiaryId)?.heldReason).toBe(
      'Contact person changes',
    );
  });

  it('takes the terms of the agreement', async () => {
    const terms = {
      interimCeilingBasisPoints: 8_000,
      prefinancingUseBasisPoints: 7_000,
      earlyClearingBasisPoints: 10_000,
      approvalCountries: [],
    };
    expect((await write('PUT', 'cash/terms', terms, 0)).json<CashView>().terms).toEqual({ ...terms, version: 1 });
    expect((await write('PUT', 'cash/terms', { ...terms, approvalCountries: ['Vietnam'] }, 1)).statusCode).toBe(422);
    expect((await partnerOf('HANU')).needsApproval).toBe(false);
    const again = (await write('PUT', 'cash/terms', { ...terms, approvalCountries: ['vn', 'VN'] }, 1)).json<CashView>();
    expect(again.terms.approvalCountries).toEqual(['VN']);
  });
});
