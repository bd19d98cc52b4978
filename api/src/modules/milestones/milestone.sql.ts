import { baselineFields, baselineJoin } from '../consortium/baseline.sql.js';
import { beneficiaryRef } from '../consortium/references.sql.js';

/** JSON of the milestone `ms` that `ml` leads, `mst` being its status if it has one; `$1` is the project. */
export const MILESTONE = `json_build_object(
  'id', ms.id, 'number', ms.number, 'title', ms.title, 'lead', ${beneficiaryRef('ml')}, 'dueMonth', ms.due_month,
  'meansOfVerification', ms.means_of_verification, 'provenance', ms.provenance,
  'workPackages', (
    SELECT coalesce(json_agg(w.number ORDER BY w.position), '[]')
    FROM milestone_work_package mw JOIN work_package w ON w.project_id = $1 AND w.id = mw.work_package_id
    WHERE mw.project_id = $1 AND mw.milestone_id = ms.id),
  'state', coalesce(mst.state, 'open'), 'achievedOn', mst.achieved_on, 'evidence', coalesce(mst.evidence, ''),
  'evidenceUrl', mst.evidence_url, 'estimate', mst.estimate, 'reason', coalesce(mst.reason, ''), 'version', coalesce(mst.version, 1),
  ${baselineFields('due', 'ms', 'msb')})`;

export const MILESTONE_JOINS = `
  JOIN beneficiary ml ON ml.project_id = $1 AND ml.id = ms.lead_id
  LEFT JOIN milestone_status mst ON mst.project_id = $1 AND mst.milestone_id = ms.id
  ${baselineJoin('ms', 'msb')}`;
