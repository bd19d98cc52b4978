import { HttpClient } from '@angular/common/http';
import { DestroyRef, DOCUMENT, inject, Injectable, InjectionToken, signal } from '@angular/core';
import type { ReviewDraftView } from '@office/contracts';
import { firstValueFrom } from 'rxjs';
import { ProjectApi, type WriteResult } from '../../../shared/util-http/project-api';
import { UNATTENDED } from '../../../shared/util-live/unattended';
import { SessionStore } from '../../../shared/util-session/session-store';
import { OfficeClock } from '../../../shared/util-time/office-clock';
import { DraftShelf } from '../data/draft-shelf';
import { type KeptDraft, NOTHING_KEPT, type OfficeDraft, officeDraftFrom, reconcile } from '../data/kept-draft';
import type { KeptWhere, OtherDraft } from '../data/kept-words';
import { draftBodyOf, isEmpty, type ReviewDraft } from '../data/review-draft';

/** How long somebody pauses before what was typed goes to the office. */
export const DRAFT_PAUSE_MS = new InjectionToken<number>('DRAFT_PAUSE_MS', { providedIn: 'root', factory: () => 900 });

/** Keeps a draft as it is typed: at once in this browser, after a pause at the office, and again when the line is back. */
@Injectable()
export class DraftKeeper {
  readonly #api = inject(ProjectApi);
  readonly #http = inject(HttpClient);
  readonly #shelf = inject(DraftShelf);
  readonly #session = inject(SessionStore);
  readonly #clock = inject(OfficeClock);
  readonly #pauseMs = inject(DRAFT_PAUSE_MS);
  #roundId = '';
  #kept: KeptDraft = NOTHING_KEPT;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #line = Promise.resolve();
  #over = false;

  readonly draft = signal<ReviewDraft>(NOTHING_KEPT.draft);
  /** null as long as there is nothing to keep. */
  readonly where = signal<KeptWhere | null>(null);
  /** The older of two drafts that were gone on with apart from each other, and whose it is. */
  readonly other = signal<OtherDraft | null>(null);

  constructor() {
    const document = inject(DOCUMENT);
    const view = document.defaultView;
    const leave = new AbortController();
    const now = (): void => void this.#push();
    view?.addEventListener('online', now, { signal: leave.signal });
    document.addEventListener('visibilitychange', () => document.hidden && now(), { signal: leave.signal });
    inject(DestroyRef).onDestroy(() => {
      leave.abort();
      now();
    });
  }

  /** Shows what this browser has at once, and what the office has as soon as it is known. */
  async open(roundId: string): Promise<void> {
    this.#roundId = roundId;
    this.#show(this.#shelf.take(this.#person(), roundId));
    const there = await this.#ask();
    if (there === undefined || this.#over) return;
    if (this.#meet(there) === 'browser') void this.#push();
  }

  keep(draft: ReviewDraft): void {
    this.#clock.tick();
    this.#store({ ...this.#kept, draft, typedAt: this.#clock.now().toISOString(), ahead: true });
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#push(), this.#pauseMs);
  }

  /** Goes on with the other draft instead; the one that was shown is then the other. */
  swap(): void {
    const [shown, other] = [this.#kept, this.other()];
    if (!other) return;
    this.other.set({ draft: shown.draft, typedAt: shown.typedAt, from: other.from === 'office' ? 'browser' : 'office' });
    this.keep(other.draft);
  }

  /** Before the review is sent: nothing of the draft may arrive after it. */
  async settle(): Promise<void> {
    clearTimeout(this.#timer);
    await this.#line;
  }

  /** The review is sent; the office has dropped its draft with it. */
  forget(): void {
    this.#over = true;
    this.#shelf.remove(this.#person(), this.#roundId);
  }

  /** Puts the two drafts together, and tells which one it goes on with. */
  #meet(there: OfficeDraft | null): 'browser' | 'office' {
    const { from, draft, other } = reconcile(this.#kept, there);
    if (other) this.other.set({ ...other, from: from === 'office' ? 'browser' : 'office' });
    const base = there?.typedAt ?? null;
    this.#store(from === 'office' ? { draft, typedAt: base ?? '', base, ahead: false } : { ...this.#kept, base });
    return from;
  }

  #show(kept: KeptDraft): void {
    this.#kept = kept;
    this.draft.set(kept.draft);
    this.where.set(isEmpty(kept.draft) ? null : kept.ahead ? 'browser' : 'office');
  }

  #store(kept: KeptDraft): void {
    const shelved = this.#shelf.put(this.#person(), this.#roundId, kept);
    this.#show(kept);
    if (kept.ahead && !shelved && this.where() === 'browser') this.where.set('nowhere');
  }

  /** null: the office has none; undefined: it cannot be asked. */
  async #ask(): Promise<OfficeDraft | null | undefined> {
    try {
      return officeDraftFrom(await firstValueFrom(this.#http.get<ReviewDraftView | null>(this.#address(), { headers: UNATTENDED })));
    } catch {
      return undefined;
    }
  }

  /** One after the other, so that an older draft never arrives after a newer one. */
  #push(): Promise<void> {
    clearTimeout(this.#timer);
    this.#line = this.#line.then(() => (this.#over || !this.#kept.ahead ? undefined : this.#send(this.#kept)));
    return this.#line;
  }

  async #send(sent: KeptDraft): Promise<void> {
    const result = await this.#write(sent);
    if (!result.ok) return;
    const there = officeDraftFrom(result.value);
    const base = there?.typedAt ?? null;
    // The office keeps what was typed last: that may be what came from another browser meanwhile.
    if (there && base !== sent.typedAt) this.#meet(there);
    else this.#store({ ...this.#kept, base, ahead: this.#kept.draft !== sent.draft });
  }

  #write({ draft, typedAt }: KeptDraft): Promise<WriteResult<ReviewDraftView | null>> {
    const path = ['review-rounds', this.#roundId, 'draft'];
    return isEmpty(draft) ? this.#api.delete(path, {}) : this.#api.put(path, { body: draftBodyOf(draft, typedAt) });
  }

  #address = (): string => this.#api.url('review-rounds', this.#roundId, 'draft') ?? '';
  #person = (): string => this.#session.me()?.person.id ?? '';
}
