import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Settings } from '../../core/config/settings.js';

const COOKIE = 'office_session';

export const readSessionCookie = (request: FastifyRequest): string | undefined => request.cookies[COOKIE];

/** Out of reach of scripts and of other sites; over TLS only where the installation is reached by TLS. */
export function writeSessionCookie(request: FastifyRequest, reply: FastifyReply, settings: Settings, token: string): void {
  void reply.setCookie(COOKIE, token, {
    path: '/',
    httpOnly: true,
    sameSite: 'lax',
    secure: settings.secureCookies || request.protocol === 'https',
    maxAge: settings.SESSION_ABSOLUTE_HOURS * 3600,
  });
}

/** What the browser has kept of the pages goes with the session. */
export const clearSessionCookie = (reply: FastifyReply): void =>
  void reply.clearCookie(COOKIE, { path: '/' }).header('Clear-Site-Data', '"cache"');
