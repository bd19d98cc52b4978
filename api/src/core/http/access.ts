import { createParamDecorator, SetMetadata, type ExecutionContext } from '@nestjs/common';
import type { Reflector } from '@nestjs/core';
import type { Actor, Permission } from '@office/domain';
import type { FastifyRequest } from 'fastify';

/** What a handler demands: nothing, a session, or a permission in the project of the route. */
export type Access =
  { readonly kind: 'public' } | { readonly kind: 'signed-in' } | { readonly kind: 'permission'; readonly permission: Permission };

export const ACCESS = 'office:access';

/** Open to everybody. */
export const Public = (): MethodDecorator => SetMetadata(ACCESS, { kind: 'public' } satisfies Access);
/** Open to everybody with a session: things of the person, not of a project. */
export const SignedIn = (): MethodDecorator => SetMetadata(ACCESS, { kind: 'signed-in' } satisfies Access);
/** Open to members of `:projectId` that some role grants this permission; rows are checked by the service. */
export const Can = (permission: Permission): MethodDecorator => SetMetadata(ACCESS, { kind: 'permission', permission } satisfies Access);

const UNATTENDED = 'office:unattended';

/** A request that a page makes by itself: it proves nothing about somebody being there, and keeps no idle session alive. */
export const Unattended = (): MethodDecorator => SetMetadata(UNATTENDED, true);

/** By its route, or because the page says so (`Office-Unattended: 1`). */
export const isUnattended = (reflector: Reflector, context: ExecutionContext): boolean =>
  (reflector.get<boolean | undefined>(UNATTENDED, context.getHandler()) ?? false) ||
  context.switchToHttp().getRequest<FastifyRequest>().headers['office-unattended'] === '1';

/** The signed-in person in the project of the route. */
export interface ProjectActor extends Actor {
  readonly projectId: string;
  readonly membershipId: string | null;
}

/** The signed-in person. */
export interface SessionContext {
  readonly sessionId: string;
  readonly personId: string;
}

export type OfficeRequest = FastifyRequest & { session?: SessionContext; actor?: ProjectActor };

const requestOf = (context: ExecutionContext): OfficeRequest => context.switchToHttp().getRequest<OfficeRequest>();

export const CurrentSession = createParamDecorator((_: unknown, context: ExecutionContext) => requestOf(context).session);
export const CurrentActor = createParamDecorator((_: unknown, context: ExecutionContext) => requestOf(context).actor);
