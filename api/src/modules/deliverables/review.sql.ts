import { beneficiaryRef, personRef } from '../consortium/references.sql.js';

/** JSON of what the board does with a deliverable; `$1` is the project everywhere in this file. */

/** The places of both bodies, past ones included: a closed round is counted with those who sat there then. */
export const SEATS = `(
  SELECT coalesce(json_agg(json_build_object(
    'body', body.kind, 'membershipId', m.id, 'personId', m.person_id, 'name', pe.name, 'beneficiary', ${beneficiaryRef('mb')},
    'country', mb.country, 'chair', bm.chair, 'place', bm.place, 'absentUntil', bm.absent_until,
    'activeFrom', m.active_from, 'activeTo', m.active_to) ORDER BY mb.number, bm.place DESC, pe.name), '[]'::json)
  FROM body
  JOIN body_member bm ON bm.project_id = $1 AND bm.body_id = body.id
  JOIN membership m ON m.project_id = $1 AND m.id = bm.membership_id
  JOIN person pe ON pe.id = m.person_id
  JOIN beneficiary mb ON mb.project_id = $1 AND mb.id = m.beneficiary_id
  WHERE body.project_id = $1)`;

/** The board's rules as `BoardRules` names them, of a row of `body`. */
export const RULES = `json_build_object(
  'quorum', body.quorum_basis_points, 'majority', body.majority_basis_points, 'reviewDays', body.review_days,
  'extensionDays', body.extension_days, 'inquorate', body.inquorate, 'reviewersPerDeliverable', body.reviewers_per_deliverable,
  'origins', body.reviewer_origins, 'firstPanel', body.first_panel, 'roundsBeforeBoard', body.rounds_before_board)`;

/** Memberships appointed to a deliverable now. */
export const reviewersOf = (deliverable: string): string => `(
  SELECT coalesce(json_agg(ra.membership_id), '[]'::json)
  FROM reviewer_appointment ra WHERE ra.project_id = $1 AND ra.deliverable_id = ${deliverable} AND ra.ended_at IS NULL)`;

/** People who declared a conflict of interest in a deliverable. */
export const recusedOf = (deliverable: string): string => `(
  SELECT coalesce(json_agg(rc.person_id), '[]'::json)
  FROM review_recusal rc WHERE rc.project_id = $1 AND rc.deliverable_id = ${deliverable})`;

export const votesOf = (round: string): string => `(
  SELECT coalesce(json_agg(json_build_object('beneficiaryId', x.beneficiary_id, 'verdict', x.verdict)), '[]'::json)
  FROM review x WHERE x.project_id = $1 AND x.round_id = ${round})`;

/** Newest answer `a` to the comment `c`, and what was last said of that answer, `g`. */
const NEWEST_WORDS = `
  LEFT JOIN LATERAL (
    SELECT * FROM comment_answer WHERE project_id = $1 AND comment_id = c.id ORDER BY id DESC LIMIT 1) a ON true
  LEFT JOIN LATERAL (
    SELECT * FROM comment_agreement WHERE project_id = $1 AND answer_id = a.id ORDER BY id DESC LIMIT 1) g ON true`;

const COMMENTS = `(
  SELECT coalesce(json_agg(json_build_object('id', c.id, 'kind', c.kind, 'anchor', c.anchor, 'text', c.text,
    'answer', CASE WHEN a.id IS NOT NULL THEN json_build_object('text', a.text, 'by', ${personRef('a.person_id')}, 'at', a.answered_at) END,
    'agreement', CASE WHEN g.id IS NOT NULL THEN
      json_build_object('agreed', g.agreed, 'why', g.why, 'by', ${personRef('g.person_id')}, 'at', g.said_at) END)
    ORDER BY c.position), '[]'::json)
  FROM review_comment c ${NEWEST_WORDS} WHERE c.project_id = $1 AND c.review_id = rv.id)`;

const REVIEWS = `(
  SELECT coalesce(json_agg(json_build_object(
    'id', rv.id, 'by', ${personRef('rv.person_id')}, 'beneficiaryId', rv.beneficiary_id, 'verdict', rv.verdict,
    'scores', json_build_object('relevance', rv.relevance, 'completeness', rv.completeness, 'quality', rv.quality,
      'clarity', rv.clarity, 'visibility', rv.visibility),
    'comments', ${COMMENTS}, 'sentAt', rv.sent_at) ORDER BY rv.sent_at, rv.id), '[]'::json)
  FROM review rv WHERE rv.project_id = $1 AND rv.round_id = rr.id)`;

/** Rounds of the deliverable `d`, newest first. */
export const ROUNDS = `(
  SELECT coalesce(json_agg(json_build_object(
    'id', rr.id, 'number', rr.number, 'versionId', rr.version_id, 'major', dv.major, 'minor', dv.minor, 'authorPersonId', dv.author_id,
    'state', rr.state, 'panel', rr.panel, 'openedAt', rr.opened_at, 'closesAt', rr.closes_at, 'extendedFrom', rr.extended_from,
    'closedAt', rr.closed_at, 'result', rr.result, 'decidedBy', rr.decided_by, 'counted', rr.counted,
    'quorumBasisPoints', rr.quorum_basis_points, 'majorityBasisPoints', rr.majority_basis_points, 'reviews', ${REVIEWS})
    ORDER BY rr.number DESC), '[]'::json)
  FROM review_round rr
  JOIN deliverable_version dv ON dv.project_id = $1 AND dv.id = rr.version_id
  WHERE rr.project_id = $1 AND rr.deliverable_id = d.id)`;

/** Major comments of any round of a deliverable that are not agreed. */
export const openMajorsOf = (deliverable: string): string => `(
  SELECT count(*)::int FROM review_comment c
  JOIN review rv ON rv.project_id = $1 AND rv.id = c.review_id
  JOIN review_round rr ON rr.project_id = $1 AND rr.id = rv.round_id
  ${NEWEST_WORDS}
  WHERE c.project_id = $1 AND rr.deliverable_id = ${deliverable} AND c.kind = 'major' AND g.agreed IS NOT TRUE)`;
