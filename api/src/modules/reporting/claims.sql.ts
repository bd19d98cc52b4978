import { annex2InForce } from '../consortium/annex2.sql.js';
import { beneficiaryRef, personRef } from '../consortium/references.sql.js';

/** `$1` is the project, `$2` the present instant everywhere in this file. */

const SHARES = `(
  SELECT coalesce(json_agg(json_build_object('beneficiary', ${beneficiaryRef('b')}, 'shareCents', x.amount_cents) ORDER BY b.number), '[]')
  FROM lump_sum_share x JOIN beneficiary b ON b.project_id = $1 AND b.id = x.beneficiary_id
  WHERE x.project_id = $1 AND x.work_package_id = w.id AND x.annex2_version_id = ${annex2InForce('$2')})`;

const PARTS = `(
  SELECT coalesce(json_agg(json_build_object('taskId', t.id, 'number', t.number, 'beneficiary', ${beneficiaryRef('b')},
    'state', coalesce(part.state, 'not-started'), 'evidence', (
      SELECT count(*) FROM task_evidence e
      WHERE e.project_id = $1 AND e.task_id = t.id AND e.beneficiary_id = b.id AND e.withdrawn_at IS NULL))
    ORDER BY t.position, b.number), '[]')
  FROM task t
  CROSS JOIN LATERAL (
    SELECT t.lead_id AS id UNION SELECT tp.beneficiary_id FROM task_participant tp WHERE tp.project_id = $1 AND tp.task_id = t.id) one
  JOIN beneficiary b ON b.project_id = $1 AND b.id = one.id
  LEFT JOIN task_part part ON part.project_id = $1 AND part.task_id = t.id AND part.beneficiary_id = b.id
  WHERE t.project_id = $1 AND t.work_package_id = w.id)`;

const DELIVERABLES = `(
  SELECT coalesce(json_agg(json_build_object('id', d.id, 'number', d.number, 'lead', ${beneficiaryRef('b')}, 'state', s.state)
    ORDER BY d.position), '[]')
  FROM deliverable d
  JOIN deliverable_status s ON s.project_id = $1 AND s.deliverable_id = d.id
  JOIN beneficiary b ON b.project_id = $1 AND b.id = d.lead_id
  WHERE d.project_id = $1 AND d.work_package_id = w.id)`;

/** JSON of every work package with what a claim of it is held against. */
export const CLAIMABLE = `(
  SELECT coalesce(json_agg(json_build_object('id', w.id, 'number', w.number, 'title', w.title, 'shares', ${SHARES}, 'parts', ${PARTS},
    'deliverables', ${DELIVERABLES}) ORDER BY w.position), '[]')
  FROM work_package w WHERE w.project_id = $1)`;

/** JSON of every claim of the project. */
export const CLAIMS = `(
  SELECT coalesce(json_agg(json_build_object('periodId', c.reporting_period_id, 'workPackageId', c.work_package_id, 'state', c.state,
    'kind', c.kind, 'completionBasisPoints', c.completion_basis_points, 'justification', c.justification, 'gapsReason', c.gaps_reason,
    'declaredAt', c.declared_at, 'declaredBy', ${personRef('c.declared_by')}, 'decidedAt', c.decided_at,
    'decidedBy', ${personRef('c.decided_by')}, 'decisionNote', c.decision_note, 'paidOn', c.paid_on, 'version', c.version,
    'accepted', (SELECT coalesce(json_agg(json_build_object('beneficiaryId', a.beneficiary_id, 'cents', a.amount_cents)), '[]')
      FROM accepted_share a
      WHERE a.project_id = $1 AND a.reporting_period_id = c.reporting_period_id AND a.work_package_id = c.work_package_id))), '[]')
  FROM work_package_claim c WHERE c.project_id = $1)`;
