import type { IncomingMessage } from 'node:http';
import { Metadata, type Server } from '@tus/server';
import type { FastifyRequest } from 'fastify';
import { ProblemError } from '../../core/http/problem.js';

/** What a new upload says of itself. */
export interface Announced {
  readonly deliverableId: string;
  readonly fileName: string;
  readonly sizeBytes: number;
}

type WebRequest = Parameters<Server['handleWeb']>[0];

const headerOf = (request: FastifyRequest, name: string): string | undefined => {
  const value = request.headers[name];
  return Array.isArray(value) ? value[0] : value;
};

const WHOLE = /^\d{1,15}$/;
const UUID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i;

const unreadable = (header: string): ProblemError => new ProblemError('bad-request', { params: { header } });

function metadataOf(request: FastifyRequest): Record<string, string | null> {
  try {
    return Metadata.parse(headerOf(request, 'upload-metadata'));
  } catch {
    throw unreadable('Upload-Metadata');
  }
}

/** @throws ProblemError `bad-request` naming the header that is missing or cannot be read. */
export function announcedBy(request: FastifyRequest): Announced {
  if (headerOf(request, 'tus-resumable') !== '1.0.0') throw unreadable('Tus-Resumable');
  const length = headerOf(request, 'upload-length') ?? '';
  if (!WHOLE.test(length)) throw unreadable('Upload-Length');
  const { filename, deliverable } = metadataOf(request);
  if (typeof filename !== 'string' || typeof deliverable !== 'string' || !UUID.test(deliverable)) throw unreadable('Upload-Metadata');
  return { deliverableId: deliverable, fileName: filename, sizeBytes: Number(length) };
}

/** What the protocol speaks of, and nothing else: no cookie, no host. */
const ASKED = ['tus-resumable', 'upload-length', 'upload-offset', 'upload-metadata', 'content-type', 'content-length'];

/** Begins to read only when somebody wants the body, so that what is refused before can still be read away. */
async function* bodyOf(raw: IncomingMessage): AsyncGenerator<Uint8Array> {
  for await (const chunk of raw.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) yield chunk;
}

/** The request as the protocol library sees it: one of the web, so that our own hooks and refusals hold. */
export function webRequestOf(request: FastifyRequest): WebRequest {
  const headers = ASKED.flatMap((name): [string, string][] => {
    const value = headerOf(request, name);
    return value === undefined ? [] : [[name, value]];
  });
  const body = request.method === 'PATCH' || request.method === 'POST' ? bodyOf(request.raw) : null;
  const init = { method: request.method, headers, body, duplex: 'half' };
  return new Request(`http://office${request.url}`, init as RequestInit);
}

/** A client that is still sending when it is refused would otherwise never see the answer. */
export function readAway({ raw }: FastifyRequest): void {
  raw.removeAllListeners('readable');
  raw.resume();
}
