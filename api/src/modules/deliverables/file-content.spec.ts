import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { FileKind } from '@office/domain';
import { makeZip } from '../../../test/support/make-zip.js';
import { contentRefusal, hasContentOf } from './file-content.js';

const zip = (entries: Readonly<Record<string, string>>): Buffer => makeZip(Object.entries(entries).map(([name, data]) => ({ name, data })));

const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml';
const CONTENTS = {
  docx: zip({
    '[Content_Types].xml': `<?xml version="1.0"?><Types><Override PartName="/word/document.xml" ContentType="${WORD}"/></Types>`,
    'word/document.xml': '<w:document/>',
  }),
  odt: zip({ mimetype: 'application/vnd.oasis.opendocument.text', 'content.xml': '<office:document-content/>' }),
  zip: zip({ 'a.pdf': '%PDF-1.7', 'b.pdf': '%PDF-1.7' }),
  pdf: Buffer.from('%PDF-1.7\n1 0 obj\n'),
  rtf: Buffer.from('{\\rtf1\\ansi text}'),
  doc: Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(1024)]),
  csv: Buffer.from('\uFEFFuniversity;participants\nTrường Đại học;25\n'),
} satisfies Record<FileKind, Buffer>;
const LIMITS = { entries: 100, unpackedBytes: 50_000_000, ratio: 50, depth: 3 };
const KINDS = Object.keys(CONTENTS) as FileKind[];

/** A zip may hold anything, an office document's parts too. */
const ALSO: Partial<Record<FileKind, readonly FileKind[]>> = { zip: ['docx', 'odt'], csv: ['pdf', 'rtf'] };

describe('the content of a file', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'office-content-'));
    for (const kind of KINDS) await writeFile(join(folder, kind), CONTENTS[kind]);
  });
  afterAll(() => rm(folder, { recursive: true }));

  const cases = KINDS.flatMap((kind) =>
    KINDS.map((content) => ({ kind, content, fits: kind === content || (ALSO[kind] ?? []).includes(content) })),
  );

  it.each(cases)('named $kind that is $content: $fits', async ({ kind, content, fits }) => {
    expect(await hasContentOf(kind, join(folder, content))).toBe(fits);
  });

  it('of a text is read to its end, whatever its length', async () => {
    const path = join(folder, 'long.csv');
    const text = 'Đại học;'.repeat(50_000);
    await writeFile(path, text);
    expect(await hasContentOf('csv', path)).toBe(true);
    await writeFile(path, Buffer.concat([Buffer.from(text), Buffer.from([0xc4])]));
    expect(await hasContentOf('csv', path)).toBe(false);
  });

  describe('is refused', () => {
    const refusalOf = async (kind: FileKind, content: Buffer | string) => {
      const path = join(folder, 'tried');
      await writeFile(path, content);
      const refusal = await contentRefusal(kind, { path, fileName: `a.${kind}` }, LIMITS);
      return refusal && { code: refusal.code, ...refusal.facts.params };
    };
    const twoKinds = (kind: FileKind) => ({ code: 'file-two-kinds', fileName: `a.${kind}` });
    const SMALL_ZIP = zip({ 'a.txt': 'hidden' });

    it.each(KINDS)('not when it is an honest %s', async (kind) => {
      expect(await refusalOf(kind, CONTENTS[kind])).toBeNull();
    });

    it('not for the letters of a zip alone, nor for a csv that begins like a picture', async () => {
      expect(
        await refusalOf('pdf', Buffer.concat([CONTENTS.pdf, Buffer.from('PK\u0005\u0006 is how a zip ends'), Buffer.alloc(40)])),
      ).toBeNull();
      expect(await refusalOf('csv', 'BM;MZ;ID3\n1;2;3\n')).toBeNull();
    });

    it.each<[string, FileKind, Buffer | string]>([
      ['a PDF that is a zip too', 'pdf', Buffer.concat([CONTENTS.pdf, SMALL_ZIP])],
      [
        'a PDF that is a zip with its end in the comment',
        'pdf',
        Buffer.concat([CONTENTS.pdf, makeZip([{ name: 'a', data: '' }], { comment: '%%EOF' })]),
      ],
      ['a zip with more behind it', 'pdf', Buffer.concat([CONTENTS.pdf, SMALL_ZIP, Buffer.from('endstream %%EOF')])],
      ['an old document that is a zip too', 'doc', Buffer.concat([CONTENTS.doc, SMALL_ZIP])],
      ['an old document that is a PDF too', 'doc', Buffer.concat([CONTENTS.doc.subarray(0, 600), CONTENTS.pdf])],
      ['an RTF that is a PDF too', 'rtf', Buffer.concat([CONTENTS.rtf, CONTENTS.pdf])],
      [
        'a zip with a program before it',
        'zip',
        makeZip([{ name: 'a', data: '' }], { between: Buffer.from('<script>alert(1)</script>     ') }),
      ],
      ['a picture that is a script, called csv', 'csv', 'GIF89a/*a;b*/=1;alert(1)'],
      ['a page, called csv', 'csv', '\uFEFF \n<!DOCTYPE html><script>alert(1)</script>'],
      ['a drawing, called csv', 'csv', '<svg onload="alert(1)">'],
      ['a program, called csv', 'csv', '#!/bin/sh\nrm -rf /\n'],
      ['a PDF, called csv', 'csv', 'a;b\n%PDF-1.7\n'],
    ])('as two kinds: %s', async (_, kind, content) => {
      expect(await refusalOf(kind, content)).toEqual(twoKinds(kind));
    });

    it.each<[FileKind, Buffer | string]>([
      ['pdf', 'GIF89a'],
      ['docx', CONTENTS.odt],
      ['odt', CONTENTS.zip],
      ['zip', CONTENTS.pdf],
      ['docx', Buffer.concat([CONTENTS.pdf, CONTENTS.docx])],
      ['doc', CONTENTS.docx],
    ])('as another kind: a %s that is none', async (kind, content) => {
      expect(await refusalOf(kind, content)).toEqual({ code: 'file-kind-mismatch', fileName: `a.${kind}` });
    });

    it('as a bomb, in a document too, with a name that cannot deceive', async () => {
      const bomb = { name: 'word/\u202ebomb.xml', data: Buffer.alloc(11_000_000), packed: true };
      expect(await refusalOf('docx', makeZip([bomb]))).toEqual({
        code: 'archive-refused',
        reason: 'turned-direction',
        fileName: 'a.docx: word/\uFFFDbomb.xml',
      });
      expect(await refusalOf('docx', makeZip([{ ...bomb, name: 'word/bomb.xml' }]))).toMatchObject({ reason: 'packed-too-tightly' });
    });

    it('when it is cut or damaged', async () => {
      expect(await refusalOf('docx', CONTENTS.docx.subarray(0, 200))).toEqual({
        code: 'archive-refused',
        reason: 'broken',
        fileName: 'a.docx',
      });
    });
  });
});
