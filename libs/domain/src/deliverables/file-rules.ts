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

/** Files that one version may be made of; more than one go into a zip. */
export const VERSION_FILES_MAX = 50;

/** What turns the direction of writing, so that a name reads otherwise than it is: `annex[RLO]fdp.exe` looks like `annexexe.pdf`. */
const TURNS_DIRECTION = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/u;

export type NameFinding = 'path' | 'control-character' | 'turned-direction' | 'empty';

function harmIn(name: string): NameFinding | null {
  if (/\p{Cc}/u.test(name)) return 'control-character';
  return TURNS_DIRECTION.test(name) ? 'turned-direction' : null;
}

const DRIVE = /^[a-z]:/i;

/** Why a name is refused, or null. What is only clumsy (blanks, quotes) is mended by `safeFileName` instead. */
export function fileNameFinding(name: string): NameFinding | null {
  const harm = harmIn(name);
  if (harm !== null) return harm;
  if (/[\\/]/.test(name) || DRIVE.test(name) || name === '.' || name === '..') return 'path';
  return name.trim() === '' ? 'empty' : null;
}

/** Why the name of a file inside a zip is refused: it may have folders, but must stay below where it is unpacked. */
export function entryNameFinding(name: string): NameFinding | null {
  const harm = harmIn(name);
  if (harm !== null) return harm;
  const path = name.replaceAll('\\', '/');
  if (path.startsWith('/') || DRIVE.test(path) || path.split('/').includes('..')) return 'path';
  return path.trim() === '' ? 'empty' : null;
}

const asGroup = (name: string): string => name.toLowerCase();

/** Safe names for the files of one zip, in their order; no two alike even where capitals do not count. */
export function zipEntryNames(names: readonly string[]): string[] {
  const taken = new Set<string>();
  return names.map((name) => {
    const safe = safeFileName(name);
    const dot = safe.lastIndexOf('.');
    const [stem, ending] = dot > 0 ? [safe.slice(0, dot), safe.slice(dot)] : [safe, ''];
    let free = safe;
    for (let copy = 2; taken.has(asGroup(free)); copy += 1) free = `${stem} (${copy})${ending}`;
    taken.add(asGroup(free));
    return free;
  });
}

/** What a zip, or an office document, which is one too, may at most be when it is unpacked. */
export interface ArchiveLimits {
  readonly entries: number;
  readonly unpackedBytes: number;
  /** Unpacked bytes for each packed one. */
  readonly ratio: number;
  /** A zip is 1, a zip in it 2. */
  readonly depth: number;
}

export type ArchiveFinding = 'too-many-entries' | 'too-large' | 'packed-too-tightly' | 'too-deep' | 'broken' | 'encrypted' | NameFinding;

export interface ArchiveFacts {
  readonly entries: number;
  readonly unpackedBytes: number;
  readonly packedBytes: number;
  readonly depth: number;
}

/** Small files of repeated text are packed as tightly as a bomb, and harm nobody. */
const TIGHT_FROM_BYTES = 10_000_000;

/** What makes an archive a bomb, or null; to be asked while it is unpacked and not when it is too late. */
export function bombIn({ entries, unpackedBytes, packedBytes, depth }: ArchiveFacts, limits: ArchiveLimits): ArchiveFinding | null {
  if (depth > limits.depth) return 'too-deep';
  if (entries > limits.entries) return 'too-many-entries';
  if (unpackedBytes > limits.unpackedBytes) return 'too-large';
  return unpackedBytes > TIGHT_FROM_BYTES && unpackedBytes > packedBytes * limits.ratio ? 'packed-too-tightly' : null;
}
