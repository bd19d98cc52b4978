import { HttpClient, type HttpEvent, HttpEventType, type HttpHeaders } from '@angular/common/http';
import { DestroyRef, inject, Injectable, signal } from '@angular/core';
import type { DeliverableView } from '@office/contracts';
import { lastValueFrom, Subject, takeUntil, tap } from 'rxjs';
import { readProblem, type ReadProblem } from '../../../shared/util-http/problem';
import { fieldWords, problemWords } from '../../../shared/util-http/problem-words';
import { currentOf, ifMatch, ProjectApi } from '../../../shared/util-http/project-api';
import { WriteKeys } from '../../../shared/util-http/write-keys';
import { SessionStore } from '../../../shared/util-session/session-store';
import { contentDigest } from '../../../shared/util-http/content-digest';
import { fileFinding } from '../data/file-check';

/** What became of an upload: the deliverable with the version, or as it is at the server now because it had changed. */
export type UploadResult =
  { readonly saved: true; readonly view: DeliverableView } | { readonly saved: false; readonly view: DeliverableView };

/** One version on its way to the server. File and note stay whatever happens, until it is stored. */
@Injectable()
export class UploadStore {
  readonly #http = inject(HttpClient);
  readonly #api = inject(ProjectApi);
  readonly #session = inject(SessionStore);
  readonly #stop = new Subject<void>();
  readonly #keys = new WriteKeys();

  readonly file = signal<File | null>(null);
  readonly note = signal('');
  /** Percent that has gone out; null while nothing is sent. */
  readonly progress = signal<number | null>(null);
  /** Why it was not taken, in words. */
  readonly problem = signal('');
  /** Somebody else changed the deliverable after the person opened it. */
  readonly overtaken = signal(false);

  constructor() {
    inject(DestroyRef).onDestroy(() => this.cancel());
  }

  choose(file: File | null): void {
    this.file.set(file);
    this.problem.set((file && this.#findingOf(file)) ?? '');
  }

  /** Breaks off; the server keeps nothing of a part. */
  cancel(): void {
    this.#stop.next();
  }

  async send({ id, version }: DeliverableView): Promise<UploadResult | undefined> {
    const file = this.file();
    // The second click of a double click comes before the button is gone.
    if (this.progress() !== null) return undefined;
    const finding = file ? this.#findingOf(file) : $localize`:@@upload.none:Choose a file first.`;
    this.problem.set(finding ?? '');
    if (file === null || finding !== null) return undefined;
    this.overtaken.set(false);
    this.progress.set(0);
    try {
      return await this.#post(id, version, file);
    } catch (error) {
      return this.#refused(readProblem(error));
    } finally {
      this.progress.set(null);
    }
  }

  #findingOf(file: File): string | null {
    return fileFinding(file, this.#session.me()?.maxUploadBytes ?? Infinity);
  }

  async #post(id: string, version: number, file: File): Promise<UploadResult | undefined> {
    const form = new FormData();
    // The server reads the form as it arrives: what comes after the file would come too late.
    form.append('note', this.note());
    form.append('file', file, file.name);
    const digest = await contentDigest(file);
    const action = JSON.stringify([id, this.note(), digest]);
    const events = this.#http.post<DeliverableView>(this.#api.url('deliverables', id, 'versions') ?? '', form, {
      headers: digest === null ? ifMatch(version) : this.#keyed(ifMatch(version), action, digest),
      reportUploadProgress: true,
      observe: 'events',
    });
    const measured = events.pipe(
      tap((event) => this.#measure(event)),
      takeUntil(this.#stop),
    );
    const last = await lastValueFrom(measured, { defaultValue: null });
    this.#keys.answered(action);
    return last?.type === HttpEventType.Response && last.body ? { saved: true, view: last.body } : undefined;
  }

  /** Whoever sends the same again, because the line broke before the answer came, has it stored once. */
  #keyed(headers: HttpHeaders, action: string, digest: string): HttpHeaders {
    return headers.set('Idempotency-Key', this.#keys.keyFor(action)).set('Content-Digest', digest);
  }

  #measure(event: HttpEvent<unknown>): void {
    if (event.type !== HttpEventType.UploadProgress || !event.total) return;
    this.progress.set(Math.round((event.loaded / event.total) * 100));
  }

  #refused(problem: ReadProblem): UploadResult | undefined {
    const current = currentOf(problem) as DeliverableView | undefined;
    if (current) {
      this.overtaken.set(true);
      return { saved: false, view: current };
    }
    const field = problem.offline ? undefined : problem.errors?.[0];
    this.problem.set(field ? `${problemWords(problem)} ${fieldWords(field)}` : problemWords(problem));
    return undefined;
  }
}
