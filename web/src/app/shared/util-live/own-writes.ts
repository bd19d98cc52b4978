import { type HttpInterceptorFn, HttpResponse } from '@angular/common/http';
import { inject, Injectable, signal } from '@angular/core';
import { finalize, tap } from 'rxjs';

const REMEMBERED = 200;

/** What this window has written: it knows its own changes again when the event stream tells of them. */
@Injectable({ providedIn: 'root' })
export class OwnWrites {
  readonly #underWay = signal(0);
  /** Which write of this window, counted from 1, made which change. */
  readonly #numbers = new Map<string, number>();
  #finished = 0;

  readonly underWay = this.#underWay.asReadonly();

  /** Writes that have been answered so far. */
  get finished(): number {
    return this.#finished;
  }

  begin(): void {
    this.#underWay.update((count) => count + 1);
  }

  end(): void {
    this.#underWay.update((count) => count - 1);
  }

  answered(changes: readonly string[]): void {
    this.#finished += 1;
    for (const change of changes) this.#numbers.set(change, this.#finished);
    for (const [oldest] of this.#numbers) if (this.#numbers.size > REMEMBERED) this.#numbers.delete(oldest);
  }

  /** The last of the own writes that made these changes; null when somebody else made one of them. */
  lastOf(changes: readonly string[]): number | null {
    const numbers = changes.map((change) => this.#numbers.get(change));
    return numbers.every((number) => number !== undefined) ? Math.max(0, ...numbers) : null;
  }
}

/** Notes the changes that the answers to writes name. */
export const ownWrites: HttpInterceptorFn = (request, next) => {
  if (request.method === 'GET') return next(request);
  const writes = inject(OwnWrites);
  writes.begin();
  return next(request).pipe(
    tap((event) => {
      if (event instanceof HttpResponse) writes.answered(event.headers.get('Project-Change')?.split(' ') ?? []);
    }),
    finalize(() => writes.end()),
  );
};
