import { HttpClient, HttpHeaders } from '@angular/common/http';
import { inject, Injectable } from '@angular/core';
import { firstValueFrom } from 'rxjs';
import { SessionStore } from '../util-session/session-store';
import { readProblem, type ReadProblem } from './problem';

export type WriteResult<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly problem: ReadProblem };

/** `If-Match` of the version that the person saw. */
export const ifMatch = (version: number): HttpHeaders => new HttpHeaders({ 'If-Match': `"${version}"` });

/** With 412: the resource as it is at the server now. */
export const currentOf = (problem: ReadProblem): unknown => (problem.code === 'precondition-failed' ? problem.current : undefined);

interface Write {
  readonly body?: unknown;
  /** Version of the resource that is changed; left out for what is not versioned. */
  readonly version?: number;
}

/** Addresses and writes of the project that the person is in. A refusal is a value, not an exception. */
@Injectable({ providedIn: 'root' })
export class ProjectApi {
  readonly #http = inject(HttpClient);
  readonly #session = inject(SessionStore);

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

  async #send<T>(method: string, segments: readonly string[], { body, version }: Write): Promise<WriteResult<T>> {
    const headers = version === undefined ? new HttpHeaders() : ifMatch(version);
    const request = this.#http.request<T>(method, this.url(...segments) ?? '', { body: body ?? null, headers });
    try {
      return { ok: true, value: await firstValueFrom(request) };
    } catch (error) {
      return { ok: false, problem: readProblem(error) };
    }
  }
}
