import { annex2InForce } from '../consortium/annex2.sql.js';
import { beneficiaryRef, isMemberAt, personRef } from '../consortium/references.sql.js';
import { recusedOf, reviewersOf, SEATS, votesOf } from '../deliverables/review.sql.js';
import { dependsOn } from '../dependencies/dependency.sql.js';

/** JSON arrays of a project's facts, one subquery each; `$1` is the project everywhere, `$2` the present instant. */

const OPEN_ROUND = `(
  SELECT json_build_object('id', r.id, 'number', r.number, 'closesAt', r.closes_at, 'authorId', v.author_id,
    'quorumBasisPoints', r.quorum_basis_points, 'majorityBasisPoints', r.majority_basis_points,
    'state', r.state, 'panel', r.panel, 'votes', ${votesOf('r.id')}, 'reviewerIds', ${reviewersOf('r.deliverable_id')},
    'recusedPersonIds', ${recusedOf('r.deliverable_id')})
  FROM review_round r JOIN deliverable_version v ON v.project_id = $1 AND v.id = r.version_id
  WHERE r.project_id = $1 AND r.deliverable_id = d.id AND r.closed_at IS NULL)`;

const LAST_ROUND = `(
  SELECT json_build_object('number', r.number, 'versionId', r.version_id)
  FROM review_round r WHERE r.project_id = $1 AND r.deliverable_id = d.id ORDER BY r.number DESC LIMIT 1)`;

export const DELIVERABLE_FACTS = `(
  SELECT coalesce(json_agg(json_build_object(
    'id', d.id, 'number', d.number, 'title', d.title, 'version', s.version, 'provenance', d.provenance, 'type', d.type,
    'disseminationLevel', d.dissemination_level, 'dueMonth', d.due_month, 'state', s.state,
    'workPackage', json_build_object('id', w.id, 'number', w.number, 'title', w.title), 'lead', ${beneficiaryRef('l')},
    'latestVersion', v.major || '.' || v.minor, 'latestVersionId', s.latest_version_id,
    'contributors', (SELECT coalesce(json_agg(c.beneficiary_id), '[]') FROM deliverable_contributor c
                     WHERE c.project_id = $1 AND c.deliverable_id = d.id),
    'openRound', CASE WHEN s.state = 'in-review' THEN ${OPEN_ROUND} END, 'lastRound', ${LAST_ROUND}, 'dependsOn', ${dependsOn('d.id')})
    ORDER BY d.due_month, d.position), '[]')
  FROM deliverable d
  JOIN deliverable_status s ON s.project_id = $1 AND s.deliverable_id = d.id
  JOIN work_package w ON w.project_id = $1 AND w.id = d.work_package_id
  JOIN beneficiary l ON l.project_id = $1 AND l.id = d.lead_id
  LEFT JOIN deliverable_version v ON v.project_id = $1 AND v.id = s.latest_version_id
  WHERE d.project_id = $1)`;

/** Who overrides may leave it at the reason for that. */
const SAID = `coalesce(nullif(btrim(s.narrative), ''), s.override_reason, '')`;

const BLOCKED_PARTS = `(
  SELECT coalesce(json_agg(json_build_object('beneficiaryId', x.beneficiary_id, 'reason', x.note, 'at', x.updated_at)), '[]')
  FROM task_part x WHERE x.project_id = $1 AND x.task_id = t.id AND x.state = 'blocked')`;

export const TASK_FACTS = `(
  SELECT coalesce(json_agg(json_build_object(
    'id', t.id, 'number', t.number, 'title', t.title, 'workPackageId', t.work_package_id, 'lead', ${beneficiaryRef('l')},
    'startMonth', t.start_month, 'endMonth', t.end_month, 'state', s.state,
    'participants', (SELECT coalesce(json_agg(p.beneficiary_id), '[]') FROM task_participant p WHERE p.project_id = $1 AND p.task_id = t.id),
    'overridden', s.override_reason IS NOT NULL, 'narrative', ${SAID}, 'updatedAt', s.updated_at, 'blockedParts', ${BLOCKED_PARTS}, 'dependsOn', ${dependsOn('t.id')})
    ORDER BY t.position), '[]')
  FROM task t
  JOIN task_status s ON s.project_id = $1 AND s.task_id = t.id
  JOIN beneficiary l ON l.project_id = $1 AND l.id = t.lead_id
  WHERE t.project_id = $1)`;

/** Parts of tasks of the beneficiary `$3`. */
export const OWN_PART_FACTS = `(
  SELECT coalesce(json_agg(json_build_object('taskId', part.task_id, 'state', part.state, 'criteria', part.criteria, 'evidence', (
    SELECT count(*) FROM task_evidence e
    WHERE e.project_id = $1 AND e.task_id = part.task_id AND e.beneficiary_id = part.beneficiary_id AND e.withdrawn_at IS NULL))), '[]')
  FROM task_part part WHERE part.project_id = $1 AND part.beneficiary_id = $3::uuid)`;

