import { Injectable, Logger, type BeforeApplicationShutdown, type OnApplicationBootstrap } from '@nestjs/common';
import { mayEver, type Permission } from '@office/domain';
import type { FastifyReply } from 'fastify';
import type { Subscription } from 'rxjs';
import { Settings } from '../../core/config/settings.js';
import { ProblemError } from '../../core/http/problem.js';
import { ProjectChanges, type ProjectChange } from '../../core/live/project-changes.js';
import type { Admission } from '../auth/session.repository.js';
import { Sessions } from '../auth/sessions.js';
import { LiveStream, type Listener } from './live-stream.js';

export const LISTEN: Permission = 'project.read';

/** The event streams of this server: opens them within the limits, tells them what changed, ends them when access is over. */
@Injectable()
export class LiveService implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly logger = new Logger(LiveService.name);
  private readonly streams = new Set<LiveStream>();
  private readonly subscriptions: Subscription[] = [];
  private heartbeat: NodeJS.Timeout | undefined;
  private stopping = false;

  constructor(
    private readonly sessions: Sessions,
    private readonly changes: ProjectChanges,
    private readonly settings: Settings,
  ) {}

  onApplicationBootstrap(): void {
    this.subscriptions.push(
      this.changes.heard.subscribe((change) => this.tell(change)),
      this.sessions.forgotten.subscribe((personId) => this.inBackground(this.recheck(personId))),
    );
    this.heartbeat = setInterval(() => this.inBackground(this.beat()), this.settings.LIVE_HEARTBEAT_SECONDS * 1000);
  }

  /** Before the HTTP server closes: it would wait for streams that never end. */
  beforeApplicationShutdown(): void {
    this.stopping = true;
    clearInterval(this.heartbeat);
    for (const subscription of this.subscriptions) subscription.unsubscribe();
    for (const stream of this.streams) stream.end('server-stops');
  }

  /**
   * Opens a stream; `after` is the last revision the listener has heard of.
   * @throws ProblemError `too-many-requests` when the person has too many, `unavailable` when the server has.
   */
  async open(reply: FastifyReply, listener: Listener, after: number | null): Promise<void> {
    this.assertRoom(listener.personId);
    const stream = LiveStream.on(reply, listener, (closed) => this.closed(closed));
    // Listens first and looks then, so that no change falls between.
    this.streams.add(stream);
    try {
      const revision = await this.changes.watch(listener.projectId);
      stream.tell(after === null || after === revision ? 'ready' : 'refresh', { revision });
    } catch (error) {
      this.logger.warn({ err: error });
      stream.end('server-stops');
    }
  }

  private assertRoom(personId: string): void {
    const params = { retryAfterSeconds: this.settings.LIVE_HEARTBEAT_SECONDS };
    if (this.stopping || this.streams.size >= this.settings.LIVE_STREAMS_PER_SERVER) throw new ProblemError('unavailable', { params });
    if (this.of(personId).length >= this.settings.LIVE_STREAMS_PER_PERSON) throw new ProblemError('too-many-requests', { params });
  }

  /** Streams of one person, or with an empty id all. */
  private of(personId: string): LiveStream[] {
    return [...this.streams].filter(({ listener }) => personId === '' || listener.personId === personId);
  }

  private closed(stream: LiveStream): void {
    if (this.streams.delete(stream)) this.changes.unwatch(stream.listener.projectId);
  }

  private tell({ projectId, ...news }: ProjectChange): void {
    for (const stream of this.streams) if (stream.listener.projectId === projectId) stream.tell('change', news);
  }

  private async beat(): Promise<void> {
    await this.recheck('');
    // A commit that took its time may have been looked for too early.
    if (this.streams.size > 0) await this.changes.look();
    for (const stream of this.streams) stream.beat();
  }

  /** Ends the streams whose session or membership is over. */
  private async recheck(personId: string): Promise<void> {
    const streams = this.of(personId);
    if (streams.length === 0) return;
    const admissions = await this.sessions.admissions(streams.map(({ listener }) => listener.token));
    for (const stream of streams) if (!mayListen(stream.listener, admissions.get(stream.listener.token))) stream.end('access-over');
  }

  /** What fails here is tried again at the next heartbeat. */
  private inBackground(work: Promise<void>): void {
    work.catch((error: unknown) => this.logger.warn({ err: error }));
  }
}

function mayListen({ personId, projectId }: Listener, admission: Admission | undefined): boolean {
  if (admission === undefined) return false;
  const roles = admission.memberships.find((membership) => membership.projectId === projectId)?.roles ?? [];
  return mayEver(
    { personId, roles: [...roles, ...(admission.administrator ? (['administrator'] as const) : [])], beneficiaryId: null },
    LISTEN,
  );
}
