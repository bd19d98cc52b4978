import { Injectable } from '@nestjs/common';
import type { AmendmentHistoryItem, PersonRef } from '@office/contracts';
import type { AmendmentClause, AmendmentState, PlainDate, Plan, PlanChange, Provenance } from '@office/domain';
import { Database } from '../../core/database/database.js';
import { statement } from '../../core/database/statement.js';
import type { Transaction } from '../../core/database/transaction.js';
import { personRef } from '../consortium/references.sql.js';
import type { AgreementState } from './plan-state.js';

export interface AmendmentListRow {
  readonly id: string;
  readonly title: string;
  readonly state: AmendmentState;
  readonly number: number | null;
  readonly rejectedNumber: number | null;
  readonly clauses: AmendmentClause[];
  readonly changeCount: number;
  readonly preparedOn: number;
  /** Inside JSON in the database's spelling. */
  readonly createdAt: Date | string;
  readonly createdBy: PersonRef;
  readonly provenance: Provenance;
  readonly approvedOn: PlainDate | null;
  readonly checkedOn: PlainDate | null;
  readonly submittedOn: PlainDate | null;
  readonly decidedOn: PlainDate | null;
  readonly effectiveOn: PlainDate | null;
  readonly version: number;
}

/** The agreement with all its amendments. */
export interface AmendmentsRow extends AgreementState {
  readonly items: AmendmentListRow[];
}

export interface AmendmentRowFull extends AmendmentListRow {
  readonly justification: string;
  readonly changes: PlanChange[];
  readonly approvalReference: string | null;
  readonly checkNote: string | null;
  readonly reason: string | null;
  /** The plan of the version that it was prepared on. */
  readonly basis: Plan;
  /** Instants inside JSON come in the database's spelling. */
  readonly history: AmendmentHistoryItem[];
}

/** What is written of an amendment: all that its life gives it. */
export interface AmendmentFacts {
  readonly title: string;
  readonly justification: string;
  readonly changes: readonly PlanChange[];
  readonly clauses: readonly AmendmentClause[];
  readonly state: AmendmentState;
  readonly preparedOn: number;
  readonly number: number | null;
  readonly rejectedNumber: number | null;
  readonly approvedOn: PlainDate | null;
  readonly approvalReference: string | null;
  readonly checkedOn: PlainDate | null;
  readonly checkNote: string | null;
  readonly submittedOn: PlainDate | null;
  readonly decidedOn: PlainDate | null;
  readonly effectiveOn: PlainDate | null;
  readonly reason: string | null;
}

/** Who made it and when, and whether it is the demonstration's. */
export interface AmendmentOrigin {
  readonly personId: string;
  readonly at: Date;
  readonly provenance: Provenance;
}

export interface LockedAmendment extends AmendmentFacts {
  readonly id: string;
  readonly version: number;
}

const COLUMNS = `
  am.id, am.title, am.state, am.number, am.rejected_number AS "rejectedNumber", am.clauses, am.prepared_on AS "preparedOn",
  am.approved_on AS "approvedOn", am.checked_on AS "checkedOn", am.submitted_on AS "submittedOn", am.decided_on AS "decidedOn",
  am.effective_on AS "effectiveOn", am.version`;

const LIST_COLUMNS = `${COLUMNS}, jsonb_array_length(am.changes) AS "changeCount", am.created_at AS "createdAt",
  ${personRef('am.created_by')} AS "createdBy", am.provenance`;

const AMENDMENTS = statement(
  'amendments',
  `SELECT a.locked_on AS "lockedOn", a.version, a.agreed, a.in_force AS "inForce", p.deadline_time_zone AS zone, (
     SELECT coalesce(json_agg(item ORDER BY item.open DESC, item."createdAt" DESC, item.id DESC), '[]') FROM (
       SELECT ${LIST_COLUMNS}, am.state IN ('draft', 'consortium-approved', 'informally-checked', 'submitted') AS open
       FROM amendment am WHERE am.project_id = $1) item) AS items
   FROM agreement a JOIN project p ON p.id = a.project_id WHERE a.project_id = $1`,
);

