import parseRange from 'range-parser';
import type { ByteRange } from '../../core/storage/file-storage.js';

/**
 * The part of a file that a request asks for (RFC 9110, section 14); null for the whole of it. Several parts at once are
 * answered with the whole, which is allowed; so is a part of another content than there is now (`If-Range`).
 */
export function rangeOf(
  { range, 'if-range': ifRange }: { readonly range?: string | undefined; readonly 'if-range'?: string | string[] | undefined },
  tag: string,
  sizeBytes: number,
): ByteRange | null | 'unsatisfiable' {
  if (range === undefined || (ifRange !== undefined && ifRange !== tag)) return null;
  const parts = parseRange(sizeBytes, range);
  if (parts === -1) return 'unsatisfiable';
  if (parts === -2 || parts.type !== 'bytes') return null;
  const [part, ...more] = parts;
  return part === undefined || more.length > 0 ? null : { start: part.start, end: part.end };
}
