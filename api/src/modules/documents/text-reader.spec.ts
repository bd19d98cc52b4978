import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { buffer } from 'node:stream/consumers';
import { PassThrough } from 'node:stream';
import { afterAll, describe, expect, it } from '@jest/globals';
import { findVisibility } from '@office/domain';
import { zipSync, strToU8 } from 'fflate';
import PDFDocument from 'pdfkit';
import { readSettings } from '../../core/config/settings.js';
import { ReadingStoppedError, TextReader } from './text-reader.js';

const reader = new TextReader(readSettings({ READING_SECONDS: '8' }));
afterAll(() => reader.beforeApplicationShutdown());

const FACE = createRequire(import.meta.url).resolve('@expo-google-fonts/be-vietnam-pro/400Regular/BeVietnamPro_400Regular.ttf');
const STATEMENT = 'Được tài trợ bởi Liên minh châu Âu';
const DISCLAIMER =
  'Funded by the European Union. Views and opinions expressed are however those of the author(s) only and do not necessarily reflect those of the European Union or the European Education and Culture Executive Agency (EACEA). Neither the European Union nor the granting authority can be held responsible for them.';

async function pdf(pages: readonly (readonly string[])[]): Promise<Uint8Array> {
  const doc = new PDFDocument({ autoFirstPage: false, font: '' });
  const content = buffer(doc.pipe(new PassThrough()));
  doc.registerFont('face', await readFile(FACE));
  for (const paragraphs of pages) {
    doc.addPage().font('face').fontSize(11);
    for (const paragraph of paragraphs) doc.text(paragraph).moveDown(1);
  }
  doc.end();
  return new Uint8Array(await content);
}

const archive = (files: Record<string, string>): Uint8Array =>
  zipSync(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)])));

const word = (body: string): string => `<w:document xmlns:w="w" xmlns:mc="mc"><w:body>${body}</w:body></w:document>`;
const run = (text: string): string => `<w:r><w:t xml:space="preserve">${text}</w:t></w:r>`;

describe('the text of', () => {
  it('a PDF comes in paragraphs, however its lines were broken, with the letters of every partner', async () => {
    const read = await reader.read(
      'pdf',
      await pdf([
        ['Title', DISCLAIMER],
        [STATEMENT, 'Évora, Đại học Huế'],
      ]),
    );
    expect(read).toEqual({ text: ['Title', DISCLAIMER, STATEMENT, 'Évora, Đại học Huế'].join('\n'), pages: 2, cut: false });
  });

  it('a Word document comes with heads, feet and notes, and without what was deleted or is told twice', async () => {
    const body = [
      `<w:p>${run('Hoạt động &amp; kết ')}${run('quả')}<w:del><w:r><w:delText>old</w:delText></w:r></w:del></w:p>`,
      `<w:p>${run('one')}<w:r><w:tab/></w:r>${run('two')}<w:r><w:noBreakHyphen/></w:r>${run('three')}</w:p>`,
      `<w:p>${run('around ')}<mc:AlternateContent><mc:Choice><w:p>${run('boxed')}</w:p></mc:Choice><mc:Fallback><w:p>${run('boxed')}</w:p></mc:Fallback></mc:AlternateContent>${run('it')}</w:p>`,
    ].join('');
    const read = await reader.read(
      'docx',
      archive({
        'word/document.xml': word(body),
        'word/header1.xml': word(`<w:p>${run('Head')}</w:p>`),
        'word/footer2.xml': word(`<w:p>${run(DISCLAIMER)}</w:p>`),
        'word/footnotes.xml': word(`<w:p>${run('Note')}</w:p>`),
        'word/settings.xml': word(`<w:p>${run('nothing')}</w:p>`),
        'docProps/app.xml': '<Properties><Pages>12</Pages></Properties>',
      }),
    );
    const lines = ['Head', 'Hoạt động & kết quả', 'one two-three', 'boxed', 'around it', 'Note', DISCLAIMER];
    expect(read).toEqual({ text: lines.join('\n'), pages: 12, cut: false });
  });

  it('an OpenDocument text comes with its foot, and without remarks', async () => {
    const content = `<office:text><text:h>1 Kết quả</text:h><text:p>a<text:s text:c="2"/>b<office:annotation><text:p>remark</text:p></office:annotation><text:span> c</text:span></text:p></office:text>`;
    const styles = `<style:footer><text:p>${DISCLAIMER}</text:p></style:footer>`;
    const read = await reader.read(
      'odt',
      archive({ 'content.xml': content, 'styles.xml': styles, 'meta.xml': '<m meta:page-count="3"/>' }),
    );
    expect(read).toEqual({ text: ['1 Kết quả', 'a b c', DISCLAIMER].join('\n'), pages: 3, cut: false });
    expect(findVisibility((read as { text: string }).text).disclaimer).toBe(true);
  });

  it('a table comes line by line', async () => {
    expect(await reader.read('csv', strToU8('a;b\r\n\r\nsố;2\u0000\n'))).toEqual({ text: 'a;b\nsố;2', pages: null, cut: false });
  });

  it('a long document is kept up to a length', async () => {
    expect(await reader.read('csv', strToU8(`${'x'.repeat(999)}\n`.repeat(3_000)))).toMatchObject({ cut: true, pages: null });
  });
});

