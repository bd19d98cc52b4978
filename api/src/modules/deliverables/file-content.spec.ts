import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { crc32 } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { FileKind } from '@office/domain';
import { hasContentOf } from './file-content.js';

/** A zip whose entries are not packed: all that tells an office document from another is what its entries are called. */
function zip(entries: Readonly<Record<string, string>>): Buffer {
  const files = Object.entries(entries).map(([name, text]) => {
    const [title, data] = [Buffer.from(name), Buffer.from(text)];
    const facts = Buffer.alloc(26);
    facts.writeUInt16LE(20, 0);
    facts.writeUInt32LE(crc32(data), 10);
    facts.writeUInt32LE(data.length, 14);
    facts.writeUInt32LE(data.length, 18);
    facts.writeUInt16LE(title.length, 22);
    return { title, data, facts };
  });
  const locals = files.map(({ title, data, facts }) => Buffer.concat([Buffer.from('PK\u0003\u0004'), facts, title, data]));
  const central = files.map(({ title, facts }, index) => {
    const offset = Buffer.alloc(14);
    offset.writeUInt32LE(
      locals.slice(0, index).reduce((sum, local) => sum + local.length, 0),
      10,
    );
    return Buffer.concat([Buffer.from('PK\u0001\u0002\u0014\u0000'), facts, offset, title]);
  });
  const [body, directory] = [Buffer.concat(locals), Buffer.concat(central)];
  const end = Buffer.alloc(18);
  end.writeUInt16LE(files.length, 4);
  end.writeUInt16LE(files.length, 6);
  end.writeUInt32LE(directory.length, 8);
  end.writeUInt32LE(body.length, 12);
  return Buffer.concat([body, directory, Buffer.from('PK\u0005\u0006'), end]);
}

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
});
