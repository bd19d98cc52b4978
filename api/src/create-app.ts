import { randomUUID } from 'node:crypto';
import { constants } from 'node:zlib';
import fastifyCompress from '@fastify/compress';
import fastifyCookie from '@fastify/cookie';
import fastifyMultipart from '@fastify/multipart';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyServerOptions } from 'fastify';
import { Logger, PinoLogger } from 'nestjs-pino';
import { AppModule } from './app.module.js';
import type { Settings } from './core/config/settings.js';
import type { DatabaseHandle } from './core/database/database-handle.js';
import { refuseCrossOrigin } from './core/http/cross-origin.js';
import { problemOf, sendProblem } from './core/http/problem.filter.js';
import { securityHeaders } from './core/http/security-headers.js';
import { logRequests } from './core/logging.js';
import { serveOpenapi } from './openapi/serve-openapi.js';
import { serveWebApp } from './web-app.js';

/** Answers are packed while somebody waits: quality 4 is near gzip's speed and packs better. */
const FAST_BROTLI = { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } };

/** A connection on which nothing moves for so long is given up. */
const SILENT_CONNECTION_MS = 120_000;

const PLAIN_REQUEST_ID = /^[\w-]{8,64}$/;

/** A proxy's request id is kept when it is a plain one. */
function requestIdOf(header: string | string[] | undefined): string {
  return typeof header === 'string' && PLAIN_REQUEST_ID.test(header) ? header : randomUUID();
}

function adapterFor(settings: Settings): FastifyAdapter {
  const options: FastifyServerOptions = {
    trustProxy: settings.TRUST_PROXY === undefined ? false : settings.TRUST_PROXY.split(',').map((part) => part.trim()),
    bodyLimit: settings.MAX_BODY_KB * 1024,
    requestTimeout: settings.REQUEST_TIMEOUT_MINUTES * 60_000,
    connectionTimeout: SILENT_CONNECTION_MS,
    genReqId: (request) => requestIdOf(request.headers['x-request-id']),
    routerOptions: { maxParamLength: 200 },
    // An error outside of Nest (a malformed URL, say) is answered in the same form.
    frameworkErrors: (error, request, reply) => sendProblem(reply, problemOf(error, request.id)),
  };
  return new FastifyAdapter(options);
}

/** Builds the API on an open database; the caller listens. */
export async function createApp(settings: Settings, handle: DatabaseHandle): Promise<NestFastifyApplication> {
  const app = await NestFactory.create<NestFastifyApplication>(AppModule.with(settings, handle), adapterFor(settings), {
    bufferLogs: true,
    // Fastify's own parser takes JSON and nothing else; Nest's would take forms, which other sites can send.
    bodyParser: false,
    abortOnError: false,
  });
  app.useLogger(app.get(Logger));
  app.setGlobalPrefix('api');
  await app.register(fastifyCompress, { global: true, threshold: 1024, encodings: ['br', 'gzip'], brotliOptions: FAST_BROTLI });
  await app.register(fastifyCookie);
  await app.register(fastifyMultipart, { limits: { fileSize: settings.maxUploadBytes, files: 1, fields: 4, fieldSize: 8192, parts: 6 } });
  const fastify = app.getHttpAdapter().getInstance();
  // Pieces of files are read where they are wanted.
  fastify.addContentTypeParser('application/offset+octet-stream', (_request, _payload, done) => done(null));
  const always = securityHeaders();
  fastify.addHook('onRequest', async (request, reply) => {
    void reply.headers(always).header('X-Request-Id', request.id);
    if (request.url.startsWith('/api/')) void reply.header('Cache-Control', 'private, no-store');
    refuseCrossOrigin(request);
  });
  logRequests(fastify, await app.resolve(PinoLogger));
  serveOpenapi(app);
  await serveWebApp(app);
  return app;
}
