import { open, rm, type FileHandle } from 'node:fs/promises';
import type { Readable } from 'node:stream';
import { crc32 } from 'node:zlib';
import { bombIn, entryNameFinding, type ArchiveFinding, type ArchiveLimits } from '@office/domain';
import { getFileNameLowLevel, openPromise, type Entry, type ZipFile } from 'yauzl';

/** What is wrong with a zip, and in which of its files. */
export interface ZipFinding {
  readonly finding: ArchiveFinding | 'hidden-content';
  readonly entry: string;
}

class Refused extends Error {
  constructor(readonly found: ZipFinding) {
    super(found.finding);
  }
}

/** Counted over the zip and all zips inside of it. */
interface Tally {
  entries: number;
  unpackedBytes: number;
  readonly packedBytes: number;
}

interface Walk {
  readonly limits: ArchiveLimits;
  readonly tally: Tally;
  readonly depth: number;
}

/** From where to where a member lies in the file, without what may follow it. */
interface Extent {
  readonly start: number;
  readonly end: number;
}

const LOCAL_HEADER = Buffer.from('PK\x03\x04', 'latin1');
const END_RECORD_BYTES = 22;
/** Sizes that were not known before the member was written follow it. */
const DESCRIPTOR_BYTES = 24;
/** What large zips have between directory and end. */
const ZIP64_BYTES = 128;
const COMMENT_BYTES = 512;
const SYMBOLIC_LINK = 0o120000;

const isLink = ({ externalFileAttributes }: Entry): boolean => ((externalFileAttributes >>> 16) & 0o170000) === SYMBOLIC_LINK;

const nameOf = (entry: Entry): string => getFileNameLowLevel(entry.generalPurposeBitFlag, entry.fileNameRaw, entry.extraFields, true);

function checkTally({ limits, tally, depth }: Walk, entry: string): void {
  const finding = bombIn({ ...tally, depth }, limits);
  if (finding !== null) throw new Refused({ finding, entry });
}

function checkName(entry: Entry, name: string): void {
  // A reader that knows no Unicode names takes the other one.
  const finding = entryNameFinding(name) ?? entryNameFinding(entry.fileNameRaw.toString('latin1').replace(/[\x80-\xff]/g, '_'));
  if (finding !== null) throw new Refused({ finding, entry: name });
  if (isLink(entry)) throw new Refused({ finding: 'path', entry: name });
  if (entry.isEncrypted()) throw new Refused({ finding: 'encrypted', entry: name });
}

/** A stream whose first piece is long enough to tell what begins there. */
async function* withWholeHead(stream: Readable): AsyncGenerator<Buffer> {
  let head: Buffer | null = Buffer.alloc(0);
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    const next: Buffer = head === null ? chunk : Buffer.concat([head, chunk]);
    head = head !== null && next.length < LOCAL_HEADER.length ? next : null;
    if (head === null) yield next;
  }
  if (head !== null) yield head;
}

/** Counts a member while it is unpacked, so that a bomb is stopped before it is whole; answers whether it is a zip itself. */
async function unpack(stream: Readable, entry: Entry, name: string, walk: Walk, nestedPath: string): Promise<boolean> {
  const before = walk.tally.unpackedBytes;
  let sum = 0;
  let nested: FileHandle | null = null;
  try {
    for await (const chunk of withWholeHead(stream)) {
      if (walk.tally.unpackedBytes === before && chunk.subarray(0, LOCAL_HEADER.length).equals(LOCAL_HEADER))
        nested = await open(nestedPath, 'wx', 0o600);
      walk.tally.unpackedBytes += chunk.length;
      sum = crc32(chunk, sum);
      checkTally(walk, name);
      await nested?.writeFile(chunk);
    }
  } finally {
    await nested?.close();
  }
  const whole = walk.tally.unpackedBytes - before === entry.uncompressedSize && sum === entry.crc32;
  if (!whole) throw new Refused({ finding: 'broken', entry: name });
  return nested !== null;
}

async function inspectMember(zip: ZipFile, entry: Entry, path: string, walk: Walk): Promise<Extent> {
  const name = nameOf(entry);
  walk.tally.entries += 1;
  checkTally(walk, name);
  checkName(entry, name);
  const header = await zip.readLocalFileHeaderPromise(entry);
  if (!header.fileName.equals(entry.fileNameRaw) || !entry.canDecodeFileData()) throw new Refused({ finding: 'broken', entry: name });
  const nestedPath = `${path}.${walk.depth}`;
  try {
    if (await unpack(await zip.openReadStreamPromise(entry), entry, name, walk, nestedPath))
      await walkZip(nestedPath, { ...walk, depth: walk.depth + 1 }, name);
  } finally {
    await rm(nestedPath, { force: true });
  }
  return { start: entry.relativeOffsetOfLocalHeader, end: header.fileDataStart + entry.compressedSize };
}

/** A zip is its members from the first byte on, its directory and its end: what lies between could be anything. */
function checkSeams(zip: ZipFile, extents: readonly Extent[], directoryAt: number, entry: string): void {
  const comment = zip.comment as unknown as Buffer;
  const seams = [...extents].sort((a, b) => a.start - b.start);
  const ends = [0, ...seams.map(({ end }) => end)];
  const gaps = [...seams.map(({ start }) => start), directoryAt].map((start, index) => start - (ends[index] ?? 0));
  const last = zip.fileSize - END_RECORD_BYTES - comment.length - Number(zip.readEntryCursor);
  const tight = gaps[0] === 0 && gaps.every((gap) => gap >= 0 && gap <= DESCRIPTOR_BYTES) && last >= 0 && last <= ZIP64_BYTES;
  if (!tight || comment.length > COMMENT_BYTES || comment.includes(0) || comment.includes('%%EOF'))
    throw new Refused({ finding: 'hidden-content', entry });
}

async function walkZip(path: string, walk: Walk, entry: string): Promise<void> {
  checkTally(walk, entry);
  const zip = await openPromise(path, { lazyEntries: true, autoClose: false, decodeStrings: false, validateEntrySizes: false });
  try {
    const directoryAt = Number(zip.readEntryCursor);
    const extents: Extent[] = [];
    for await (const member of zip.eachEntry()) extents.push(await inspectMember(zip, member, path, walk));
    checkSeams(zip, extents, directoryAt, entry);
  } finally {
    zip.close();
  }
}

const isDiskFault = (error: unknown): boolean => (error as NodeJS.ErrnoException).syscall !== undefined;

/** Unpacks a zip to nowhere, as far as the limits let it, and answers the first thing that is wrong; null when nothing is. */
export async function inspectZip(path: string, packedBytes: number, limits: ArchiveLimits): Promise<ZipFinding | null> {
  const tally = { entries: 0, unpackedBytes: 0, packedBytes };
  try {
    await walkZip(path, { limits, tally, depth: 1 }, '');
    return null;
  } catch (error) {
    if (error instanceof Refused) return error.found;
    if (isDiskFault(error)) throw error;
    // The reader's own refusals: a file that ends too early, a directory that leads nowhere, a member that cannot be inflated.
    return { finding: 'broken', entry: '' };
  }
}
