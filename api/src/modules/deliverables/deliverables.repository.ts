import { Injectable } from '@nestjs/common';
import type { DeliverableQuery, SavedView } from '@office/contracts';
import type { BoardRules, DeliverableState, Panel, VersionNumber } from '@office/domain';
import { Database } from '../../core/database/database.js';
import type { Transaction } from '../../core/database/transaction.js';
import type { ProjectActor } from '../../core/http/access.js';
import type { EmptyPageRow } from '../../core/http/paging.js';
import type { DeliverableDetailRow, DeliverableHead, DeliverableListRow, VersionFileRow } from './deliverable.rows.js';
import { DELIVERABLE, DELIVERABLES, DELIVERABLES_FILTERED, HEAD, VERSION_FILE } from './deliverable.sql.js';
import { reviewersOf, RULES } from './review.sql.js';

export interface NewVersion extends VersionNumber {
  readonly projectId: string;
  readonly id: string;
  readonly deliverableId: string;
  readonly fileName: string;
  readonly sha256: string;
  readonly note: string;
  readonly authorId: string;
  readonly at: Date;
}

export interface NewRound {
  readonly projectId: string;
  readonly id: string;
  readonly deliverableId: string;
  readonly number: number;
  readonly versionId: string;
  readonly openedAt: Date;
  readonly openedBy: string;
  readonly closesAt: Date;
  readonly panel: Panel;
  readonly rules: BoardRules;
}

export interface RoundOpening {
  readonly rules: BoardRules;
  /** How many are appointed to the deliverable. */
  readonly reviewers: number;
  readonly hasSteeringCommittee: boolean;
}

/** A change of state, possible only from what was seen. */
export interface StateChange {
  readonly projectId: string;
  readonly from: Pick<DeliverableHead, 'id' | 'state' | 'version'>;
  readonly to: DeliverableState;
  readonly latestVersionId: string | null;
  readonly answerReason: string | null;
  readonly at: Date;
}

/** With the first row, also when it stands for a page past the end: what the person keeps of the list. */
interface WithViews {
  readonly views: SavedView[] | null;
}
export type ListedDeliverable = DeliverableListRow & WithViews & { readonly total: number };

/** The text means itself: `%` and `_` are no wildcards of the person who searches. */
const containing = (text: string | undefined): string | null => (text ? `%${text.replace(/[\\%_]/g, '\\$&')}%` : null);

@Injectable()
export class DeliverablesRepository {
  constructor(private readonly database: Database) {}

  list(
    actor: ProjectActor,
    query: DeliverableQuery,
    page: { readonly offset: number; readonly limit: number | null },
    now: Date,
  ): Promise<(ListedDeliverable | (EmptyPageRow & WithViews))[]> {
    const { workPackage, lead, state, part, late, text } = query;
    const values = [actor.projectId, now, actor.beneficiaryId, page.offset, page.limit];
    const filters = [workPackage ?? null, lead ?? null, state ?? null, part ?? null, late ?? null, containing(text)];
    if (filters.every((filter) => filter === null)) return this.database.rows(DELIVERABLES, [...values, actor.personId]);
    return this.database.rows(DELIVERABLES_FILTERED, [...values, ...filters, actor.personId]);
  }

  detail(actor: ProjectActor, id: string, now: Date): Promise<DeliverableDetailRow | null> {
    return this.database.row(DELIVERABLE, [actor.projectId, now, actor.beneficiaryId, id]);
  }

  head(projectId: string, id: string): Promise<DeliverableHead | null> {
    return this.database.row(HEAD, [projectId, id]);
  }

  versionFile(projectId: string, id: string, versionId: string): Promise<VersionFileRow | null> {
    return this.database.row(VERSION_FILE, [projectId, id, versionId]);
  }

  /** Locks first and reads then: what the lock waited for is in the answer. */
  async lock(t: Transaction, projectId: string, id: string): Promise<DeliverableHead | null> {
    await t.rows(`SELECT 1 FROM deliverable_status WHERE project_id = $1 AND deliverable_id = $2 FOR UPDATE`, [projectId, id]);
    return t.row<DeliverableHead>(HEAD.text, [projectId, id]);
  }

  /** False when the deliverable is no longer as it was seen. */
  async changeState(t: Transaction, { projectId, from, to, latestVersionId, answerReason, at }: StateChange): Promise<boolean> {
    const changed = await t.row(
      `WITH changed AS (
         UPDATE deliverable_status
         SET state = $5, latest_version_id = $6, answer_reason = $7, updated_at = $8, version = version + 1
         WHERE project_id = $1 AND deliverable_id = $2 AND state = $3 AND version = $4
         RETURNING version)
       SELECT version FROM changed`,
      [projectId, from.id, from.state, from.version, to, latestVersionId, answerReason, at],
    );
    return changed !== null;
  }

  async raiseVersion(t: Transaction, projectId: string, id: string): Promise<void> {
    await t.rows(`UPDATE deliverable_status SET version = version + 1 WHERE project_id = $1 AND deliverable_id = $2`, [projectId, id]);
  }

  async addVersion(t: Transaction, version: NewVersion): Promise<void> {
    const { projectId, sha256, at } = version;
    await t.rows(
      `INSERT INTO deliverable_version (project_id, id, deliverable_id, major, minor, file_name, sha256, note, author_id, created_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
      [
        projectId,
        version.id,
        version.deliverableId,
        version.major,
        version.minor,
        version.fileName,
        sha256,
        version.note,
        version.authorId,
        at,
      ],
    );
  }

  /** What the next round is opened by; null where there is no quality board. */
  opening(t: Transaction, projectId: string, deliverableId: string): Promise<RoundOpening | null> {
    return t.row<RoundOpening>(
      `SELECT ${RULES} AS rules, json_array_length(${reviewersOf('$2')}) AS reviewers, EXISTS (
         SELECT 1 FROM body sc JOIN body_member bm ON bm.project_id = $1 AND bm.body_id = sc.id
         WHERE sc.project_id = $1 AND sc.kind = 'steering-committee') AS "hasSteeringCommittee"
       FROM body WHERE body.project_id = $1 AND body.kind = 'quality-board'`,
      [projectId, deliverableId],
    );
  }

  /** Opening is a step of the deliverable; what happens inside of a round belongs to the quality board. */
  async addRound(t: Transaction, round: NewRound): Promise<void> {
    const { projectId, id, deliverableId, number, versionId, openedAt, openedBy, closesAt, panel, rules } = round;
    await t.rows(
      `INSERT INTO review_round (project_id, id, deliverable_id, number, version_id, opened_at, opened_by, closes_at,
         quorum_basis_points, majority_basis_points, panel, rules)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
      [
        projectId,
        id,
        deliverableId,
        number,
        versionId,
        openedAt,
        openedBy,
        closesAt,
        rules.quorum,
        rules.majority,
        panel,
        JSON.stringify(rules),
      ],
    );
  }
}
