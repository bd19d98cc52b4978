import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { inflateSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { SealKeyView } from '@office/contracts';
import { extractText } from 'unpdf';
import { Clock } from '../../src/core/clock/clock.js';
import { CertificateService } from '../../src/modules/evidence/certificate/certificate.service.js';
import { SealKeys } from '../../src/modules/evidence/seal-keys.js';
import { SealsService } from '../../src/modules/evidence/seals.service.js';
import { confirmChecks, openBoardRoom, pdf, refusalOf, roundOf, type BoardRoom } from '../support/board.js';
import { openOffice, type TestOffice } from '../support/office.js';

const script = join(import.meta.dirname, '../../../tools/verify-certificate.mjs');

let office: TestOffice;
let room: BoardRoom;
let deliverableId: string;
let folder: string;
let certificate: Buffer;
beforeAll(async () => {
  office = await openOffice();
  folder = await mkdtemp(join(tmpdir(), 'office-certificate-'));
  room = await openBoardRoom(office);
  deliverableId = room.strive.idOf('D2.2');
  const view = await room.voted(
    deliverableId,
    'the report',
    (['AL', 'HANU', 'PXU', 'APAG', 'UÉ', 'UNITUS'] as const).map((partner) => [partner, 'accept'] as const),
  );
  await confirmChecks(office, deliverableId);
  await room.qualityBoard.signOff(room.member('PXU'), roundOf(view).id);
  await writeFile(join(folder, 'report.pdf'), pdf('the report'));
  await writeFile(join(folder, 'keys.json'), JSON.stringify(office.app.get(SealKeys).all));
});
afterAll(async () => {
  await office.close();
  await rm(folder, { recursive: true });
});

async function issue(): Promise<Buffer> {
  return Buffer.from((await office.app.get(CertificateService).pdf(room.strive.projectId, deliverableId)).content);
}

/** What the script says of a certificate, as somebody far from the office runs it. */
async function check(content: Uint8Array, ...words: string[]): Promise<{ code: number; lines: string[] }> {
  const path = join(folder, 'certificate.pdf');
  await writeFile(path, content);
  const run = promisify(execFile)(process.execPath, [script, path, ...words], { cwd: folder });
  const { code, stdout } = await run.then(
    (done) => ({ code: 0, stdout: done.stdout }),
    (error: unknown) => error as { code: number; stdout: string },
  );
  return { code, lines: stdout.trim().split('\n') };
}
const wrong = ({ lines }: { lines: string[] }): string[] => lines.filter((line) => line.startsWith('WRONG')).map((line) => line.slice(6));

/** One text inside of the file's bytes for another of the same length. */
function changed(content: Buffer, from: string, to: string): Buffer {
  const at = content.indexOf(from);
  if (at < 0 || from.length !== to.length) throw new Error(`no ${from}`);
  const copy = Buffer.from(content);
  copy.write(to, at);
  return copy;
}

/** `sign-off.json`, as any program that reads PDFs takes it out. */
function attachmentOf(content: Buffer): Buffer {
  const begin = content.indexOf('stream', content.indexOf('/EmbeddedFile'));
  return inflateSync(content.subarray(begin + 'stream\n'.length));
}

describe('a certificate', () => {
  it('is there for what was signed off only', async () => {
    const certificates = office.app.get(CertificateService);
    expect(await refusalOf(certificates.pdf(room.strive.projectId, room.strive.idOf('D4.4')))).toMatchObject({ code: 'not-found' });
  });

  it('holds before the first seal, and says so', async () => {
    const { code, lines } = await check(await issue(), '--file', 'report.pdf', '--keys', 'keys.json');
    expect(wrong({ lines })).toEqual([]);
    expect([code, lines.at(-1)]).toEqual([0, 'The certificate holds.']);
    expect(lines).toContainEqual(expect.stringContaining('NOTE  No seal covers the sign-off yet'));
  });

  it('holds with the way to the seal, and is one page that says what it is about', async () => {
    await office.app.get(Clock).at(new Date('2024-09-17T00:30:00Z'), () => office.app.get(SealsService).sealAll());
    certificate = await issue();
    const { code, lines } = await check(certificate, '--file', 'report.pdf', '--keys', 'keys.json');
    expect([wrong({ lines }), code]).toEqual([[], 0]);
    expect(lines).toContainEqual('ok    The chain leads to the seal of 2024-09-17.');
    expect(lines).toContainEqual('ok    report.pdf is the file that was signed off.');
    const { totalPages, text } = await extractText(new Uint8Array(certificate), { mergePages: true });
    expect(totalPages).toBe(1);
    expect(text).toContain('D2.2');
    expect(text).toContain('Round 1: 6 in favour of 6 votes cast');
  });

  it('is found wrong by one byte of the file beside it', async () => {
    const content = pdf('the report');
    content[12]! ^= 1;
    await writeFile(join(folder, 'other.pdf'), content);
    expect(wrong(await check(certificate, '--file', 'other.pdf'))).toEqual([
      'other.pdf is not the file that was signed off: its content was changed.',
    ]);
  });

  it('is found wrong by one byte of its own', async () => {
    const spoilt = (at: number): Buffer => {
      const copy = Buffer.from(certificate);
      copy[at]! ^= 1;
      return copy;
    };
    const { code, lines } = await check(spoilt(certificate.length - 2_000));
    expect([code, wrong({ lines })]).toEqual([1, ['The PDF was changed since it was issued.']]);
    expect(wrong(await check(spoilt(2_000)))).toEqual(['The certificate holds no readable record (sign-off.json).']);
    expect(wrong(await check(certificate.subarray(0, -1)))).toEqual(['The PDF was changed: it does not end with its signature.']);
  });

  it('is found wrong by a record that was changed, however it was put back', async () => {
    const record = attachmentOf(certificate);
    expect(wrong(await check(record))).toEqual([]);
    expect(wrong(await check(changed(record, '"votesCast": 6', '"votesCast": 5')))).toEqual([
      'The record (sign-off.json) was changed since it was signed.',
      expect.stringMatching(/^Votes stated as \d,5,6, but recorded as \d,6,6\.$/),
    ]);
    const row = await check(changed(record, String.raw`\"verdict\": \"accept\"`, String.raw`\"verdict\": \"reject\"`));
    expect(wrong(row)).toEqual([
      'The record (sign-off.json) was changed since it was signed.',
      expect.stringMatching(/^Entry \d+ \(review\) does not fit its hash: its row was changed\.$/),
    ]);
  });

  it('is found wrong when somebody else made it', async () => {
    const other: SealKeyView[] = [];
    await writeFile(join(folder, 'none.json'), JSON.stringify(other));
    expect(wrong(await check(certificate, '--keys', 'none.json'))).toEqual([
      expect.stringContaining('somebody else made this certificate'),
    ]);
    expect(wrong(await check(certificate, '--key', office.app.get(SealKeys).keyId))).toEqual([]);
  });
});
