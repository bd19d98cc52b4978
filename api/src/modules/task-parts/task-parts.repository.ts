import { Injectable } from '@nestjs/common';
import type { PartCriterion, WorkState } from '@office/domain';
import { Database } from '../../core/database/database.js';
import type { Transaction } from '../../core/database/transaction.js';
import type { PageBounds } from '../../core/http/paging.js';
import type { CompletionRow, DiaryRow, EvidenceFileRow, PartHead, TaskPartRow } from './task-parts.rows.js';
import { COMPLETION, DIARY, EVIDENCE_FILE, PART_HEAD, TASK_PART } from './task-parts.sql.js';

/** Whose part of which task. */
export interface PartKey {
  readonly projectId: string;
  readonly taskId: string;
  readonly beneficiaryId: string;
}

export interface PartWrite {
  readonly state: WorkState;
  readonly note: string;
  readonly criteria: readonly PartCriterion[];
  readonly progress: number;
}

export interface Written {
  readonly at: Date;
  readonly personId: string;
}

export interface NewEvidence {
  readonly id: string;
  readonly title: string;
  readonly url: string | null;
  readonly fileName: string | null;
  readonly sha256: string | null;
}

const keyOf = ({ projectId, taskId, beneficiaryId }: PartKey): string[] => [projectId, taskId, beneficiaryId];

@Injectable()
export class TaskPartsRepository {
  constructor(private readonly database: Database) {}

  part(key: PartKey): Promise<TaskPartRow | null> {
    return this.database.row<TaskPartRow>(TASK_PART, keyOf(key));
  }

  head(key: PartKey): Promise<PartHead | null> {
    return this.database.row<PartHead>(PART_HEAD, keyOf(key));
  }

  evidenceFile(key: PartKey, evidenceId: string): Promise<EvidenceFileRow | null> {
    return this.database.row<EvidenceFileRow>(EVIDENCE_FILE, [...keyOf(key), evidenceId]);
  }

  completion(projectId: string, workPackageId: string, now: Date): Promise<CompletionRow | null> {
    return this.database.row<CompletionRow>(COMPLETION, [projectId, workPackageId, now]);
  }

  diary(projectId: string, workPackageId: string, page: PageBounds, days: { from: string; to: string } | null): Promise<DiaryRow | null> {
    return this.database.row<DiaryRow>(DIARY, [projectId, workPackageId, page.offset, page.limit, days?.from ?? null, days?.to ?? null]);
  }

  /** Parts of a task change one after the other: its figures follow from all of them. Locks first and reads then. */
  async lock(t: Transaction, key: PartKey): Promise<PartHead | null> {
    const [, head] = await Promise.all([
      t.rows(`SELECT 1 FROM task_status WHERE project_id = $1 AND task_id = $2 FOR UPDATE`, [key.projectId, key.taskId]),
      t.row<PartHead>(PART_HEAD.text, keyOf(key)),
    ]);
    return head;
  }

  /** The part as it is from now on and, in the same breath, its line in the diary. */
  async write(t: Transaction, key: PartKey, lineId: string, part: PartWrite, { at, personId }: Written): Promise<void> {
    const { state, note, criteria, progress } = part;
    const kept = t.rows(
      `INSERT INTO task_part AS p (project_id, task_id, beneficiary_id, state, note, criteria, updated_at, updated_by)
       VALUES ($1, $2, $3, $4, $5, $6::jsonb, $7, $8)
       ON CONFLICT (project_id, task_id, beneficiary_id) DO UPDATE SET state = excluded.state, note = excluded.note,
         criteria = excluded.criteria, updated_at = excluded.updated_at, updated_by = excluded.updated_by, version = p.version + 1`,
      [...keyOf(key), state, note, JSON.stringify(criteria), at, personId],
    );
    const told = t.rows(
      `INSERT INTO status_update (project_id, id, subject_kind, subject_id, beneficiary_id, state, progress, narrative, at, person_id)
       VALUES ($1, $2, 'task', $3, $4, $5, $6, $7, $8, $9)`,
      [key.projectId, lineId, key.taskId, key.beneficiaryId, state, progress, note, at, personId],
    );
    await Promise.all([kept, told]);
  }

  /** For what changes nothing of the part itself; one that nobody has said anything about comes to be. */
  async touch(t: Transaction, key: PartKey, { at, personId }: Written): Promise<void> {
    await t.rows(
      `INSERT INTO task_part AS p (project_id, task_id, beneficiary_id, state, note, criteria, updated_at, updated_by)
       VALUES ($1, $2, $3, 'not-started', '', '[]', $4, $5)
       ON CONFLICT (project_id, task_id, beneficiary_id) DO UPDATE
         SET updated_at = excluded.updated_at, updated_by = excluded.updated_by, version = p.version + 1`,
      [...keyOf(key), at, personId],
    );
  }

  async addEvidence(t: Transaction, key: PartKey, evidence: NewEvidence, { at, personId }: Written): Promise<void> {
    const { id, title, url, fileName, sha256 } = evidence;
    await t.rows(
      `INSERT INTO task_evidence (project_id, id, task_id, beneficiary_id, title, url, file_name, sha256, added_at, added_by)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
      [key.projectId, id, key.taskId, key.beneficiaryId, title, url, fileName, sha256, at, personId],
    );
  }

  /** The title of what counts no more; null when it did not. Row and file stay: evidence is kept (handbook 6.2 no. 13). */
  async withdrawEvidence(t: Transaction, key: PartKey, evidenceId: string, { at, personId }: Written): Promise<string | null> {
    const withdrawn = await t.row<{ title: string }>(
      `UPDATE task_evidence SET withdrawn_at = $5, withdrawn_by = $6
       WHERE project_id = $1 AND task_id = $2 AND beneficiary_id = $3 AND id = $4 AND withdrawn_at IS NULL RETURNING title`,
      [...keyOf(key), evidenceId, at, personId],
    );
    return withdrawn?.title ?? null;
  }
}
