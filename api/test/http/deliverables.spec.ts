import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { AddressInfo, Socket } from 'node:net';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { DeliverableView, Problem } from '@office/contracts';
import { aReviewRequest } from '@office/testing';
import { v7 as uuid } from 'uuid';
import { countRows, openBoardRoom, pdf, storedFiles, type BoardRoom } from '../support/board.js';
import { eventually } from '../support/eventually.js';
import { openOffice, type TestOffice } from '../support/office.js';
import { PASSWORD, signIn } from '../support/people.js';
import { answerOn, beginUpload, form } from '../support/upload.js';

let office: TestOffice;
let room: BoardRoom;
let id: string;
let port: number;
let cookie: string;

beforeAll(async () => {
  office = await openOffice({ MAX_UPLOAD_MB: '1' });
  room = await openBoardRoom(office);
  id = room.strive.idOf('D2.2');
  cookie = await signIn(office, 'lead@university.example');
  await office.app.listen(0, '127.0.0.1');
  port = (office.app.getHttpServer().address() as AddressInfo).port;
});
afterAll(() => office.close());

const MEGABYTE = 1_000_000;
const ifMatch = (version: number): { 'if-match': string } => ({ 'if-match': `"${version}"` });
const view = (): Promise<DeliverableView> => room.deliverables.view(room.lead, id);

async function upload(file: Parameters<typeof form>[0], { note, by = room.lead }: { note?: string; by?: BoardRoom['lead'] } = {}) {
  const { payload, headers } = form(file, note);
  const { version } = await view();
  return by.member.request(`deliverables/${id}/versions`, { method: 'POST', payload, headers: { ...headers, ...ifMatch(version) } });
}

/** What a refused upload must not have left. */
async function traces(): Promise<{ files: number; rows: number }> {
  return {
    files: (await storedFiles(office)).length,
    rows: (await countRows(office, 'deliverable_version')) + (await countRows(office, 'stored_file')),
  };
}

describe('an upload', () => {
  it('answers the page with the new version and its ETag', async () => {
    const answer = await upload({ fileName: 'Báo cáo.pdf', content: pdf('one') }, { note: '  All speakers have answered. ' });
    expect(answer.statusCode).toBe(201);
    const body = answer.json<DeliverableView>();
    expect(body.versions[0]).toMatchObject({ number: '0.1', fileName: 'Báo cáo.pdf', note: 'All speakers have answered.' });
    expect(answer.headers['etag']).toBe(`"${body.version}"`);
  });

  it.each<[string, Parameters<typeof form>[0], string | undefined, number, string]>([
    ['without a file', null, 'note', 422, 'file-missing'],
    ['of another kind', { fileName: 'a.exe', content: 'MZ' }, undefined, 415, 'file-kind-refused'],
    ['that is not what its name says', { fileName: 'a.pdf', content: 'MZ' }, undefined, 415, 'file-kind-mismatch'],
    [
      'that is too large',
      { fileName: 'a.pdf', content: Buffer.concat([pdf(''), Buffer.alloc(MEGABYTE)]) },
      undefined,
      413,
      'file-too-large',
    ],
    ['that is far too large', { fileName: 'a.pdf', content: Buffer.alloc(2 * MEGABYTE) }, undefined, 413, 'file-too-large'],
    ['with a note that is too long', { fileName: 'a.pdf', content: pdf('x') }, 'n'.repeat(2001), 422, 'validation-failed'],
  ])('%s is refused and leaves nothing behind', async (_, file, note, status, code) => {
    const before = await traces();
    const answer = await upload(file, note === undefined ? {} : { note });
    expect([answer.statusCode, answer.json<Problem>().code]).toEqual([status, code]);
    expect(await traces()).toEqual(before);
  });

  it('of exactly the limit is taken', async () => {
    const content = Buffer.concat([pdf('to the brim'), Buffer.alloc(MEGABYTE - pdf('to the brim').length)]);
    expect((await upload({ fileName: 'a.pdf', content })).statusCode).toBe(201);
  });

  it('is refused with the limit that was passed', async () => {
    const answer = await upload({ fileName: 'a.pdf', content: Buffer.alloc(MEGABYTE + 1) });
    expect(answer.json<Problem>().params).toEqual({ maxBytes: MEGABYTE });
  });

  it('needs If-Match, of the version that is current', async () => {
    const { payload, headers } = form({ fileName: 'a.pdf', content: pdf('unseen') });
    const post = (extra: Record<string, string>) =>
      room.lead.member.request(`deliverables/${id}/versions`, { method: 'POST', payload, headers: { ...headers, ...extra } });
    const { version } = await view();
    const missing = await post({});
    expect([missing.statusCode, missing.json<Problem>().code]).toEqual([428, 'precondition-required']);
    const wrong = await post({ 'if-match': '*' });
    expect([wrong.statusCode, wrong.json<Problem>().code]).toEqual([400, 'bad-request']);
    const stale = await post(ifMatch(version - 1));
    expect([stale.statusCode, stale.json<Problem>().code]).toEqual([412, 'precondition-failed']);
    expect(stale.json<Problem>().current).toMatchObject({ id, version });
  });

  it.each([
    ['no form', 'application/json', '{}', 415, 'unsupported-media-type'],
    ['a form without a boundary', 'multipart/form-data', 'x', 400, 'bad-request'],
    ['a form that is none', 'multipart/form-data; boundary=b', 'nothing', 400, 'bad-request'],
    ['an empty form', 'multipart/form-data; boundary=b', '--b--\r\n', 422, 'file-missing'],
  ])('of %s is refused', async (_, contentType, payload, status, code) => {
    const { version } = await view();
    const headers = { 'content-type': contentType, ...ifMatch(version) };
    const answer = await room.lead.member.request(`deliverables/${id}/versions`, { method: 'POST', payload, headers });
    expect([answer.statusCode, answer.json<Problem>().code]).toEqual([status, code]);
  });

  it('is refused to other institutions and to those who only look on', async () => {
    const answers = [
      await upload({ fileName: 'a.pdf', content: pdf('x') }, { by: room.coordinator }),
      await upload({ fileName: 'a.pdf', content: pdf('x') }, { by: room.observer }),
    ];
    expect(answers.map((answer) => [answer.statusCode, answer.json<Problem>().params?.['reason']])).toEqual([
      [403, 'other-beneficiary-leads'],
      [403, 'role'],
    ]);
  });
});

