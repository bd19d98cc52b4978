import { Injectable } from '@nestjs/common';
import { Settings } from '../config/settings.js';

const MEBIBYTE = 1024 * 1024;

/** Answers as they went out, newest last; the oldest go when there is no more room. */
@Injectable()
export class PageCache {
  private readonly pages = new Map<string, string>();
  private readonly room: number;
  private size = 0;

  constructor(settings: Settings) {
    this.room = settings.PAGE_CACHE_MB * MEBIBYTE;
  }

  get(key: string): string | undefined {
    return this.pages.get(key);
  }

  put(key: string, page: string): void {
    if (page.length > this.room || this.pages.has(key)) return;
    this.pages.set(key, page);
    this.size += page.length;
    for (const [oldest, content] of this.pages) {
      if (this.size <= this.room) return;
      this.pages.delete(oldest);
      this.size -= content.length;
    }
  }
}
