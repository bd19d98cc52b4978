import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Params, PinoLogger } from 'nestjs-pino';
import { pino } from 'pino';
import type { Settings } from './config/settings.js';

/** Lines leave by the page or by the second, whichever is first, and when the process ends; one write a line costs as much as a query. */
const BY_THE_PAGE = { minLength: 4096, periodicFlush: 1000, sync: false };

/** The logger alone: requests are noted by a hook, which costs less than a logger for each of them. */
export const logging = (settings: Settings): Params => ({
  forRoutes: [],
  pinoHttp: [{ level: settings.LOG_LEVEL }, pino.destination(BY_THE_PAGE)],
});

const isNoted = (url: string): boolean => url.startsWith('/api/') && !url.startsWith('/api/health/');

/** One line a request: id, method, path, status, time. No query, header, address or name: they may tell of a person. */
function note(logger: PinoLogger, { id, method, url }: FastifyRequest, { statusCode, elapsedTime }: FastifyReply): void {
  const line = { req: { id, method, path: url.split('?')[0] }, res: { status: statusCode }, responseTime: Math.round(elapsedTime) };
  if (statusCode >= 500) logger.error(line, 'request errored');
  else logger.info(line, 'request completed');
}

export function logRequests(fastify: FastifyInstance, logger: PinoLogger): void {
  fastify.addHook('onResponse', (request, reply, done) => {
    if (isNoted(request.url)) note(logger, request, reply);
    done();
  });
}
