import { Injectable } from '@nestjs/common';
import { Database } from '../../core/database/database.js';
import { statement } from '../../core/database/statement.js';
import type { Transaction } from '../../core/database/transaction.js';

/** Chains that have grown since their last seal, and have none of this day yet. */
const UNSEALED = statement(
  'seals-unsealed',
  `SELECT p.id AS "projectId", head.seq, head.hash AS "headHash"
   FROM project p
   JOIN LATERAL (SELECT seq, hash FROM audit_chain c WHERE c.project_id = p.id ORDER BY seq DESC LIMIT 1) head ON true
   LEFT JOIN LATERAL (SELECT day, seq FROM audit_seal s WHERE s.project_id = p.id ORDER BY day DESC LIMIT 1) last ON true
   WHERE last.day IS NULL OR (last.day < $1 AND last.seq < head.seq)`,
);

const SEALS = statement(
  'seals',
  `SELECT day, seq, head_hash AS "headHash", key_id AS "keyId", signature, sealed_at AS "sealedAt"
   FROM audit_seal WHERE project_id = $1 ORDER BY day DESC LIMIT $2`,
);

export interface ProjectHead {
  readonly projectId: string;
  readonly seq: number;
  readonly headHash: string;
}

export interface SealRow {
  readonly day: string;
  readonly seq: number;
  readonly headHash: string;
  readonly keyId: string;
  readonly signature: string;
  readonly sealedAt: Date;
}

@Injectable()
export class SealsRepository {
  constructor(private readonly database: Database) {}

  unsealed(day: string): Promise<ProjectHead[]> {
    return this.database.rows<ProjectHead>(UNSEALED, [day]);
  }

  /** Newest first. */
  seals(projectId: string, limit: number | null): Promise<SealRow[]> {
    return this.database.rows<SealRow>(SEALS, [projectId, limit]);
  }

  /** Another server may have sealed the day meanwhile: the first seal stands. */
  async add(t: Transaction, projectId: string, seal: SealRow): Promise<void> {
    const { day, seq, headHash, keyId, signature, sealedAt } = seal;
    await t.rows(
      `INSERT INTO audit_seal (project_id, day, seq, head_hash, key_id, signature, sealed_at) VALUES ($1, $2, $3, $4, $5, $6, $7)
       ON CONFLICT (project_id, day) DO NOTHING`,
      [projectId, day, seq, headHash, keyId, signature, sealedAt],
    );
  }
}
