import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { DeliveredSession } from '@office/contracts';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Settings } from './core/config/settings.js';
import { AuthService } from './modules/auth/auth.service.js';
import { readSessionCookie } from './modules/auth/session-cookie.js';

const SESSION_SLOT = /<script id="session" type="application\/json">[\s\S]*?<\/script>/;
const YEAR_S = 31_536_000;

/** A file whose name carries its content's hash never changes; fonts carry a version in their path. */
const isImmutable = (path: string): boolean => /-[\w-]{8}\.(js|css)$/.test(path) || path.includes('/fonts/');

const contentSecurityPolicy = (nonce: string): string =>
  [
    `default-src 'self'`,
    `script-src 'self' 'nonce-${nonce}'`,
    `style-src 'self' 'nonce-${nonce}'`,
    `img-src 'self' data: blob:`,
    `object-src 'none'`,
    `base-uri 'self'`,
    `form-action 'self'`,
    `frame-ancestors 'none'`,
  ].join('; ');

/**
 * The frame that draws the pages of a stored file has no origin and no right but to run our reader of PDFs: whatever the
 * file makes of that reader, it can neither read the app nor speak to the API as somebody.
 */
const PREVIEW_POLICY = [
  `sandbox allow-scripts`,
  `default-src 'none'`,
  `script-src 'self' 'wasm-unsafe-eval'`,
  `worker-src blob:`,
  `connect-src 'self'`,
  `style-src 'self'`,
  `img-src blob: data:`,
  `font-src data:`,
  `frame-ancestors 'self'`,
].join('; ');

/** What has no origin asks for these files as from another site; they hold nothing that is not public. */
const PREVIEW_HEADERS = {
  'Content-Security-Policy': PREVIEW_POLICY,
  'X-Frame-Options': 'sameorigin',
  'Cross-Origin-Resource-Policy': 'cross-origin',
  'Access-Control-Allow-Origin': '*',
  // It shares no cluster with the app, and asking for one of its own is only complained of.
  'Origin-Agent-Cluster': '?0',
  // Their names carry no hash, and the parts of the reader go with each other.
  'Cache-Control': 'no-cache',
};

/** JSON that cannot end the script element it stands in. */
const inScript = (value: unknown): string => JSON.stringify(value).replaceAll('<', '\\u003c');

function pageFor(template: string, nonce: string, session: DeliveredSession): string {
  return template
    .replace(SESSION_SLOT, () => `<script id="session" type="application/json">${inScript(session)}</script>`)
    .replace('<office-root>', `<office-root ngCspNonce="${nonce}">`);
}

/** The one page of the app, with the session inside: the frame needs no request of its own. */
function pageHandler(app: NestFastifyApplication, template: string): (request: FastifyRequest, reply: FastifyReply) => Promise<void> {
  const auth = app.get(AuthService);
  return async (request, reply) => {
    const me = await auth.visitor(readSessionCookie(request));
    const session: DeliveredSession = { me, demoAccounts: me === null ? await auth.demoAccounts() : [] };
    const nonce = randomBytes(16).toString('base64');
    await reply
      .headers({ 'Content-Security-Policy': contentSecurityPolicy(nonce), 'Cache-Control': 'no-store', Vary: 'Cookie' })
      .type('text/html; charset=utf-8')
      .send(pageFor(template, nonce, session));
  };
}

/** Serves the built web app beside the API; without a build the API stands alone. */
export async function serveWebApp(app: NestFastifyApplication): Promise<void> {
  const root = app.get(Settings).WEB_DIR;
  const index = join(root, 'index.html');
  if (!existsSync(index)) return;
  const fastify = app.getHttpAdapter().getInstance();
  await fastify.register(fastifyStatic, {
    root,
    index: false,
    wildcard: false,
    preCompressed: true,
    cacheControl: false,
    globIgnore: ['**/index.html*', '**/*.br', '**/*.gz'],
    setHeaders: (reply, path) => {
      if (path.includes('/preview/')) return void reply.headers(PREVIEW_HEADERS);
      const uncompressed = path.replace(/\.(br|gz)$/, '');
      void reply.header('Cache-Control', isImmutable(uncompressed) ? `public, max-age=${YEAR_S}, immutable` : 'public, max-age=3600');
    },
  });
  const page = pageHandler(app, readFileSync(index, 'utf8'));
  fastify.get('/*', async (request, reply) => {
    if (request.url === '/api' || request.url.startsWith('/api/')) reply.callNotFound();
    else await page(request, reply);
  });
}
