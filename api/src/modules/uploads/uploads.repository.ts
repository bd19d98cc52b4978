import { Injectable } from '@nestjs/common';
import { Database } from '../../core/database/database.js';
import { statement } from '../../core/database/statement.js';
import type { Transaction } from '../../core/database/transaction.js';

/** A file on its way: whose it is, and for what. */
export interface Upload {
  readonly projectId: string;
  readonly id: string;
  readonly deliverableId: string;
  readonly personId: string;
  readonly fileName: string;
  readonly sizeBytes: number;
}

interface OpenUploads {
  /** Of the person. */
  readonly count: number;
  /** Of the project, what is stored and what is promised. */
  readonly bytes: number;
}

export interface UploadKey {
  readonly projectId: string;
  readonly id: string;
}

const COLUMNS = `project_id AS "projectId", id, deliverable_id AS "deliverableId", person_id AS "personId", file_name AS "fileName",
  size_bytes::float8 AS "sizeBytes"`;

const OPEN = statement(
  'uploads-open',
  `SELECT (SELECT count(*)::int FROM upload WHERE project_id = $1 AND person_id = $2 AND expires_at > $3) AS count,
          ((SELECT coalesce(sum(size_bytes), 0) FROM upload WHERE project_id = $1 AND expires_at > $3)
           + (SELECT coalesce(sum(size_bytes), 0) FROM stored_file WHERE project_id = $1))::float8 AS bytes`,
);
const ADD = statement(
  'upload-add',
  `INSERT INTO upload (project_id, id, deliverable_id, person_id, file_name, size_bytes, created_at, expires_at)
   VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
);
const FIND = statement('upload-find', `SELECT ${COLUMNS} FROM upload WHERE project_id = $1 AND id = ANY($2) AND expires_at > $3`);
const REMOVE = statement('upload-remove', `DELETE FROM upload WHERE project_id = $1 AND id = $2`);
const EXPIRE = statement('uploads-expire', `DELETE FROM upload WHERE expires_at <= $1 RETURNING project_id AS "projectId", id`);
const KNOWN = statement('upload-known', `SELECT 1 FROM upload WHERE project_id = $1 AND id = $2`);

@Injectable()
export class UploadsRepository {
  constructor(private readonly database: Database) {}

  async open(projectId: string, personId: string, at: Date): Promise<OpenUploads> {
    return (await this.database.row<OpenUploads>(OPEN, [projectId, personId, at])) ?? { count: 0, bytes: 0 };
  }

  async add(upload: Upload, at: Date, expiresAt: Date): Promise<void> {
    const { projectId, id, deliverableId, personId, fileName, sizeBytes } = upload;
    await this.database.rows(ADD, [projectId, id, deliverableId, personId, fileName, sizeBytes, at, expiresAt]);
  }

  find(projectId: string, ids: readonly string[], at: Date): Promise<Upload[]> {
    return this.database.rows<Upload>(FIND, [projectId, ids, at]);
  }

  async remove({ projectId, id }: UploadKey): Promise<void> {
    await this.database.rows(REMOVE, [projectId, id]);
  }

  /** How many of these were still there: who else takes the same has to wait, and then finds none. */
  async take(t: Transaction, projectId: string, ids: readonly string[]): Promise<number> {
    const taken = await t.rows(`DELETE FROM upload WHERE project_id = $1 AND id = ANY($2) RETURNING id`, [projectId, ids]);
    return taken.length;
  }

  expire(at: Date): Promise<UploadKey[]> {
    return this.database.rows<UploadKey>(EXPIRE, [at]);
  }

  async known({ projectId, id }: UploadKey): Promise<boolean> {
    return (await this.database.row(KNOWN, [projectId, id])) !== null;
  }
}
