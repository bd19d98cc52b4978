import type { AddressInfo, Socket } from 'node:net';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { DeliverableView, Problem, VersionRequest } from '@office/contracts';
import type { LightMyRequestResponse } from 'fastify';
import { v7 as uuid } from 'uuid';
import { Staging } from '../../src/modules/uploads/staging.js';
import { countRows, openBoardRoom, pdf, storedFiles, type BoardRoom, type TestActor } from '../support/board.js';
import { eventually } from '../support/eventually.js';
import { makeZip } from '../support/make-zip.js';
import { openOffice, type TestOffice } from '../support/office.js';
import { signIn } from '../support/people.js';
import { announcing, answerOn, beginUpload, PIECE, sendWhole, staged } from '../support/upload.js';
import { zipEntries } from '../support/zip-entries.js';

const MEGABYTE = 1_000_000;

let office: TestOffice;
let room: BoardRoom;
let id: string;
let port: number;
let cookie: string;

beforeAll(async () => {
  office = await openOffice({ MAX_UPLOAD_MB: '1', PROJECT_QUOTA_MB: '5', ZIP_MAX_UNPACKED_MB: '20' });
  room = await openBoardRoom(office);
  id = room.strive.idOf('D2.2');
  cookie = await signIn(office, 'lead@university.example');
  await office.app.listen(0, '127.0.0.1');
  port = (office.app.getHttpServer().address() as AddressInfo).port;
});
afterAll(() => office.close());

const view = (deliverableId = id): Promise<DeliverableView> => room.deliverables.view(room.lead, deliverableId);
const problemOf = (answer: LightMyRequestResponse): string => answer.json<Problem>().code;

async function addVersion(request: VersionRequest, { by = room.lead, seen }: { by?: TestActor; seen?: number } = {}) {
  const version = seen ?? (await view()).version;
  return by.member.request(`deliverables/${id}/versions`, { method: 'POST', payload: request, headers: { 'if-match': `"${version}"` } });
}

/** What a refused file must not have left. */
async function traces(): Promise<{ files: number; rows: number }> {
  const tables = ['upload', 'deliverable_version', 'stored_file'];
  const rows = await Promise.all(tables.map((table) => countRows(office, table)));
  return { files: (await storedFiles(office)).length, rows: rows.reduce((sum, count) => sum + count, 0) };
}

