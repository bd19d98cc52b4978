import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { mayEver, type Permission } from '@office/domain';
import { validate as isUuid } from 'uuid';
import { ACCESS, isUnattended, type Access, type OfficeRequest } from '../../core/http/access.js';
import { ProblemError } from '../../core/http/problem.js';
import { actorOf } from './auth.mapper.js';
import { readSessionCookie } from './session-cookie.js';
import type { SessionRow } from './session.repository.js';
import { Sessions } from './sessions.js';

/** Stands before every route: who is it, is there such a project for this person, does some role grant the permission. */
@Injectable()
export class AccessGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly sessions: Sessions,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const access = this.reflector.get<Access | undefined>(ACCESS, context.getHandler());
    if (access?.kind === 'public') return true;
    const request = context.switchToHttp().getRequest<OfficeRequest>();
    const token = readSessionCookie(request);
    const session = token === undefined ? null : await this.sessions.resolve(token, { unattended: isUnattended(this.reflector, context) });
    if (session === null) throw new ProblemError('unauthenticated');
    request.session = { sessionId: session.sessionId, personId: session.personId };
    assertIdsAreIds(request.params as Record<string, string>);
    if (access?.kind === 'permission') await this.enterProject(request, session, access.permission);
    return access !== undefined;
  }

  private async enterProject(request: OfficeRequest, session: SessionRow, permission: Permission): Promise<void> {
    const projectId = (request.params as { projectId: string }).projectId.toLowerCase();
    const membership = session.memberships.find((candidate) => candidate.projectId === projectId);
    if (!membership && !(session.administrator && (await this.sessions.isProject(projectId)))) throw new ProblemError('not-found');
    const actor = { ...actorOf(session, membership), projectId, membershipId: membership?.membershipId ?? null };
    if (!mayEver(actor, permission)) throw new ProblemError('forbidden', { params: { permission, reason: 'role' } });
    request.actor = actor;
  }
}

/** An id that is none names nothing. */
function assertIdsAreIds(params: Readonly<Record<string, string>>): void {
  const wrong = Object.entries(params).some(([name, value]) => name.endsWith('Id') && !isUuid(value));
  if (wrong) throw new ProblemError('not-found');
}
