import { statement } from '../../core/database/statement.js';
import { DUE_ON, SEATS } from '../deliverables/deliverable.sql.js';
import { beneficiaryRef } from '../consortium/references.sql.js';

/** `$1` is the project everywhere in this file. */

/** Enough for the page; older decisions stand on the pages of their deliverables. */
const CLOSED_SHOWN = 20;

export const BOARD = statement(
  'quality-board',
  `SELECT body.quorum_basis_points AS "quorumBasisPoints", body.majority_basis_points AS "majorityBasisPoints",
     body.review_days AS "reviewDays", ${SEATS} AS seats
   FROM project p LEFT JOIN body ON body.project_id = p.id AND body.kind = 'quality-board'
   WHERE p.id = $1`,
);

const VOTES = `(
  SELECT coalesce(json_agg(json_build_object('beneficiaryId', x.beneficiary_id, 'verdict', x.verdict)), '[]'::json)
  FROM review x WHERE x.project_id = $1 AND x.round_id = r.id)`;

const ROUND_COLUMNS = `
  r.id AS "roundId", r.number AS round, r.opened_at AS "openedAt", r.closes_at AS "closesAt", r.closed_at AS "closedAt", r.result,
  r.quorum_basis_points AS "quorumBasisPoints", r.majority_basis_points AS "majorityBasisPoints",
  d.id AS "deliverableId", d.number, d.title, d.lead_id AS "leadBeneficiaryId", v.id AS "versionId", v.major, v.minor, v.sha256,
  v.author_id AS "authorPersonId"`;

const ROUND_JOINS = `
  JOIN deliverable d ON d.project_id = $1 AND d.id = r.deliverable_id
  JOIN deliverable_version v ON v.project_id = $1 AND v.id = r.version_id`;

/** Open rounds by closing time, then the newest closed ones. */
export const QUEUE = statement(
  'quality-board-queue',
  `WITH r AS (
     (SELECT * FROM review_round WHERE project_id = $1 AND closed_at IS NULL)
     UNION ALL
     (SELECT * FROM review_round WHERE project_id = $1 AND closed_at IS NOT NULL ORDER BY closed_at DESC, id DESC LIMIT ${CLOSED_SHOWN}))
   SELECT ${ROUND_COLUMNS}, w.number AS "workPackage", ${beneficiaryRef('b')} AS lead, ${DUE_ON} AS "dueOn", ${VOTES} AS votes
   FROM r ${ROUND_JOINS}
   JOIN work_package w ON w.project_id = $1 AND w.id = d.work_package_id
   JOIN beneficiary b ON b.project_id = $1 AND b.id = d.lead_id
   ORDER BY r.closed_at DESC NULLS FIRST, r.closes_at, d.position`,
);

/** One round, nobody else's until the transaction ends: what it is joined with never changes. */
export const LOCK_ROUND = `
  SELECT ${ROUND_COLUMNS} FROM review_round r ${ROUND_JOINS} WHERE r.project_id = $1 AND r.id = $2 FOR UPDATE OF r`;

export const ROUND_FACTS = `
  SELECT ${SEATS} AS seats, ${VOTES} AS votes FROM review_round r WHERE r.project_id = $1 AND r.id = $2`;
