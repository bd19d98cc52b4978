import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { PORTAL_FILE_KINDS, type FileKind } from '@office/domain';
import { fileTypeFromFile } from 'file-type';

const ZIP_ENTRY = Buffer.from('PK\x03\x04', 'latin1');
/** Word's older format is one of many in the same container. */
const COMPOUND_FILE = 'application/x-cfb';

async function startsWith(path: string, sign: Buffer): Promise<boolean> {
  const file = await open(path, 'r');
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(sign.length), 0, sign.length, 0);
    return bytesRead === sign.length && buffer.equals(sign);
  } finally {
    await file.close();
  }
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

/** Whether the content is what the name promises. Office documents are zips too, so a zip may hold anything. */
export async function hasContentOf(kind: FileKind, path: string): Promise<boolean> {
  if (kind === 'csv') return isText(path);
  if (kind === 'zip') return startsWith(path, ZIP_ENTRY);
  const found = (await fileTypeFromFile(path))?.mime;
  return found === (kind === 'doc' ? COMPOUND_FILE : PORTAL_FILE_KINDS[kind]);
}
