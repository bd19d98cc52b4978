import { HttpClient } from '@angular/common/http';
import { inject, Injectable, signal } from '@angular/core';
import type { SessionView } from '@office/contracts';
import { firstValueFrom } from 'rxjs';
import { pageResource } from '../../../shared/util-http/page-resource';
import { readProblem } from '../../../shared/util-http/problem';
import { problemWords } from '../../../shared/util-http/problem-words';
import { Toasts } from '../../../shared/util-toast/toasts';

@Injectable()
export class SessionsStore {
  readonly #http = inject(HttpClient);
  readonly #toasts = inject(Toasts);

  readonly page = pageResource<SessionView[]>(() => '/api/auth/sessions');
  /** Id of the session that is being ended. */
  readonly ending = signal<string | null>(null);

  async end(session: SessionView): Promise<void> {
    this.ending.set(session.id);
    try {
      await firstValueFrom(this.#http.delete(`/api/auth/sessions/${session.id}`));
      this.page.set((this.page.data() ?? []).filter((other) => other.id !== session.id));
      this.#toasts.show($localize`:@@sessions.ended:Signed out there: ${session.device}:device:`);
    } catch (error) {
      this.#toasts.show(problemWords(readProblem(error)), 'problem');
    } finally {
      this.ending.set(null);
    }
  }
}
