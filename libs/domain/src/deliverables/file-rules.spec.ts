import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  PORTAL_FILE_KINDS,
  bombIn,
  checkFile,
  entryNameFinding,
  fileKindOf,
  fileNameFinding,
  safeFileName,
  zipEntryNames,
} from './file-rules.js';

fc.configureGlobal({ seed: 20_240_101 });

/** Bytes in UTF-8, counted another way than the rule does; throws on half a surrogate pair. */
const bytesOf = (text: string): number => encodeURIComponent(text).replace(/%../g, '-').length;

describe('fileKindOf', () => {
  it.each(Object.keys(PORTAL_FILE_KINDS).map((kind) => [kind]))('takes %s', (kind) => {
    expect([fileKindOf(`report.${kind}`), fileKindOf(`D2.2 report v0.3.${kind.toUpperCase()}`)]).toEqual([kind, kind]);
  });

  it.each([
    ['no ending', 'report'],
    ['an ending only in name', 'pdf'],
    ['a dot and nothing', 'report.'],
    ['a kind the portal refuses', 'report.xlsx'],
    ['a program behind a document', 'report.pdf.exe'],
    ['a blank at the end', 'report.pdf '],
    ['a line end', 'report.pdf\n'],
    ['a word that every object answers to', 'report.constructor'],
    ['another', 'report.valueOf'],
    ['digits', 'report.mp4'],
    ['nothing', ''],
  ])('refuses %s (%j)', (_case, name) => {
    expect(fileKindOf(name)).toBeNull();
  });

  it('knows the media type of each', () => {
    expect(PORTAL_FILE_KINDS).toMatchObject({ pdf: 'application/pdf', csv: 'text/csv', zip: 'application/zip' });
    expect(Object.values(PORTAL_FILE_KINDS).filter((type) => !/^(application|text)\/[a-z.-]+$/.test(type))).toEqual([]);
  });
});

describe('checkFile', () => {
  it.each([
    ['report.pdf', 1, null],
    ['report.pdf', 200_000_000, null],
    ['report.pdf', 200_000_001, 'file-too-large'],
    ['report.pdf', 0, 'file-empty'],
    ['report.exe', 1, 'file-kind-refused'],
    ['report.exe', 0, 'file-kind-refused'],
    ['report.exe', 200_000_001, 'file-kind-refused'],
  ])('%s of %i bytes where 200 MB are taken: %s', (name, size, finding) => {
    expect(checkFile({ name, size }, 200_000_000)).toBe(finding);
  });
});

