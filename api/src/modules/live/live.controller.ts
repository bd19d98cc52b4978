import { Controller, Get, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { Can, CurrentActor, Unattended, type OfficeRequest, type ProjectActor } from '../../core/http/access.js';
import { ProblemError } from '../../core/http/problem.js';
import { readSessionCookie } from '../auth/session-cookie.js';
import { LiveQueryDto } from './dto/live-query.dto.js';
import { LISTEN, LiveService } from './live.service.js';

@Controller('projects/:projectId/live')
export class LiveController {
  constructor(private readonly live: LiveService) {}

  /** Server-sent events for as long as the listener stays; only for who asks for them, since nothing else ever ends. */
  @Get()
  @Can(LISTEN)
  @Unattended()
  listen(
    @CurrentActor() { personId, projectId }: ProjectActor,
    @Query() { after }: LiveQueryDto,
    @Req() request: OfficeRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    assertStreamWanted(request);
    return this.live.open(reply, { token: readSessionCookie(request) ?? '', personId, projectId }, lastHeard(request, after));
  }
}

function assertStreamWanted({ method, headers }: OfficeRequest): void {
  if (method !== 'GET') throw new ProblemError('method-not-allowed');
  if (headers.accept?.includes('text/event-stream') !== true) throw new ProblemError('bad-request', { params: { header: 'Accept' } });
}

/** A browser that reconnects by itself says it in the header; it has heard more than when it first asked. */
function lastHeard({ headers }: OfficeRequest, after: number | undefined): number | null {
  const heard = Number(headers['last-event-id'] ?? Number.NaN);
  return Number.isSafeInteger(heard) ? heard : (after ?? null);
}
