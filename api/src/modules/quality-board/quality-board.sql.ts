import { statement } from '../../core/database/statement.js';
import { beneficiaryRef } from '../consortium/references.sql.js';
import { DUE_ON } from '../deliverables/deliverable.sql.js';
import { openMajorsOf, recusedOf, reviewersOf, RULES, SEATS, votesOf } from '../deliverables/review.sql.js';

/** `$1` is the project everywhere in this file. */

/** Enough for the page; older decisions stand on the pages of their deliverables. */
const CLOSED_SHOWN = 20;

/** A review is next for what is due soon, or has a draft: nobody names reviewers a year ahead. */
const UNAPPOINTED_DAYS = 42;

/** Who has the board's role and speaks for an institution; `$2` is the present instant. */
const CANDIDATES = `(
  SELECT coalesce(json_agg(json_build_object('membershipId', m.id, 'name', pe.name, 'beneficiary', ${beneficiaryRef('b')})
    ORDER BY b.number, pe.name), '[]'::json)
  FROM membership m JOIN person pe ON pe.id = m.person_id JOIN beneficiary b ON b.project_id = $1 AND b.id = m.beneficiary_id
  WHERE m.project_id = $1 AND 'quality-board-member' = ANY(m.roles)
    AND m.active_from <= $2 AND (m.active_to IS NULL OR m.active_to > $2))`;

const UNAPPOINTED = `(
  SELECT coalesce(json_agg(json_build_object('deliverableId', u.id, 'number', u.number, 'title', u.title, 'lead', u.lead,
    'dueOn', u."dueOn", 'reviewers', u.reviewers) ORDER BY u."dueOn", u.position), '[]'::json)
  FROM (
    SELECT d.id, d.number, d.title, d.position, ${DUE_ON} AS "dueOn", ${beneficiaryRef('b')} AS lead, (
      SELECT count(*)::int FROM reviewer_appointment ra
      WHERE ra.project_id = $1 AND ra.deliverable_id = d.id AND ra.ended_at IS NULL) AS reviewers
    FROM deliverable d
    JOIN deliverable_status s ON s.project_id = $1 AND s.deliverable_id = d.id
    JOIN beneficiary b ON b.project_id = $1 AND b.id = d.lead_id
    WHERE d.project_id = $1 AND s.state IN ('planned', 'drafting', 'in-review')
      AND (s.state <> 'planned' OR ${DUE_ON} <= $2::date + ${UNAPPOINTED_DAYS})) u
  WHERE u.reviewers < body.reviewers_per_deliverable)`;

/** Reviews sent by a person. */
const SENT = `(
  SELECT coalesce(json_object_agg(x.person_id, x.sent), '{}'::json)
  FROM (SELECT person_id, count(*)::int AS sent FROM review WHERE project_id = $1 GROUP BY person_id) x)`;

export const BOARD = statement(
  'quality-board',
  `SELECT body.version, ${RULES} AS rules, ${SEATS} AS seats, ${CANDIDATES} AS candidates, ${UNAPPOINTED} AS unappointed, ${SENT} AS sent
   FROM project p LEFT JOIN body ON body.project_id = p.id AND body.kind = 'quality-board'
   WHERE p.id = $1`,
);

