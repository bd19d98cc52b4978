import { computed, Injectable, signal } from '@angular/core';
import { dateIn, type PlainDate } from '@office/domain';

/**
 * The server's time, carried on by the browser's steady counter: a wrong clock or zone on the person's machine moves
 * nothing. `today` is the date in the zone that deadlines are meant in.
 */
@Injectable({ providedIn: 'root' })
export class OfficeClock {
  readonly #served = signal({ at: 0, counter: 0 });
  readonly #counter = signal(0);

  readonly personZone = signal('UTC');
  readonly deadlineZone = signal('UTC');
  readonly now = computed(() => new Date(this.#served().at + (this.#counter() - this.#served().counter)));
  readonly today = computed<PlainDate>(() => dateIn(this.deadlineZone(), this.now()));

  set(servedNow: string): void {
    const counter = performance.now();
    this.#served.set({ at: Date.parse(servedNow), counter });
    this.#counter.set(counter);
  }

  /** Moves `now` on; called when a page is opened, so that a tab left open overnight is right again. */
  tick(): void {
    this.#counter.set(performance.now());
  }
}