describe('safeFileName', () => {
  it.each([
    ['a plain name stays', 'D2.2 Report.pdf', 'D2.2 Report.pdf'],
    ['so does one in Vietnamese', 'Báo cáo hội thảo Quảng Ninh.docx', 'Báo cáo hội thảo Quảng Ninh.docx'],
    ['and one in Portuguese', 'Relatório de Évora (versão 2).odt', 'Relatório de Évora (versão 2).odt'],
    ['a path up', '../../etc/passwd', 'passwd'],
    ['a path of Windows', 'C:\\Users\\me\\report.pdf', 'report.pdf'],
    ['a folder and no name', 'reports/', 'file'],
    ['a mixed path', 'a\\b/c\\report.pdf', 'report.pdf'],
    ['a null in the middle', 'report.pdf\u0000.exe', 'report.pdf.exe'],
    ['line ends, which would end a header', 'a\r\nSet-Cookie: x=1.pdf', 'aSet-Cookie x=1.pdf'],
    ['a tab and a DEL', 'a\tb\u007f.pdf', 'ab.pdf'],
    ['controls above 127', 'a\u0085b\u009f.pdf', 'ab.pdf'],
    ['quotes, which would end a header field', 'a"b".pdf', 'ab.pdf'],
    ['what Windows forbids', 'a<b>c:d|e?f*.pdf', 'abcdef.pdf'],
    ['a turn of direction that hides the ending', 'annex\u202efdp.exe', 'annexfdp.exe'],
    ['an invisible blank', 're\u200bport.pdf', 'report.pdf'],
    ['half a surrogate pair', 'a\ud800b.pdf', 'ab.pdf'],
    ['a whole one stays', 'plan 📎.pdf', 'plan 📎.pdf'],
    ['letters with loose accents are composed', 'E\u0301vora.pdf', 'Évora.pdf'],
    ['also when something stood between', 'E\u0000\u0301vora.pdf', 'Évora.pdf'],
    ['a hidden file comes into the open', '.report.pdf', 'report.pdf'],
    ['behind blanks too', ' . report.pdf', 'report.pdf'],
    ['an ending without a name', '.pdf', 'file.pdf'],
    ['dots and blanks at the end', 'report.pdf. . ', 'report.pdf'],
    ['one dot', '.', 'file'],
    ['only dots', '...', 'file'],
    ['dots and blanks', ' . .. ', 'file'],
    ['only controls', '\u0000\u0007', 'file'],
    ['nothing', '', 'file'],
  ])('%s: %j becomes %j', (_case, name, expected) => {
    expect(safeFileName(name)).toBe(expected);
  });

  it.each([
    ['letters of one byte', `${'a'.repeat(500)}.pdf`, `${'a'.repeat(196)}.pdf`],
    ['letters of three bytes', `${'ạ'.repeat(500)}.docx`, `${'ạ'.repeat(65)}.docx`],
    ['signs of four bytes, none of them halved', `${'📎'.repeat(500)}.pdf`, `${'📎'.repeat(49)}.pdf`],
    ['an ending that is a sentence', `a.${'b'.repeat(500)}`, `a.${'b'.repeat(198)}`],
    ['the first letter of three bytes', 'ࠀ'.repeat(100), 'ࠀ'.repeat(66)],
    ['the last of two', '\u07ff'.repeat(120), '\u07ff'.repeat(100)],
    ['the first sign of four', '𐀀'.repeat(60), '𐀀'.repeat(50)],
    ['not the longest ending', `${'a'.repeat(300)}.${'b'.repeat(16)}`, `${'a'.repeat(183)}.${'b'.repeat(16)}`],
    ['a longer one', `${'a'.repeat(300)}.${'b'.repeat(17)}`, 'a'.repeat(200)],
    ['exactly enough', `${'a'.repeat(196)}.pdf`, `${'a'.repeat(196)}.pdf`],
    ['no blank where it was cut', `${'a'.repeat(199)} ${'b'.repeat(300)}`, 'a'.repeat(199)],
  ])('cuts %s', (_case, name, expected) => {
    expect(safeFileName(name)).toBe(expected);
  });

  const names = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 400 }),
    fc.string({ unit: fc.constantFrom('.', ' ', '/', '\\', 'a', 'ạ', '\u0301', '\u0000', '\u202e', '"', 'pdf', '\ud83d'), maxLength: 300 }),
    fc.tuple(fc.string({ unit: 'grapheme' }), fc.constantFrom('pdf', 'DOCX', 'zip')).map(([stem, ending]) => `${stem}.${ending}`),
  );

  it('is never empty, hidden, a path or too long, whatever comes in', () => {
    fc.assert(
      fc.property(names, (name) => {
        const safe = safeFileName(name);
        // eslint-disable-next-line no-control-regex -- control characters are what must not be left
        expect(safe).not.toMatch(/[\u0000-\u001f\u007f-\u009f/\\"<>:|?*\u2028\u2029\u202a-\u202e]|^[\s.]|[\s.]$|^$/u);
        expect(safe.normalize('NFC')).toBe(safe);
        expect(bytesOf(safe)).toBeLessThanOrEqual(200);
      }),
      { numRuns: 1_000 },
    );
  });

  it('leaves a safe name as it is', () => {
    fc.assert(
      fc.property(names, (name) => {
        const safe = safeFileName(name);
        expect(safeFileName(safe)).toBe(safe);
      }),
      { numRuns: 1_000 },
    );
  });

  it('keeps the kind that the name promised', () => {
    fc.assert(
      fc.property(names, (name) => {
        const kind = fileKindOf(name);
        fc.pre(kind !== null);
        expect(fileKindOf(safeFileName(name))).toBe(kind);
      }),
    );
  });
});

