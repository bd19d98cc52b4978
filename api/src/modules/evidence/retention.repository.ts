import { Injectable } from '@nestjs/common';
import type { PlainDate } from '@office/domain';
import { Database } from '../../core/database/database.js';
import { statement } from '../../core/database/statement.js';
import type { Transaction } from '../../core/database/transaction.js';

const PROJECT = statement('retention-project', `SELECT id, acronym FROM project WHERE grant_number = $1`);

export interface HoldRow {
  readonly id: string;
  readonly reason: string;
}

@Injectable()
export class RetentionRepository {
  constructor(private readonly database: Database) {}

  projectByGrantNumber(grantNumber: string): Promise<{ id: string; acronym: string } | null> {
    return this.database.row(PROJECT, [grantNumber]);
  }

  async recordFinalPayment(t: Transaction, projectId: string, on: PlainDate): Promise<void> {
    await t.rows(`UPDATE project SET final_payment_on = $2 WHERE id = $1`, [projectId, on]);
  }

  async addHold(t: Transaction, projectId: string, { id, reason }: HoldRow, at: Date): Promise<void> {
    await t.rows(`INSERT INTO retention_hold (project_id, id, reason, placed_at) VALUES ($1, $2, $3, $4)`, [projectId, id, reason, at]);
  }

  /** The reasons of the holds that were on. */
  async liftHolds(t: Transaction, projectId: string, at: Date): Promise<string[]> {
    const rows = await t.rows<{ reason: string }>(
      `UPDATE retention_hold SET lifted_at = $2 WHERE project_id = $1 AND lifted_at IS NULL RETURNING reason`,
      [projectId, at],
    );
    return rows.map(({ reason }) => reason);
  }
}
