import type { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import type { DeliverableFilter, DeliverableRow } from '@office/contracts';
import { fileScanOf, versionLabel, type FileScan, type ScanVerdict, type VersionNumber } from '@office/domain';
import { Clock } from '../../core/clock/clock.js';
import { Database } from '../../core/database/database.js';
import { statement } from '../../core/database/statement.js';
import type { ProjectActor } from '../../core/http/access.js';
import { newestVerdict } from '../../core/storage/file-scan.sql.js';
import { FileStore } from '../../core/storage/file-store.js';
import { deliverableRow } from './deliverables.mapper.js';
import { DeliverablesRepository, type ListedDeliverable } from './deliverables.repository.js';

/** One uploaded version, with the file that it is. */
export interface DossierVersion {
  /** "0.3" */
  readonly number: string;
  readonly fileName: string;
  readonly sha256: string;
  readonly sizeBytes: number;
  readonly uploadedAt: string;
  /** Names the author's institution or, without one, the author. */
  readonly author: string;
  readonly scan: FileScan;
}

/** A deliverable with all that is handed on of it: what the list says, and its files. */
export interface Dossier extends DeliverableRow {
  /** Newest first. */
  readonly versions: readonly DossierVersion[];
  readonly signedOffAt: string | null;
  readonly submittedAt: string | null;
  readonly acceptedAt: string | null;
  readonly answerReason: string | null;
}

type Facts = Pick<Dossier, 'id' | 'signedOffAt' | 'submittedAt' | 'acceptedAt' | 'answerReason'> & {
  readonly versions: (Omit<DossierVersion, 'number' | 'scan'> & VersionNumber & { readonly verdict: ScanVerdict | null })[];
};

const happened = (event: string): string => `(
  SELECT max(at) FROM audit_entry WHERE project_id = $1 AND subject_id = d.id AND event = '${event}')`;

const FACTS = statement(
  'deliverable-dossiers',
  `SELECT d.id, s.answer_reason AS "answerReason",
     (SELECT max(signed_at) FROM sign_off WHERE project_id = $1 AND deliverable_id = d.id) AS "signedOffAt",
     CASE WHEN s.state IN ('submitted', 'accepted') THEN ${happened('deliverable.submitted')} END AS "submittedAt",
     CASE WHEN s.state = 'accepted' THEN ${happened('deliverable.accepted')} END AS "acceptedAt",
     (SELECT coalesce(json_agg(json_build_object(
        'major', v.major, 'minor', v.minor, 'fileName', v.file_name, 'sha256', v.sha256, 'sizeBytes', f.size_bytes,
        'uploadedAt', v.created_at, 'author', coalesce(b.short_name, pe.name), 'verdict', ${newestVerdict('v.sha256')})
        ORDER BY v.major DESC, v.minor DESC), '[]'::json)
      FROM deliverable_version v
      JOIN stored_file f ON f.project_id = $1 AND f.sha256 = v.sha256
      JOIN person pe ON pe.id = v.author_id
      LEFT JOIN membership m ON m.project_id = $1 AND m.person_id = v.author_id
      LEFT JOIN beneficiary b ON b.project_id = $1 AND b.id = m.beneficiary_id
      WHERE v.project_id = $1 AND v.deliverable_id = d.id) AS versions
   FROM deliverable d
   JOIN deliverable_status s ON s.project_id = $1 AND s.deliverable_id = d.id
   WHERE d.project_id = $1 AND d.id = ANY($2::uuid[])`,
);

const WHOLE_LIST = { offset: 0, limit: null };
const NOTHING: Omit<Facts, 'id'> = { versions: [], signedOffAt: null, submittedAt: null, acceptedAt: null, answerReason: null };

/** Deliverables as they leave the office, whole lists at a time. */
@Injectable()
export class DeliverableDossiers {
  constructor(
    private readonly repository: DeliverablesRepository,
    private readonly database: Database,
    private readonly files: FileStore,
    private readonly clock: Clock,
  ) {}

  /** What the list shows with the same filter, by due month; of these only `ids` where some are named. */
  async of(actor: ProjectActor, filter: DeliverableFilter, ids: ReadonlySet<string> | null): Promise<Dossier[]> {
    const listed = await this.repository.list(actor, filter, WHOLE_LIST, this.clock.now());
    const rows = listed.filter((row): row is ListedDeliverable => row.id !== null && (ids === null || ids.has(row.id)));
    const facts = await this.database.rows<Facts>(FACTS, [actor.projectId, rows.map(({ id }) => id)]);
    const factsOf = new Map(facts.map((row) => [row.id, row]));
    return rows.map((row) => this.dossier(deliverableRow(row), factsOf.get(row.id) ?? { id: row.id, ...NOTHING }));
  }

  /** A version's file; refused while it is being checked and when it is infected. */
  open(actor: ProjectActor, { sha256 }: DossierVersion): Promise<Readable> {
    return this.files.open(actor.projectId, sha256);
  }

  private dossier(row: DeliverableRow, facts: Facts): Dossier {
    const versions = facts.versions.map(({ major, minor, verdict, ...version }) => ({
      ...version,
      number: versionLabel({ major, minor }),
      scan: fileScanOf(verdict, this.files.scanning),
      uploadedAt: new Date(version.uploadedAt).toISOString(),
    }));
    return { ...row, ...facts, versions };
  }
}
