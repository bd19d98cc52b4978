import { Injectable } from '@nestjs/common';
import type { MilestoneState, PlainDate } from '@office/domain';
import { Database } from '../../core/database/database.js';
import { statement } from '../../core/database/statement.js';
import type { Transaction } from '../../core/database/transaction.js';
import { MILESTONE, MILESTONE_JOINS } from './milestone.sql.js';
import type { MilestoneRow } from './milestones.mapper.js';

const MILESTONE_BY_ID = statement(
  'milestone',
  `SELECT p.start_date AS "projectStart", p.deadline_time_zone AS "deadlineTimeZone", ${MILESTONE} AS milestone
   FROM milestone ms JOIN project p ON p.id = $1 ${MILESTONE_JOINS}
   WHERE ms.project_id = $1 AND ms.id = $2`,
);

export interface MilestoneWithProjectRow {
  readonly projectStart: PlainDate;
  readonly deadlineTimeZone: string;
  readonly milestone: MilestoneRow;
}

/** What a step is decided on. */
export interface LockedMilestone {
  readonly number: string;
  readonly title: string;
  readonly leadBeneficiaryId: string;
  readonly state: MilestoneState;
  readonly version: number;
  readonly startDate: PlainDate;
  readonly durationMonths: number;
  readonly deadlineTimeZone: string;
}

/** How a milestone stands from a step on. */
export interface MilestoneStanding {
  readonly state: MilestoneState;
  readonly achievedOn: PlainDate | null;
  readonly evidence: string;
  readonly evidenceUrl: string | null;
  readonly estimate: PlainDate | null;
  readonly reason: string;
}

export interface MilestoneWrite {
  readonly projectId: string;
  readonly milestoneId: string;
  readonly standing: MilestoneStanding;
  readonly at: Date;
  readonly personId: string;
}

@Injectable()
export class MilestonesRepository {
  constructor(private readonly database: Database) {}

  milestone(projectId: string, id: string): Promise<MilestoneWithProjectRow | null> {
    return this.database.row<MilestoneWithProjectRow & Record<string, unknown>>(MILESTONE_BY_ID, [projectId, id]);
  }

  /** The milestone itself is locked, as it has a status from its first step only; the status is read under the lock. */
  async lock(t: Transaction, projectId: string, id: string): Promise<LockedMilestone | null> {
    const milestone = await t.row<Omit<LockedMilestone, 'state' | 'version'>>(
      `SELECT ms.number, ms.title, ms.lead_id AS "leadBeneficiaryId", p.start_date AS "startDate",
         p.duration_months AS "durationMonths", p.deadline_time_zone AS "deadlineTimeZone"
       FROM milestone ms JOIN project p ON p.id = $1
       WHERE ms.project_id = $1 AND ms.id = $2 FOR NO KEY UPDATE OF ms`,
      [projectId, id],
    );
    if (milestone === null) return null;
    const status = await t.row<Pick<LockedMilestone, 'state' | 'version'>>(
      `SELECT state, version FROM milestone_status WHERE project_id = $1 AND milestone_id = $2`,
      [projectId, id],
    );
    return { ...milestone, state: status?.state ?? 'open', version: status?.version ?? 1 };
  }

  async write(t: Transaction, { projectId, milestoneId, standing, at, personId }: MilestoneWrite): Promise<void> {
    const { state, achievedOn, evidence, evidenceUrl, estimate, reason } = standing;
    await t.rows(
      `INSERT INTO milestone_status AS s (project_id, milestone_id, state, achieved_on, evidence, evidence_url, estimate, reason,
         updated_at, updated_by, version)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, 2)
       ON CONFLICT (project_id, milestone_id) DO UPDATE SET state = excluded.state, achieved_on = excluded.achieved_on,
         evidence = excluded.evidence, evidence_url = excluded.evidence_url, estimate = excluded.estimate, reason = excluded.reason,
         updated_at = excluded.updated_at, updated_by = excluded.updated_by, version = s.version + 1`,
      [projectId, milestoneId, state, achievedOn, evidence, evidenceUrl, estimate, reason, at, personId],
    );
  }
}