describe('an upload', () => {
  it('is announced, sent in pieces and becomes a version; nothing of it is left on the way', async () => {
    const content = pdf('in pieces');
    const begun = await room.lead.member.request('uploads', {
      method: 'POST',
      headers: announcing(id, { fileName: 'Báo cáo.pdf', content }),
    });
    expect([begun.statusCode, begun.headers['tus-resumable'], begun.payload]).toEqual([201, '1.0.0', '']);
    expect(begun.headers['access-control-allow-origin']).toBeUndefined();
    expect(new Date(String(begun.headers['upload-expires'])).getTime()).toBeGreaterThan(Date.now());
    const path = String(begun.headers['location']).replace(`/api/projects/${room.strive.projectId}/`, '');
    const uploadId = path.split('/')[1]!;

    const send = (offset: number, piece: Buffer) =>
      room.lead.member.request(path, { method: 'PATCH', payload: piece, headers: { ...PIECE, 'upload-offset': String(offset) } });
    const first = await send(0, content.subarray(0, 10));
    expect([first.statusCode, first.headers['upload-offset']]).toEqual([204, '10']);

    const early = await addVersion({ uploads: [uploadId], note: '' });
    expect([early.statusCode, early.json<Problem>().params]).toEqual([
      409,
      { fileName: 'Báo cáo.pdf', arrivedBytes: 10, sizeBytes: content.length },
    ]);
    const wrong = await send(0, content);
    expect([wrong.statusCode, problemOf(wrong)]).toEqual([409, 'upload-offset']);

    const asked = await room.lead.member.request(path, { method: 'HEAD', headers: { 'tus-resumable': '1.0.0' } });
    expect([asked.statusCode, asked.headers['upload-offset'], asked.headers['upload-length']]).toEqual([200, '10', String(content.length)]);
    await send(10, content.subarray(10));

    const added = await addVersion({ uploads: [uploadId], note: '  All speakers have answered. ' });
    expect(added.statusCode).toBe(201);
    const [version] = added.json<DeliverableView>().versions;
    expect(version).toMatchObject({
      number: '0.1',
      fileName: 'Báo cáo.pdf',
      note: 'All speakers have answered.',
      sizeBytes: content.length,
    });
    expect(await countRows(office, 'upload')).toBe(0);
    expect(await storedFiles(office)).toEqual([version!.sha256]);
    const gone = await room.lead.member.request(path, { method: 'HEAD', headers: { 'tus-resumable': '1.0.0' } });
    expect(gone.statusCode).toBe(410);
  });

  it('of several files becomes one zip, with names that differ and files that are whole', async () => {
    const files = [
      { fileName: 'report.pdf', content: pdf('report') },
      { fileName: 'REPORT.pdf', content: pdf('annex') },
      { fileName: 'Đại học.csv', content: 'a;b\n1;2\n' },
    ];
    const added = await addVersion({ uploads: await staged(room.lead.member, id, files), note: '' });
    const [version] = added.json<DeliverableView>().versions;
    expect(version).toMatchObject({ number: '0.2', fileName: 'D2.2 version 0.2.zip', mediaType: 'application/zip' });
    const file = await room.lead.member.request(`deliverables/${id}/versions/${version!.id}/file`);
    expect([...zipEntries(file.rawPayload)]).toEqual([
      ['report.pdf', pdf('report').toString()],
      ['REPORT (2).pdf', pdf('annex').toString()],
      ['Đại học.csv', 'a;b\n1;2\n'],
    ]);
    const again = await addVersion({ uploads: await staged(room.lead.member, id, files), note: '' });
    expect([again.statusCode, problemOf(again)]).toEqual([409, 'same-content']);
    expect(await countRows(office, 'upload')).toBe(0);
  });

  it.each<[string, string, Buffer | string, number, string]>([
    ['of another kind', 'a.exe', 'MZ', 415, 'file-kind-refused'],
    ['of nothing', 'a.pdf', '', 422, 'file-missing'],
    ['that is too large', 'a.pdf', Buffer.alloc(MEGABYTE + 1), 413, 'file-too-large'],
    ['with a path in its name', '../../a.pdf', pdf('x'), 422, 'file-name-refused'],
    ['with an absolute path', '/etc/a.pdf', pdf('x'), 422, 'file-name-refused'],
    ['with a drive', 'C:\\a.pdf', pdf('x'), 422, 'file-name-refused'],
    ['with a NUL in its name', 'a.exe\u0000.pdf', pdf('x'), 422, 'file-name-refused'],
    ['whose name turns around', 'annex\u202efdp.pdf', pdf('x'), 422, 'file-name-refused'],
  ])('%s is refused before it is sent and leaves nothing behind', async (_, fileName, content, status, code) => {
    const before = await traces();
    const answer = await sendWhole(room.lead.member, id, { fileName, content });
    expect([answer.statusCode, problemOf(answer)]).toEqual([status, code]);
    expect(await traces()).toEqual(before);
  });

  it.each<[string, string, Buffer, number, string]>([
    ['that is not what its name says', 'a.pdf', Buffer.from('MZ'), 415, 'file-kind-mismatch'],
    ['that is a bomb', 'a.zip', makeZip([{ name: 'bomb', data: Buffer.alloc(15_000_000), packed: true }]), 422, 'archive-refused'],
    ['that unpacks to too much', 'a.zip', makeZip([{ name: 'b', data: Buffer.alloc(25_000_000), packed: true }]), 422, 'archive-refused'],
    ['that leads out of its folder', 'a.zip', makeZip([{ name: '../../a', data: '' }]), 422, 'archive-refused'],
    ['that is a PDF and a zip', 'a.pdf', Buffer.concat([pdf('x'), makeZip([{ name: 'a', data: 'x' }])]), 422, 'file-two-kinds'],
  ])('%s becomes no version and leaves nothing behind', async (_, fileName, content, status, code) => {
    const before = await traces();
    for (const files of [
      [{ fileName, content }],
      [
        { fileName: 'good.pdf', content: pdf('good') },
        { fileName, content },
      ],
    ]) {
      const answer = await addVersion({ uploads: await staged(room.lead.member, id, files), note: '' });
      expect([answer.statusCode, problemOf(answer)]).toEqual([status, code]);
      expect(String(answer.json<Problem>().params?.['fileName'])).toContain(fileName);
      expect(await traces()).toEqual(before);
    }
  });

  it('of several that are too large together is refused', async () => {
    const before = await traces();
    const part = Buffer.concat([pdf('half'), Buffer.alloc(600_000)]);
    const uploads = await staged(room.lead.member, id, [
      { fileName: 'a.pdf', content: part },
      { fileName: 'b.pdf', content: part },
    ]);
    const answer = await addVersion({ uploads, note: '' });
    expect([answer.statusCode, answer.json<Problem>().params]).toEqual([413, { maxBytes: MEGABYTE }]);
    expect(await traces()).toEqual(before);
  });

  it.each<[string, unknown, string]>([
    ['none', { uploads: [], note: '' }, 'uploads'],
    ['one twice', { uploads: ['0190f0a0-0000-7000-8000-000000000000', '0190f0a0-0000-7000-8000-000000000000'], note: '' }, 'uploads'],
    ['what is no id', { uploads: ['../x'], note: '' }, 'uploads'],
    ['a note that is too long', { uploads: [uuid()], note: 'n'.repeat(2001) }, 'note'],
  ])('named by %s is refused', async (_, request, path) => {
    const answer = await addVersion(request as VersionRequest);
    expect([answer.statusCode, answer.json<Problem>().errors?.[0]?.path]).toEqual([422, path]);
  });

  it('needs If-Match, and waits when the deliverable has changed', async () => {
    const uploads = await staged(room.lead.member, id, [{ fileName: 'a.pdf', content: pdf('waits') }]);
    const path = `deliverables/${id}/versions`;
    const missing = await room.lead.member.request(path, { method: 'POST', payload: { uploads, note: '' } });
    expect([missing.statusCode, problemOf(missing)]).toEqual([428, 'precondition-required']);
    const { version } = await view();
    const stale = await addVersion({ uploads, note: '' }, { seen: version - 1 });
    expect([stale.statusCode, stale.json<Problem>().current]).toEqual([412, expect.objectContaining({ id, version })]);
    expect((await addVersion({ uploads, note: '' })).statusCode).toBe(201);
  });

  it('is nobody else’s, and for no other deliverable', async () => {
    const [uploadId] = await staged(room.lead.member, id, [{ fileName: 'a.pdf', content: pdf('mine') }]);
    const colleague = await room.actor('colleague', ['partner-coordinator'], 'QUI');
    const head = { 'tus-resumable': '1.0.0' };
    expect((await colleague.member.request(`uploads/${uploadId}`, { method: 'HEAD', headers: head })).statusCode).toBe(410);
    expect((await colleague.member.request(`uploads/${uploadId}`, { method: 'DELETE', headers: head })).statusCode).toBe(410);
    const taken = await addVersion({ uploads: [uploadId!], note: '' }, { by: colleague });
    expect([taken.statusCode, problemOf(taken)]).toEqual([410, 'upload-gone']);
    const other = room.strive.idOf('D4.4');
    const { version } = await view(other);
    const answer = await room.lead.member.request(`deliverables/${other}/versions`, {
      method: 'POST',
      payload: { uploads: [uploadId], note: '' },
      headers: { 'if-match': `"${version}"` },
    });
    expect([answer.statusCode, problemOf(answer)]).toEqual([410, 'upload-gone']);
    expect((await room.lead.member.request(`uploads/${uploadId}`, { method: 'DELETE', headers: head })).statusCode).toBe(204);
    expect(await countRows(office, 'upload')).toBe(0);
  });

  it('is refused to other institutions, and to those who only look on', async () => {
    const file = { fileName: 'a.pdf', content: pdf('x') };
    const answers = await Promise.all([room.coordinator, room.observer].map(({ member }) => sendWhole(member, id, file)));
    expect(answers.map((answer) => [answer.statusCode, answer.json<Problem>().params?.['reason']])).toEqual([
      [403, 'other-beneficiary-leads'],
      [403, 'role'],
    ]);
    const foreign = await room.lead.member.request('uploads', {
      method: 'POST',
      headers: { ...announcing(id, file), 'sec-fetch-site': 'cross-site' },
    });
    expect(problemOf(foreign)).toBe('cross-origin-refused');
  });

  it.each<[string, Record<string, string>]>([
    ['Tus-Resumable', { 'tus-resumable': '0.2.2' }],
    ['Upload-Length', { 'upload-length': '-1' }],
    ['Upload-Length', { 'upload-length': '' }],
    ['Upload-Metadata', { 'upload-metadata': 'filename' }],
    ['Upload-Metadata', { 'upload-metadata': 'filename not!base64' }],
    ['Upload-Metadata', { 'upload-metadata': `filename ${Buffer.from('a.pdf').toString('base64')},deliverable eA==` }],
  ])('without a good %s is refused: %j', async (header, headers) => {
    const announced = announcing(id, { fileName: 'a.pdf', content: 'x' });
    const answer = await room.lead.member.request('uploads', { method: 'POST', headers: { ...announced, ...headers } });
    expect([answer.statusCode, answer.json<Problem>().params]).toEqual([400, { header }]);
  });

  it('is not begun when the project has no room for what is promised', async () => {
    const promised: number[] = [];
    for (let n = 0; n < 7; n += 1) {
      const headers = { ...announcing(id, { fileName: 'a.pdf', content: 'x' }), 'upload-length': String(900_000) };
      promised.push((await room.lead.member.request('uploads', { method: 'POST', headers })).statusCode);
    }
    expect(promised.at(-1)).toBe(413);
    expect(promised[0]).toBe(201);
    await office.sql(`UPDATE upload SET created_at = created_at - interval '3 days', expires_at = expires_at - interval '3 days'`);
    await office.app.get(Staging).sweep();
    expect(await countRows(office, 'upload')).toBe(0);
    expect(await readdir(join(office.settings.DATA_DIR, 'files', 'uploads', room.strive.projectId))).toEqual([]);
  });
});

