import { statement } from '../../core/database/statement.js';
import { newestVerdict } from '../../core/storage/file-scan.sql.js';
import { annex2InForce, dayOf } from '../consortium/annex2.sql.js';
import { beneficiaryRef, personRef } from '../consortium/references.sql.js';
import { readingOf } from '../documents/document-text.sql.js';
import { recusedOf, reviewersOf, ROUNDS, RULES, SEATS } from './review.sql.js';

/** `$1` is the project everywhere in this file. */

/** By what the panel of the next round is told. */
const PANEL_RULES = `(SELECT ${RULES} FROM body WHERE body.project_id = $1 AND body.kind = 'quality-board')`;

/** Last day of the due month: the same rule as `monthEnd` of the domain. The start is looked up once, not for each row. */
export const DUE_ON = `((SELECT start_date FROM project WHERE id = $1) + make_interval(months => d.due_month) - interval '1 day')::date`;

/** The same rule as `isLate`; `$2` is the present instant. */
const LATE = `(s.state NOT IN ('submitted', 'accepted')
  AND ${DUE_ON} < ${dayOf('$2')})`;

/** What the beneficiary `$3` has to do with a deliverable; on the board it reviews what others lead while that is in review. */
const PART = `CASE
  WHEN d.lead_id = $3 THEN 'lead'
  WHEN s.state = 'in-review' AND EXISTS (
    SELECT 1 FROM body
    JOIN body_member bm ON bm.project_id = $1 AND bm.body_id = body.id
    JOIN membership m ON m.project_id = $1 AND m.id = bm.membership_id
    WHERE body.project_id = $1 AND body.kind = 'quality-board' AND m.beneficiary_id = $3
      AND m.active_from <= $2 AND (m.active_to IS NULL OR m.active_to > $2)) THEN 'reviewer'
  WHEN d.id IN (SELECT deliverable_id FROM deliverable_contributor WHERE project_id = $1 AND beneficiary_id = $3) THEN 'contributor'
END`;

/** Flat columns: cheaper to read than JSON, and a list has many rows. */
const ROW = `
  d.id, s.version, d.number, d.title, d.work_package_id AS "workPackageId", w.number AS "workPackageNumber", w.title AS "workPackageTitle",
  d.lead_id AS "leadId", b.short_name AS "leadShortName", b.name AS "leadName", d.type, d.dissemination_level AS "disseminationLevel",
  d.due_month AS "dueMonth", ${DUE_ON} AS "dueOn", s.state, ${LATE} AS late, v.major, v.minor, r.number AS round, ${PART} AS part, d.provenance`;

const ROW_JOINS = `
  FROM deliverable d
  JOIN deliverable_status s ON s.project_id = $1 AND s.deliverable_id = d.id
  JOIN work_package w ON w.project_id = $1 AND w.id = d.work_package_id
  JOIN beneficiary b ON b.project_id = $1 AND b.id = d.lead_id
  LEFT JOIN deliverable_version v ON v.project_id = $1 AND v.id = s.latest_version_id`;

/** What the person keeps of the list; said once, with the first row. */
const VIEWS = (person: string): string => `CASE WHEN row_number() OVER (ORDER BY page."dueMonth", page.position) = 1 THEN (
  SELECT coalesce(json_agg(json_build_object('id', id, 'version', version, 'name', name, 'filter', filter, 'standard', standard)
    ORDER BY lower(name)), '[]'::json)
  FROM saved_view WHERE project_id = $1 AND person_id = ${person}) END`;

/** One page of the list, with the total of all; a page past the end is one row without an id. */
const pageText = (matching: string, total: string, person: string): string => `
  SELECT page.*, whole.total, ${VIEWS(person)} AS views
  FROM (${total}) whole
  LEFT JOIN (${matching} ORDER BY "dueMonth", position OFFSET $4 LIMIT $5) page ON true
  ORDER BY page."dueMonth", page.position`;

const listText = `
  SELECT ${ROW}, d.position ${ROW_JOINS}
  LEFT JOIN (SELECT deliverable_id, max(number) AS number FROM review_round WHERE project_id = $1 GROUP BY deliverable_id) r
    ON r.deliverable_id = d.id
  WHERE d.project_id = $1`;

export const DELIVERABLES = statement(
  'deliverables',
  pageText(listText, `SELECT count(*)::int AS total FROM deliverable WHERE project_id = $1`, '$6'),
);

/** Filters cost even where they are not used: the whole list, which every page shows first, goes without. */
export const DELIVERABLES_FILTERED = statement(
  'deliverables-filtered',
  `WITH matching AS (${listText}
    AND ($6::text IS NULL OR w.number = $6)
    AND ($7::text IS NULL OR b.short_name = $7)
    AND ($8::text IS NULL OR s.state = $8)
    AND ($9::text IS NULL OR ${PART} = $9)
    AND ($10::boolean IS NULL OR ${LATE} = $10)
    AND ($11::text IS NULL OR d.number ILIKE $11 OR d.title ILIKE $11))
  ${pageText(`SELECT * FROM matching`, `SELECT count(*)::int AS total FROM matching`, '$12')}`,
);

const CONTRIBUTORS = `(
  SELECT coalesce(json_agg(${beneficiaryRef('cb')} ORDER BY cb.number), '[]'::json)
  FROM deliverable_contributor dc JOIN beneficiary cb ON cb.project_id = $1 AND cb.id = dc.beneficiary_id
  WHERE dc.project_id = $1 AND dc.deliverable_id = d.id)`;

