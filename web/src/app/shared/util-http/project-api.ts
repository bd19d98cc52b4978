import { HttpClient, HttpHeaders } from '@angular/common/http';
import { inject, Injectable, InjectionToken } from '@angular/core';
import { firstValueFrom, type Observable } from 'rxjs';
import { SessionStore } from '../util-session/session-store';
import { contentDigest } from './content-digest';
import { readProblem, type ReadProblem } from './problem';
import { WriteKeys } from './write-keys';

export type WriteResult<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly problem: ReadProblem };

/** `If-Match` of the version that the person saw. */
export const ifMatch = (version: number): HttpHeaders => new HttpHeaders({ 'If-Match': `"${version}"` });

/** With 412: the resource as it is at the server now. */
export const currentOf = (problem: ReadProblem): unknown => (problem.code === 'precondition-failed' ? problem.current : undefined);

interface Write {
  readonly body?: unknown;
  /** Version of the resource that is changed; left out for what is not versioned. */
  readonly version?: number;
  /** Of a file: what makes two uploads the same. */
  readonly digest?: string;
}

/** How long to wait before a write that got no answer is sent again. */
export const RETRY_MS = new InjectionToken<number>('RETRY_MS', { providedIn: 'root', factory: () => 1_000 });

/** Addresses and writes of the project that the person is in. A refusal is a value, not an exception. */
@Injectable({ providedIn: 'root' })
export class ProjectApi {
  readonly #retryMs = inject(RETRY_MS);
  readonly #http = inject(HttpClient);
  readonly #session = inject(SessionStore);
  readonly #keys = new WriteKeys();

  /** `url('deliverables', id)`; undefined outside a project. */
  url(...segments: string[]): string | undefined {
    const project = this.#session.project();
    return project ? ['/api/projects', project.projectId, ...segments].join('/') : undefined;
  }

  put<T>(segments: readonly string[], write: Write): Promise<WriteResult<T>> {
    return this.#send('PUT', segments, write);
  }

  post<T>(segments: readonly string[], write: Write = {}): Promise<WriteResult<T>> {
    return this.#send('POST', segments, write);
  }

  delete<T>(segments: readonly string[], write: Write): Promise<WriteResult<T>> {
    return this.#send('DELETE', segments, write);
  }

  /** A file on its own. Where its content cannot be told by a digest it is sent once, and nobody knows whether a second one is the same. */
  async postFile<T>(segments: readonly string[], file: File, version: number): Promise<WriteResult<T>> {
    const body = new FormData();
    body.append('file', file, file.name);
    const digest = await contentDigest(file);
    if (digest !== null) return this.#send('POST', segments, { body, version, digest });
    return this.#once(this.#http.post<T>(this.url(...segments) ?? '', body, { headers: ifMatch(version) }));
  }

  /** Sent once more when the line broke before the answer came: the key keeps it from being done twice. */
  async #send<T>(method: string, segments: readonly string[], { body, version, digest }: Write): Promise<WriteResult<T>> {
    const url = this.url(...segments) ?? '';
    const action = JSON.stringify([method, url, version, digest ?? body]);
    const keyed = (version === undefined ? new HttpHeaders() : ifMatch(version)).set('Idempotency-Key', this.#keys.keyFor(action));
    const headers = digest === undefined ? keyed : keyed.set('Content-Digest', digest);
    const once = (): Promise<WriteResult<T>> => this.#once(this.#http.request<T>(method, url, { body: body ?? null, headers }));
    const first = await once();
    const result = isLost(first) ? await this.#again(once) : first;
    if (!isLost(result)) this.#keys.answered(action);
    return result;
  }

  async #once<T>(request: Observable<T>): Promise<WriteResult<T>> {
    try {
      return { ok: true, value: await firstValueFrom(request) };
    } catch (error) {
      return { ok: false, problem: readProblem(error) };
    }
  }

  /** The first one may have arrived, and still be under way at the server: then its answer is waited for. */
  async #again<T>(once: () => Promise<WriteResult<T>>): Promise<WriteResult<T>> {
    let result = await pause(this.#retryMs).then(once);
    for (let asked = 1; asked < MOST_ASKED && isUnderWay(result); asked += 1) result = await pause(this.#retryMs).then(once);
    return result;
  }
}

const MOST_ASKED = 10;

const pause = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds));
const isLost = (result: WriteResult<unknown>): boolean => !result.ok && result.problem.offline;
const isUnderWay = (result: WriteResult<unknown>): boolean => !result.ok && result.problem.code === 'conflict';
