import { Injectable } from '@nestjs/common';
import type { BeneficiaryRef } from '@office/contracts';
import type { Plan, PlainDate } from '@office/domain';
import { Database } from '../../core/database/database.js';
import { statement } from '../../core/database/statement.js';
import type { Transaction } from '../../core/database/transaction.js';
import { PLAN_OF_VERSION, PLAN_STATE, PLAN_VERSIONS } from './plan-state.sql.js';
import type { PlanState } from './plan-state.js';

export interface PlanVersionRow {
  readonly number: number;
  readonly amendment: { id: string; label: string; title: string } | null;
  readonly inForceFrom: PlainDate;
  readonly nextFrom: PlainDate | null;
  readonly inForce: boolean;
}

export interface PlanOfVersionRow {
  readonly plan: Plan;
  readonly planBefore: Plan | null;
  readonly beneficiaries: BeneficiaryRef[];
}

/** A day on which the clock alone changes a project: an amendment takes effect, or lapses. */
export interface DueDay {
  readonly projectId: string;
  readonly zone: string;
  readonly on: PlainDate;
}

/** `submitted_on + 46` is the first day after the 45 that EACEA has. */
const DUE_DAYS = statement(
  'plan-due-days',
  `SELECT am.project_id AS "projectId", p.deadline_time_zone AS zone,
     min(CASE WHEN am.state = 'submitted' THEN am.submitted_on + 46 ELSE am.effective_on END) AS on
   FROM amendment am JOIN agreement a ON a.project_id = am.project_id JOIN project p ON p.id = am.project_id
   WHERE am.state = 'submitted' OR am.number > a.in_force
   GROUP BY am.project_id, p.deadline_time_zone`,
);

export interface NewVersion {
  readonly number: number;
  readonly amendmentId: string | null;
  readonly inForceFrom: PlainDate;
  readonly plan: Plan;
  readonly at: Date;
}

@Injectable()
export class AgreementsRepository {
  constructor(private readonly database: Database) {}

  state(projectId: string): Promise<PlanState | null> {
    return this.database.row<PlanState & Record<string, unknown>>(PLAN_STATE, [projectId]);
  }

  versions(projectId: string): Promise<PlanVersionRow[]> {
    return this.database.rows<PlanVersionRow & Record<string, unknown>>(PLAN_VERSIONS, [projectId]);
  }

  planOf(projectId: string, number: number): Promise<PlanOfVersionRow | null> {
    return this.database.row<PlanOfVersionRow & Record<string, unknown>>(PLAN_OF_VERSION, [projectId, number]);
  }

  dueDays(): Promise<DueDay[]> {
    return this.database.rows<DueDay & Record<string, unknown>>(DUE_DAYS, []);
  }

  async begin(t: Transaction, projectId: string, lockedOn: PlainDate | null): Promise<void> {
    await t.rows(`INSERT INTO agreement (project_id, locked_on) VALUES ($1, $2)`, [projectId, lockedOn]);
  }

  /** The agreement's row stands for the whole plan: whoever changes either waits for it, on whichever server. */
  async lock(t: Transaction, projectId: string): Promise<PlanState | null> {
    const held = await t.row(`SELECT version FROM agreement WHERE project_id = $1 FOR UPDATE`, [projectId]);
    return held === null ? null : this.stateIn(t, projectId);
  }

  stateIn(t: Transaction, projectId: string): Promise<PlanState | null> {
    return t.row<PlanState>(PLAN_STATE.text, [projectId]);
  }

  async update(t: Transaction, projectId: string, to: { lockedOn: PlainDate | null; agreed: number; inForce: number }): Promise<void> {
    await t.rows(`UPDATE agreement SET locked_on = $2, agreed = $3, in_force = $4, version = version + 1 WHERE project_id = $1`, [
      projectId,
      to.lockedOn,
      to.agreed,
      to.inForce,
    ]);
  }

  async addVersion(t: Transaction, projectId: string, version: NewVersion): Promise<void> {
    await t.rows(
      `INSERT INTO plan_version (project_id, number, amendment_id, in_force_from, plan, created_at) VALUES ($1, $2, $3, $4, $5, $6)`,
      [projectId, version.number, version.amendmentId, version.inForceFrom, JSON.stringify(version.plan), version.at],
    );
  }

  /** The months of the plan as it stands become those that it is compared with from now on. */
  async writeBaseline(t: Transaction, projectId: string): Promise<void> {
    await t.rows(
      `INSERT INTO plan_baseline (project_id, subject_id, start_month, end_month, due_month)
       SELECT project_id, id, start_month, end_month, NULL::integer FROM work_package WHERE project_id = $1
       UNION ALL SELECT project_id, id, start_month, end_month, NULL FROM task WHERE project_id = $1
       UNION ALL SELECT project_id, id, NULL, NULL, due_month FROM deliverable WHERE project_id = $1
       UNION ALL SELECT project_id, id, NULL, NULL, due_month FROM milestone WHERE project_id = $1`,
      [projectId],
    );
  }

  async isDemonstration(t: Transaction, personId: string): Promise<boolean> {
    const row = await t.row<{ demonstration: boolean }>(`SELECT demonstration FROM person WHERE id = $1`, [personId]);
    return row?.demonstration ?? false;
  }
}
