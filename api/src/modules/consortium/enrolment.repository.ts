import { Injectable } from '@nestjs/common';
import type { BodyKind, ProjectRole } from '@office/domain';
import { Database } from '../../core/database/database.js';
import { statement } from '../../core/database/statement.js';
import type { Transaction } from '../../core/database/transaction.js';

const PROJECT_BY_GRANT_NUMBER = statement(
  'enrolment-project',
  `SELECT p.id, p.acronym || ' ' || p.title AS label,
     (SELECT coalesce(json_agg(body.kind), '[]'::json) FROM body WHERE body.project_id = p.id) AS bodies, (
     SELECT coalesce(json_object_agg(b.short_name, json_build_object('id', b.id, 'timeZone', b.time_zone)), '{}'::json)
     FROM beneficiary b WHERE b.project_id = p.id) AS beneficiaries
   FROM project p WHERE p.grant_number = $1`,
);

/** A project as newcomers are enrolled in it. */
export interface EnrolmentProject {
  readonly id: string;
  /** As the log calls it. */
  readonly label: string;
  readonly bodies: readonly BodyKind[];
  readonly beneficiaries: Readonly<Record<string, { readonly id: string; readonly timeZone: string }>>;
}

export interface Membership {
  readonly projectId: string;
  readonly id: string;
  readonly personId: string;
  readonly beneficiaryId: string | null;
  readonly roles: readonly ProjectRole[];
  readonly activeFrom: Date;
}

/** A place on a body of the project. */
export interface Seat {
  readonly body: BodyKind;
  readonly chair: boolean;
}

@Injectable()
export class EnrolmentRepository {
  constructor(private readonly database: Database) {}

  projectByGrantNumber(grantNumber: string): Promise<EnrolmentProject | null> {
    return this.database.row<EnrolmentProject>(PROJECT_BY_GRANT_NUMBER, [grantNumber]);
  }

  async isEmailTaken(t: Transaction, email: string): Promise<boolean> {
    return (await t.row(`SELECT id FROM person WHERE email = $1`, [email])) !== null;
  }

  async addMembership(t: Transaction, { projectId, id, personId, beneficiaryId, roles, activeFrom }: Membership): Promise<void> {
    await t.rows(`INSERT INTO membership (project_id, id, person_id, beneficiary_id, roles, active_from) VALUES ($1, $2, $3, $4, $5, $6)`, [
      projectId,
      id,
      personId,
      beneficiaryId,
      roles,
      activeFrom,
    ]);
  }

  async addSeat(t: Transaction, { projectId, id }: Membership, { body, chair }: Seat): Promise<void> {
    await t.rows(
      `INSERT INTO body_member (project_id, body_id, membership_id, chair) SELECT project_id, id, $2, $4 FROM body WHERE project_id = $1 AND kind = $3`,
      [projectId, id, body, chair],
    );
  }
}
