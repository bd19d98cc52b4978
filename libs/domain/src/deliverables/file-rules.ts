/** File kinds that the EU portal takes for a deliverable (handbook 2.3): one file; several go into one zip. */
export const PORTAL_FILE_KINDS = {
  doc: 'application/msword',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  odt: 'application/vnd.oasis.opendocument.text',
  rtf: 'application/rtf',
  pdf: 'application/pdf',
  csv: 'text/csv',
  zip: 'application/zip',
} as const;
export type FileKind = keyof typeof PORTAL_FILE_KINDS;

/** The kind that a file's name promises, or null when the portal takes no such file. */
export function fileKindOf(fileName: string): FileKind | null {
  const ending = /\.([a-z]+)$/i.exec(fileName)?.[1]?.toLowerCase();
  return ending !== undefined && Object.hasOwn(PORTAL_FILE_KINDS, ending) ? (ending as FileKind) : null;
}

export type FileFinding = 'file-kind-refused' | 'file-empty' | 'file-too-large';

/** What keeps a file from being taken, or null; `maxBytes` is the installation's limit. Its content is another question. */
export function checkFile({ name, size }: { readonly name: string; readonly size: number }, maxBytes: number): FileFinding | null {
  if (fileKindOf(name) === null) return 'file-kind-refused';
  if (size === 0) return 'file-empty';
  return size > maxBytes ? 'file-too-large' : null;
}

/** Common file systems end at 255 bytes; this leaves room for what a browser adds, such as " (1)". */
const MAX_NAME_BYTES = 200;

/** Control, invisible and direction-turning characters, halves of surrogate pairs, line ends, and what Windows forbids. */
const FORBIDDEN = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}"<>:|?*]/gu;

function utf8Bytes(character: string): number {
  const code = character.codePointAt(0) ?? 0;
  if (code < 0x80) return 1;
  if (code < 0x800) return 2;
  return code < 0x10000 ? 3 : 4;
}

function cutToBytes(text: string, limit: number): string {
  let bytes = 0;
  let end = 0;
  for (const character of text) {
    bytes += utf8Bytes(character);
    if (bytes > limit) return text.slice(0, end);
    end += character.length;
  }
  return text;
}

const LEADING = /^[\s.]+/u;
const TRAILING = /[\s.]+$/u;
/** A dot and at most 16 characters; anything longer is no ending but a sentence. */
const ENDING_LENGTH = 17;

/**
 * A name without folders and without characters that harm or deceive, composed (NFC), at most 200 bytes in UTF-8 with
 * its ending kept; never empty, never hidden. A safe name stays as it is.
 */
export function safeFileName(name: string): string {
  const base = (name.split(/[\\/]/).at(-1) ?? '').replace(FORBIDDEN, '').normalize('NFC').replace(TRAILING, '');
  const dot = base.lastIndexOf('.');
  const ending = dot >= 0 && base.length - dot <= ENDING_LENGTH ? base.slice(dot) : '';
  const room = MAX_NAME_BYTES - [...ending].reduce((bytes, character) => bytes + utf8Bytes(character), 0);
  const stem = cutToBytes(base.slice(0, base.length - ending.length).replace(LEADING, ''), room);
  return ((ending === '' ? stem.replace(TRAILING, '') : stem) || 'file') + ending;
}