export const WORK_PACKAGE_FACTS = `(
  SELECT coalesce(json_agg(json_build_object(
    'id', w.id, 'number', w.number, 'title', w.title, 'lead', ${beneficiaryRef('l')}, 'startMonth', w.start_month, 'endMonth', w.end_month,
    'state', s.state, 'progress', s.progress, 'overridden', s.override_reason IS NOT NULL,
    'narrative', ${SAID}, 'updatedAt', s.updated_at) ORDER BY w.position), '[]')
  FROM work_package w
  JOIN work_package_status s ON s.project_id = $1 AND s.work_package_id = w.id
  JOIN beneficiary l ON l.project_id = $1 AND l.id = w.lead_id
  WHERE w.project_id = $1)`;

export const MILESTONE_FACTS = `(
  SELECT coalesce(json_agg(json_build_object('id', m.id, 'number', m.number, 'title', m.title, 'dueMonth', m.due_month,
    'lead', ${beneficiaryRef('l')}, 'state', coalesce(s.state, 'open'), 'estimate', s.estimate,
    'workPackageIds', (SELECT coalesce(json_agg(x.work_package_id), '[]') FROM milestone_work_package x
                       WHERE x.project_id = $1 AND x.milestone_id = m.id))
    ORDER BY m.due_month, m.position), '[]')
  FROM milestone m
  JOIN beneficiary l ON l.project_id = $1 AND l.id = m.lead_id
  LEFT JOIN milestone_status s ON s.project_id = $1 AND s.milestone_id = m.id
  WHERE m.project_id = $1)`;

export const PERIOD_FACTS = `(
  SELECT coalesce(json_agg(json_build_object('id', r.id, 'number', r.number, 'toMonth', r.to_month, 'daysToReport', r.days_to_report,
    'state', coalesce(s.state, 'not-open')) ORDER BY r.number), '[]')
  FROM reporting_period r
  LEFT JOIN report s ON s.project_id = $1 AND s.reporting_period_id = r.id
  WHERE r.project_id = $1)`;

/** Shares of the Annex 2 in force. */
export const SHARE_FACTS = `(
  SELECT coalesce(json_agg(json_build_object('workPackageId', x.work_package_id, 'beneficiaryId', x.beneficiary_id, 'cents', x.amount_cents)), '[]')
  FROM lump_sum_share x
  WHERE x.project_id = $1 AND x.annex2_version_id = ${annex2InForce('$2')})`;

export const PARTNER_FACTS = `(
  SELECT coalesce(json_agg(json_build_object('ref', ${beneficiaryRef('b')}, 'country', b.country, 'lastUpdateAt', (
      SELECT max(a.at) FROM audit_entry a
      JOIN membership m ON m.project_id = $1 AND m.person_id = a.person_id AND m.beneficiary_id = b.id
      WHERE a.project_id = $1)) ORDER BY b.number), '[]')
  FROM beneficiary b WHERE b.project_id = $1)`;

/** Who may be asked to act, now. */
export const MEMBER_FACTS = `(
  SELECT coalesce(json_agg(json_build_object('personId', m.person_id, 'name', pe.name, 'roles', m.roles, 'beneficiaryId', m.beneficiary_id)
    ORDER BY pe.name, m.person_id), '[]')
  FROM membership m JOIN person pe ON pe.id = m.person_id
  WHERE m.project_id = $1 AND ${isMemberAt('$2')})`;

export const ACTIVITY_FACTS = `(
  SELECT coalesce(json_agg(json_build_object('id', n.id, 'at', n.at, 'event', n.event, 'detail', n.detail,
      'subject', json_build_object('kind', n.subject_kind, 'id', n.subject_id, 'label', n.subject_label),
      'by', ${personRef('n.person_id')})
      ORDER BY n.at DESC, n.id DESC), '[]')
  FROM (SELECT * FROM audit_entry WHERE project_id = $1 ORDER BY at DESC, id DESC LIMIT 8) n)`;

export const PROJECT_FACTS = `
  p.start_date AS "startDate", p.duration_months AS "durationMonths", p.deadline_time_zone AS "deadlineTimeZone", p.currency,
  ${DELIVERABLE_FACTS} AS deliverables, ${TASK_FACTS} AS tasks, ${WORK_PACKAGE_FACTS} AS "workPackages",
  ${MILESTONE_FACTS} AS milestones, ${PERIOD_FACTS} AS periods, ${SEATS} AS seats, ${SHARE_FACTS} AS shares`;
