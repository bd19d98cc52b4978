import type { IncomingMessage, ServerResponse } from 'node:http';
import helmet, { type HelmetOptions } from 'helmet';

/** Answers of the API are data: nothing in them may run or be framed. The page of the web app brings its own policy. */
const POLICY: HelmetOptions = {
  contentSecurityPolicy: { useDefaults: false, directives: { 'default-src': [`'none'`], 'frame-ancestors': [`'none'`] } },
  crossOriginEmbedderPolicy: false,
  strictTransportSecurity: { maxAge: 31_536_000, includeSubDomains: false },
  referrerPolicy: { policy: 'same-origin' },
  xFrameOptions: { action: 'deny' },
};

/** Helmet's headers are the same for each answer: worked out once, on an answer that nobody waits for. */
export function securityHeaders(): Readonly<Record<string, string>> {
  const headers: Record<string, string> = {};
  const answer = { setHeader: (name: string, value: string) => void (headers[name] = value), removeHeader: () => undefined };
  helmet(POLICY)({} as IncomingMessage, answer as unknown as ServerResponse, (error) => {
    if (error !== undefined) throw error as Error;
  });
  return headers;
}
