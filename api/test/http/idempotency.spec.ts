import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { DeliverableView, Problem } from '@office/contracts';
import { openOffice, type TestOffice } from '../support/office.js';
import { importStrive, type Member, type TestProject } from '../support/project.js';

let office: TestOffice;
let strive: TestProject;
let qui: Member;

beforeAll(async () => {
  office = await openOffice();
  strive = await importStrive(office);
  qui = await strive.addMember('qui@university.example', ['partner-coordinator'], 'QUI');
});
afterAll(() => office.close());

const BOUNDARY = 'a-boundary';
const CONTENT = 'date;participants\n2024-09-10;64\n';

const digestOf = (content: string): string => `sha-256=:${createHash('sha256').update(content).digest('base64')}:`;

function upload(
  deliverable: string,
  version: number,
  key: string,
  content = CONTENT,
  digest: Record<string, string> = { 'content-digest': digestOf(content) },
) {
  const part = (head: string, body: string): string => `--${BOUNDARY}\r\nContent-Disposition: form-data; ${head}\r\n\r\n${body}\r\n`;
  const payload = `${part('name="note"', 'first figures')}${part('name="file"; filename="figures.csv"', content)}--${BOUNDARY}--\r\n`;
  return qui.request(`deliverables/${strive.idOf(deliverable)}/versions`, {
    method: 'POST',
    payload,
    headers: { 'content-type': `multipart/form-data; boundary=${BOUNDARY}`, 'if-match': `"${version}"`, 'idempotency-key': key, ...digest },
  });
}

describe('a POST with an Idempotency-Key', () => {
  it('is done once and answered the same again', async () => {
    const first = await upload('D2.2', 1, 'upload-0001');
    const again = await upload('D2.2', 1, 'upload-0001');
    expect([first.statusCode, again.statusCode]).toEqual([201, 201]);
    expect(again.headers['idempotency-replayed']).toBe('true');
    expect(again.headers['etag']).toBe(first.headers['etag']);
    expect(again.json()).toEqual(first.json());
    expect(first.json<DeliverableView>().versions).toHaveLength(1);
  });

  it('keeps its key from another request', async () => {
    const other = await upload('D4.4', 1, 'upload-0001');
    expect(other.statusCode).toBe(422);
    expect(other.json<Problem>().code).toBe('idempotency-key-reused');
  });

  it('may use the key again after a refusal', async () => {
    const stale = await upload('D4.4', 9, 'upload-0002');
    expect(stale.statusCode).toBe(412);
    expect((await upload('D4.4', 1, 'upload-0002')).statusCode).toBe(201);
  });

  it('is another one when the file is, even of the same length', async () => {
    const other = await upload('D2.2', 1, 'upload-0001', CONTENT.replace('64', '65'));
    expect(other.json<Problem>().code).toBe('idempotency-key-reused');
  });

  it('says what is in its file', async () => {
    const silent = await upload('D4.4', 2, 'upload-0003', CONTENT, {});
    expect(silent.statusCode).toBe(400);
    expect(silent.json<Problem>().params).toEqual({ header: 'Content-Digest' });
  });

  it('refuses a key that is none', async () => {
    expect((await upload('D4.4', 2, 'a b')).statusCode).toBe(400);
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
