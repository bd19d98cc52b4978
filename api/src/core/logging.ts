import type { Params } from 'nestjs-pino';
import type { Settings } from './config/settings.js';

interface LoggedRequest {
  readonly id: string;
  readonly method: string;
  readonly url: string;
}

/** One line a request: id, method, path, status, time. No query, header, address or name: they may tell of a person. */
export const logging = (settings: Settings): Params => ({
  pinoHttp: {
    level: settings.LOG_LEVEL,
    quietReqLogger: true,
    autoLogging: { ignore: (request) => !(request.url ?? '').startsWith('/api/') || (request.url ?? '').startsWith('/api/health/') },
    serializers: {
      req: ({ id, method, url }: LoggedRequest) => ({ id, method, path: url.split('?')[0] }),
      res: ({ statusCode }: { statusCode: number }) => ({ status: statusCode }),
    },
  },
});