const HISTORY = `(
  SELECT coalesce(json_agg(json_build_object('at', e.at, 'by', ${personRef('e.person_id')}, 'event', e.event, 'detail', e.detail)
    ORDER BY e.at DESC, e.id DESC), '[]')
  FROM audit_entry e WHERE e.project_id = $1 AND e.subject_id = am.id)`;

const AMENDMENT = statement(
  'amendment',
  `SELECT ${LIST_COLUMNS}, am.justification, am.changes, am.approval_reference AS "approvalReference", am.check_note AS "checkNote",
     am.reason, v.plan AS basis, ${HISTORY} AS history
   FROM amendment am JOIN plan_version v ON v.project_id = $1 AND v.number = am.prepared_on
   WHERE am.project_id = $1 AND am.id = $2`,
);

const LOCKED = `
  SELECT ${COLUMNS}, am.justification, am.changes, am.approval_reference AS "approvalReference", am.check_note AS "checkNote", am.reason
  FROM amendment am WHERE am.project_id = $1`;

@Injectable()
export class AmendmentsRepository {
  constructor(private readonly database: Database) {}

  list(projectId: string): Promise<AmendmentsRow | null> {
    return this.database.row<AmendmentsRow & Record<string, unknown>>(AMENDMENTS, [projectId]);
  }

  amendment(projectId: string, id: string): Promise<AmendmentRowFull | null> {
    return this.database.row<AmendmentRowFull & Record<string, unknown>>(AMENDMENT, [projectId, id]);
  }

  lock(t: Transaction, projectId: string, id: string): Promise<LockedAmendment | null> {
    return t.row<LockedAmendment>(`${LOCKED} AND am.id = $2 FOR UPDATE`, [projectId, id]);
  }

  /** Submitted before that day: the agreement is locked, so nobody else decides them meanwhile. */
  submittedBefore(t: Transaction, projectId: string, day: PlainDate): Promise<LockedAmendment[]> {
    return t.rows<LockedAmendment>(`${LOCKED} AND am.state = 'submitted' AND am.submitted_on < $2 ORDER BY am.submitted_on, am.id`, [
      projectId,
      day,
    ]);
  }

  async rejectedNumbers(t: Transaction, projectId: string): Promise<(number | null)[]> {
    const rows = await t.rows<{ number: number | null }>(`SELECT rejected_number AS number FROM amendment WHERE project_id = $1`, [
      projectId,
    ]);
    return rows.map(({ number }) => number);
  }

  async add(t: Transaction, projectId: string, id: string, facts: AmendmentFacts, by: AmendmentOrigin): Promise<void> {
    await t.rows(
      `INSERT INTO amendment (project_id, id, title, justification, changes, clauses, prepared_on, created_at, created_by, provenance)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
      [
        projectId,
        id,
        facts.title,
        facts.justification,
        JSON.stringify(facts.changes),
        facts.clauses,
        facts.preparedOn,
        by.at,
        by.personId,
        by.provenance,
      ],
    );
  }

  /** Whoever writes holds the row. */
  async update(t: Transaction, projectId: string, id: string, facts: AmendmentFacts): Promise<void> {
    await t.rows(
      `UPDATE amendment SET title = $3, justification = $4, changes = $5, clauses = $6, state = $7, prepared_on = $8, number = $9,
         rejected_number = $10, approved_on = $11, approval_reference = $12, checked_on = $13, check_note = $14, submitted_on = $15,
         decided_on = $16, effective_on = $17, reason = $18, version = version + 1
       WHERE project_id = $1 AND id = $2`,
      [
        projectId,
        id,
        facts.title,
        facts.justification,
        JSON.stringify(facts.changes),
        facts.clauses,
        facts.state,
        facts.preparedOn,
        facts.number,
        facts.rejectedNumber,
        facts.approvedOn,
        facts.approvalReference,
        facts.checkedOn,
        facts.checkNote,
        facts.submittedOn,
        facts.decidedOn,
        facts.effectiveOn,
        facts.reason,
      ],
    );
  }
}
