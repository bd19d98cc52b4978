import { Injectable, type Signal, signal } from '@angular/core';

/** Numbers beside entries of the navigation, lent by the stores of the pages; an entry shows one once its page was open. */
@Injectable({ providedIn: 'root' })
export class NavCounts {
  readonly #counts = signal<Readonly<Record<string, Signal<number>>>>({});

  /** `path` is the entry's, as in `my-work`. */
  lend(path: string, count: Signal<number>): void {
    this.#counts.update((counts) => ({ ...counts, [path]: count }));
  }

  of(path: string): number {
    return this.#counts()[path]?.() ?? 0;
  }
}
