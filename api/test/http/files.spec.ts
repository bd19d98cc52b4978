import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { DeliverableVersionView, DeliverableView, Problem, TaskPartView } from '@office/contracts';
import { Jobs } from '../../src/core/jobs/jobs.js';
import { FileScans } from '../../src/core/storage/file-scans.js';
import { BAD_CONTENT } from '../support/clamd.js';
import { countRows, openBoardRoom, outcomesOf, pdf, refusalOf, storedFiles, type BoardRoom } from '../support/board.js';
import { eventually } from '../support/eventually.js';
import { OBJECT_STORE_MISSING, startObjectStore, type ObjectStore } from '../support/object-store.js';
import { openOffice, type TestOffice } from '../support/office.js';
import { startScanner, type HeldScanner } from '../support/scanner.js';
import { form } from '../support/upload.js';

const MEGABYTE = 1_000_000;

describe('files and the virus scanner', () => {
  let scanner: HeldScanner;
  let office: TestOffice;
  let room: BoardRoom;
  let id: string;

  beforeAll(async () => {
    scanner = await startScanner();
    office = await openOffice({ CLAMD_URL: scanner.address, PROJECT_QUOTA_MB: '2' });
    room = await openBoardRoom(office);
    id = room.strive.idOf('D2.2');
  });
  afterAll(async () => {
    await office.close();
    await scanner.close();
  });

  const newest = async (): Promise<DeliverableVersionView> => (await room.deliverables.view(room.lead, id)).versions[0]!;
  const download = async ({ id: version }: DeliverableVersionView, headers: Record<string, string> = {}) =>
    room.observer.member.request(`deliverables/${id}/versions/${version}/file`, { headers });
  const checked = (): Promise<void> => eventually(async () => (await newest()).scan !== 'checking');

  it('are handed out when it found them clean, and not before', async () => {
    scanner.hold();
    await room.upload(id, '0123456789');
    const version = await newest();
    expect(version.scan).toBe('checking');
    const early = await download(version);
    expect([early.statusCode, early.json<Problem>().code]).toEqual([409, 'file-being-checked']);
    scanner.release();
    await checked();
    expect((await newest()).scan).toBe('clean');
    expect((await download(version)).rawPayload).toEqual(pdf('0123456789'));
  });

  it('are handed to nobody when it found something, versions and evidence alike', async () => {
    await room.upload(id, BAD_CONTENT);
    await checked();
    const version = await newest();
    const answer = await download(version);
    expect([version.scan, answer.statusCode, answer.json<Problem>().code]).toEqual(['infected', 410, 'file-infected']);
    expect(await office.sql(`SELECT signature FROM file_scan WHERE verdict = 'infected'`)).toEqual([{ signature: 'Test.Sentence' }]);

    const { version: seen } = await room.deliverables.view(room.lead, id);
    expect(await refusalOf(room.deliverables.openReview(room.lead, id, seen))).toMatchObject({
      code: 'transition-refused',
      facts: { params: { fact: 'not-infected' } },
    });

    const part = `tasks/${room.strive.idOf('T2.1')}/parts/${room.strive.idOf('QUI')}`;
    const { payload, headers } = form({ fileName: 'again.pdf', content: pdf(BAD_CONTENT) });
    const added = await room.lead.member.request(`${part}/evidence`, {
      method: 'POST',
      payload,
      headers: { ...headers, 'if-match': '"0"' },
    });
    const [evidence] = added.json<TaskPartView>().evidence;
    expect(evidence).toMatchObject({ scan: 'infected' });
    expect((await room.lead.member.request(`${part}/evidence/${evidence!.id}/file`)).statusCode).toBe(410);
  });

  it('that the office stores by itself before anybody can reach it wait only afterwards', async () => {
    const scans = office.app.get(FileScans);
    const version = await scans.unwatched(async () => {
      await room.upload(id, 'of the demonstration');
      const stored = await newest();
      expect([stored.scan, (await download(stored)).statusCode]).toEqual(['not-scanned', 200]);
      return stored;
    });
    expect([(await newest()).scan, (await download(version)).statusCode]).toEqual(['checking', 409]);
  });

  it('that came while it was away wait for it, and are looked at once', async () => {
    scanner.leave();
    await room.upload(id, 'left behind');
    await eventually(() => scanner.turnedAway > 0);
    const version = await newest();
    expect([version.scan, (await download(version)).statusCode]).toEqual(['checking', 409]);
    scanner.release();
    await office.app.get(Jobs).runDue();
    expect((await newest()).scan).toBe('clean');
    expect(await office.sql(`SELECT verdict FROM file_scan WHERE sha256 = $1`, [version.sha256])).toEqual([{ verdict: 'clean' }]);
    expect((await room.deliverables.view(room.lead, id)).versions.filter(({ scan }) => scan === 'checking')).toEqual([]);
  });

  it('keep what was said of them: a verdict is never changed', async () => {
    await expect(office.sql(`UPDATE file_scan SET verdict = 'clean', signature = ''`)).rejects.toThrow('append-only');
    await expect(office.sql(`DELETE FROM file_scan`)).rejects.toThrow('append-only');
  });

  it('are sent in the part that is asked for, as long as they are the same', async () => {
    await room.upload(id, 'in parts');
    await checked();
    const version = await newest();
    const whole = pdf('in parts');
    const part = await download(version, { range: 'bytes=2-5', 'if-range': `"${version.sha256}"` });
    expect([part.statusCode, part.rawPayload]).toEqual([206, whole.subarray(2, 6)]);
    expect(part.headers).toMatchObject({
      'content-range': `bytes 2-5/${whole.length}`,
      'content-length': '4',
      'accept-ranges': 'bytes',
      'content-security-policy': 'sandbox',
    });
    const other = await download(version, { range: 'bytes=2-5', 'if-range': '"another"' });
    expect([other.statusCode, other.rawPayload]).toEqual([200, whole]);
    const beyond = await download(version, { range: `bytes=${whole.length}-` });
    expect([beyond.statusCode, beyond.headers['content-range']]).toEqual([416, `bytes */${whole.length}`]);
    expect(beyond.json<Problem>().code).toBe('range-not-satisfiable');
  });

  it('of one project take no more room than it has, however many come at once', async () => {
    const traces = async (): Promise<number[]> => [(await storedFiles(office)).length, await countRows(office, 'stored_file')];
    const [files = 0, rows = 0] = await traces();
    const large = (text: string): string => text.repeat(MEGABYTE * 1.2).slice(0, MEGABYTE * 1.2);
    const work = ['D1.1', 'D2.2'].map((number, index) => {
      const by = index === 0 ? room.coordinator : room.lead;
      return room.upload(room.strive.idOf(number), large(String(index)), { by });
    });
    expect(await outcomesOf(work)).toEqual({ done: 1, refused: ['quota-exceeded'] });
    expect(await traces()).toEqual([files + 1, rows + 1]);
    const { facts } = await refusalOf(room.upload(id, large('x')));
    expect(facts.params).toMatchObject({ quotaBytes: 2 * MEGABYTE });
  });
});

