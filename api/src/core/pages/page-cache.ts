import { Injectable } from '@nestjs/common';
import { Settings } from '../config/settings.js';

const MEBIBYTE = 1024 * 1024;

/** Answers as the bytes that went out, last used last; the longest unused go when there is no more room. */
@Injectable()
export class PageCache {
  private readonly pages = new Map<string, Buffer>();
  private readonly room: number;
  private size = 0;

  constructor(settings: Settings) {
    this.room = settings.PAGE_CACHE_MB * MEBIBYTE;
  }

  get(key: string): Buffer | undefined {
    const page = this.pages.get(key);
    if (page === undefined) return undefined;
    this.pages.delete(key);
    this.pages.set(key, page);
    return page;
  }

  put(key: string, page: Buffer): void {
    if (page.length > this.room || this.pages.has(key)) return;
    this.pages.set(key, page);
    this.size += page.length;
    for (const [unused, content] of this.pages) {
      if (this.size <= this.room) return;
      this.pages.delete(unused);
      this.size -= content.length;
    }
  }
}
