import { HttpClient } from '@angular/common/http';
import { DestroyRef, DOCUMENT, effect, inject, Injectable, signal, untracked } from '@angular/core';
import { SessionStore } from '../util-session/session-store';
import { OfficeClock } from '../util-time/office-clock';
import { Line } from './line';
import { LiveStream, OPEN_EVENT_SOURCE } from './live-stream';
import { OwnWrites } from './own-writes';
import { UNATTENDED } from './unattended';

/** What a page has to know to tell whether it shows the present. */
export interface LiveNews {
  readonly revision: number;
  /** Transactions that brought the project to this revision; none when that is not known. */
  readonly changes: readonly string[];
  /** Grows when every page is to look again, whatever revision it shows. */
  readonly asked: number;
}

/** Out of sight for so long, a window gives its line away: a browser has few to one server. */
const HIDDEN_MS = 20_000;
/** A page that shows the answer to its own write gets the time to do so. */
const OWN_SETTLE_MS = 600;
/** Windows of one project do not all ask at the same moment. */
const SPREAD_MS = 300;

/** The frame tells how long the project lasts and what the person may do: seldom changed, so not asked with each change. */
const SESSION_MS = 300_000;

/** Keeps the pages of the project up to date: one event stream for this window, while somebody is signed in and sees it. */
@Injectable({ providedIn: 'root' })
export class Live {
  readonly #session = inject(SessionStore);
  readonly #clock = inject(OfficeClock);
  readonly #line = inject(Line);
  readonly #writes = inject(OwnWrites);
  readonly #http = inject(HttpClient);
  readonly #document = inject(DOCUMENT);
  readonly #open = inject(OPEN_EVENT_SOURCE);
  readonly #timers = new Set<ReturnType<typeof setTimeout>>();
  readonly #news = signal<LiveNews>({ revision: 0, changes: [], asked: 0 });
  readonly #updates = signal(0);
  #projectId: string | null = null;
  #stream: LiveStream | null = null;
  #sessionAt = performance.now();
  #hiding: ReturnType<typeof setTimeout> | undefined;

  readonly news = this.#news.asReadonly();
  /** Grows whenever a page shows something that somebody else has changed. */
  readonly updates = this.#updates.asReadonly();

  /** Called by the frame, in its injection context: the stream lives as long as the frame. */
  start(): void {
    effect(() => {
      const projectId = this.#session.project()?.projectId ?? null;
      untracked(() => this.#follow(projectId));
    });
    effect(() => {
      if (!this.#line.down()) untracked(() => this.#stream?.hurry());
    });
    const seen = (): void => this.#seen();
    this.#document.addEventListener('visibilitychange', seen);
    this.#document.defaultView?.addEventListener('focus', seen);
    inject(DestroyRef).onDestroy(() => {
      this.#document.removeEventListener('visibilitychange', seen);
      this.#document.defaultView?.removeEventListener('focus', seen);
      this.#follow(null);
    });
  }

  /** A page shows something new. */
  updated(): void {
    this.#updates.update((count) => count + 1);
  }

  #follow(projectId: string | null): void {
    if (projectId === this.#projectId) return;
    this.#stop();
    this.#projectId = projectId;
    this.#news.update(({ asked }) => ({ revision: 0, changes: [], asked }));
    this.#listen();
  }

  #listen(): void {
    if (this.#projectId === null || this.#stream !== null || this.#document.hidden) return;
    const { revision } = this.#news();
    this.#stream = new LiveStream(`/api/projects/${this.#projectId}/live`, revision || null, this.#open, {
      heard: (heard, changes) => this.#heard(heard, changes),
      lost: (times) => {
        if (times > 1) this.#askWhy();
      },
      accessOver: () => {
        this.#stop();
        this.#askWhy();
        this.#ask();
      },
    });
  }

  #stop(): void {
    clearTimeout(this.#hiding);
    this.#stream?.close();
    this.#stream = null;
    for (const timer of this.#timers) clearTimeout(timer);
    this.#timers.clear();
  }

  /** Somebody looks again, or does not any more. */
  #seen(): void {
    clearTimeout(this.#hiding);
    if (this.#document.hidden) {
      this.#hiding = setTimeout(() => this.#stop(), HIDDEN_MS);
      return;
    }
    this.#clock.tick();
    // Where no stream gets through, looking again is the way to see what is new.
    if (this.#stream?.listening === false) this.#ask();
    this.#listen();
  }

  #heard(revision: number, changes: readonly string[]): void {
    this.#line.answered();
    const mayBeOwn = this.#writes.underWay() > 0 || (changes.length > 0 && this.#writes.lastOf(changes) !== null);
    const timer = setTimeout(
      () => {
        this.#timers.delete(timer);
        this.#tell(revision, changes);
      },
      mayBeOwn ? OWN_SETTLE_MS : changes.length > 0 ? Math.random() * SPREAD_MS : 0,
    );
    this.#timers.add(timer);
  }

  #tell(revision: number, changes: readonly string[]): void {
    const known = this.#news();
    if (revision <= known.revision) return;
    this.#clock.tick();
    this.#lookAtSession();
    // Two pieces of news that no page has looked at yet are one, as long as none is missing between.
    this.#news.set({ revision, changes: revision - changes.length === known.revision ? changes : [], asked: known.asked });
  }

  #lookAtSession(): void {
    if (performance.now() - this.#sessionAt < SESSION_MS) return;
    this.#sessionAt = performance.now();
    void this.#session.refresh();
  }

  #ask(): void {
    this.#news.update((news) => ({ ...news, changes: [], asked: news.asked + 1 }));
  }

  /** An event stream does not say why it was refused; a plain request does, and leads to the login page where that is it. */
  #askWhy(): void {
    this.#http.get('/api/me', { headers: UNATTENDED }).subscribe({ error: () => undefined });
  }
}
