import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { DeliverableView, Problem } from '@office/contracts';
import { openOffice, type TestOffice } from '../support/office.js';
import { importStrive, type Member, type TestProject } from '../support/project.js';
import { form, staged } from '../support/upload.js';

let office: TestOffice;
let strive: TestProject;
let qui: Member;

beforeAll(async () => {
  office = await openOffice();
  strive = await importStrive(office);
  qui = await strive.addMember('qui@university.example', ['partner-coordinator'], 'QUI');
});
afterAll(() => office.close());

/** Makes the uploaded figures a version. */
const addVersion = (deliverable: string, version: number, key: string, uploads: readonly string[]) =>
  qui.request(`deliverables/${strive.idOf(deliverable)}/versions`, {
    method: 'POST',
    payload: { uploads, note: 'first figures' },
    headers: { 'if-match': `"${version}"`, 'idempotency-key': key },
  });

const figures = (deliverable: string, participants = 64): Promise<string[]> =>
  staged(qui, strive.idOf(deliverable), [{ fileName: 'figures.csv', content: `date;participants\n2024-09-10;${participants}\n` }]);

describe('a POST with an Idempotency-Key', () => {
  it('is done once and answered the same again, though its uploads are gone by then', async () => {
    const uploads = await figures('D2.2');
    const first = await addVersion('D2.2', 1, 'upload-0001', uploads);
    const again = await addVersion('D2.2', 1, 'upload-0001', uploads);
    expect([first.statusCode, again.statusCode]).toEqual([201, 201]);
    expect(again.headers['idempotency-replayed']).toBe('true');
    expect(again.headers['etag']).toBe(first.headers['etag']);
    expect(again.json()).toEqual(first.json());
    expect(first.json<DeliverableView>().versions).toHaveLength(1);
  });

  it('keeps its key from another request', async () => {
    const other = await addVersion('D4.4', 1, 'upload-0001', await figures('D4.4'));
    expect(other.statusCode).toBe(422);
    expect(other.json<Problem>().code).toBe('idempotency-key-reused');
  });

  it('may use the key again after a refusal', async () => {
    const uploads = await figures('D4.4');
    const stale = await addVersion('D4.4', 9, 'upload-0002', uploads);
    expect(stale.statusCode).toBe(412);
    expect((await addVersion('D4.4', 1, 'upload-0002', uploads)).statusCode).toBe(201);
  });

  it('is another one when the file is, even of the same length', async () => {
    const other = await addVersion('D2.2', 1, 'upload-0001', await figures('D2.2', 65));
    expect(other.json<Problem>().code).toBe('idempotency-key-reused');
  });

  it('says what is in the file that comes with it', async () => {
    const { payload, headers } = form({ fileName: 'figures.csv', content: 'a;b' }, '');
    const path = `tasks/${strive.idOf('T2.2')}/parts/${strive.idOf('QUI')}/evidence`;
    const silent = await qui.request(path, {
      method: 'POST',
      payload,
      headers: { ...headers, 'if-match': '"0"', 'idempotency-key': 'upload-0003' },
    });
    expect(silent.statusCode).toBe(400);
    expect(silent.json<Problem>().params).toEqual({ header: 'Content-Digest' });
  });

  it('refuses a key that is none', async () => {
    expect((await addVersion('D4.4', 2, 'a b', await figures('D4.4'))).statusCode).toBe(400);
  });
});

describe('a PUT with an Idempotency-Key', () => {
  const report = (key: string, progress = 30) =>
    qui.request(`tasks/${strive.idOf('T2.2')}/status`, {
      method: 'PUT',
      headers: { 'if-match': '"1"', 'idempotency-key': key },
      payload: { state: 'in-progress', progress, narrative: 'On its way.' },
    });

  it('whose answer was lost is not refused as stale because of itself', async () => {
    const [first, again] = [await report('report-0001'), await report('report-0001')];
    expect([first.statusCode, again.statusCode]).toEqual([200, 200]);
    expect(again.json()).toEqual(first.json());
    expect(again.headers['idempotency-replayed']).toBe('true');
  });

  it('is stale like any other when it is another one', async () => {
    expect((await report('report-0002', 40)).statusCode).toBe(412);
  });
});
