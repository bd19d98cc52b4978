import { getDocumentProxy } from 'unpdf';
import type { ReadText } from './messages.ts';
import { TextSink } from './text-sink.ts';

interface Line {
  text: string;
  readonly height: number;
  /** From the bottom of the page. */
  readonly y: number;
}

/** As much of pdf.js's text items as is looked at; the last two of the matrix say where it stands. */
interface Item {
  readonly str: string;
  readonly hasEOL: boolean;
  readonly height: number;
  readonly transform: readonly number[];
}

function linesOf(items: readonly Item[]): Line[] {
  const lines: Line[] = [];
  let open: Line | null = null;
  for (const { str, hasEOL, height, transform } of items) {
    if (open === null && str.trim() !== '') lines.push((open = { text: '', height, y: transform[5] ?? 0 }));
    if (open !== null) open.text += str;
    if (hasEOL) open = null;
  }
  return lines;
}

/** Lines that follow each other closely in the same size are one paragraph. */
const belongs = (before: Line, line: Line): boolean => {
  const gap = before.y - line.y;
  const size = Math.max(before.height, line.height, 1);
  return gap >= 0 && gap <= size * 1.7 && Math.abs(before.height - line.height) <= size * 0.05;
};

/** A hyphen at the end of a line keeps its word together; whether it belongs to it nobody knows. */
const joined = (paragraph: string, text: string): string =>
  /\p{L}-\s*$/u.test(paragraph) ? paragraph.trimEnd() + text.trimStart() : `${paragraph} ${text}`;

function addPage(items: readonly Item[], sink: TextSink): void {
  let paragraph = '';
  let before: Line | null = null;
  for (const line of linesOf(items)) {
    if (before !== null && belongs(before, line)) paragraph = joined(paragraph, line.text);
    else {
      sink.add(paragraph);
      paragraph = line.text;
    }
    before = line;
  }
  sink.add(paragraph);
}

/** The text of a PDF, page by page; a scan has none. */
export async function readPdf(bytes: Uint8Array): Promise<ReadText | 'empty'> {
  const document = await getDocumentProxy(bytes, { verbosity: 0, stopAtErrors: false });
  try {
    const sink = new TextSink();
    for (let number = 1; number <= document.numPages && !sink.full; number += 1) {
      const page = await document.getPage(number);
      const { items } = await page.getTextContent();
      addPage(
        items.filter((item) => 'str' in item),
        sink,
      );
      page.cleanup();
    }
    return sink.text(document.numPages);
  } finally {
    await document.loadingTask.destroy();
  }
}
