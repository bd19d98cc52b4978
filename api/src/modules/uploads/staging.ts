import { open, readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Clock } from '../../core/clock/clock.js';
import { Settings } from '../../core/config/settings.js';
import { ProblemError } from '../../core/http/problem.js';
import { Jobs } from '../../core/jobs/jobs.js';
import { UploadsRepository, type UploadKey } from './uploads.repository.js';

function gone(error: unknown): never {
  throw (error as NodeJS.ErrnoException).code === 'ENOENT' ? new ProblemError('upload-gone') : error;
}

/** The folder in which files arrive piece by piece; servers that share a database share it too. */
@Injectable()
export class Staging implements OnModuleInit {
  readonly folder: string;
  private readonly abandonedAfterMs: number;

  constructor(
    settings: Settings,
    private readonly uploads: UploadsRepository,
    private readonly jobs: Jobs,
    private readonly clock: Clock,
  ) {
    this.folder = join(settings.DATA_DIR, 'files', 'uploads');
    this.abandonedAfterMs = settings.REQUEST_TIMEOUT_MINUTES * 60_000;
  }

  onModuleInit(): void {
    this.jobs.add({ name: 'uploads-sweep', everySeconds: 3_600, run: () => this.sweep() });
  }

  pathOf({ projectId, id }: UploadKey): string {
    return join(this.folder, projectId, id);
  }

  /** How much has arrived. */
  async arrived(key: UploadKey): Promise<number> {
    return (await stat(this.pathOf(key)).catch(gone)).size;
  }

  /** What has arrived; refused when a request that was faster has taken it. */
  async read(key: UploadKey): Promise<Readable> {
    const handle = await open(this.pathOf(key), 'r').catch(gone);
    return handle.createReadStream();
  }

  async discard(key: UploadKey): Promise<void> {
    await rm(this.pathOf(key), { force: true });
  }

  /** Clears away what was not wanted in time, and files that a server that fell left without a row. */
  async sweep(): Promise<void> {
    for (const key of await this.uploads.expire(this.clock.now())) await this.discard(key);
    for (const projectId of await readdir(this.folder).catch(() => []))
      for (const id of await readdir(join(this.folder, projectId)).catch(() => [])) await this.sweepOne({ projectId, id });
  }

  private async sweepOne(key: UploadKey): Promise<void> {
    const changedAt = (await stat(this.pathOf(key)).catch(() => null))?.mtimeMs ?? Infinity;
    if (Date.now() - changedAt > this.abandonedAfterMs && !(await this.uploads.known(key))) await this.discard(key);
  }
}