const withStore = OBJECT_STORE_MISSING === null ? describe : describe.skip;
withStore(`files in a bucket${OBJECT_STORE_MISSING === null ? '' : `: ${OBJECT_STORE_MISSING}`}`, () => {
  let server: ObjectStore;
  let office: TestOffice;
  let room: BoardRoom;

  beforeAll(async () => {
    server = await startObjectStore();
    const { endpoint, bucket, accessKeyId, secretAccessKey } = server.settings;
    office = await openOffice({
      S3_ENDPOINT: endpoint,
      S3_BUCKET: bucket,
      S3_ACCESS_KEY_ID: accessKeyId,
      S3_SECRET_ACCESS_KEY: secretAccessKey,
    });
    room = await openBoardRoom(office);
  });
  afterAll(async () => {
    await office.close();
    await server.stop();
  });

  it('come and go as on the disk, on which nothing of them stays', async () => {
    const id = room.strive.idOf('D2.2');
    const { versions } = await room.upload(id, 'far away');
    const read = (headers: Record<string, string>) =>
      room.observer.member.request(`deliverables/${id}/versions/${versions[0]!.id}/file`, { headers });
    expect((await read({})).rawPayload).toEqual(pdf('far away'));
    expect((await read({ range: 'bytes=-6' })).rawPayload).toEqual(pdf('far away').subarray(-6));
    expect(await storedFiles(office)).toEqual([]);
  });

  it('of an upload that fails are taken out again', async () => {
    const id = room.strive.idOf('D2.2');
    const view: DeliverableView = await room.deliverables.view(room.lead, id);
    const refused = room.upload(id, 'stale', { seen: view.version - 1 });
    expect(await outcomesOf([refused])).toEqual({ done: 0, refused: ['precondition-failed'] });
    expect(await countRows(office, 'stored_file')).toBe(1);
  });
});
