import { HttpClient } from '@angular/common/http';
import { computed, DOCUMENT, inject, Injectable, isDevMode, signal } from '@angular/core';
import type { DeliveredSession, DemoAccount, LoginRequest, Me, ProjectMembership } from '@office/contracts';
import { can, type LedResource, mayEver, monthOf, type Permission, type PlainDate } from '@office/domain';
import { firstValueFrom } from 'rxjs';
import { UNATTENDED } from '../util-live/unattended';
import { OfficeClock } from '../util-time/office-clock';
import { refusalWords } from './refusal-words';

/** Who is signed in, in which project, and what the person may do there: the same `can` as the API asks. */
@Injectable({ providedIn: 'root' })
export class SessionStore {
  readonly #http = inject(HttpClient);
  readonly #document = inject(DOCUMENT);
  readonly #clock = inject(OfficeClock);
  readonly #me = signal<Me | null>(null);
  readonly #projectId = signal<string | null>(null);

  readonly me = this.#me.asReadonly();
  readonly demoAccounts = signal<readonly DemoAccount[]>([]);
  readonly project = computed<ProjectMembership | null>(
    () => this.#me()?.projects.find((project) => project.projectId === this.#projectId()) ?? null,
  );
  readonly actor = computed(() => this.project()?.actor ?? null);
  readonly beneficiary = computed(() => this.project()?.beneficiary ?? null);
  readonly today = this.#clock.today;
  /** The project month that today lies in. */
  readonly month = computed(() => {
    const project = this.project();
    return project ? monthOf(project.startDate as PlainDate, this.today()) : 0;
  });

  /** Reads what the page was delivered with; the development server delivers nothing, so there the API is asked. */
  async start(): Promise<void> {
    const text = this.#document.getElementById('session')?.textContent ?? '';
    const delivered = (text.trim() === '' ? { me: null, demoAccounts: [] } : JSON.parse(text)) as DeliveredSession;
    this.demoAccounts.set(delivered.demoAccounts);
    if (delivered.me !== null) this.#accept(delivered.me);
    else if (isDevMode()) await this.#askApi();
  }

  async signIn(request: LoginRequest): Promise<void> {
    this.#accept(await firstValueFrom(this.#http.post<Me>('/api/auth/login', request)));
  }

  /** Who the person is now, in which projects, and how long these last; what is unchanged moves nothing on screen. */
  async refresh(): Promise<void> {
    try {
      const me = await firstValueFrom(this.#http.get<Me>('/api/me', { headers: UNATTENDED }));
      const { now } = me;
      this.#clock.set(now);
      if (JSON.stringify(me) !== JSON.stringify({ ...this.#me(), now })) this.#accept(me);
    } catch {
      // The next look tries again; that the session is over is told by the interceptor.
    }
  }

  /** Ends the session at the server; the page is then loaded anew, so nothing of the person stays in memory. */
  async signOut(): Promise<void> {
    await firstValueFrom(this.#http.post('/api/auth/logout', null));
    this.#document.location.assign('/login');
  }

  /** The session is over at the server's side. */
  forget(): void {
    this.#me.set(null);
    this.#projectId.set(null);
  }

  /** Enters a project of the person; false when it is none of hers. */
  enter(projectId: string): boolean {
    const project = this.#me()?.projects.find((membership) => membership.projectId === projectId);
    if (!project) return false;
    this.#projectId.set(projectId);
    this.#clock.deadlineZone.set(project.deadlineTimeZone);
    this.#clock.tick();
    return true;
  }

  /** Without a resource: whether the person may for some row at all. With one: whether for this row. */
  may(permission: Permission, resource?: LedResource): boolean {
    const actor = this.actor();
    if (!actor) return false;
    return resource ? can(actor, permission, resource).ok : mayEver(actor, permission);
  }

  /** Why not, in words; null when the person may. */
  why(permission: Permission, resource: LedResource): string | null {
    const actor = this.actor();
    if (!actor) return refusalWords('role');
    const answer = can(actor, permission, resource);
    return answer.ok ? null : refusalWords(answer.reason);
  }

  #accept(me: Me): void {
    this.#clock.set(me.now);
    this.#clock.personZone.set(me.person.timeZone);
    this.#me.set(me);
  }

  async #askApi(): Promise<void> {
    try {
      this.#accept(await firstValueFrom(this.#http.get<Me>('/api/me')));
    } catch {
      this.forget();
    }
  }
}
