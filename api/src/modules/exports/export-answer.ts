import type { Readable } from 'node:stream';
import { StreamableFile } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';

export const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
export const PDF = 'application/pdf';
export const CSV = 'text/csv; charset=utf-8; header=present';
export const ZIP = 'application/zip';

interface Outgoing {
  readonly fileName: string;
  readonly content: Uint8Array | Readable;
}

/** Made anew for each who asks, packed already or sent as it is, and never to be shown inside of our pages. */
export function download({ fileName, content }: Outgoing, type: string, request: FastifyRequest, reply: FastifyReply): StreamableFile {
  request.headers['x-no-compression'] = 'packed-already';
  void reply.headers({ 'Content-Security-Policy': 'sandbox', 'X-Content-Type-Options': 'nosniff', 'Cache-Control': 'private, no-store' });
  const options = { type, disposition: `attachment; filename="${fileName}"` };
  return content instanceof Uint8Array
    ? new StreamableFile(content, { ...options, length: content.byteLength })
    : new StreamableFile(content, options);
}
