import { Injectable } from '@nestjs/common';
import type { BoardMembersRequest, BoardRulesView } from '@office/contracts';
import type { Transaction } from '../../core/database/transaction.js';
import type { BoardSeat } from '../deliverables/board-seats.js';
import { SEATS } from '../deliverables/review.sql.js';

/** The board under its lock. */
export interface BoardHead {
  readonly bodyId: string;
  readonly version: number;
  /** As the log calls the project. */
  readonly label: string;
  readonly seats: BoardSeat[];
  /** Memberships with the board's role and an institution, valid now. */
  readonly eligibleIds: string[];
}

const HEAD = `
  SELECT body.id AS "bodyId", body.version, p.acronym || ' ' || p.title AS label, ${SEATS} AS seats, (
    SELECT coalesce(json_agg(m.id), '[]'::json) FROM membership m
    WHERE m.project_id = $1 AND m.beneficiary_id IS NOT NULL AND 'quality-board-member' = ANY(m.roles)
      AND m.active_from <= $2 AND (m.active_to IS NULL OR m.active_to > $2)) AS "eligibleIds"
  FROM body JOIN project p ON p.id = $1
  WHERE body.project_id = $1 AND body.kind = 'quality-board'`;

@Injectable()
export class BoardSettingsRepository {
  /** Locks first and reads then: what the lock waited for is in the answer. */
  async lock(t: Transaction, projectId: string, now: Date): Promise<BoardHead | null> {
    await t.rows(`SELECT 1 FROM body WHERE project_id = $1 AND kind = 'quality-board' FOR UPDATE`, [projectId]);
    return t.row<BoardHead>(HEAD, [projectId, now]);
  }

  async setRules(t: Transaction, projectId: string, bodyId: string, rules: BoardRulesView): Promise<void> {
    await t.rows(
      `UPDATE body SET quorum_basis_points = $3, majority_basis_points = $4, review_days = $5, extension_days = $6, inquorate = $7,
         reviewers_per_deliverable = $8, reviewer_origins = $9, first_panel = $10, rounds_before_board = $11, version = version + 1
       WHERE project_id = $1 AND id = $2`,
      [
        projectId,
        bodyId,
        rules.quorumBasisPoints,
        rules.majorityBasisPoints,
        rules.reviewDays,
        rules.extensionDays,
        rules.inquorate,
        rules.reviewersPerDeliverable,
        rules.origins,
        rules.firstPanel,
        rules.roundsBeforeBoard,
      ],
    );
  }

  /** Who keeps a place keeps the row; closed rounds have their numbers with them, whoever sits here later. */
  async setMembers(t: Transaction, projectId: string, bodyId: string, members: BoardMembersRequest['members']): Promise<void> {
    const rows = members.map(({ membershipId, place, chair, absentUntil }) => ({
      membershipId,
      place,
      chair,
      absentUntil: absentUntil ?? null,
    }));
    await t.rows(`DELETE FROM body_member WHERE project_id = $1 AND body_id = $2 AND membership_id <> ALL($3::uuid[])`, [
      projectId,
      bodyId,
      rows.map(({ membershipId }) => membershipId),
    ]);
    await t.rows(
      `INSERT INTO body_member (project_id, body_id, membership_id, place, chair, absent_until)
       SELECT $1, $2, x."membershipId", x.place, x.chair, x."absentUntil"
       FROM jsonb_to_recordset($3::jsonb) AS x ("membershipId" uuid, place text, chair boolean, "absentUntil" date)
       ON CONFLICT (project_id, body_id, membership_id)
       DO UPDATE SET place = excluded.place, chair = excluded.chair, absent_until = excluded.absent_until`,
      [projectId, bodyId, JSON.stringify(rows)],
    );
    await t.rows(`UPDATE body SET version = version + 1 WHERE project_id = $1 AND id = $2`, [projectId, bodyId]);
  }
}
