import { Injectable } from '@nestjs/common';
import type { EventCode, PersonRef } from '@office/contracts';
import { v7 as uuid } from 'uuid';
import { Database } from '../../core/database/database.js';
import { statement } from '../../core/database/statement.js';
import type { DomainEvent, UnitOfWork } from '../../core/events/domain-events.js';
import type { EmptyPageRow, PageBounds } from '../../core/http/paging.js';
import { noteChange } from '../../core/live/own-changes.js';
import { personRef } from '../consortium/references.sql.js';

export interface AuditRow {
  readonly id: string;
  readonly at: Date;
  readonly by: PersonRef | null;
  readonly event: EventCode;
  readonly subject: { kind: string; id: string; label: string };
  readonly detail: Record<string, string | number>;
  readonly total: number;
}

/** The page is cut before people are joined, so that a long log costs no more than a short one; past the end it tells its length. */
const ACTIVITY = statement(
  'activity',
  `WITH newest AS (
     SELECT * FROM audit_entry WHERE project_id = $1 ORDER BY at DESC, id DESC OFFSET $2 LIMIT $3)
   SELECT a.id, a.at, a.event, a.detail,
          json_build_object('kind', a.subject_kind, 'id', a.subject_id, 'label', a.subject_label) AS subject,
          ${personRef('a.person_id')} AS by,
          whole.total
   FROM (SELECT count(*)::int AS total FROM audit_entry WHERE project_id = $1) whole
   LEFT JOIN newest a ON true
   ORDER BY a.at DESC, a.id DESC`,
);

@Injectable()
export class AuditRepository {
  constructor(private readonly database: Database) {}

  async append(t: UnitOfWork, { projectId, at, personId, event, subject, detail }: DomainEvent): Promise<void> {
    const [written] = await t.rows<{ transactionId: string }>(
      `INSERT INTO audit_entry (project_id, id, at, person_id, event, subject_kind, subject_id, subject_label, detail)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
       RETURNING pg_current_xact_id()::text AS "transactionId"`,
      [projectId, uuid(), at, personId, event, subject.kind, subject.id, subject.label, JSON.stringify(detail)],
    );
    if (written !== undefined) noteChange(written.transactionId);
  }

  activity(projectId: string, page: PageBounds): Promise<(AuditRow | EmptyPageRow)[]> {
    return this.database.rows<AuditRow | EmptyPageRow>(ACTIVITY, [projectId, page.offset, page.limit]);
  }
}
