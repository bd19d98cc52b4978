import { Injectable } from '@nestjs/common';
import type { BoardStatisticsView } from '@office/contracts';
import { CRITERIA, DELIVERABLE_STATES, deliverableMachine, TAKES_VERDICTS } from '@office/domain';
import { Clock } from '../../core/clock/clock.js';
import { Database } from '../../core/database/database.js';
import { statement } from '../../core/database/statement.js';
import type { ProjectActor } from '../../core/http/access.js';
import { ProblemError } from '../../core/http/problem.js';
import { beneficiaryRef } from '../consortium/references.sql.js';

const DAY_S = 86_400;
const list = (words: readonly string[]): string => words.map((word) => `'${word}'`).join(', ');
const days = (interval: string): string => `round((extract(epoch FROM ${interval}) / ${DAY_S})::numeric, 1)::float`;

/** The state that each event of the log leads to; the machine says so. */
const STATE_BY_EVENT = [...new Map(deliverableMachine.transitions.map(({ event, to }) => [event, to]))];

/** How long each state lasted: from the step that led into it to the next that led out of it. */
const STEPS = `(
  SELECT coalesce(json_agg(json_build_object('state', x.state, 'count', x.count, 'medianDays', x.median, 'averageDays', x.average,
    'longestDays', x.longest) ORDER BY array_position(ARRAY[${list(DELIVERABLE_STATES)}], x.state)), '[]'::json)
  FROM (
    SELECT state, count(*)::int AS count, ${days('percentile_cont(0.5) WITHIN GROUP (ORDER BY lasted)')} AS median,
      ${days('avg(lasted)')} AS average, ${days('max(lasted)')} AS longest
    FROM (
      SELECT entered.state, lead(entered.at) OVER (PARTITION BY entered.subject_id ORDER BY entered.at, entered.id) - entered.at AS lasted
      FROM (
        SELECT a.*, s.state, lag(s.state) OVER (PARTITION BY a.subject_id ORDER BY a.at, a.id) AS before
        FROM audit_entry a
        JOIN (VALUES ${STATE_BY_EVENT.map(([event, state]) => `('${event}', '${state}')`).join(', ')}) AS s (event, state) ON s.event = a.event
        WHERE a.project_id = $1 AND a.subject_kind = 'deliverable') entered
      WHERE entered.before IS DISTINCT FROM entered.state) spans
    WHERE lasted IS NOT NULL GROUP BY state) x)`;

const TAKEN = `(
  SELECT d.id, d.number, d.title, d.position, count(*)::int AS rounds, bool_or(r.result = 'sign-off') IS TRUE AS signed
  FROM review_round r JOIN deliverable d ON d.project_id = $1 AND d.id = r.deliverable_id
  WHERE r.project_id = $1 GROUP BY d.id, d.number, d.title, d.position)`;

const ROUNDS = `(
  SELECT coalesce(json_agg(json_build_object('rounds', x.rounds, 'deliverables', x.deliverables) ORDER BY x.rounds), '[]'::json)
  FROM (SELECT rounds, count(*)::int AS deliverables FROM ${TAKEN} taken GROUP BY rounds) x)`;

const DELIVERABLES = `(
  SELECT coalesce(json_agg(json_build_object('deliverableId', id, 'number', number, 'title', title, 'rounds', rounds, 'signedOff', signed)
    ORDER BY rounds DESC, position), '[]'::json) FROM ${TAKEN} taken)`;

const SCORES = `(
  SELECT coalesce(json_agg(json_build_object('criterion', x.criterion, 'averageHundredths', x.average, 'count', x.count, 'spread', x.spread)
    ORDER BY array_position(ARRAY[${list(CRITERIA)}], x.criterion)), '[]'::json)
  FROM (
    SELECT criterion, round(avg(score) * 100)::int AS average, count(*)::int AS count,
      json_build_array(${[1, 2, 3, 4, 5].map((score) => `count(*) FILTER (WHERE score = ${score})::int`).join(', ')}) AS spread
    FROM review v CROSS JOIN LATERAL (VALUES ${CRITERIA.map((one) => `('${one}', v.${one})`).join(', ')}) AS s (criterion, score)
    WHERE v.project_id = $1 GROUP BY criterion) x)`;

/** Who may vote in an open round and has not: the institution's voice is missing. */
const AWAITED = `(
  SELECT count(*)::int FROM review_round r JOIN deliverable d ON d.project_id = $1 AND d.id = r.deliverable_id
  WHERE r.project_id = $1 AND r.state IN (${list(TAKES_VERDICTS)}) AND r.panel = 'board' AND bm.place = 'member'
    AND d.lead_id <> m.beneficiary_id
    AND NOT EXISTS (SELECT 1 FROM review_recusal rc
      WHERE rc.project_id = $1 AND rc.deliverable_id = d.id AND rc.person_id = m.person_id)
    AND NOT EXISTS (SELECT 1 FROM review v WHERE v.project_id = $1 AND v.round_id = r.id AND v.beneficiary_id = m.beneficiary_id))`;

const LOAD = `(
  SELECT coalesce(json_agg(json_build_object('membershipId', m.id, 'name', pe.name, 'beneficiary', ${beneficiaryRef('b')},
    'appointed', (SELECT count(*)::int FROM reviewer_appointment ra
      WHERE ra.project_id = $1 AND ra.membership_id = m.id AND ra.ended_at IS NULL),
    'awaited', ${AWAITED}, 'sent', sent.count, 'averageDays', sent.average) ORDER BY b.number, pe.name), '[]'::json)
  FROM body
  JOIN body_member bm ON bm.project_id = $1 AND bm.body_id = body.id
  JOIN membership m ON m.project_id = $1 AND m.id = bm.membership_id AND m.active_from <= $2 AND (m.active_to IS NULL OR m.active_to > $2)
  JOIN person pe ON pe.id = m.person_id
  JOIN beneficiary b ON b.project_id = $1 AND b.id = m.beneficiary_id
  CROSS JOIN LATERAL (
    SELECT count(*)::int AS count, ${days('avg(v.sent_at - r.opened_at)')} AS average
    FROM review v JOIN review_round r ON r.project_id = $1 AND r.id = v.round_id
    WHERE v.project_id = $1 AND v.person_id = m.person_id) sent
  WHERE body.project_id = $1 AND body.kind = 'quality-board')`;

const STATISTICS = statement(
  'quality-board-statistics',
  `SELECT ${STEPS} AS steps, ${ROUNDS} AS rounds, ${DELIVERABLES} AS deliverables, ${SCORES} AS scores, ${LOAD} AS load
   FROM project WHERE id = $1`,
);

/** The board's work in numbers, in one statement. */
@Injectable()
export class BoardStatistics {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async view({ projectId }: ProjectActor): Promise<BoardStatisticsView> {
    const row = await this.database.row<BoardStatisticsView>(STATISTICS, [projectId, this.clock.now()]);
    if (row === null) throw new ProblemError('not-found');
    return row;
  }
}