const STAKE = `(
  SELECT json_build_object('currency', (SELECT currency FROM project WHERE id = $1), 'cents', coalesce(sum(amount_cents), 0), 'beneficiaries', count(*) FILTER (WHERE amount_cents > 0))
  FROM lump_sum_share
  WHERE project_id = $1 AND work_package_id = d.work_package_id
    AND annex2_version_id = ${annex2InForce('$2')})`;

const VERSIONS = `(
  SELECT coalesce(json_agg(json_build_object(
    'id', dv.id, 'major', dv.major, 'minor', dv.minor, 'fileName', dv.file_name, 'sizeBytes', f.size_bytes, 'sha256', dv.sha256,
    'verdict', ${newestVerdict('dv.sha256')}, 'note', dv.note, 'author', ${personRef('dv.author_id')}, 'createdAt', dv.created_at) ORDER BY dv.major DESC, dv.minor DESC), '[]'::json)
  FROM deliverable_version dv
  JOIN stored_file f ON f.project_id = $1 AND f.sha256 = dv.sha256
  WHERE dv.project_id = $1 AND dv.deliverable_id = d.id)`;

const SIGN_OFF = `(
  SELECT json_build_object(
    'id', so.id, 'round', rr.number, 'major', dv.major, 'minor', dv.minor, 'sha256', so.sha256, 'by', ${personRef('so.person_id')},
    'at', so.signed_at, 'inFavour', so.in_favour, 'cast', so.votes_cast, 'eligible', so.eligible, 'bound', so.bound)
  FROM sign_off so
  JOIN review_round rr ON rr.project_id = $1 AND rr.id = so.round_id
  JOIN deliverable_version dv ON dv.project_id = $1 AND dv.id = so.version_id
  WHERE so.project_id = $1 AND so.deliverable_id = d.id
  ORDER BY rr.number DESC LIMIT 1)`;

/** What people confirmed of the newest version, `v`. */
const CONFIRMATIONS = `(
  SELECT coalesce(json_agg(json_build_object('check', vc.item, 'by', ${personRef('vc.person_id')}, 'at', vc.confirmed_at)), '[]'::json)
  FROM version_confirmation vc WHERE vc.project_id = $1 AND vc.version_id = v.id)`;

/** The newest steps are enough for the page; the activity log has all. */
const HISTORY = `(
  SELECT coalesce(json_agg(json_build_object('at', h.at, 'by', ${personRef('h.person_id')}, 'event', h.event, 'detail', h.detail)
    ORDER BY h.at DESC, h.id DESC), '[]'::json)
  FROM (SELECT * FROM audit_entry WHERE project_id = $1 AND subject_id = $4 ORDER BY at DESC, id DESC LIMIT 100) h)`;

export const DELIVERABLE = statement(
  'deliverable',
  `SELECT ${ROW}, s.answer_reason AS "answerReason", v.author_id AS "authorPersonId", ${CONTRIBUTORS} AS contributors, ${STAKE} AS stake,
     ${VERSIONS} AS versions, ${ROUNDS} AS rounds, ${SEATS} AS seats,
     ${reviewersOf('d.id')} AS "reviewerIds", ${recusedOf('d.id')} AS "recusedPersonIds", ${PANEL_RULES} AS "panelRules", ${SIGN_OFF} AS "signOff", ${HISTORY} AS history,
     ${readingOf('v')} AS reading, ${CONFIRMATIONS} AS confirmations
   ${ROW_JOINS}
   LEFT JOIN LATERAL (SELECT max(number) AS number FROM review_round WHERE project_id = $1 AND deliverable_id = d.id) r ON true
   WHERE d.project_id = $1 AND d.id = $4`,
);

/** What every step is decided on. */
export const HEAD = statement(
  'deliverable-head',
  `SELECT d.id, d.number, d.title, d.lead_id AS "leadBeneficiaryId", s.state, s.version, s.answer_reason AS "answerReason",
     p.deadline_time_zone AS "deadlineTimeZone",
     CASE WHEN v.id IS NULL THEN NULL ELSE json_build_object('id', v.id, 'major', v.major, 'minor', v.minor, 'sha256', v.sha256,
       'verdict', ${newestVerdict('v.sha256')}) END AS latest,
     (SELECT json_build_object('number', number, 'versionId', version_id)
      FROM review_round WHERE project_id = $1 AND deliverable_id = d.id ORDER BY number DESC LIMIT 1) AS "lastRound"
   FROM deliverable d
   JOIN project p ON p.id = $1
   JOIN deliverable_status s ON s.project_id = $1 AND s.deliverable_id = d.id
   LEFT JOIN deliverable_version v ON v.project_id = $1 AND v.id = s.latest_version_id
   WHERE d.project_id = $1 AND d.id = $2`,
);

export const VERSION_FILE = statement(
  'deliverable-version-file',
  `SELECT d.lead_id AS "leadBeneficiaryId", v.file_name AS "fileName", v.sha256, f.size_bytes AS "sizeBytes"
   FROM deliverable_version v
   JOIN deliverable d ON d.project_id = $1 AND d.id = v.deliverable_id
   JOIN stored_file f ON f.project_id = $1 AND f.sha256 = v.sha256
   WHERE v.project_id = $1 AND v.deliverable_id = $2 AND v.id = $3`,
);