const ROUND_COLUMNS = `
  r.id AS "roundId", r.number AS round, r.state, r.panel, r.rules, r.opened_at AS "openedAt", r.closes_at AS "closesAt",
  r.extended_from AS "extendedFrom", r.closed_at AS "closedAt", r.result, r.counted,
  r.quorum_basis_points AS "quorumBasisPoints", r.majority_basis_points AS "majorityBasisPoints",
  d.id AS "deliverableId", d.number, d.title, d.lead_id AS "leadBeneficiaryId", v.id AS "versionId", v.major, v.minor, v.sha256,
  v.author_id AS "authorPersonId", (SELECT deadline_time_zone FROM project WHERE id = $1) AS "deadlineTimeZone"`;

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
   SELECT ${ROUND_COLUMNS}, w.number AS "workPackage", ${beneficiaryRef('b')} AS lead, ${DUE_ON} AS "dueOn", ${votesOf('r.id')} AS votes,
     ${reviewersOf('d.id')} AS "reviewerIds", ${recusedOf('d.id')} AS "recusedPersonIds"
   FROM r ${ROUND_JOINS}
   JOIN work_package w ON w.project_id = $1 AND w.id = d.work_package_id
   JOIN beneficiary b ON b.project_id = $1 AND b.id = d.lead_id
   ORDER BY r.closed_at DESC NULLS FIRST, r.closes_at, d.position`,
);

/** One round, nobody else's until the transaction ends: what it is joined with never changes. */
export const LOCK_ROUND = `
  SELECT ${ROUND_COLUMNS} FROM review_round r ${ROUND_JOINS} WHERE r.project_id = $1 AND r.id = $2 FOR UPDATE OF r`;

export const ROUND_FACTS = `
  SELECT ${SEATS} AS seats, ${votesOf('r.id')} AS votes, ${reviewersOf('r.deliverable_id')} AS "reviewerIds",
    ${recusedOf('r.deliverable_id')} AS "recusedPersonIds", ${openMajorsOf('r.deliverable_id')} AS "openMajors"
  FROM review_round r WHERE r.project_id = $1 AND r.id = $2`;

/** Rounds of all projects whose time is over and that nobody has closed; `$1` is the present instant. */
export const OVERDUE_ROUNDS = statement(
  'quality-board-overdue-rounds',
  `SELECT project_id AS "projectId", id AS "roundId" FROM review_round
   WHERE state IN ('open', 'extended') AND closes_at < $1 ORDER BY closes_at`,
);

/** Everybody on the board as a reviewer of one deliverable, `$2`; `$3` is the present instant. */
export const REVIEWER_CHOICE = statement(
  'quality-board-reviewers',
  `SELECT d.lead_id AS "leadBeneficiaryId", s.version, v.author_id AS "authorPersonId", d.number, d.title,
     (SELECT ${RULES} FROM body WHERE body.project_id = $1 AND body.kind = 'quality-board') AS rules,
     ${SEATS} AS seats, ${reviewersOf('d.id')} AS "reviewerIds", ${recusedOf('d.id')} AS "recusedPersonIds", (
       SELECT coalesce(json_object_agg(x.membership_id, x.load), '{}'::json)
       FROM (
         SELECT ra.membership_id, count(*)::int AS load
         FROM reviewer_appointment ra
         JOIN deliverable_status os ON os.project_id = $1 AND os.deliverable_id = ra.deliverable_id
         WHERE ra.project_id = $1 AND ra.ended_at IS NULL AND ra.deliverable_id <> d.id
           AND os.state IN ('planned', 'drafting', 'in-review', 'changes-requested', 'revision-requested')
         GROUP BY ra.membership_id) x) AS loads
   FROM deliverable d
   JOIN deliverable_status s ON s.project_id = $1 AND s.deliverable_id = d.id
   LEFT JOIN deliverable_version v ON v.project_id = $1 AND v.id = s.latest_version_id
   WHERE d.project_id = $1 AND d.id = $2`,
);

/** A comment with what it is answered and agreed upon; `$2` is its id. */
export const COMMENT_HEAD = `
  SELECT c.id, c.kind, d.id AS "deliverableId", d.number, d.title, d.lead_id AS "leadBeneficiaryId", s.state,
    rv.person_id AS "personId", rv.beneficiary_id AS "beneficiaryId", a.id AS "answerId", ${SEATS} AS seats,
    v.author_id AS "authorPersonId", ${recusedOf('d.id')} AS "recusedPersonIds"
  FROM review_comment c
  JOIN review rv ON rv.project_id = $1 AND rv.id = c.review_id
  JOIN review_round r ON r.project_id = $1 AND r.id = rv.round_id
  JOIN deliverable d ON d.project_id = $1 AND d.id = r.deliverable_id
  JOIN deliverable_status s ON s.project_id = $1 AND s.deliverable_id = d.id
  LEFT JOIN deliverable_version v ON v.project_id = $1 AND v.id = s.latest_version_id
  LEFT JOIN LATERAL (
    SELECT id FROM comment_answer WHERE project_id = $1 AND comment_id = c.id ORDER BY id DESC LIMIT 1) a ON true
  WHERE c.project_id = $1 AND c.id = $2`;
