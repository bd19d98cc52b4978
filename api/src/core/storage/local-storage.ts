import { copyFile, link, mkdir, open, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Readable } from 'node:stream';
import { v7 as uuid } from 'uuid';
import { FileGoneError, FileStorage, type ByteRange, type FileKey, type ReceivedFile } from './file-storage.js';

const hasCode = (error: unknown, ...codes: readonly string[]): boolean => codes.includes((error as NodeJS.ErrnoException).code ?? '');
const isMissing = (error: unknown): boolean => hasCode(error, 'ENOENT');

/** What file systems say that know no second names, or are two. */
const NO_LINKS = ['EXDEV', 'EPERM', 'ENOTSUP', 'ENOSYS', 'EMLINK'];

async function copyWhole(path: string, target: string): Promise<void> {
  const part = `${target}.${uuid()}`;
  try {
    await copyFile(path, part);
    await rename(part, target);
  } catch (error) {
    await rm(part, { force: true });
    throw error;
  }
}

/** Files on disk, named by their content, one folder a project. */
export class LocalStorage extends FileStorage {
  constructor(private readonly root: string) {
    super();
  }

  /** The folder was tried when the office opened. */
  prepare(): Promise<void> {
    return Promise.resolve();
  }

  async has(key: FileKey): Promise<boolean> {
    return stat(this.pathOf(key)).then(
      () => true,
      (error: unknown) => {
        if (isMissing(error)) return false;
        throw error;
      },
    );
  }

  /** A second name for the same bytes, where the disk can do that; otherwise a copy that appears when it is whole. */
  async put(projectId: string, { path, sha256 }: ReceivedFile): Promise<void> {
    const target = this.pathOf({ projectId, sha256 });
    await mkdir(dirname(target), { recursive: true, mode: 0o700 });
    try {
      await link(path, target);
    } catch (error) {
      if (hasCode(error, 'EEXIST')) return;
      if (!hasCode(error, ...NO_LINKS)) throw error;
      await copyWhole(path, target);
    }
  }

  async open(key: FileKey, range?: ByteRange): Promise<Readable> {
    try {
      const handle = await open(this.pathOf(key), 'r');
      return handle.createReadStream(range);
    } catch (error) {
      throw isMissing(error) ? new FileGoneError(key) : error;
    }
  }

  async remove(key: FileKey): Promise<void> {
    await rm(this.pathOf(key), { force: true });
  }

  private pathOf({ projectId, sha256 }: FileKey): string {
    return join(this.root, projectId, sha256.slice(0, 2), sha256);
  }
}
