import { Injectable } from '@nestjs/common';
import { Database } from '../database/database.js';
import { statement } from '../database/statement.js';

export interface IdempotencyRecord {
  readonly fingerprint: string;
  /** Null while the first request is under way. */
  readonly status: number | null;
  readonly body: unknown;
  /** Whether this request is the first and may do the work. */
  readonly claimed: boolean;
}

/** The first request claims the key; a claim that was never finished (its server fell) is taken over after a while. */
const CLAIM = statement(
  'idempotency-claim',
  `INSERT INTO idempotency_record AS r (person_id, key, fingerprint, claim, created_at) VALUES ($1, $2, $3, $4, $5)
   ON CONFLICT (person_id, key) DO UPDATE SET
     claim = CASE WHEN r.status IS NULL AND r.created_at < $6 THEN excluded.claim ELSE r.claim END
   RETURNING fingerprint, status, body, claim = $4 AS claimed`,
);
const FINISH = statement(
  'idempotency-finish',
  `UPDATE idempotency_record SET status = $4, body = $5 WHERE person_id = $1 AND key = $2 AND claim = $3`,
);
const RELEASE = statement('idempotency-release', `DELETE FROM idempotency_record WHERE person_id = $1 AND key = $2 AND claim = $3`);
const PURGE = statement('idempotency-purge', `DELETE FROM idempotency_record WHERE person_id = $1 AND created_at < $2`);

export interface Claim {
  readonly personId: string;
  readonly key: string;
  readonly id: string;
}

@Injectable()
export class IdempotencyRepository {
  constructor(private readonly database: Database) {}

  async claim({ personId, key, id }: Claim, fingerprint: string, now: Date, abandonedBefore: Date): Promise<IdempotencyRecord> {
    const record = await this.database.row<IdempotencyRecord>(CLAIM, [personId, key, fingerprint, id, now, abandonedBefore]);
    return record ?? { fingerprint, status: null, body: null, claimed: false };
  }

  async finish({ personId, key, id }: Claim, status: number, body: unknown): Promise<void> {
    await this.database.rows(FINISH, [personId, key, id, status, JSON.stringify(body ?? null)]);
  }

  async release({ personId, key, id }: Claim): Promise<void> {
    await this.database.rows(RELEASE, [personId, key, id]);
  }

  async purge(personId: string, before: Date): Promise<void> {
    await this.database.rows(PURGE, [personId, before]);
  }
}