describe('an upload on the wire', () => {
  const sockets: Socket[] = [];
  // A connection that a failed test leaves open would keep the office from closing.
  afterEach(() => sockets.splice(0).forEach((socket) => socket.destroy()));
  const open = async (line: Parameters<typeof beginUpload>[0]): Promise<Socket> => {
    const socket = await beginUpload(line);
    sockets.push(socket);
    return socket;
  };

  const begin = async (content: Buffer): Promise<string> => {
    const begun = await room.lead.member.request('uploads', { method: 'POST', headers: announcing(id, { fileName: 'a.pdf', content }) });
    return String(begun.headers['location']);
  };
  const arrived = async (path: string): Promise<number> => {
    const answer = await office.app.inject({ method: 'HEAD', url: path, headers: { cookie, 'tus-resumable': '1.0.0' } });
    return Number(answer.headers['upload-offset']);
  };

  it('that is cut at 40 % resumes there, and the version is whole', async () => {
    const content = Buffer.concat([pdf('cut'), Buffer.alloc(900_000, 'x')]);
    const path = await begin(content);
    const cut = Math.round(content.length * 0.4);
    const socket = await open({ port, path, method: 'PATCH', headers: { ...PIECE, cookie, 'upload-offset': '0' }, length: content.length });
    socket.write(content.subarray(0, cut));
    await eventually(async () => (await arrived(path)) > 0);
    socket.destroy();
    const offset = await arrived(path);
    expect(offset).toBeLessThanOrEqual(cut);
    const rest = await office.app.inject({
      method: 'PATCH',
      url: path,
      payload: content.subarray(offset),
      headers: { ...PIECE, cookie, 'upload-offset': String(offset) },
    });
    expect([rest.statusCode, rest.headers['upload-offset']]).toEqual([204, String(content.length)]);
    const added = await addVersion({ uploads: [path.split('/').at(-1)!], note: '' });
    expect(added.json<DeliverableView>().versions[0]?.sizeBytes).toBe(content.length);
  });

  it('whose line broke silently is taken over by the next request', async () => {
    const content = Buffer.concat([pdf('silent'), Buffer.alloc(100_000)]);
    const path = await begin(content);
    const silent = await open({ port, path, method: 'PATCH', headers: { ...PIECE, cookie, 'upload-offset': '0' }, length: content.length });
    silent.write(content.subarray(0, 1_000));
    await eventually(async () => (await arrived(path)) === 1_000);
    expect((await office.app.inject({ method: 'DELETE', url: path, headers: { cookie, 'tus-resumable': '1.0.0' } })).statusCode).toBe(204);
  });

  it('that is not wanted is answered before its body comes, and the connection stays usable', async () => {
    const content = Buffer.concat([pdf('unwanted'), Buffer.alloc(500_000)]);
    const headers = { ...announcing(id, { fileName: 'a.exe', content }), ...PIECE, cookie };
    const path = `/api/projects/${room.strive.projectId}/uploads`;
    const socket = await open({ port, path, headers, length: content.length });
    expect(await answerOn(socket)).toMatch(/^HTTP\/1\.1 415 /);
    socket.write(content);
    socket.write(`GET /api/health/live HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n`);
    expect(await answerOn(socket)).toMatch(/^HTTP\/1\.1 200 /);
  });

  it('that brings more than it announced is refused', async () => {
    const path = await begin(Buffer.alloc(100));
    const answer = await office.app.inject({
      method: 'PATCH',
      url: path,
      payload: Buffer.alloc(200),
      headers: { ...PIECE, cookie, 'upload-offset': '0' },
    });
    expect([answer.statusCode, problemOf(answer)]).toEqual([413, 'file-too-large']);
    expect(await arrived(path)).toBe(0);
  });

  it('that never ends is answered as soon as it is more than was announced', async () => {
    const path = await begin(Buffer.alloc(100_000));
    const socket = await open({ port, path, method: 'PATCH', headers: { ...PIECE, cookie, 'upload-offset': '0' } });
    for (let n = 0; n < 10; n += 1) socket.write(`10000\r\n${'x'.repeat(0x10000)}\r\n`);
    expect(await answerOn(socket)).toMatch(/^HTTP\/1\.1 413 /);
  });
});