describe('fileNameFinding', () => {
  it.each<[string, ReturnType<typeof fileNameFinding>]>([
    ['D2.2 Report.pdf', null],
    ['Báo cáo "cuối".docx', null],
    ['report..pdf', null],
    ['../report.pdf', 'path'],
    ['..', 'path'],
    ['.', 'path'],
    ['/etc/report.pdf', 'path'],
    ['a/b.pdf', 'path'],
    ['a\\b.pdf', 'path'],
    ['C:report.pdf', 'path'],
    ['c:\\report.pdf', 'path'],
    ['report.pdf\u0000.exe', 'control-character'],
    ['report\r\n.pdf', 'control-character'],
    ['report\u0085.pdf', 'control-character'],
    ['annex\u202efdp.exe', 'turned-direction'],
    ['annex\u2067fdp.pdf', 'turned-direction'],
    ['annex\u200ffdp.pdf', 'turned-direction'],
    ['', 'empty'],
    ['  ', 'empty'],
  ])('%j: %s', (name, finding) => {
    expect(fileNameFinding(name)).toBe(finding);
  });
});

describe('entryNameFinding', () => {
  it.each<[string, ReturnType<typeof entryNameFinding>]>([
    ['word/document.xml', null],
    ['annexes/', null],
    ['annexes\\a.pdf', null],
    ['a..b/c.pdf', null],
    ['../a.pdf', 'path'],
    ['annexes/../../a.pdf', 'path'],
    ['annexes\\..\\..\\a.pdf', 'path'],
    ['/a.pdf', 'path'],
    ['\\a.pdf', 'path'],
    ['d:/a.pdf', 'path'],
    ['a\u0000.pdf', 'control-character'],
    ['a\u202e.pdf', 'turned-direction'],
    ['', 'empty'],
  ])('%j: %s', (name, finding) => {
    expect(entryNameFinding(name)).toBe(finding);
  });
});

describe('zipEntryNames', () => {
  it('numbers what is called alike, capitals or not', () => {
    expect(zipEntryNames(['a.pdf', 'A.PDF', 'a.pdf', 'a (2).pdf', 'b', 'b'])).toEqual([
      'a.pdf',
      'A (2).PDF',
      'a (3).pdf',
      'a (2) (2).pdf',
      'b',
      'b (2)',
    ]);
  });

  it('leaves every name safe and different', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('a.pdf', 'A.pdf', '../a.pdf', 'a (2).pdf', '', '.', 'b'), { maxLength: 12 }), (names) => {
        const given = zipEntryNames(names);
        expect(new Set(given.map((name) => name.toLowerCase())).size).toBe(names.length);
        expect(given.filter((name) => entryNameFinding(name) !== null)).toEqual([]);
      }),
    );
  });
});

describe('bombIn', () => {
  const limits = { entries: 10, unpackedBytes: 100_000_000, ratio: 100, depth: 3 };
  const usual = { entries: 3, unpackedBytes: 1_000, packedBytes: 500, depth: 1 };
  it.each<[string, Partial<typeof usual>, ReturnType<typeof bombIn>]>([
    ['a usual one', {}, null],
    ['as many entries as may be', { entries: 10 }, null],
    ['one more', { entries: 11 }, 'too-many-entries'],
    ['as much as may be', { unpackedBytes: 100_000_000, packedBytes: 50_000_000 }, null],
    ['one byte more', { unpackedBytes: 100_000_001, packedBytes: 50_000_000 }, 'too-large'],
    ['little text, packed very tightly', { unpackedBytes: 10_000_000, packedBytes: 10 }, null],
    ['much, as tightly as may be', { unpackedBytes: 20_000_000, packedBytes: 200_000 }, null],
    ['much, tighter', { unpackedBytes: 20_000_001, packedBytes: 200_000 }, 'packed-too-tightly'],
    ['as deep as may be', { depth: 3 }, null],
    ['deeper', { depth: 4 }, 'too-deep'],
  ])('%s: %j', (_, facts, finding) => {
    expect(bombIn({ ...usual, ...facts }, limits)).toBe(finding);
  });
});
