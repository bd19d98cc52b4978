import { createHash, randomBytes } from 'node:crypto';
import { Inject, Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { Subject } from 'rxjs';
import { v7 as uuid } from 'uuid';
import { Clock } from '../../core/clock/clock.js';
import { Settings } from '../../core/config/settings.js';
import type { DatabaseHandle } from '../../core/database/database-handle.js';
import { DATABASE_HANDLE } from '../../core/database/database.module.js';
import { Transactions } from '../../core/database/transaction.js';
import { SessionRepository, type Admission, type SessionListRow, type SessionRow } from './session.repository.js';

const TOUCH_EVERY_MS = 60_000;
const CACHE_MS = 15_000;
const CACHE_MAX = 5_000;

interface CachedSession {
  readonly session: SessionRow;
  readonly until: number;
}

/** Not at every request: a write each would cost more than what it tells. */
const isTouchDue = (session: SessionRow, now: Date): boolean => now.getTime() - session.lastSeenAt.getTime() > TOUCH_EVERY_MS;

const hashOf = (token: string): Buffer => createHash('sha256').update(token).digest();

/**
 * Sessions live in the database; what a request is decided on is kept in memory for some seconds. Ending a session or
 * changing a person is told to every server through the database, so nothing outlives its end.
 */
@Injectable()
export class Sessions implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly cache = new Map<string, CachedSession>();
  /** Grows with everything that is forgotten: what was read before must not be remembered after. */
  private generation = 0;
  /** Of whom something was forgotten because it may have changed; the empty id stands for everybody. */
  readonly forgotten = new Subject<string>();
  private stopListening: () => Promise<void> = () => Promise.resolve();

  constructor(
    private readonly repository: SessionRepository,
    private readonly transactions: Transactions,
    private readonly settings: Settings,
    private readonly clock: Clock,
    @Inject(DATABASE_HANDLE) private readonly handle: DatabaseHandle,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    this.stopListening = await this.handle.listen('session_changed', (personId) => this.forget(personId));
  }

  onApplicationShutdown(): Promise<void> {
    return this.stopListening();
  }

  /** Opens a session and answers its token: the only time it is known. */
  async open(personId: string, device: string): Promise<string> {
    const token = randomBytes(32).toString('base64url');
    const now = this.clock.now();
    const expiresAt = new Date(now.getTime() + this.settings.SESSION_ABSOLUTE_HOURS * 3_600_000);
    await this.transactions.run((t) =>
      this.repository.add(t, { tokenHash: hashOf(token), id: uuid(), personId, createdAt: now, lastSeenAt: now, expiresAt, device }),
    );
    return token;
  }

  /**
   * The session of a cookie, or null when it is unknown, idle for too long, expired or ended. What a page asks by itself
   * (`unattended`) is no use of the session.
   */
  async resolve(token: string, { unattended = false } = {}): Promise<SessionRow | null> {
    const now = this.clock.now();
    const cached = this.cache.get(token);
    const known = cached !== undefined && cached.until > now.getTime() && cached.session.expiresAt > now;
    if (known && (unattended || !isTouchDue(cached.session, now))) return cached.session;
    const tokenHash = hashOf(token);
    const { generation } = this;
    const session = await this.repository.resolve(tokenHash, now, this.idleSince(now));
    this.cache.delete(token);
    if (session === null) return null;
    if (unattended || !isTouchDue(session, now)) return this.remember(token, session, generation);
    await this.repository.touch(tokenHash, now);
    return this.remember(token, { ...session, lastSeenAt: now }, generation);
  }

  /** Who still stands behind tokens, asked of the database itself; a token of which nothing is told is over. */
  async admissions(tokens: readonly string[]): Promise<ReadonlyMap<string, Admission>> {
    const now = this.clock.now();
    const byHash = new Map(tokens.map((token) => [hashOf(token).toString('hex'), token]));
    const hashes = [...byHash.keys()].map((hash) => Buffer.from(hash, 'hex'));
    const rows = await this.repository.admissions(hashes, now, this.idleSince(now));
    return new Map(rows.map((row) => [byHash.get(row.tokenHash.toString('hex')) ?? '', row]));
  }

  /** Whether there is such a project: an administrator has a place in each without being a member. */
  isProject(projectId: string): Promise<boolean> {
    return this.repository.isProject(projectId);
  }

  list(personId: string): Promise<SessionListRow[]> {
    const now = this.clock.now();
    return this.repository.list(personId, now, this.idleSince(now));
  }

  async end(personId: string, sessionId: string): Promise<boolean> {
    const ended = await this.transactions.run((t) => this.repository.end(t, personId, sessionId));
    this.forget(personId);
    return ended;
  }

  private remember(token: string, session: SessionRow, generation: number): SessionRow {
    if (generation !== this.generation) return session;
    const [oldest] = this.cache.keys();
    if (this.cache.size >= CACHE_MAX && oldest !== undefined) this.cache.delete(oldest);
    this.cache.set(token, { session, until: this.clock.now().getTime() + CACHE_MS });
    return session;
  }

  /** One person's sessions, or with an empty id everybody's. */
  private forget(personId: string): void {
    this.generation += 1;
    for (const [token, { session }] of this.cache) if (personId === '' || session.personId === personId) this.cache.delete(token);
    this.forgotten.next(personId);
  }

  private idleSince(now: Date): Date {
    return new Date(now.getTime() - this.settings.SESSION_IDLE_MINUTES * 60_000);
  }
}
