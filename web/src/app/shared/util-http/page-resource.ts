import { HttpClient, type HttpHeaders, httpResource, type HttpResourceRef } from '@angular/common/http';
import { computed, DestroyRef, effect, inject, type Signal, untracked } from '@angular/core';
import type { Subscription } from 'rxjs';
import { Live, type LiveNews } from '../util-live/live';
import { OwnWrites } from '../util-live/own-writes';
import { UNATTENDED } from '../util-live/unattended';
import { readProblem, type ReadProblem } from './problem';

/** What a page shows: its data, or why there is none, or neither while it is on its way. */
export interface PageResource<T> {
  /** Kept while the page is loaded again. */
  readonly data: Signal<T | undefined>;
  readonly problem: Signal<ReadProblem | undefined>;
  readonly loading: Signal<boolean>;
  reload(): void;
  /** Puts in the answer of a write: all that the write has changed on this page. */
  set(value: T): void;
}

const revisionOf = (headers: HttpHeaders | null | undefined): number => Number(headers?.get('Project-Revision') ?? 0);

/** Puts what is new under a page that somebody is reading: what is on screen stays until the new is there. */
class Freshener<T> {
  readonly #http = inject(HttpClient);
  readonly #live = inject(Live);
  readonly #writes = inject(OwnWrites);
  #loading: Subscription | undefined;
  #headers: HttpHeaders | undefined;
  /** Revision that the page shows; 0 where the answer does not say one. */
  #shown = 0;
  #asked = this.#live.news().asked;
  /** Own writes that had been answered when the page was last set or loaded by itself. */
  #touched = -1;

  constructor(
    private readonly resource: HttpResourceRef<T | undefined>,
    private readonly address: () => string | undefined,
  ) {
    effect(() => {
      const news = this.#live.news();
      if (!this.resource.isLoading()) untracked(() => this.#freshen(news));
    });
    inject(DestroyRef).onDestroy(() => this.#loading?.unsubscribe());
  }

  /** The page took what a write has changed, or is about to load it. */
  touch(): void {
    this.#loading?.unsubscribe();
    this.#touched = this.#writes.finished;
  }

  #freshen(news: LiveNews): void {
    const headers = this.resource.headers();
    if (headers !== undefined && headers !== this.#headers) this.#shown = revisionOf(headers);
    this.#headers = headers ?? this.#headers;
    // Only pages of a project say which revision they show; a search, say, stays as it was asked.
    if (this.#shown === 0 || !this.resource.hasValue()) return;
    if (this.#shown >= news.revision && this.#asked === news.asked) return;
    if (this.#showsOwn(news)) this.#shown = news.revision;
    else this.#load(news);
  }

  #showsOwn({ revision, changes, asked }: LiveNews): boolean {
    const write = changes.length === 0 ? null : this.#writes.lastOf(changes);
    return write !== null && this.#touched >= write && this.#shown === revision - changes.length && this.#asked === asked;
  }

  #load(news: LiveNews): void {
    const address = this.address();
    this.#loading?.unsubscribe();
    if (address === undefined) return;
    this.#loading = this.#http.get<T>(address, { observe: 'response', headers: UNATTENDED }).subscribe({
      next: ({ body, headers }) => {
        this.#shown = Math.max(revisionOf(headers), news.revision);
        this.#asked = news.asked;
        if (body !== null && this.address() === address) this.#show(body, news);
      },
      // What cannot be seen any more is said; whatever else went wrong, the next news tries again.
      error: (error: unknown) => {
        if ([403, 404].includes(readProblem(error).status)) this.resource.reload();
      },
    });
  }

  #show(body: T, { changes }: LiveNews): void {
    if (JSON.stringify(this.resource.value()) === JSON.stringify(body)) return;
    this.resource.set(body);
    if (changes.length === 0 || this.#writes.lastOf(changes) === null) this.#live.updated();
  }
}

/**
 * A GET whose address is read from signals; undefined means not yet. Call it where injection is possible. A page of a
 * project is kept up to date by the project's event stream; with `still` it stays as it was loaded, for a form that starts
 * from it.
 */
export function pageResource<T>(address: () => string | undefined, { still = false } = {}): PageResource<T> {
  const resource = httpResource<T>(address);
  const freshener = still ? null : new Freshener<T>(resource, () => untracked(address));
  return {
    data: computed(() => (resource.hasValue() ? resource.value() : undefined)),
    problem: computed(() => {
      const error = resource.error();
      return error === undefined ? undefined : readProblem(error);
    }),
    loading: resource.isLoading,
    reload: () => {
      freshener?.touch();
      resource.reload();
    },
    set: (value) => {
      freshener?.touch();
      resource.set(value);
    },
  };
}