describe('an upload on the wire', () => {
  const begin = async (length?: number) => {
    const { version } = await view();
    const { headers } = form(null);
    const path = `/api/projects/${room.strive.projectId}/deliverables/${id}/versions`;
    return beginUpload({ port, path, headers: { ...headers, cookie, ...ifMatch(version) }, ...(length !== undefined && { length }) });
  };
  const received = (): Promise<string[]> => readdir(join(office.settings.DATA_DIR, 'files', 'incoming')).catch(() => []);

  it('that is cut half-way leaves nothing behind', async () => {
    const before = await traces();
    const { payload } = form({ fileName: 'a.pdf', content: Buffer.concat([pdf('cut'), Buffer.alloc(512 * 1024)]) });
    const socket = await begin(payload.length);
    socket.write(payload.subarray(0, payload.length / 2));
    await eventually(async () => (await received()).length === 1);
    socket.destroy();
    await eventually(async () => (await received()).length === 0);
    expect(await traces()).toEqual(before);
  });

  it('whose form ends in the middle of its file is refused', async () => {
    const before = await traces();
    const { payload } = form({ fileName: 'a.pdf', content: pdf('no end') });
    const part = payload.subarray(0, payload.indexOf('%%EOF'));
    const socket = await begin(part.length);
    socket.write(part);
    const answer = await answerOn(socket);
    expect(answer).toMatch(/^HTTP\/1\.1 400 /);
    expect(answer).toContain('"code":"upload-interrupted"');
    expect(await traces()).toEqual(before);
  });

  it('that never ends is answered as soon as it is too large', async () => {
    const before = await traces();
    const { payload } = form({ fileName: 'a.pdf', content: pdf('endless') });
    const start = payload.subarray(0, payload.lastIndexOf('\r\n--'));
    const socket = await begin();
    const chunk = (bytes: Buffer): boolean =>
      socket.write(Buffer.concat([Buffer.from(`${bytes.length.toString(16)}\r\n`), bytes, Buffer.from('\r\n')]));
    chunk(start);
    for (let n = 0; n < 40; n += 1) chunk(Buffer.alloc(64 * 1024));
    const answer = await answerOn(socket);
    expect(answer).toMatch(/^HTTP\/1\.1 413 /);
    expect(await traces()).toEqual(before);
    socket.destroy();
  });

  const staysUsable = async (socket: Socket): Promise<void> => {
    socket.write(`GET /api/health/live HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n`);
    expect(await answerOn(socket)).toMatch(/^HTTP\/1\.1 200 /);
    socket.destroy();
  };

  it('of a kind that is refused is answered while it is still being sent, and the connection stays usable', async () => {
    const { payload } = form({ fileName: 'a.exe', content: Buffer.alloc(MEGABYTE) });
    const socket = await begin(payload.length);
    socket.write(payload.subarray(0, 64 * 1024));
    expect(await answerOn(socket)).toMatch(/^HTTP\/1\.1 415 /);
    socket.write(payload.subarray(64 * 1024));
    await staysUsable(socket);
  });

  it('that is not wanted is answered before its body comes, and the connection stays usable', async () => {
    await room.openRound(id, 'for review');
    const { payload } = form({ fileName: 'a.pdf', content: pdf('too late') });
    const socket = await begin(payload.length);
    const answer = await answerOn(socket);
    expect(answer).toMatch(/^HTTP\/1\.1 409 /);
    expect(answer).toContain('"code":"transition-refused"');
    socket.write(payload);
    await staysUsable(socket);
  });
});