describe('what cannot be read', () => {
  it.each([
    ['a scan', 'pdf', () => pdf([[]]), 'empty'],
    ['a PDF cut short', 'pdf', async () => (await pdf([['text']])).slice(0, 300), 'unreadable'],
    ['a Word document that is none', 'docx', () => Promise.resolve(strToU8('PK')), 'unreadable'],
    ['a zip bomb', 'docx', () => Promise.resolve(archive({ 'word/document.xml': ' '.repeat(70_000_000) })), 'too-large'],
  ] as const)('%s', async (_, kind, bytes, expected) => {
    expect(await reader.read(kind, await bytes())).toBe(expected);
  });

  it('takes no longer than the settings say, and the next file is read as if nothing had been', async () => {
    const hasty = new TextReader(readSettings({ READING_SECONDS: '1' }));
    const endless = archive({ 'word/document.xml': '<w:p><w:t>a</w:t></w:p>'.repeat(2_000_000) });
    expect(await hasty.read('docx', endless)).toBe('too-slow');
    expect(await hasty.read('csv', strToU8('a'))).toMatchObject({ text: 'a' });
    await hasty.beforeApplicationShutdown();
  });

  it('is told as unread when the server ends', async () => {
    const ending = new TextReader(readSettings({}));
    const reading = ending.read('csv', strToU8('a'.repeat(100)));
    const told = expect(reading).rejects.toBeInstanceOf(ReadingStoppedError);
    await ending.beforeApplicationShutdown();
    await told;
    await expect(ending.read('csv', strToU8('a'))).rejects.toBeInstanceOf(ReadingStoppedError);
  });
});

describe('two texts', () => {
  const paragraphs = Array.from({ length: 12 }, (_, index) => `Paragraph ${index} as it was.`);

  it('differ in words, in paragraphs that came and that went; what stays is left out', async () => {
    const to = paragraphs.flatMap((text, index) => {
      if (index === 5) return ['Paragraph 5 as it is now.'];
      if (index === 6) return [];
      return index === 11 ? [text, 'Completely new: thống kê.'] : [text];
    });
    expect(await reader.compare(paragraphs.join('\n'), to.join('\n'))).toEqual({
      addedWords: 6,
      removedWords: 6,
      cut: false,
      blocks: [
        { kind: 'skipped', paragraphs: 3 },
        { kind: 'same', text: 'Paragraph 3 as it was.' },
        { kind: 'same', text: 'Paragraph 4 as it was.' },
        {
          kind: 'changed',
          from: [
            { text: 'Paragraph 5 as it ', changed: false },
            { text: 'was', changed: true },
            { text: '.', changed: false },
          ],
          to: [
            { text: 'Paragraph 5 as it ', changed: false },
            { text: 'is now', changed: true },
            { text: '.', changed: false },
          ],
        },
        { kind: 'changed', from: [{ text: 'Paragraph 6 as it was.', changed: true }], to: [] },
        ...paragraphs.slice(7, 12).map((text) => ({ kind: 'same', text })),
        { kind: 'changed', from: [], to: [{ text: 'Completely new: thống kê.', changed: true }] },
      ],
    });
  });

  it('that are the same have nothing but what is left out', async () => {
    const same = paragraphs.join('\n');
    expect(await reader.compare(same, same)).toEqual({
      addedWords: 0,
      removedWords: 0,
      cut: false,
      blocks: [{ kind: 'skipped', paragraphs: 12 }],
    });
  });

  it('with nothing in common are cut after many changes', async () => {
    const text = (letter: string): string => Array.from({ length: 1_200 }, (_, index) => `${letter}${index} `.repeat(3)).join('\n');
    expect(await reader.compare(text('a'), text('b'))).toMatchObject({ cut: true, addedWords: 3_600, removedWords: 3_600 });
  });
});
