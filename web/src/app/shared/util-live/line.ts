import { HttpErrorResponse, type HttpInterceptorFn, HttpResponse } from '@angular/common/http';
import { computed, DOCUMENT, inject, Injectable, signal } from '@angular/core';
import { tap } from 'rxjs';

const FIRST_PROBE_MS = 2_000;
const LONGEST_PROBE_MS = 30_000;

/** Whether the server can be reached. Once it cannot, it is asked again until it answers. */
@Injectable({ providedIn: 'root' })
export class Line {
  readonly #window = inject(DOCUMENT).defaultView;
  readonly #lost = signal(false);
  #wait = FIRST_PROBE_MS;
  #timer: ReturnType<typeof setTimeout> | undefined;

  readonly down = computed(() => this.#lost());

  constructor() {
    this.#window?.addEventListener('offline', () => this.lost());
    this.#window?.addEventListener('online', () => void this.#probe());
  }

  /** Some answer came, whatever it says. */
  answered(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#wait = FIRST_PROBE_MS;
    this.#lost.set(false);
  }

  lost(): void {
    this.#lost.set(true);
    this.#timer ??= setTimeout(() => void this.#probe(), this.#wait);
  }

  async #probe(): Promise<void> {
    this.#timer = undefined;
    this.#wait = Math.min(this.#wait * 2, LONGEST_PROBE_MS);
    try {
      await fetch('/api/health/live', { cache: 'no-store' });
      this.answered();
    } catch {
      this.lost();
    }
  }
}

/** Every request tells how the line is. */
export const lineWatch: HttpInterceptorFn = (request, next) => {
  const line = inject(Line);
  return next(request).pipe(
    tap({
      next: (event) => {
        if (event instanceof HttpResponse) line.answered();
      },
      error: (error: unknown) => {
        if (error instanceof HttpErrorResponse && error.status === 0) line.lost();
        else line.answered();
      },
    }),
  );
};
