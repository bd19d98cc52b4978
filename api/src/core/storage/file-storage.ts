import type { Readable } from 'node:stream';

/** What names a content: nobody finds a file by less than its project and its hash. */
export interface FileKey {
  readonly projectId: string;
  readonly sha256: string;
}

/** Bytes from `start` to `end`, both among them. */
export interface ByteRange {
  readonly start: number;
  readonly end: number;
}

/** A file that was received on this server's disk but is not yet part of the store. */
export interface ReceivedFile {
  readonly path: string;
  readonly sha256: string;
  readonly sizeBytes: number;
}

/** The store has no such content, though a row speaks of it. */
export class FileGoneError extends Error {
  constructor(readonly key: FileKey) {
    super('file-gone');
  }
}

/** The store that the settings name cannot be used; `status` is its answer, null when it gave none. */
export class StorageUnusableError extends Error {
  constructor(
    readonly status: number | null,
    cause: unknown,
  ) {
    super('storage-unusable', { cause });
  }
}

/** Where contents are kept: the one port of all that stores files. A content is never changed, so each step may be repeated. */
export abstract class FileStorage {
  /** Tried at the start, so that a wrong setting does not show at the first upload. @throws StorageUnusableError */
  abstract prepare(): Promise<void>;

  abstract has(key: FileKey): Promise<boolean>;

  /** The content is whole under its key afterwards, or not there at all; the received file stays where it is. */
  abstract put(projectId: string, file: ReceivedFile): Promise<void>;

  /** Rejects before the first byte when there is no such content. @throws FileGoneError */
  abstract open(key: FileKey, range?: ByteRange): Promise<Readable>;

  /** What is not there is removed. */
  abstract remove(key: FileKey): Promise<void>;
}
