import type { Readable } from 'node:stream';
import { StreamableFile } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { DownloadHeaders } from './download.js';

/** How a stored file is answered; it is opened only when it is wanted. */
export interface FileDownload {
  readonly headers: DownloadHeaders;
  readonly open: () => Promise<Readable>;
}

/** The file, or 304 to who has it already. */
export async function sendFile(
  { headers, open }: FileDownload,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<StreamableFile | undefined> {
  if (request.headers['if-none-match'] === headers.ETag) return void reply.status(304).header('ETag', headers.ETag);
  const stream = await open();
  // A file goes out as it is stored: packed on the way it would have neither its length nor its ETag.
  request.headers['x-no-compression'] = 'stored-file';
  void reply.headers(headers);
  return new StreamableFile(stream);
}
