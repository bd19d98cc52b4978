import { Injectable } from '@nestjs/common';
import type { PersonRef } from '@office/contracts';
import type { ConfirmableCheck, ScanVerdict, VersionNumber } from '@office/domain';
import { v7 as uuid } from 'uuid';
import { Database } from '../../core/database/database.js';
import { statement } from '../../core/database/statement.js';
import type { Transaction } from '../../core/database/transaction.js';
import { newestVerdict } from '../../core/storage/file-scan.sql.js';
import { personRef } from '../consortium/references.sql.js';
import { readingOf } from '../documents/document-text.sql.js';
import type { CheckListRow } from './check-list.js';

export interface ReadableVersionRow extends VersionNumber {
  readonly id: string;
  readonly leadBeneficiaryId: string;
  readonly deliverableNumber: string;
  readonly title: string;
  readonly fileName: string;
  readonly sha256: string;
  readonly sizeBytes: number;
  readonly verdict: ScanVerdict | null;
  readonly author: PersonRef;
  readonly createdAt: Date;
  readonly note: string;
}

/** All versions of a deliverable, the newest first; `$1` is the project. */
const VERSIONS = statement(
  'readable-versions',
  `SELECT v.id, v.major, v.minor, d.lead_id AS "leadBeneficiaryId", d.number AS "deliverableNumber", d.title,
     v.file_name AS "fileName", v.sha256, f.size_bytes::float8 AS "sizeBytes", ${newestVerdict('v.sha256')} AS verdict,
     ${personRef('v.author_id')} AS author, v.created_at AS "createdAt", v.note
   FROM deliverable_version v
   JOIN deliverable d ON d.project_id = $1 AND d.id = v.deliverable_id
   JOIN stored_file f ON f.project_id = $1 AND f.sha256 = v.sha256
   WHERE v.project_id = $1 AND v.deliverable_id = $2
   ORDER BY v.major DESC, v.minor DESC`,
);

/** The file of a round's version: what is read before somebody signs. */
const ROUND_FILE = statement(
  'round-file',
  `SELECT v.file_name AS "fileName", v.sha256, f.size_bytes::float8 AS "sizeBytes"
   FROM review_round r
   JOIN deliverable_version v ON v.project_id = $1 AND v.id = r.version_id
   JOIN stored_file f ON f.project_id = $1 AND f.sha256 = v.sha256
   WHERE r.project_id = $1 AND r.id = $2`,
);

const CHECK_LIST = `
  SELECT v.file_name AS "fileName", ${readingOf('v')} AS reading,
    (SELECT coalesce(json_agg(json_build_object('check', item, 'by', ${personRef('vc.person_id')}, 'at', confirmed_at)), '[]'::json)
     FROM version_confirmation vc WHERE vc.project_id = $1 AND vc.version_id = v.id) AS confirmations
  FROM deliverable_version v WHERE v.project_id = $1 AND v.id = $2`;

export interface NewConfirmation {
  readonly projectId: string;
  readonly versionId: string;
  readonly check: ConfirmableCheck;
  readonly personId: string;
  readonly at: Date;
}

@Injectable()
export class VersionReadingRepository {
  constructor(private readonly database: Database) {}

  versions(projectId: string, deliverableId: string): Promise<ReadableVersionRow[]> {
    return this.database.rows(VERSIONS, [projectId, deliverableId]);
  }

  roundFile(projectId: string, roundId: string): Promise<{ fileName: string; sha256: string; sizeBytes: number } | null> {
    return this.database.row(ROUND_FILE, [projectId, roundId]);
  }

  checkList(t: Transaction, projectId: string, versionId: string): Promise<CheckListRow | null> {
    return t.row<CheckListRow>(CHECK_LIST, [projectId, versionId]);
  }

  /** False when somebody has confirmed it already. */
  async confirm(t: Transaction, { projectId, versionId, check, personId, at }: NewConfirmation): Promise<boolean> {
    const added = await t.row(
      `INSERT INTO version_confirmation (project_id, id, version_id, item, person_id, confirmed_at) VALUES ($1, $2, $3, $4, $5, $6)
       ON CONFLICT DO NOTHING RETURNING id`,
      [projectId, uuid(), versionId, check, personId, at],
    );
    return added !== null;
  }
}
