import { Injectable } from '@nestjs/common';
import { Settings } from '../config/settings.js';
import type { Transaction } from '../database/transaction.js';
import { ProblemError } from '../http/problem.js';

/** What the files of a project may take together. */
@Injectable()
export class FileQuota {
  constructor(private readonly settings: Settings) {}

  /** Asked inside the transaction that stores the file: until it ends, no other file of the project is counted. */
  async take(t: Transaction, projectId: string, { sha256, sizeBytes }: { sha256: string; sizeBytes: number }): Promise<void> {
    const [, taken] = await Promise.all([
      t.rows(`SELECT pg_advisory_xact_lock(hashtextextended($1, 0))`, [`${projectId}/quota`]),
      t.row<{ bytes: number }>(
        `SELECT coalesce(sum(size_bytes), 0)::float8 AS bytes FROM stored_file WHERE project_id = $1 AND sha256 <> $2`,
        [projectId, sha256],
      ),
    ]);
    const usedBytes = taken?.bytes ?? 0;
    const quotaBytes = this.settings.projectQuotaBytes;
    if (usedBytes + sizeBytes > quotaBytes) throw new ProblemError('quota-exceeded', { params: { usedBytes, quotaBytes, sizeBytes } });
  }
}
