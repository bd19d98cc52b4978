import PDFDocument from 'pdfkit';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';

const { resolve } = createRequire(import.meta.url);
/** The app's own type face, whole: its web fonts come cut into alphabets and would print gaps in "Đại học Huế". */
const FACES = {
  regular: '@expo-google-fonts/be-vietnam-pro/400Regular/BeVietnamPro_400Regular.ttf',
  bold: '@expo-google-fonts/be-vietnam-pro/600SemiBold/BeVietnamPro_600SemiBold.ttf',
} as const;
export type Face = keyof typeof FACES;

/** Points; A3 across. */
export const PAGE = { width: 1190.55, height: 841.89, margin: 34 } as const;

export interface TextLook {
  readonly face?: Face;
  readonly size: number;
  readonly colour: string;
  readonly link?: string | null;
}

/** The faces as files. */
export async function faceFiles(): Promise<Record<Face, Buffer>> {
  const [regular, bold] = await Promise.all([readFile(resolve(FACES.regular)), readFile(resolve(FACES.bold))]);
  return { regular, bold };
}

interface About {
  readonly title: string;
  readonly subject: string;
  readonly author: string;
  readonly language: string;
  readonly at: Date;
}

const WORD = /\s+/u;

/** A document of A3 pages that words and shapes are put on, measured in points from the upper left corner. */
export class Paper {
  private readonly widths = new Map<string, number>();
  private readonly structure: PDFKit.PDFStructureElement;
  private pageNumber = 0;

  private constructor(
    private readonly doc: PDFKit.PDFDocument,
    faces: Readonly<Record<Face, Buffer>>,
  ) {
    for (const [face, file] of Object.entries(faces)) doc.registerFont(face, file);
    this.structure = doc.struct('Document');
    doc.addStructure(this.structure);
  }

  static async open({ title, subject, author, language, at }: About): Promise<Paper> {
    const doc = new PDFDocument({
      size: [PAGE.width, PAGE.height],
      margin: 0,
      autoFirstPage: false,
      pdfVersion: '1.7',
      tagged: true,
      lang: language,
      displayTitle: true,
      info: { Title: title, Subject: subject, Author: author, CreationDate: at, ModDate: at },
      // The built-in face would be named in the file without being used.
      font: '',
    });
    return new Paper(doc, await faceFiles());
  }

  get page(): number {
    return this.pageNumber;
  }

  addPage(): void {
    this.doc.addPage();
    this.pageNumber += 1;
  }

  /** Listed in the reader's table of contents, leading to this page. */
  bookmark(title: string): void {
    this.doc.outline.addItem(title);
  }

  /** Part of the document's structure that is filled in while its pages are drawn. */
  part(type: string, parent: PDFKit.PDFStructureElement = this.structure): PDFKit.PDFStructureElement {
    const part = this.doc.struct(type);
    parent.add(part);
    return part;
  }

  /** What is drawn is this element's content, read to who cannot see it; `alt` is read instead. */
  content(parent: PDFKit.PDFStructureElement | null, type: string, draw: () => void, alt?: string): void {
    (parent ?? this.structure).add(this.doc.struct(type, alt === undefined ? {} : { alt }, [draw]));
  }

  /** Lines, grounds and what repeats on each page: not read out. */
  decoration(draw: () => void): void {
    this.doc.markContent('Artifact', { type: 'Layout' });
    draw();
    this.doc.endMarkedContent();
  }

  text(text: string, x: number, y: number, look: TextLook): void {
    if (text === '') return;
    this.use(look);
    const link = look.link ?? undefined;
    this.doc.fillColor(`#${look.colour}`).text(text, x, y, { lineBreak: false, ...(link !== undefined && { link }) });
  }

  textBefore(text: string, right: number, y: number, look: TextLook): void {
    this.text(text, right - this.width(text, look), y, look);
  }

  textAround(text: string, middle: number, y: number, look: TextLook): void {
    this.text(text, middle - this.width(text, look) / 2, y, look);
  }

  lines(lines: readonly string[], x: number, y: number, look: TextLook, step: number): void {
    lines.forEach((line, index) => this.text(line, x, y + index * step, look));
  }

  /** Measuring is dear and words come again and again. */
  width(text: string, { face = 'regular', size }: Pick<TextLook, 'face' | 'size'>): number {
    const key = `${face} ${text}`;
    const known = this.widths.get(key);
    if (known !== undefined) return known * size;
    this.doc.font(face).fontSize(1);
    const width = this.doc.widthOfString(text);
    this.widths.set(key, width);
    return width * size;
  }

  /** The text in lines that are not wider; a word that is wider than a line is cut. Nothing is left out. */
  wrapped(text: string, width: number, look: Pick<TextLook, 'face' | 'size'>): string[] {
    const space = this.width(' ', look);
    const lines: string[] = [];
    let line = '';
    let used = 0;
    for (const word of text
      .trim()
      .split(WORD)
      .flatMap((one) => this.pieces(one, width, look))) {
      const needed = this.width(word, look);
      if (line !== '' && used + space + needed > width) {
        lines.push(line);
        [line, used] = [word, needed];
      } else {
        [line, used] = line === '' ? [word, needed] : [`${line} ${word}`, used + space + needed];
      }
    }
    return [...lines, line];
  }

  private pieces(word: string, width: number, look: Pick<TextLook, 'face' | 'size'>): string[] {
    if (this.width(word, look) <= width) return [word];
    const pieces: string[] = [];
    let piece = '';
    for (const letter of word) {
      if (piece !== '' && this.width(piece + letter, look) > width) {
        pieces.push(piece);
        piece = '';
      }
      piece += letter;
    }
    return [...pieces, piece];
  }

  rectangle(x: number, y: number, width: number, height: number, colour: string, radius = 0): void {
    if (width <= 0) return;
    const rounded = Math.min(radius, width / 2, height / 2);
    if (rounded > 0) this.doc.roundedRect(x, y, width, height, rounded);
    else this.doc.rect(x, y, width, height);
    this.doc.fill(`#${colour}`);
  }

  line(x1: number, y1: number, x2: number, y2: number, colour: string, thickness = 0.5): void {
    this.doc.moveTo(x1, y1).lineTo(x2, y2).lineWidth(thickness).stroke(`#${colour}`);
  }

  circle(x: number, y: number, radius: number, colour: string): void {
    this.doc.circle(x, y, radius).lineWidth(1).fillAndStroke('#FFFFFF', `#${colour}`);
    this.doc.circle(x, y, radius - 1.8).fill(`#${colour}`);
  }

  diamond(x: number, y: number, radius: number, colour: string): void {
    this.doc
      .moveTo(x, y - radius)
      .lineTo(x + radius, y)
      .lineTo(x, y + radius)
      .lineTo(x - radius, y)
      .closePath();
    this.doc.lineWidth(0.8).fillAndStroke(`#${colour}`, '#FFFFFF');
  }

  /** The finished file. */
  async close(): Promise<Uint8Array> {
    this.structure.end();
    this.doc.end();
    const chunks: Buffer[] = [];
    for await (const chunk of this.doc) chunks.push(chunk as Buffer);
    return Buffer.concat(chunks);
  }

  private use({ face = 'regular', size }: Pick<TextLook, 'face' | 'size'>): void {
    this.doc.font(face).fontSize(size);
  }
}
