import { unzipSync } from 'fflate';
import { Parser } from 'htmlparser2';
import type { ReadText } from './messages.ts';
import { TextSink } from './text-sink.ts';

/** How a format writes its text in XML. */
interface Format {
  /** Parts of the archive, in the order in which they are read; what stands in a head or foot counts as text. */
  readonly parts: readonly RegExp[];
  readonly pages: { readonly part: string; readonly number: RegExp };
  readonly paragraphs: readonly string[];
  /** Elements whose text counts; null: all inside of a paragraph. */
  readonly runs: readonly string[] | null;
  /** Elements that stand for a character. */
  readonly signs: Readonly<Record<string, string>>;
  /** Elements that are no part of the text: what was deleted, remarks, a second telling for old readers. */
  readonly left: readonly string[];
}

const DOCX: Format = {
  parts: [/^word\/header\d*\.xml$/, /^word\/document\.xml$/, /^word\/(?:footnotes|endnotes)\.xml$/, /^word\/footer\d*\.xml$/],
  pages: { part: 'docProps/app.xml', number: /<Pages>(\d{1,6})<\/Pages>/ },
  paragraphs: ['w:p'],
  runs: ['w:t'],
  signs: { 'w:tab': ' ', 'w:br': ' ', 'w:cr': ' ', 'w:noBreakHyphen': '-' },
  left: ['mc:Fallback', 'w:del', 'w:moveFrom'],
};

const ODT: Format = {
  parts: [/^content\.xml$/, /^styles\.xml$/],
  pages: { part: 'meta.xml', number: /meta:page-count="(\d{1,6})"/ },
  paragraphs: ['text:p', 'text:h'],
  runs: null,
  signs: { 'text:s': ' ', 'text:tab': ' ', 'text:line-break': ' ' },
  left: ['office:annotation', 'text:tracked-changes', 'text:note-citation'],
};

/** XML that unpacks to more than this is no report. */
const MOST_BYTES = 60_000_000;

export class TooLargeError extends Error {}

function partsOf(bytes: Uint8Array, { parts, pages }: Format): Readonly<Record<string, Uint8Array>> {
  let total = 0;
  return unzipSync(bytes, {
    filter: ({ name, originalSize }) => {
      if (name !== pages.part && !parts.some((part) => part.test(name))) return false;
      total += originalSize;
      if (total > MOST_BYTES) throw new TooLargeError();
      return true;
    },
  });
}

/** Paragraphs may stand in one another (text boxes): the inner one is told when it ends. */
function addPart(xml: string, { paragraphs, runs, signs, left }: Format, sink: TextSink): void {
  const open: string[] = [];
  let inRun = 0;
  let leftOut = 0;
  const say = (text: string): void => {
    const paragraph = open.at(-1);
    if (paragraph !== undefined && leftOut === 0) open[open.length - 1] = paragraph + text;
  };
  const parser = new Parser(
    {
      onopentagname(name) {
        if (left.includes(name)) leftOut += 1;
        else if (paragraphs.includes(name)) open.push('');
        else if (runs?.includes(name)) inRun += 1;
        else say(signs[name] ?? '');
      },
      ontext(text) {
        if (runs === null || inRun > 0) say(text);
      },
      onclosetag(name) {
        if (left.includes(name)) leftOut -= 1;
        else if (paragraphs.includes(name)) sink.add(open.pop() ?? '');
        else if (runs?.includes(name)) inRun -= 1;
      },
    },
    { xmlMode: true, decodeEntities: true },
  );
  parser.end(xml);
}

/** The text of an office document with its heads, feet and notes. @throws TooLargeError */
export function readOffice(bytes: Uint8Array, kind: 'docx' | 'odt'): ReadText | 'empty' {
  const format = kind === 'docx' ? DOCX : ODT;
  const found = partsOf(bytes, format);
  const decoder = new TextDecoder();
  const sink = new TextSink();
  for (const pattern of format.parts) {
    const names = Object.keys(found).filter((name) => pattern.test(name));
    for (const name of names.sort()) addPart(decoder.decode(found[name]), format, sink);
  }
  const pages = format.pages.number.exec(decoder.decode(found[format.pages.part]))?.[1];
  return sink.text(pages === undefined ? null : Number(pages));
}
