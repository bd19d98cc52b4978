import { Injectable, Logger, type BeforeApplicationShutdown, type OnModuleInit } from '@nestjs/common';
import { fileScanOf, type FileScan, type ScanVerdict } from '@office/domain';
import { v7 as uuid } from 'uuid';
import { Clock } from '../clock/clock.js';
import { Settings } from '../config/settings.js';
import { Database } from '../database/database.js';
import { statement } from '../database/statement.js';
import { Transactions } from '../database/transaction.js';
import { Jobs } from '../jobs/jobs.js';
import { scanContent, type ScanResult } from './clamd.js';
import { newestVerdict } from './file-scan.sql.js';
import { FileStorage, type FileKey } from './file-storage.js';

const VERDICT = statement('file-verdict', `SELECT ${newestVerdict('$2')} AS verdict`);

const UNSCANNED = statement(
  'files-unscanned',
  `SELECT f.project_id AS "projectId", f.sha256 FROM stored_file f
   WHERE NOT EXISTS (SELECT 1 FROM file_scan s WHERE s.project_id = f.project_id AND s.sha256 = f.sha256)
   ORDER BY f.stored_at LIMIT $1`,
);

/** So often a scanner that was not there is asked again, and what a server left that fell is found. */
const AGAIN_SECONDS = 60;
const MOST_AT_ONCE = 500;

/** Checks what was stored for viruses, one file after the other, while nobody waits. */
@Injectable()
export class FileScans implements OnModuleInit, BeforeApplicationShutdown {
  private readonly logger = new Logger(FileScans.name);
  private readonly waiting = new Map<string, FileKey>();
  private readonly stopping = new AbortController();
  private working: Promise<void> = Promise.resolve();
  private busy = false;
  private amongOurselves = false;

  constructor(
    private readonly settings: Settings,
    private readonly storage: FileStorage,
    private readonly database: Database,
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    private readonly jobs: Jobs,
  ) {}

  get scanning(): boolean {
    return this.settings.CLAMD_URL !== undefined && !this.amongOurselves;
  }

  /** What the office stores and reads by itself, while nobody can reach it, waits for no scanner; the next look finds it. */
  async unwatched<T>(work: () => Promise<T>): Promise<T> {
    this.amongOurselves = true;
    try {
      return await work();
    } finally {
      this.amongOurselves = false;
    }
  }

  async of({ projectId, sha256 }: FileKey): Promise<FileScan> {
    const row = await this.database.row<{ verdict: ScanVerdict | null }>(VERDICT, [projectId, sha256]);
    return fileScanOf(row?.verdict ?? null, this.scanning);
  }

  onModuleInit(): void {
    if (this.scanning) this.jobs.add({ name: 'scan-files', everySeconds: AGAIN_SECONDS, run: () => this.scanWhatWaits() });
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.stopping.abort();
    await this.working;
  }

  soon(key: FileKey): void {
    if (!this.scanning || this.stopping.signal.aborted) return;
    this.waiting.set(`${key.projectId}/${key.sha256}`, key);
    if (!this.busy) this.working = this.workOff();
  }

  private async scanWhatWaits(): Promise<void> {
    await this.working;
    const found = await this.database.rows<{ projectId: string; sha256: string }>(UNSCANNED, [MOST_AT_ONCE]);
    for (const key of found) this.soon(key);
    await this.working;
  }

  /** A file that cannot be checked keeps no other from it: it waits for the next look alone. */
  private async workOff(): Promise<void> {
    this.busy = true;
    try {
      for (const [name, key] of this.waiting) {
        this.waiting.delete(name);
        await this.check(key).catch((error: unknown) => {
          if (!this.stopping.signal.aborted) this.logger.warn(error, `A file could not be checked for viruses; it waits: ${key.sha256}`);
        });
      }
    } finally {
      this.busy = false;
    }
  }

  private async check(key: FileKey): Promise<void> {
    const content = await this.storage.open(key);
    const result = await scanContent(this.settings.CLAMD_URL ?? '', content, this.stopping.signal);
    await this.record(key, result);
  }

  /** Two servers may have looked at the same file: what says nothing new is not written. */
  private async record({ projectId, sha256 }: FileKey, { verdict, signature }: ScanResult): Promise<void> {
    await this.transactions.run((t) =>
      t.rows(
        `INSERT INTO file_scan (project_id, id, sha256, verdict, signature, at)
         SELECT $1, $3, $2, $4, $5, $6 WHERE ${newestVerdict('$2')} IS DISTINCT FROM $4`,
        [projectId, sha256, uuid(), verdict, signature, this.clock.now()],
      ),
    );
  }
}
