import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdir, readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { Transform, type Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { fileRefusal } from '@office/domain';
import { v7 as uuid } from 'uuid';
import { Settings } from '../config/settings.js';
import { ProblemError } from '../http/problem.js';
import { FileScans } from './file-scans.js';
import { FileStorage, type ByteRange, type ReceivedFile } from './file-storage.js';

/** Files named by their content (SHA-256), never changed once kept; received on disk, kept where the settings say. */
@Injectable()
export class FileStore implements OnApplicationBootstrap {
  private readonly incoming: string;
  private readonly abandonedAfterMs: number;

  constructor(
    settings: Settings,
    private readonly storage: FileStorage,
    private readonly scans: FileScans,
  ) {
    this.incoming = join(settings.DATA_DIR, 'files', 'incoming');
    this.abandonedAfterMs = settings.REQUEST_TIMEOUT_MINUTES * 60_000;
  }

  /** Whether there is a virus scanner: then what it has not seen is handed to nobody. */
  get scanning(): boolean {
    return this.scans.scanning;
  }

  /** What a server that fell was just receiving is cleared away; other servers may be receiving in the same folder. */
  async onApplicationBootstrap(): Promise<void> {
    await this.storage.prepare();
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

  /**
   * Makes a received file part of the store; the same content is kept once. A store on the other side of a network takes
   * its time: asked before the transaction, this leaves nothing to wait for when it is asked again within.
   */
  async keep(projectId: string, file: ReceivedFile): Promise<void> {
    if (await this.storage.has({ projectId, sha256: file.sha256 })) return;
    await this.storage.put(projectId, file);
  }

  async discard(file: ReceivedFile): Promise<void> {
    await rm(file.path, { force: true });
  }

  /** Takes content out of the store again; only for content that no row speaks of. */
  async remove(projectId: string, sha256: string): Promise<void> {
    await this.storage.remove({ projectId, sha256 });
  }

  /** A file for a person. Refused while it is being checked and when it is infected, before anything is answered. */
  async open(projectId: string, sha256: string, range?: ByteRange): Promise<Readable> {
    const refusal = fileRefusal(await this.scans.of({ projectId, sha256 }));
    if (refusal !== null) throw new ProblemError(refusal);
    return this.storage.open({ projectId, sha256 }, range);
  }

  /** The bytes as they lie there, whatever the scanner says: to look at them, never to hand them on. */
  openUnchecked(projectId: string, sha256: string): Promise<Readable> {
    return this.storage.open({ projectId, sha256 });
  }

  /** To be said after the row of a file is committed; nobody waits for the scanner. */
  kept(projectId: string, sha256: string): void {
    this.scans.soon({ projectId, sha256 });
  }
}
