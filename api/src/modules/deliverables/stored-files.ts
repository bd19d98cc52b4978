import type { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import { fileKindOf, PORTAL_FILE_KINDS, safeFileName, type FileKind } from '@office/domain';
import { Settings } from '../../core/config/settings.js';
import { Transactions, type Transaction } from '../../core/database/transaction.js';
import { ProblemError } from '../../core/http/problem.js';
import { FileQuota } from '../../core/storage/file-quota.js';
import type { ReceivedFile } from '../../core/storage/file-storage.js';
import { FileStore } from '../../core/storage/file-store.js';
import { contentRefusal } from './file-content.js';

/** A file on its way in; a name is only what somebody typed. */
export interface IncomingFile {
  readonly fileName: string;
  readonly note: string;
  readonly stream: Readable;
  /** What has to be true of where it comes from, said in the same unit of work as what it becomes. */
  readonly take?: (t: Transaction) => Promise<void>;
}

export interface CheckedFile extends ReceivedFile {
  readonly fileName: string;
  readonly kind: FileKind;
  readonly note: string;
}

/** Calls of the operating system on our own disk; whatever else breaks a stream came from the sender. */
const DISK_CALLS = ['mkdir', 'open', 'write', 'fsync', 'close'];
const isOurFault = (error: unknown): boolean => DISK_CALLS.includes((error as NodeJS.ErrnoException).syscall ?? '');

/** Files come in here: streamed, checked, and stored together with the rows that speak of them or not at all. */
@Injectable()
export class StoredFiles {
  constructor(
    private readonly transactions: Transactions,
    private readonly files: FileStore,
    private readonly quota: FileQuota,
    private readonly settings: Settings,
  ) {}

  /** `write` makes the rows, `record` among them; the file is kept when it answers true, and nothing is otherwise. */
  async store(projectId: string, incoming: IncomingFile, write: (t: Transaction, file: CheckedFile) => Promise<boolean>): Promise<boolean> {
    const fileName = safeFileName(incoming.fileName);
    const kind = fileKindOf(fileName);
    if (kind === null) throw new ProblemError('file-kind-refused', { params: { fileName } });
    const received = await this.receive(incoming.stream);
    try {
      const refusal = await contentRefusal(kind, { path: received.path, fileName }, this.settings.archiveLimits);
      if (refusal !== null) throw refusal;
      return await this.keepWith(projectId, { ...received, fileName, kind, note: incoming.note }, write);
    } finally {
      await this.files.discard(received);
    }
  }

  /** The row that other rows point to; until the transaction ends nobody else stores or removes this content. */
  async record(t: Transaction, projectId: string, { sha256, sizeBytes, kind }: CheckedFile, at: Date): Promise<void> {
    await this.quota.take(t, projectId, { sha256, sizeBytes });
    await this.lockContent(t, projectId, sha256);
    await t.rows(
      `INSERT INTO stored_file (project_id, sha256, size_bytes, media_type, stored_at) VALUES ($1, $2, $3, $4, $5)
       ON CONFLICT DO NOTHING`,
      [projectId, sha256, sizeBytes, PORTAL_FILE_KINDS[kind], at],
    );
  }

  private async receive(stream: Readable): Promise<ReceivedFile> {
    try {
      return await this.files.receive(stream);
    } catch (error) {
      const cause = stream.errored ?? error;
      throw cause instanceof ProblemError || isOurFault(cause) ? cause : new ProblemError('upload-interrupted');
    }
  }

  private async keepWith(
    projectId: string,
    file: CheckedFile,
    write: (t: Transaction, file: CheckedFile) => Promise<boolean>,
  ): Promise<boolean> {
    let kept = false;
    try {
      await this.files.keep(projectId, file);
      kept = await this.transactions.run(async (t) => {
        if (!(await write(t, file))) return false;
        // Whoever failed with the same content meanwhile has taken it away again.
        await this.files.keep(projectId, file);
        return true;
      });
    } finally {
      if (!kept) await this.release(projectId, file.sha256);
    }
    if (kept) this.files.kept(projectId, file.sha256);
    return kept;
  }

  /** No row was made for the file in place: it goes again, unless somebody else stored the same content. */
  private release(projectId: string, sha256: string): Promise<void> {
    return this.transactions.run(async (t) => {
      await this.lockContent(t, projectId, sha256);
      const stored = await t.row(`SELECT 1 FROM stored_file WHERE project_id = $1 AND sha256 = $2`, [projectId, sha256]);
      if (stored === null) await this.files.remove(projectId, sha256);
    });
  }

  private async lockContent(t: Transaction, projectId: string, sha256: string): Promise<void> {
    await t.rows(`SELECT pg_advisory_xact_lock(hashtextextended($1, 0))`, [`${projectId}/${sha256}`]);
  }
}
