import { createHash } from 'node:crypto';
import { createWriteStream, type ReadStream } from 'node:fs';
import { mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { Transform, type Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import { Settings } from '../config/settings.js';

/** A file that was received but is not yet part of the store. */
export interface ReceivedFile {
  readonly path: string;
  readonly sha256: string;
  readonly sizeBytes: number;
}

/** Files on disk, named by their content (SHA-256), one folder a project; never changed once kept. */
@Injectable()
export class FileStore implements OnApplicationBootstrap {
  private readonly root: string;
  private readonly incoming: string;
  private readonly abandonedAfterMs: number;

  constructor(settings: Settings) {
    this.root = join(settings.DATA_DIR, 'files');
    this.incoming = join(this.root, 'incoming');
    this.abandonedAfterMs = settings.REQUEST_TIMEOUT_MINUTES * 60_000;
  }

  /** What a server that fell was just receiving is cleared away; other servers may be receiving in the same folder. */
  async onApplicationBootstrap(): Promise<void> {
    const parts = await readdir(this.incoming).catch(() => []);
    for (const name of parts) {
      const path = join(this.incoming, name);
      const changedAt = (await stat(path).catch(() => null))?.mtimeMs ?? Infinity;
      if (Date.now() - changedAt > this.abandonedAfterMs) await rm(path, { force: true });
    }
  }

  /** Streams to a temporary file while hashing. Whatever breaks, nothing stays behind. */
  async receive(stream: Readable): Promise<ReceivedFile> {
    await mkdir(this.incoming, { recursive: true, mode: 0o700 });
    const path = join(this.incoming, uuid());
    const hash = createHash('sha256');
    let sizeBytes = 0;
    const measure = new Transform({
      transform(chunk: Buffer, _encoding, done) {
        hash.update(chunk);
        sizeBytes += chunk.length;
        done(null, chunk);
      },
    });
    try {
      await pipeline(stream, measure, createWriteStream(path, { flags: 'wx', mode: 0o600, flush: true }));
    } catch (error) {
      await rm(path, { force: true });
      throw error;
    }
    return { path, sha256: hash.digest('hex'), sizeBytes };
  }

  /** Makes a received file part of the store; the same content is kept once. */
  async keep(projectId: string, file: ReceivedFile): Promise<void> {
    const target = this.pathOf(projectId, file.sha256);
    await mkdir(join(target, '..'), { recursive: true, mode: 0o700 });
    if (await exists(target)) await this.discard(file);
    else await rename(file.path, target);
  }

  async discard(file: ReceivedFile): Promise<void> {
    await rm(file.path, { force: true });
  }

  /** Takes content out of the store again; only for content that no row speaks of. */
  async remove(projectId: string, sha256: string): Promise<void> {
    await rm(this.pathOf(projectId, sha256), { force: true });
  }

  /** Rejects when there is no such content, before anything is answered. */
  async open(projectId: string, sha256: string): Promise<ReadStream> {
    const handle = await open(this.pathOf(projectId, sha256), 'r');
    return handle.createReadStream();
  }

  private pathOf(projectId: string, sha256: string): string {
    return join(this.root, projectId, sha256.slice(0, 2), sha256);
  }
}

const exists = (path: string): Promise<boolean> =>
  stat(path).then(
    () => true,
    () => false,
  );
