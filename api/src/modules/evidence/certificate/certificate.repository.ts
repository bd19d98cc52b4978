import { Injectable } from '@nestjs/common';
import type { CertifiedEntry } from '@office/contracts';
import { Database } from '../../../core/database/database.js';
import { statement } from '../../../core/database/statement.js';
import type { SealRow } from '../seals.repository.js';

/** The newest sign-off of a deliverable, with every row that it stands on as it entered the chain. */
const CERTIFICATE = statement(
  'sign-off-certificate',
  `WITH s AS (
     SELECT * FROM sign_off WHERE project_id = $1 AND deliverable_id = $2 ORDER BY signed_at DESC, id DESC LIMIT 1)
   SELECT p.acronym, p.title AS "projectTitle", p.grant_number AS "grantNumber", p.deadline_time_zone AS "timeZone",
     d.number, d.title, v.id AS "versionId", v.major, v.minor, v.file_name AS "fileName", s.sha256, f.size_bytes AS "sizeBytes",
     s.id AS "signOffId", r.number AS round, s.signed_at AS "signedAt", s.eligible, s.votes_cast AS "votesCast", s.in_favour AS "inFavour",
     to_jsonb(s) -> 'bound' AS bound, json_build_object('id', pe.id, 'name', pe.name) AS person,
     json_build_object('id', b.id, 'shortName', b.short_name, 'name', b.name) AS institution,
     (SELECT json_agg(json_build_object('seq', c.seq, 'table', c.table_name, 'record', c.record, 'previousHash', c.previous_hash,
        'hash', c.hash) ORDER BY c.seq)
      FROM audit_chain c WHERE c.project_id = $1 AND (
        (c.table_name = 'sign_off' AND c.record_key = s.id::text) OR (c.table_name = 'deliverable_version' AND c.record_key = v.id::text)
        OR (c.table_name = 'stored_file' AND c.record_key = s.sha256) OR (c.table_name = 'review' AND c.record_key IN (
          SELECT x.id::text FROM review x WHERE x.project_id = $1 AND x.round_id = s.round_id)))) AS entries
   FROM s
   JOIN project p ON p.id = $1
   JOIN deliverable d ON d.project_id = $1 AND d.id = s.deliverable_id
   JOIN deliverable_version v ON v.project_id = $1 AND v.id = s.version_id
   JOIN stored_file f ON f.project_id = $1 AND f.sha256 = s.sha256
   JOIN review_round r ON r.project_id = $1 AND r.id = s.round_id
   JOIN person pe ON pe.id = s.person_id
   JOIN beneficiary b ON b.project_id = $1 AND b.id = s.beneficiary_id`,
);

const SEAL = statement(
  'sign-off-certificate-seal',
  `SELECT day, seq, head_hash AS "headHash", key_id AS "keyId", signature, sealed_at AS "sealedAt"
   FROM audit_seal WHERE project_id = $1 AND seq >= $2 ORDER BY seq LIMIT 1`,
);

const PATH = statement(
  'sign-off-certificate-path',
  `SELECT table_name AS "table", sha256_hex(record) AS "recordHash" FROM audit_chain
   WHERE project_id = $1 AND seq > $2 AND seq <= $3 ORDER BY seq`,
);

export interface CertificateRow {
  readonly acronym: string;
  readonly projectTitle: string;
  readonly grantNumber: string;
  readonly timeZone: string;
  readonly number: string;
  readonly title: string;
  readonly versionId: string;
  readonly major: number;
  readonly minor: number;
  readonly fileName: string;
  readonly sha256: string;
  readonly sizeBytes: number;
  readonly signOffId: string;
  readonly round: number;
  readonly signedAt: Date;
  readonly eligible: number;
  readonly votesCast: number;
  readonly inFavour: number;
  readonly bound: unknown;
  readonly person: { id: string; name: string };
  readonly institution: { id: string; shortName: string; name: string };
  readonly entries: CertifiedEntry[];
}

@Injectable()
export class CertificateRepository {
  constructor(private readonly database: Database) {}

  newest(projectId: string, deliverableId: string): Promise<CertificateRow | null> {
    return this.database.row<CertificateRow>(CERTIFICATE, [projectId, deliverableId]);
  }

  /** The first seal over a place in the chain. */
  sealOver(projectId: string, seq: number): Promise<SealRow | null> {
    return this.database.row<SealRow>(SEAL, [projectId, seq]);
  }

  path(projectId: string, after: number, to: number): Promise<{ table: string; recordHash: string }[]> {
    return this.database.rows(PATH, [projectId, after, to]);
  }
}
