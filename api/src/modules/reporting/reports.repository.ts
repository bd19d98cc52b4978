import { Injectable } from '@nestjs/common';
import type { ReportState } from '@office/domain';
import { Database } from '../../core/database/database.js';
import type { Transaction } from '../../core/database/transaction.js';
import type { ReportsRow } from './reports.rows.js';
import { REPORTS } from './reports.sql.js';

export interface ReportWrite {
  readonly projectId: string;
  readonly periodId: string;
  readonly state: ReportState;
  readonly returnReason: string;
  readonly at: Date;
  readonly personId: string;
}

export interface JustificationWrite {
  readonly projectId: string;
  readonly periodId: string;
  readonly deliverableId: string;
  readonly text: string;
  readonly at: Date;
  readonly personId: string;
}

@Injectable()
export class ReportsRepository {
  constructor(private readonly database: Database) {}

  reports(projectId: string, now: Date): Promise<ReportsRow | null> {
    return this.database.row<ReportsRow & Record<string, unknown>>(REPORTS, [projectId, now]);
  }

  /** Steps of one report go one after the other; it has a row of its own from the first on, so its period is locked. */
  async lock(t: Transaction, projectId: string, periodId: string, now: Date): Promise<ReportsRow | null> {
    const period = await t.row(`SELECT 1 FROM reporting_period WHERE project_id = $1 AND id = $2 FOR NO KEY UPDATE`, [projectId, periodId]);
    return period === null ? null : t.row<ReportsRow>(REPORTS.text, [projectId, now]);
  }

  /** The first lock and the last submission are remembered. */
  async write(t: Transaction, { projectId, periodId, state, returnReason, at, personId }: ReportWrite): Promise<void> {
    await t.rows(
      `INSERT INTO report AS r (project_id, reporting_period_id, state, first_locked_at, submitted_at, return_reason, updated_at,
         updated_by, version)
       VALUES ($1, $2, $3, CASE WHEN $3 = 'locked' THEN $5::timestamptz END, CASE WHEN $3 = 'submitted' THEN $5::timestamptz END,
         $4, $5, $6, 2)
       ON CONFLICT (project_id, reporting_period_id) DO UPDATE SET state = excluded.state,
         first_locked_at = coalesce(r.first_locked_at, excluded.first_locked_at),
         submitted_at = coalesce(excluded.submitted_at, r.submitted_at), return_reason = excluded.return_reason,
         updated_at = excluded.updated_at, updated_by = excluded.updated_by, version = r.version + 1`,
      [projectId, periodId, state, returnReason, at, personId],
    );
  }

  async justify(t: Transaction, { projectId, periodId, deliverableId, text, at, personId }: JustificationWrite): Promise<void> {
    await t.rows(
      `INSERT INTO late_justification AS j (project_id, reporting_period_id, deliverable_id, text, updated_at, updated_by, version)
       VALUES ($1, $2, $3, $4, $5, $6, 1)
       ON CONFLICT (project_id, reporting_period_id, deliverable_id) DO UPDATE SET text = excluded.text,
         updated_at = excluded.updated_at, updated_by = excluded.updated_by, version = j.version + 1`,
      [projectId, periodId, deliverableId, text, at, personId],
    );
  }
}
