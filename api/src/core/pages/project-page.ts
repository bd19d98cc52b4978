import { createHash } from 'node:crypto';
import { Injectable, SetMetadata, type CallHandler, type ExecutionContext, type NestInterceptor } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyReply } from 'fastify';
import { map, of, type Observable } from 'rxjs';
import { Clock } from '../clock/clock.js';
import { Settings } from '../config/settings.js';
import type { OfficeRequest, ProjectActor } from '../http/access.js';
import { PageCache } from './page-cache.js';
import { ProjectRevisions } from './project-revisions.js';

type PageKind = 'kept' | 'versioned';
const PROJECT_PAGE = 'office:project-page';

/** Days begin and deadlines fall on a quarter of an hour in every zone: what a page computes from now holds that long. */
const QUARTER_MS = 15 * 60_000;

/**
 * A page that depends on nothing but the project, the person and the time of day. While the project has not changed, it
 * is answered from memory, or with 304 to a browser that still has it: one lookup of the project's revision, which the
 * answer names (`Project-Revision`), so that its reader knows from the event stream when it is out of date.
 */
export const ProjectPage = (): MethodDecorator => SetMetadata(PROJECT_PAGE, 'kept' satisfies PageKind);

/** A page about one resource whose ETag is its own version, for `If-Match`: it names the revision, and is not kept. */
export const VersionedPage = (): MethodDecorator => SetMetadata(PROJECT_PAGE, 'versioned' satisfies PageKind);

@Injectable()
export class ProjectPageInterceptor implements NestInterceptor {
  constructor(
    private readonly reflector: Reflector,
    private readonly revisions: ProjectRevisions,
    private readonly cache: PageCache,
    private readonly clock: Clock,
    private readonly settings: Settings,
  ) {}

  async intercept(context: ExecutionContext, next: CallHandler): Promise<Observable<unknown>> {
    const request = context.switchToHttp().getRequest<OfficeRequest>();
    const kind = this.reflector.get<PageKind | undefined>(PROJECT_PAGE, context.getHandler());
    if (kind === undefined || request.actor === undefined) return next.handle();
    const reply = context.switchToHttp().getResponse<FastifyReply>();
    const revision = await this.revisions.of(request.actor.projectId);
    void reply.header('Project-Revision', revision);
    if (kind === 'versioned') return next.handle();
    const tag = this.tagOf(revision, request.actor, request.url);
    void reply.headers({ ETag: tag, 'Cache-Control': 'private, no-cache' });
    if (request.headers['if-none-match'] === tag) return of(void reply.status(304));
    return this.answer(tag, reply, next);
  }

  private answer(tag: string, reply: FastifyReply, next: CallHandler): Observable<Buffer> {
    void reply.type('application/json; charset=utf-8');
    const kept = this.cache.get(tag);
    if (kept !== undefined) return of(kept);
    return next.handle().pipe(
      map((body: unknown) => {
        const page = Buffer.from(JSON.stringify(body));
        this.cache.put(tag, page);
        return page;
      }),
    );
  }

  /** What else an answer depends on: the program itself, whose file is named by its content, and what warnings are set to. */
  private get edition(): string {
    const { REMINDER_DAYS, SILENCE_WEEKS } = this.settings;
    return [import.meta.url, REMINDER_DAYS, SILENCE_WEEKS].join();
  }

  private tagOf(revision: number, actor: ProjectActor, url: string): string {
    const quarter = Math.floor(this.clock.now().getTime() / QUARTER_MS);
    const facts = [this.edition, revision, quarter, actor.personId, actor.beneficiaryId, actor.roles.join(), url];
    return `W/"${createHash('sha1').update(facts.join(' ')).digest('base64url')}"`;
  }
}
