import type { Readable } from 'node:stream';
import { StreamableFile } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { ProblemError } from '../../core/http/problem.js';
import type { ByteRange } from '../../core/storage/file-storage.js';
import { rangeOf } from './byte-range.js';
import type { DownloadHeaders } from './download.js';

/** How a stored file is answered; it is opened only when it is wanted. */
export interface FileDownload {
  readonly headers: DownloadHeaders;
  readonly open: (range?: ByteRange) => Promise<Readable>;
}

const isKnown = (ifNoneMatch: string | undefined, tag: string): boolean =>
  (ifNoneMatch ?? '').split(',').some((known) => known.trim().replace(/^W\//, '') === tag);

/** The file, the part of it that was asked for, or 304 to who has it already. */
export async function sendFile(
  { headers, open }: FileDownload,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<StreamableFile | undefined> {
  if (isKnown(request.headers['if-none-match'], headers.ETag)) return void reply.status(304).header('ETag', headers.ETag);
  const sizeBytes = Number(headers['Content-Length']);
  const range = rangeOf(request.headers, headers.ETag, sizeBytes);
  if (range === 'unsatisfiable') {
    void reply.header('Content-Range', `bytes */${sizeBytes}`);
    throw new ProblemError('range-not-satisfiable', { params: { sizeBytes } });
  }
  const stream = await open(range ?? undefined);
  // A file goes out as it is stored: packed on the way it would have neither its length nor its ETag.
  request.headers['x-no-compression'] = 'stored-file';
  void reply.headers(headers);
  if (range !== null) {
    const { start, end } = range;
    void reply.status(206).headers({ 'Content-Range': `bytes ${start}-${end}/${sizeBytes}`, 'Content-Length': String(end - start + 1) });
  }
  return new StreamableFile(stream);
}
