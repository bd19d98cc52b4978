import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { makeZip, type MadeEntry, type ZipShape } from '../../../test/support/make-zip.js';
import { inspectZip } from './zip-inspector.js';
import { zipStream } from './zip-writer.js';

const LIMITS = { entries: 5, unpackedBytes: 30_000_000, ratio: 50, depth: 2 };
const PAGE: MadeEntry = { name: 'a/page.txt', data: 'text' };

describe('a zip is looked through', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'office-zip-'));
  });
  afterEach(async () => {
    // Whatever is inside of others is unpacked for a moment only.
    expect(await readdir(folder)).toEqual(['file.zip']);
    await rm(folder, { recursive: true });
  });

  async function inspect(content: Buffer, limits = LIMITS): Promise<unknown> {
    const path = join(folder, 'file.zip');
    await writeFile(path, content);
    return inspectZip(path, content.length, limits);
  }

  const nested = (levels: number): Buffer =>
    levels === 1 ? makeZip([PAGE]) : makeZip([{ name: `${levels}.zip`, data: nested(levels - 1), packed: true }]);

  it.each<[string, Buffer]>([
    ['with folders, packed and not', makeZip([{ name: 'a/', data: '' }, PAGE, { name: 'b.txt', data: 'b'.repeat(1_000), packed: true }])],
    ['with a comment', makeZip([PAGE], { comment: 'made by hand' })],
    ['without a file', makeZip([])],
    ['with a zip inside', nested(2)],
    ['of as many files as may be', makeZip(Array.from({ length: 5 }, (_, n) => ({ name: `${n}.txt`, data: '' })))],
    ['of very tightly packed text that is small', makeZip([{ name: 'a.txt', data: Buffer.alloc(9_000_000), packed: true }])],
  ])('%s is taken', async (_, content) => {
    expect(await inspect(content)).toBeNull();
  });

  it('as our own writer makes it, with sizes behind the files', async () => {
    const members = ['a.pdf', 'b.csv'].map((name) => ({ name, open: () => Readable.from([Buffer.from('%PDF'), Buffer.alloc(70_000)]) }));
    expect(await inspect(await buffer(zipStream(members)))).toBeNull();
  });

  it.each<[string, Buffer, string, string]>([
    ['too many files', makeZip(Array.from({ length: 6 }, (_, n) => ({ name: `${n}`, data: '' }))), 'too-many-entries', '5'],
    [
      'too many with those inside',
      makeZip([...Array.from({ length: 4 }, (_, n) => ({ name: `${n}`, data: '' })), { name: 'z', data: nested(1) }]),
      'too-many-entries',
      'a/page.txt',
    ],
    ['a bomb', makeZip([{ name: 'bomb', data: Buffer.alloc(25_000_000), packed: true }]), 'packed-too-tightly', 'bomb'],
    [
      'a bomb that tells a small size',
      makeZip([{ name: 'b', data: Buffer.alloc(25_000_000), packed: true, toldSize: 9 }]),
      'packed-too-tightly',
      'b',
    ],
    [
      'a bomb in a zip',
      makeZip([{ name: 'in.zip', data: makeZip([{ name: 'bomb', data: Buffer.alloc(25_000_000), packed: true }]) }]),
      'packed-too-tightly',
      'bomb',
    ],
    ['zips too deep', nested(3), 'too-deep', '2.zip'],
    ['a path up', makeZip([PAGE, { name: '../../etc/passwd', data: '' }]), 'path', '../../etc/passwd'],
    ['a path up as Windows has it', makeZip([{ name: '..\\a.txt', data: '' }]), 'path', '..\\a.txt'],
    ['an absolute path', makeZip([{ name: '/etc/passwd', data: '' }]), 'path', '/etc/passwd'],
    ['a drive', makeZip([{ name: 'C:/a.txt', data: '' }]), 'path', 'C:/a.txt'],
    ['a link', makeZip([{ name: 'link', data: '/etc/passwd', mode: 0o120777 }]), 'path', 'link'],
    ['a NUL', makeZip([{ name: 'a.pdf\u0000.exe', data: '' }]), 'control-character', 'a.pdf\u0000.exe'],
    ['a name that turns', makeZip([{ name: 'annex\u202efdp.exe', data: '' }]), 'turned-direction', 'annex\u202efdp.exe'],
    ['a path in a zip inside', makeZip([{ name: 'in.zip', data: makeZip([{ name: '../a', data: '' }]) }]), 'path', '../a'],
    ['a password', makeZip([{ name: 'secret', data: 'x'.repeat(20), flags: 0x0801 }]), 'encrypted', 'secret'],
    ['a size that is not so', makeZip([{ name: 'a', data: 'text', packed: true, toldSize: 5 }]), 'broken', 'a'],
  ])('%s is refused', async (_, content, finding, entry) => {
    expect(await inspect(content)).toEqual({ finding, entry });
  });

  it('one byte of a file that is another is found', async () => {
    const content = makeZip([{ name: 'a.txt', data: 'the agreement' }]);
    content[content.indexOf('agreement')]! ^= 1;
    expect(await inspect(content)).toEqual({ finding: 'broken', entry: 'a.txt' });
  });

  it('the total counts over all files', async () => {
    const noise = Buffer.from(Array.from({ length: 200_000 }, (_, n) => (n * 7919) % 251));
    const content = makeZip(['a', 'b', 'c'].map((name) => ({ name, data: noise })));
    expect(await inspect(content, { ...LIMITS, unpackedBytes: 500_000 })).toEqual({ finding: 'too-large', entry: 'c' });
  });

  it.each<[string, ZipShape]>([
    ['before it', { before: Buffer.from('#!/bin/sh\n') }],
    ['in it', { between: Buffer.from('<script>alert(1)</script>          ') }],
    ['behind its end', { comment: '%PDF-1.7 trailer %%EOF' }],
    ['in a long comment', { comment: 'x'.repeat(600) }],
  ])('what is hidden %s is found', async (_, shape) => {
    expect(await inspect(makeZip([PAGE], shape))).toEqual({ finding: 'hidden-content', entry: '' });
  });

  it.each<[string, Buffer]>([
    ['is cut', makeZip([PAGE]).subarray(0, 60)],
    ['is none', Buffer.from('PK\u0003\u0004 and nothing more')],
    ['is empty', Buffer.alloc(0)],
    ['has more behind its end', Buffer.concat([makeZip([PAGE]), Buffer.from('more')])],
  ])('one that %s is damaged', async (_, content) => {
    expect(await inspect(content)).toEqual({ finding: 'broken', entry: '' });
  });
});
