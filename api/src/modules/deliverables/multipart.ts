import type { MultipartFields, MultipartFile } from '@fastify/multipart';
import type { FastifyRequest } from 'fastify';
import { NOTE_MAX_LENGTH } from '@office/domain';
import { ProblemError } from '../../core/http/problem.js';
import type { IncomingFile } from './stored-files.js';

/** What a form adds to its file: boundaries, headers, the note. */
const FORM_BYTES = 64 * 1024;

const tooLarge = (maxBytes: number): ProblemError => new ProblemError('file-too-large', { params: { maxBytes } });

function noteOf({ note }: MultipartFields): string {
  if (note === undefined) return '';
  const text = !Array.isArray(note) && note.type === 'field' && typeof note.value === 'string' ? note.value.trim() : null;
  if (text === null) throw new ProblemError('validation-failed', { errors: [{ path: 'note', code: 'is-string' }] });
  if (text.length > NOTE_MAX_LENGTH)
    throw new ProblemError('validation-failed', { errors: [{ path: 'note', code: 'max-length', params: { max: NOTE_MAX_LENGTH } }] });
  return text;
}

/** The one file of the form. Errors of the parser carry a status; a form that is none carries nothing. */
async function fileOf(request: FastifyRequest): Promise<MultipartFile | undefined> {
  try {
    return await request.file();
  } catch (error) {
    if ((error as { code?: unknown }).code === 'FST_MP_PREMATURE_CLOSE') throw new ProblemError('upload-interrupted');
    throw (error as { statusCode?: unknown }).statusCode === undefined ? new ProblemError('bad-request') : error;
  }
}

/**
 * Hands the file of a form over while it still arrives. Whatever becomes of it, the rest of the request is read away:
 * a client that is still sending would otherwise never see the answer.
 */
export async function withUploadedFile<T>(
  request: FastifyRequest,
  maxBytes: number,
  work: (incoming: IncomingFile) => Promise<T>,
): Promise<T> {
  if (!request.isMultipart()) throw new ProblemError('unsupported-media-type');
  if (Number(request.headers['content-length'] ?? 0) > maxBytes + FORM_BYTES) throw tooLarge(maxBytes);
  const part = await fileOf(request);
  if (part === undefined) throw new ProblemError('file-missing');
  const stream = part.file;
  // A small form is read in one go: then the limit was passed before anybody could listen.
  if (stream.truncated) stream.destroy(tooLarge(maxBytes));
  else stream.once('limit', () => stream.destroy(tooLarge(maxBytes)));
  try {
    return await work({ fileName: part.filename, note: noteOf(part.fields), stream });
  } finally {
    stream.destroy();
    request.raw.unpipe();
    request.raw.resume();
  }
}
