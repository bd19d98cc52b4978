import { Injectable } from '@nestjs/common';
import type { ProjectRole } from '@office/domain';
import { Database } from '../../core/database/database.js';
import { statement } from '../../core/database/statement.js';
import type { Transaction } from '../../core/database/transaction.js';
import { SessionEntity } from './entities/session.entity.js';

export interface MembershipRow {
  readonly membershipId: string;
  readonly projectId: string;
  readonly acronym: string;
  readonly title: string;
  readonly grantNumber: string;
  readonly startDate: string;
  readonly durationMonths: number;
  readonly deadlineTimeZone: string;
  readonly demonstration: boolean;
  readonly roles: ProjectRole[];
  readonly beneficiary: { id: string; shortName: string; name: string; timeZone: string } | null;
}

/** A session with its person and all memberships of the person: what every request is decided on. */
export interface SessionRow {
  readonly sessionId: string;
  readonly createdAt: Date;
  readonly lastSeenAt: Date;
  readonly expiresAt: Date;
  readonly personId: string;
  readonly name: string;
  readonly email: string;
  readonly language: string;
  readonly timeZone: string;
  readonly administrator: boolean;
  readonly memberships: MembershipRow[];
}

const RESOLVE = statement(
  'session-resolve',
  `SELECT s.id AS "sessionId", s.created_at AS "createdAt", s.last_seen_at AS "lastSeenAt", s.expires_at AS "expiresAt",
          p.id AS "personId", p.name, p.email, p.language, p.time_zone AS "timeZone", p.administrator,
          coalesce(m.memberships, '[]'::json) AS memberships
   FROM session s
   JOIN person p ON p.id = s.person_id AND p.disabled_at IS NULL
   LEFT JOIN LATERAL (
     SELECT json_agg(json_build_object(
              'membershipId', m.id, 'projectId', m.project_id, 'acronym', pr.acronym, 'title', pr.title, 'grantNumber', pr.grant_number,
              'startDate', pr.start_date, 'durationMonths', pr.duration_months, 'deadlineTimeZone', pr.deadline_time_zone,
              'demonstration', pr.money_provenance = 'demonstration', 'roles', m.roles,
              'beneficiary', CASE WHEN b.id IS NULL THEN NULL ELSE json_build_object(
                'id', b.id, 'shortName', b.short_name, 'name', b.name, 'timeZone', b.time_zone) END)
            ORDER BY pr.start_date DESC, pr.acronym) AS memberships
     FROM membership m
     JOIN project pr ON pr.id = m.project_id
     LEFT JOIN beneficiary b ON b.project_id = m.project_id AND b.id = m.beneficiary_id
     WHERE m.person_id = p.id AND m.active_from <= $2 AND (m.active_to IS NULL OR m.active_to > $2)
   ) m ON true
   WHERE s.token_hash = $1 AND s.expires_at > $2 AND s.last_seen_at > $3`,
);
const ADMISSIONS = statement(
  'session-admissions',
  `SELECT s.token_hash AS "tokenHash", p.administrator,
          coalesce(json_agg(json_build_object('projectId', m.project_id, 'roles', m.roles)) FILTER (WHERE m.id IS NOT NULL), '[]') AS memberships
   FROM session s
   JOIN person p ON p.id = s.person_id AND p.disabled_at IS NULL
   LEFT JOIN membership m ON m.person_id = p.id AND m.active_from <= $2 AND (m.active_to IS NULL OR m.active_to > $2)
   WHERE s.token_hash = ANY($1::bytea[]) AND s.expires_at > $2 AND s.last_seen_at > $3
   GROUP BY s.token_hash, p.id`,
);
const PROJECT = statement('session-project', `SELECT 1 FROM project WHERE id = $1`);
const TOUCH = statement('session-touch', `UPDATE session SET last_seen_at = $2 WHERE token_hash = $1`);
const LIST = statement(
  'session-list',
  `SELECT id, created_at AS "createdAt", last_seen_at AS "lastSeenAt", expires_at AS "expiresAt", device
   FROM session WHERE person_id = $1 AND expires_at > $2 AND last_seen_at > $3 ORDER BY last_seen_at DESC`,
);

export interface SessionListRow {
  readonly id: string;
  readonly createdAt: Date;
  readonly lastSeenAt: Date;
  readonly expiresAt: Date;
  readonly device: string;
}

/** What somebody with a living session may enter now. */
export interface Admission {
  readonly administrator: boolean;
  readonly memberships: readonly Pick<MembershipRow, 'projectId' | 'roles'>[];
}

@Injectable()
export class SessionRepository {
  constructor(private readonly database: Database) {}

  resolve(tokenHash: Buffer, now: Date, idleSince: Date): Promise<SessionRow | null> {
    return this.database.row<SessionRow>(RESOLVE, [tokenHash, now, idleSince]);
  }

  admissions(tokenHashes: readonly Buffer[], now: Date, idleSince: Date): Promise<(Admission & { tokenHash: Buffer })[]> {
    return this.database.rows(ADMISSIONS, [tokenHashes, now, idleSince]);
  }

  async isProject(projectId: string): Promise<boolean> {
    return (await this.database.row(PROJECT, [projectId])) !== null;
  }

  async touch(tokenHash: Buffer, now: Date): Promise<void> {
    await this.database.rows(TOUCH, [tokenHash, now]);
  }

  list(personId: string, now: Date, idleSince: Date): Promise<SessionListRow[]> {
    return this.database.rows<SessionListRow>(LIST, [personId, now, idleSince]);
  }

  async add(t: Transaction, session: SessionEntity): Promise<void> {
    await t.manager.insert(SessionEntity, session);
    await t.rows(`DELETE FROM session WHERE person_id = $1 AND expires_at <= $2`, [session.personId, session.createdAt]);
  }

  /** Ends one session of the person and tells every server; false when there is none. */
  async end(t: Transaction, personId: string, sessionId: string): Promise<boolean> {
    const { affected } = await t.manager.delete(SessionEntity, { personId, id: sessionId });
    await t.rows(`SELECT pg_notify('session_changed', $1)`, [personId]);
    return affected === 1;
  }
}
