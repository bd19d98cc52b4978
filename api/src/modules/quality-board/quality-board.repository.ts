import { Injectable } from '@nestjs/common';
import type { BeneficiaryRef, BoardRulesView, QualityBoardView, ReviewRequest, SignOffBinding } from '@office/contracts';
import type { BoardRules, Panel, RoundResult, RoundState, Tally } from '@office/domain';
import { v7 as uuid } from 'uuid';
import { Database } from '../../core/database/database.js';
import type { Transaction } from '../../core/database/transaction.js';
import type { BoardSeat, Counted, Vote } from '../deliverables/board-seats.js';
import { BOARD, LOCK_ROUND, OVERDUE_ROUNDS, QUEUE, ROUND_FACTS } from './quality-board.sql.js';

export interface BoardRow extends Pick<QualityBoardView, 'candidates' | 'unappointed'> {
  /** Null, with the rules, where a project has no quality board. */
  readonly version: number | null;
  readonly rules: BoardRules;
  readonly seats: BoardSeat[];
  /** Reviews sent, by person. */
  readonly sent: Readonly<Record<string, number>>;
}

export interface RoundRow {
  readonly roundId: string;
  readonly round: number;
  readonly state: RoundState;
  readonly panel: Panel;
  readonly rules: Partial<BoardRules> | null;
  readonly openedAt: Date;
  readonly closesAt: Date;
  readonly extendedFrom: Date | null;
  readonly closedAt: Date | null;
  readonly result: RoundResult | null;
  readonly counted: Counted | null;
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
  readonly deadlineTimeZone: string;
}

export interface QueueRow extends RoundRow {
  readonly workPackage: string;
  readonly lead: BeneficiaryRef;
  readonly dueOn: string;
  readonly votes: Vote[];
  readonly reviewerIds: string[];
  readonly recusedPersonIds: string[];
}

export interface RoundFacts {
  readonly seats: BoardSeat[];
  readonly votes: Vote[];
  readonly reviewerIds: string[];
  readonly recusedPersonIds: string[];
  /** Major comments of any round of the deliverable that are not agreed. */
  readonly openMajors: number;
}

const NO_FACTS: RoundFacts = { seats: [], votes: [], reviewerIds: [], recusedPersonIds: [], openMajors: 0 };

/** Who writes into a round, and when. */
export interface Signature {
  readonly projectId: string;
  readonly personId: string;
  readonly beneficiaryId: string;
  readonly at: Date;
}

/** How a round ends, and how the board stood then. */
export interface RoundEnd {
  readonly state: RoundState;
  readonly result: RoundResult | null;
  readonly decidedBy: 'vote' | 'chair' | 'clock';
  readonly tally: Tally;
  readonly at: Date;
}

/** What a sign-off is bound to; the verdicts are put to it where they lie. */
export type Binding = Omit<SignOffBinding, 'verdicts' | 'rules'> & { readonly rules: BoardRulesView };

@Injectable()
export class QualityBoardRepository {
  constructor(private readonly database: Database) {}

  board(projectId: string, now: Date): Promise<BoardRow | null> {
    return this.database.row(BOARD, [projectId, now]);
  }

  queue(projectId: string): Promise<QueueRow[]> {
    return this.database.rows(QUEUE, [projectId]);
  }

  overdueRounds(now: Date): Promise<{ projectId: string; roundId: string }[]> {
    return this.database.rows(OVERDUE_ROUNDS, [now]);
  }

  lockRound(t: Transaction, projectId: string, roundId: string): Promise<RoundRow | null> {
    return t.row<RoundRow>(LOCK_ROUND, [projectId, roundId]);
  }

  /** The board and the votes cast; read under the round's lock, so that nothing is added meanwhile. */
  async facts(t: Transaction, projectId: string, roundId: string): Promise<RoundFacts> {
    return (await t.row<RoundFacts>(ROUND_FACTS, [projectId, roundId])) ?? NO_FACTS;
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

  async addRecusal(t: Transaction, { roundId, deliverableId }: RoundRow, by: Signature, reason: string): Promise<void> {
    await t.rows(
      `INSERT INTO review_recusal (project_id, id, round_id, deliverable_id, person_id, beneficiary_id, reason, declared_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [by.projectId, uuid(), roundId, deliverableId, by.personId, by.beneficiaryId, reason, by.at],
    );
  }

  async extendRound(t: Transaction, projectId: string, { roundId, closesAt }: RoundRow, until: Date): Promise<void> {
    await t.rows(`UPDATE review_round SET state = 'extended', extended_from = $3, closes_at = $4 WHERE project_id = $1 AND id = $2`, [
      projectId,
      roundId,
      closesAt,
      until,
    ]);
  }

  async moveRound(t: Transaction, projectId: string, roundId: string, state: RoundState): Promise<void> {
    await t.rows(`UPDATE review_round SET state = $3 WHERE project_id = $1 AND id = $2`, [projectId, roundId, state]);
  }

  async endRound(t: Transaction, projectId: string, roundId: string, { state, result, decidedBy, tally, at }: RoundEnd): Promise<void> {
    const { eligible, cast, inFavour } = tally;
    await t.rows(
      `UPDATE review_round SET closed_at = $3, result = $4, state = $5, decided_by = $6, counted = $7 WHERE project_id = $1 AND id = $2`,
      [projectId, roundId, at, result, state, decidedBy, JSON.stringify({ eligible, cast, inFavour } satisfies Counted)],
    );
  }

  /** What was signed, by its hash, and how the board stood, with the verdicts and rules of that moment. */
  async addSignOff(t: Transaction, round: RoundRow, by: Signature, { eligible, cast, inFavour }: Tally, binding: Binding): Promise<void> {
    const { roundId, deliverableId, versionId, sha256 } = round;
    const { projectId, personId, beneficiaryId, at } = by;
    await t.rows(
      `INSERT INTO sign_off (project_id, id, round_id, deliverable_id, version_id, sha256, person_id, beneficiary_id,
         eligible, votes_cast, in_favour, signed_at, bound)
       SELECT $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13::jsonb || jsonb_build_object('verdicts', (
         SELECT coalesce(jsonb_agg(jsonb_build_object('reviewId', x.id, 'beneficiary', b.short_name, 'verdict', x.verdict,
           'sentAt', to_char(x.sent_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')) ORDER BY x.sent_at, x.id), '[]'::jsonb)
         FROM review x JOIN beneficiary b ON b.project_id = $1 AND b.id = x.beneficiary_id
         WHERE x.project_id = $1 AND x.round_id = $3))`,
      [
        projectId,
        uuid(),
        roundId,
        deliverableId,
        versionId,
        sha256,
        personId,
        beneficiaryId,
        eligible,
        cast,
        inFavour,
        at,
        JSON.stringify(binding),
      ],
    );
  }
}
