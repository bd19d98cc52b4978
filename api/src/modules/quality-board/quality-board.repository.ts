import { Injectable } from '@nestjs/common';
import type { BeneficiaryRef, ReviewRequest } from '@office/contracts';
import type { RoundResult, Tally } from '@office/domain';
import { v7 as uuid } from 'uuid';
import { Database } from '../../core/database/database.js';
import type { Transaction } from '../../core/database/transaction.js';
import type { BoardSeat, Vote } from '../deliverables/board-seats.js';
import { BOARD, LOCK_ROUND, QUEUE, ROUND_FACTS } from './quality-board.sql.js';

export interface BoardRow {
  /** Null, all three, where a project has no quality board. */
  readonly quorumBasisPoints: number | null;
  readonly majorityBasisPoints: number | null;
  readonly reviewDays: number | null;
  readonly seats: BoardSeat[];
}

export interface RoundRow {
  readonly roundId: string;
  readonly round: number;
  readonly openedAt: Date;
  readonly closesAt: Date;
  readonly closedAt: Date | null;
  readonly result: RoundResult | null;
  readonly quorumBasisPoints: number;
  readonly majorityBasisPoints: number;
  readonly deliverableId: string;
  readonly number: string;
  readonly title: string;
  readonly leadBeneficiaryId: string;
  readonly versionId: string;
  readonly major: number;
  readonly minor: number;
  readonly sha256: string;
  readonly authorPersonId: string;
}

export interface QueueRow extends RoundRow {
  readonly workPackage: string;
  readonly lead: BeneficiaryRef;
  readonly dueOn: string;
  readonly votes: Vote[];
}

export interface RoundFacts {
  readonly seats: BoardSeat[];
  readonly votes: Vote[];
}

/** Who writes into a round, and when. */
export interface Signature {
  readonly projectId: string;
  readonly personId: string;
  readonly beneficiaryId: string;
  readonly at: Date;
}

@Injectable()
export class QualityBoardRepository {
  constructor(private readonly database: Database) {}

  board(projectId: string): Promise<BoardRow | null> {
    return this.database.row(BOARD, [projectId]);
  }

  queue(projectId: string): Promise<QueueRow[]> {
    return this.database.rows(QUEUE, [projectId]);
  }

  lockRound(t: Transaction, projectId: string, roundId: string): Promise<RoundRow | null> {
    return t.row<RoundRow>(LOCK_ROUND, [projectId, roundId]);
  }

  /** The board and the votes cast; read under the round's lock, so that nothing is added meanwhile. */
  async facts(t: Transaction, projectId: string, roundId: string): Promise<RoundFacts> {
    return (await t.row<RoundFacts>(ROUND_FACTS, [projectId, roundId])) ?? { seats: [], votes: [] };
  }

  async addReview(t: Transaction, roundId: string, by: Signature, { verdict, scores, comments }: ReviewRequest): Promise<void> {
    const id = uuid();
    const { relevance, completeness, quality, clarity, visibility } = scores;
    await t.rows(
      `INSERT INTO review (project_id, id, round_id, person_id, beneficiary_id, verdict, relevance, completeness, quality, clarity,
         visibility, sent_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
      [by.projectId, id, roundId, by.personId, by.beneficiaryId, verdict, relevance, completeness, quality, clarity, visibility, by.at],
    );
    const rows = comments.map(({ kind, anchor, text }) => ({ id: uuid(), kind, anchor: anchor ?? '', text }));
    await t.rows(
      `INSERT INTO review_comment (project_id, id, review_id, position, kind, anchor, text)
       SELECT $1, c.id, $2, c.position, c.kind, c.anchor, c.text
       FROM ROWS FROM (jsonb_to_recordset($3::jsonb) AS (id uuid, kind text, anchor text, text text)) WITH ORDINALITY
         AS c (id, kind, anchor, text, position)`,
      [by.projectId, id, JSON.stringify(rows)],
    );
  }

  async closeRound(t: Transaction, projectId: string, roundId: string, result: RoundResult | null, at: Date): Promise<void> {
    await t.rows(`UPDATE review_round SET closed_at = $3, result = $4 WHERE project_id = $1 AND id = $2`, [projectId, roundId, at, result]);
  }

  /** What was signed, by its hash, and how the board stood. */
  async addSignOff(t: Transaction, round: RoundRow, by: Signature, { eligible, cast, inFavour }: Tally): Promise<void> {
    await t.rows(
      `INSERT INTO sign_off (project_id, id, round_id, deliverable_id, version_id, sha256, person_id, beneficiary_id,
         eligible, votes_cast, in_favour, signed_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
      [
        by.projectId,
        uuid(),
        round.roundId,
        round.deliverableId,
        round.versionId,
        round.sha256,
        by.personId,
        by.beneficiaryId,
        eligible,
        cast,
        inFavour,
        by.at,
      ],
    );
  }
}