describe('a download', () => {
  const download = async (headers: Record<string, string> = {}, member = room.observer.member) => {
    const version = (await view()).versions.find(({ fileName }) => fileName === 'Báo cáo.pdf')!;
    return { version, answer: await member.request(`deliverables/${id}/versions/${version.id}/file`, { headers }) };
  };

  it('is the file as it was stored, to be saved and not to be shown', async () => {
    const { version, answer } = await download({ 'accept-encoding': 'br, gzip' });
    expect(answer.statusCode).toBe(200);
    expect(answer.rawPayload).toEqual(pdf('one'));
    expect(answer.headers).toMatchObject({
      'content-type': 'application/pdf',
      'content-length': String(pdf('one').length),
      'content-disposition': `attachment; filename="Bao cao.pdf"; filename*=UTF-8''B%C3%A1o%20c%C3%A1o.pdf`,
      'x-content-type-options': 'nosniff',
      'content-security-policy': 'sandbox',
      'cache-control': 'private, no-cache',
      etag: `"${version.sha256}"`,
    });
    expect(answer.headers['content-encoding']).toBeUndefined();
  });

  it('is not packed on the way, even where it could be', async () => {
    const text = 'university;participants\n'.repeat(500);
    const other = room.strive.idOf('D1.1');
    const { version } = await room.deliverables.view(room.coordinator, other);
    const { payload, headers } = form({ fileName: 'figures.csv', content: text });
    const path = `deliverables/${other}/versions`;
    const page = await room.coordinator.member.request(path, { method: 'POST', payload, headers: { ...headers, ...ifMatch(version) } });
    const { id: versionId } = page.json<DeliverableView>().versions[0]!;
    const answer = await room.lead.member.request(`${path}/${versionId}/file`, { headers: { 'accept-encoding': 'br' } });
    expect(answer.headers).toMatchObject({ 'content-type': 'text/csv', 'content-length': String(text.length) });
    expect(answer.payload).toBe(text);
  });

  it('is not sent again to who has it', async () => {
    const { version } = await download();
    const { answer } = await download({ 'if-none-match': `"${version.sha256}"` });
    expect([answer.statusCode, answer.payload]).toEqual([304, '']);
  });

  it('of a version of another deliverable is not found', async () => {
    const { version } = await download();
    const { statusCode } = await room.lead.member.request(`deliverables/${room.strive.idOf('D4.4')}/versions/${version.id}/file`);
    expect(statusCode).toBe(404);
    expect((await room.lead.member.request(`deliverables/${id}/versions/${uuid()}/file`)).statusCode).toBe(404);
  });
});

