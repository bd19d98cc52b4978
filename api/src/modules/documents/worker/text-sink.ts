import type { ReadText } from './messages.ts';

/** Four hundred dense pages; a longer document is read up to here. */
const MOST_CHARACTERS = 2_000_000;

/** Control characters come out of damaged files, PostgreSQL refuses the first of them; halves of surrogate pairs are no text. */
const FORBIDDEN = /[^\P{Cc}\s]|\p{Cs}/gu;

/** Collects paragraphs until there are enough. */
export class TextSink {
  private readonly paragraphs: string[] = [];
  private length = 0;
  private overflown = false;

  get full(): boolean {
    return this.overflown;
  }

  /** Spaces are told once; what no database text may hold goes. */
  add(paragraph: string): void {
    const words = paragraph.replaceAll(FORBIDDEN, '').replaceAll(/\s+/g, ' ').trim();
    if (words === '' || this.overflown) return;
    this.overflown = this.length + words.length > MOST_CHARACTERS;
    if (this.overflown) return;
    this.length += words.length + 1;
    this.paragraphs.push(words);
  }

  /** One paragraph a line. */
  text(pages: number | null): ReadText | 'empty' {
    return this.paragraphs.length === 0 ? 'empty' : { text: this.paragraphs.join('\n'), pages, cut: this.overflown };
  }
}
