import type { FastifyRequest } from 'fastify';
import { ProblemError } from './problem.js';

const SAFE_METHODS = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Refuses writes that another site made a browser send. Every current browser says where a request comes from
 * (`Sec-Fetch-Site`, before that `Origin`); a client that sends neither is no browser and carries no foreign cookie.
 */
export function refuseCrossOrigin(request: FastifyRequest): void {
  if (SAFE_METHODS.has(request.method)) return;
  const site = request.headers['sec-fetch-site'];
  if (site === 'same-origin' || site === 'none') return;
  if (site !== undefined) throw new ProblemError('cross-origin-refused');
  const origin = request.headers.origin;
  if (origin === undefined) return;
  if (!URL.canParse(origin) || new URL(origin).host !== request.host) throw new ProblemError('cross-origin-refused');
}