describe('steps over HTTP', () => {
  const post = (by: BoardRoom['lead'], path: string, version: number | null, payload?: object) =>
    by.member.request(path, { method: 'POST', ...(payload && { payload }), headers: version === null ? {} : ifMatch(version) });

  it.each(['review-rounds', 'approval', 'submission', 'acceptance', 'revision-request'])('need If-Match: %s', async (step) => {
    const answer = await post(
      room.coordinator,
      `deliverables/${id}/${step}`,
      null,
      step === 'revision-request' ? { reason: 'x' } : undefined,
    );
    expect([answer.statusCode, answer.json<Problem>().code]).toEqual([428, 'precondition-required']);
  });

  it('lead from the review to EACEA and back', async () => {
    const round = (await view()).rounds[0]!.id;
    for (const partner of ['AL', 'HANU', 'PXU', 'APAG'] as const) {
      const answer = await post(room.member(partner), `review-rounds/${round}/reviews`, null, aReviewRequest());
      expect(answer.statusCode).toBe(201);
    }
    const tooEarly = await post(room.member('PXU'), `review-rounds/${round}/change-request`, null);
    expect([tooEarly.statusCode, tooEarly.json<Problem>().params]).toEqual([
      409,
      { from: 'open', action: 'request-changes', fact: 'outcome-is-changes' },
    ]);
    const withoutPassword = await post(room.member('PXU'), `review-rounds/${round}/sign-off`, null, { password: 'not this one' });
    expect([withoutPassword.statusCode, withoutPassword.json<Problem>().code]).toEqual([403, 'password-wrong']);
    const signed = await post(room.member('PXU'), `review-rounds/${round}/sign-off`, null, { password: PASSWORD });
    expect([signed.statusCode, signed.json<DeliverableView>().state]).toEqual([201, 'signed-off']);
    const again = await post(room.member('AL'), `review-rounds/${round}/sign-off`, null, { password: PASSWORD });
    expect([again.statusCode, again.json<Problem>().code]).toEqual([409, 'already-signed-off']);
    for (const [step, state] of [
      ['approval', 'approved'],
      ['submission', 'submitted'],
    ] as const) {
      const answer = await post(room.coordinator, `deliverables/${id}/${step}`, (await view()).version);
      expect([answer.statusCode, answer.json<DeliverableView>().state]).toEqual([200, state]);
    }
    const wordless = await post(room.coordinator, `deliverables/${id}/revision-request`, (await view()).version, { reason: '  ' });
    expect([wordless.statusCode, wordless.json<Problem>().errors]).toEqual([422, [{ path: 'reason', code: 'is-not-empty' }]]);
    const asked = await post(room.coordinator, `deliverables/${id}/revision-request`, (await view()).version, { reason: 'Annex missing' });
    expect([asked.statusCode, asked.json<DeliverableView>().answerReason]).toEqual([200, 'Annex missing']);
  });

  it('name each field of a review that is wrong', async () => {
    const path = `review-rounds/${uuid()}/reviews`;
    const answer = await post(room.member('PXU'), path, null, {
      scores: { relevance: '5' },
      verdict: 'fine',
      comments: [{ kind: 'praise', text: '' }],
      extra: 1,
    });
    expect(answer.statusCode).toBe(422);
    expect(answer.json<Problem>().errors?.map(({ path: field, code }) => `${field} ${code}`)).toEqual(
      expect.arrayContaining([
        'extra whitelist-validation',
        'scores.relevance is-number',
        'scores.clarity is-number',
        'verdict is-in',
        'comments.0.kind is-in',
        'comments.0.text is-not-empty',
      ]),
    );
    expect((await post(room.member('PXU'), path, null, {})).statusCode).toBe(422);
    expect((await post(room.member('PXU'), path, null, aReviewRequest())).statusCode).toBe(404);
  });
});

describe('the list over HTTP', () => {
  it.each([
    ['late=yes', 'late'],
    ['state=done', 'state'],
    ['part=boss', 'part'],
    [`text=${'x'.repeat(101)}`, 'text'],
  ])('refuses ?%s', async (query, field) => {
    const answer = await room.lead.member.request(`deliverables?${query}`);
    expect([answer.statusCode, answer.json<Problem>().errors?.[0]?.path]).toEqual([422, field]);
  });

  it('takes all filters together', async () => {
    const answer = await room.lead.member.request(
      'deliverables?workPackage=WP2&lead=QUI&state=revision-requested&part=lead&late=false&text=%20quang%20&limit=5',
    );
    expect(answer.json<{ items: { number: string }[] }>().items.map(({ number }) => number)).toEqual(['D2.2']);
  });
});
