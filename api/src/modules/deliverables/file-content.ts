import { createReadStream } from 'node:fs';
import { open, stat } from 'node:fs/promises';
import { PORTAL_FILE_KINDS, type ArchiveLimits, type FileKind } from '@office/domain';
import { fileTypeFromFile } from 'file-type';
import { ProblemError } from '../../core/http/problem.js';
import { inspectZip } from '../../core/zip/zip-inspector.js';

const ZIP_ENTRY = Buffer.from('PK\x03\x04', 'latin1');
const ZIP_END = Buffer.from('PK\x05\x06', 'latin1');
const ZIP_DIRECTORY = Buffer.from('PK\x01\x02', 'latin1');
const PDF_HEAD = Buffer.from('%PDF-');
/** Word's older format is one of many in the same container. */
const COMPOUND_FILE = 'application/x-cfb';
const ZIP_KINDS: readonly FileKind[] = ['zip', 'docx', 'odt'];

/** Readers of PDF look for its head this far, whatever stands before it. */
const PDF_HEAD_WITHIN = 1024 + PDF_HEAD.length;
/** The end record of a zip with its longest comment. */
const END_RECORD_BYTES = 22;
const ZIP_END_WITHIN = END_RECORD_BYTES + 65_535;

/** Text that a browser, a shell or a reader of documents would take for its own. */
const OTHER_TEXT = /^\uFEFF?\s*(<(\?xml|!doctype|html|head|body|script|svg|iframe)|#!|%!PS|GIF8[79]a|\{\\rtf)/i;

const ENTRY_NAME_SHOWN = 120;

interface Ends {
  readonly size: number;
  readonly head: Buffer;
  readonly tail: Buffer;
}

async function bytesAt(path: string, from: number, length: number): Promise<Buffer> {
  const file = await open(path, 'r');
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, from);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}

async function endsOf(path: string): Promise<Ends> {
  const { size } = await stat(path);
  const tailBytes = Math.min(size, ZIP_END_WITHIN);
  return { size, head: await bytesAt(path, 0, PDF_HEAD_WITHIN), tail: await bytesAt(path, size - tailBytes, tailBytes) };
}

/** UTF-8 without a NUL: what every reader of CSV takes for text. */
async function isText(path: string): Promise<boolean> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  try {
    for await (const chunk of createReadStream(path) as AsyncIterable<Buffer>) {
      if (chunk.includes(0)) return false;
      decoder.decode(chunk, { stream: true });
    }
    decoder.decode();
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ERR_ENCODING_INVALID_ENCODED_DATA') return false;
    throw error;
  }
}

/** Content that the detector cannot read to an end is none that it knows. */
async function mimeOf(path: string): Promise<string | undefined> {
  try {
    return (await fileTypeFromFile(path))?.mime;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).syscall !== undefined) throw error;
    return undefined;
  }
}

/** Whether the content is what the name promises. Office documents are zips too, so a zip may hold anything. */
export async function hasContentOf(kind: FileKind, path: string): Promise<boolean> {
  if (kind === 'csv') return isText(path);
  if (kind === 'zip') return (await endsOf(path)).head.subarray(0, ZIP_ENTRY.length).equals(ZIP_ENTRY);
  return (await mimeOf(path)) === (kind === 'doc' ? COMPOUND_FILE : PORTAL_FILE_KINDS[kind]);
}

/** Where directories of zips would begin, if what looks like the end of one is that. */
function directoriesBefore({ size, tail }: Ends): number[] {
  const found: number[] = [];
  for (let at = tail.indexOf(ZIP_END); at >= 0 && at + END_RECORD_BYTES <= tail.length; at = tail.indexOf(ZIP_END, at + 1))
    found.push(size - tail.length + at - tail.readUInt32LE(at + 12));
  return found.filter((at) => at >= 0);
}

/** Whether a zip ends here, as unpackers look for it: an end record counts only with a directory where it says. */
async function endsAsZip(path: string, ends: Ends): Promise<boolean> {
  for (const at of directoriesBefore(ends)) if ((await bytesAt(path, at, ZIP_DIRECTORY.length)).equals(ZIP_DIRECTORY)) return true;
  return false;
}

/** Whether what is of this kind could be opened as something else as well. */
async function isAlsoAnother(kind: FileKind, path: string, ends: Ends): Promise<boolean> {
  if (await endsAsZip(path, ends)) return true;
  if (kind === 'pdf') return false;
  return ends.head.includes(PDF_HEAD) || (kind === 'csv' && OTHER_TEXT.test(ends.head.toString('utf8')));
}

async function archiveRefusal(path: string, size: number, fileName: string, limits: ArchiveLimits): Promise<ProblemError | null> {
  const found = await inspectZip(path, size, limits);
  if (found === null) return null;
  if (found.finding === 'hidden-content') return new ProblemError('file-two-kinds', { params: { fileName } });
  // A name that was made to deceive does not get to do so in the answer.
  const entry = found.entry.replace(/\p{C}/gu, '\uFFFD').slice(-ENTRY_NAME_SHOWN);
  const inside = entry === '' ? fileName : `${fileName}: ${entry}`;
  return new ProblemError('archive-refused', { params: { reason: found.finding, fileName: inside } });
}

/** Why a file is not taken, judged by its bytes alone; null when it is. */
export async function contentRefusal(
  kind: FileKind,
  file: { readonly path: string; readonly fileName: string },
  limits: ArchiveLimits,
): Promise<ProblemError | null> {
  const { path, fileName } = file;
  const mismatch = new ProblemError('file-kind-mismatch', { params: { fileName } });
  const ends = await endsOf(path);
  const zipped = ZIP_KINDS.includes(kind);
  if (zipped && !ends.head.subarray(0, ZIP_ENTRY.length).equals(ZIP_ENTRY)) return mismatch;
  // A bomb is found before anybody else opens it.
  const refusal = zipped ? await archiveRefusal(path, ends.size, fileName, limits) : null;
  if (refusal !== null) return refusal;
  if (!(await hasContentOf(kind, path))) return mismatch;
  return !zipped && (await isAlsoAnother(kind, path, ends)) ? new ProblemError('file-two-kinds', { params: { fileName } }) : null;
}
