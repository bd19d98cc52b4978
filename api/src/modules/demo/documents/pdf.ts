import type { DemoDocument } from './demo-document.js';
import { emblem } from './emblem.js';

const LINE_CHARACTERS = 92;
const LINES_ON_PAGE = 48;
/** Room for the emblem, with the funding statement beside it. */
const LINES_OF_HEAD = 5;

interface Line {
  readonly text: string;
  readonly font: 'F1' | 'F2';
  readonly size: number;
}

/** The fonts that every reader has know Western European letters only. */
const westernLetters = (text: string): string =>
  text
    .replaceAll('–', '-')
    .replaceAll('×', 'x')
    .normalize('NFC')
    .replaceAll(/[^\x20-\x7e\xa0-\xff]/g, '?');

const literal = (text: string): string => westernLetters(text).replaceAll(/[\\()]/g, (character) => `\\${character}`);

function wrapped(text: string): string[] {
  const lines: string[] = [''];
  for (const word of text.split(' ')) {
    const last = lines.at(-1) ?? '';
    if (last === '') lines[lines.length - 1] = word;
    else if (last.length + word.length < LINE_CHARACTERS) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}

function linesOf({ title, funding: [, ...disclaimer], sections }: DemoDocument): Line[] {
  const blank: Line = { text: '', font: 'F1', size: 11 };
  const heading = (text: string, size: number): Line[] => wrapped(text).map((line) => ({ text: line, font: 'F2', size }));
  const told = (text: string): Line[] => [...wrapped(text).map((line): Line => ({ text: line, font: 'F1', size: 11 })), blank];
  return [
    ...Array.from({ length: LINES_OF_HEAD }, () => blank),
    ...heading(title, 14),
    blank,
    ...disclaimer.flatMap(told),
    ...sections.flatMap(({ heading: words, paragraphs }) => [blank, ...heading(words, 12), ...paragraphs.flatMap(told)]),
  ];
}

const pageContent = (lines: readonly Line[]): string =>
  ['BT', '56 786 Td', '15 TL', ...lines.flatMap(({ text, font, size }) => [`/${font} ${size} Tf`, `(${literal(text)}) Tj T*`]), 'ET'].join(
    '\n',
  );

const head = ({ funding: [statement = ''] }: DemoDocument): string =>
  `${emblem(56, 748, 40)}\nBT /F2 13 Tf 128 763 Td (${literal(statement)}) Tj ET\n`;

const stream = (content: string): string => `<< /Length ${Buffer.byteLength(content, 'latin1')} >>\nstream\n${content}\nendstream`;
const FONT = '/Type /Font /Subtype /Type1 /Encoding /WinAnsiEncoding';
const CATALOG = 1;
const PAGES = 2;
const FIRST_PAGE = 5;

/** Catalogue, page tree, two fonts, then each page with its content. */
function objectsOf(document: DemoDocument): string[] {
  const lines = linesOf(document);
  const pages = Array.from(
    { length: Math.ceil(lines.length / LINES_ON_PAGE) },
    (_, index) => (index === 0 ? head(document) : '') + pageContent(lines.slice(index * LINES_ON_PAGE, (index + 1) * LINES_ON_PAGE)),
  );
  const pageNumbers = pages.map((_, index) => FIRST_PAGE + index * 2);
  return [
    `<< /Type /Catalog /Pages ${PAGES} 0 R >>`,
    `<< /Type /Pages /Count ${pages.length} /Kids [${pageNumbers.map((number) => `${number} 0 R`).join(' ')}] >>`,
    `<< ${FONT} /BaseFont /Helvetica >>`,
    `<< ${FONT} /BaseFont /Helvetica-Bold >>`,
    ...pages.flatMap((content, index) => [
      `<< /Type /Page /Parent ${PAGES} 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R /F2 4 0 R >> >> /Contents ${FIRST_PAGE + index * 2 + 1} 0 R >>`,
      stream(content),
    ]),
  ];
}

/** A PDF of plain text on A4 pages. */
export function pdf(document: DemoDocument): Buffer {
  let text = '%PDF-1.4\n';
  const offsets: number[] = [];
  const objects = objectsOf(document);
  objects.forEach((object, index) => {
    offsets.push(text.length);
    text += `${index + 1} 0 obj\n${object}\nendobj\n`;
  });
  const table = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  const size = objects.length + 1;
  const trailer = `trailer\n<< /Size ${size} /Root ${CATALOG} 0 R >>\nstartxref\n${text.length}\n%%EOF\n`;
  return Buffer.from(`${text}xref\n0 ${size}\n0000000000 65535 f \n${table}${trailer}`, 'latin1');
}
