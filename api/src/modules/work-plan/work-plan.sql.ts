import { statement } from '../../core/database/statement.js';
import { beneficiaryRef, personRef } from '../consortium/references.sql.js';

/** `$1` is the project everywhere in this file. */
const statusOf = (alias: string): string => `json_build_object(
  'state', ${alias}.state, 'progress', ${alias}.progress, 'narrative', ${alias}.narrative, 'version', ${alias}.version,
  'updatedAt', ${alias}.updated_at, 'updatedBy', ${personRef(`${alias}.updated_by`)})`;

const TASK = `json_build_object(
  'id', t.id, 'number', t.number, 'title', t.title, 'workPackageId', t.work_package_id, 'lead', ${beneficiaryRef('tl')},
  'participants', (
    SELECT coalesce(json_agg(b.short_name ORDER BY b.number), '[]'::json)
    FROM task_participant tp JOIN beneficiary b ON b.project_id = $1 AND b.id = tp.beneficiary_id
    WHERE tp.project_id = $1 AND tp.task_id = t.id),
  'startMonth', t.start_month, 'endMonth', t.end_month, 'provenance', t.provenance, 'status', ${statusOf('ts')})`;

const TASK_JOINS = `
  JOIN beneficiary tl ON tl.project_id = $1 AND tl.id = t.lead_id
  JOIN task_status ts ON ts.project_id = $1 AND ts.task_id = t.id`;

const TASKS = `(
  SELECT coalesce(json_agg(${TASK} ORDER BY t.position), '[]'::json)
  FROM task t ${TASK_JOINS}
  WHERE t.project_id = $1 AND t.work_package_id = wp.id)`;

const DELIVERABLES = `(
  SELECT coalesce(json_agg(json_build_object(
    'id', d.id, 'number', d.number, 'title', d.title, 'lead', ${beneficiaryRef('dl')}, 'dueMonth', d.due_month, 'state', ds.state)
    ORDER BY d.due_month, d.position), '[]'::json)
  FROM deliverable d
  JOIN beneficiary dl ON dl.project_id = $1 AND dl.id = d.lead_id
  JOIN deliverable_status ds ON ds.project_id = $1 AND ds.deliverable_id = d.id
  WHERE d.project_id = $1 AND d.work_package_id = wp.id)`;

const MILESTONES = `(
  SELECT coalesce(json_agg(json_build_object(
    'id', ms.id, 'number', ms.number, 'title', ms.title, 'lead', ${beneficiaryRef('ml')}, 'dueMonth', ms.due_month,
    'meansOfVerification', ms.means_of_verification, 'provenance', ms.provenance,
    'workPackages', (
      SELECT json_agg(w.number ORDER BY w.position)
      FROM milestone_work_package mw JOIN work_package w ON w.project_id = $1 AND w.id = mw.work_package_id
      WHERE mw.project_id = $1 AND mw.milestone_id = ms.id))
    ORDER BY ms.due_month, ms.position), '[]'::json)
  FROM milestone_work_package link
  JOIN milestone ms ON ms.project_id = $1 AND ms.id = link.milestone_id
  JOIN beneficiary ml ON ml.project_id = $1 AND ml.id = ms.lead_id
  WHERE link.project_id = $1 AND link.work_package_id = wp.id)`;

const WORK_PACKAGE_COLUMNS = `
  p.start_date AS "projectStart", p.duration_months AS "durationMonths", p.deadline_time_zone AS "deadlineTimeZone",
  wp.id, wp.number, wp.title, wp.objectives, ${beneficiaryRef('wl')} AS lead, wp.start_month AS "startMonth",
  wp.end_month AS "endMonth", wp.provenance, ${statusOf('ws')} AS status`;

const WORK_PACKAGE_JOINS = `
  FROM work_package wp
  JOIN project p ON p.id = $1
  JOIN beneficiary wl ON wl.project_id = $1 AND wl.id = wp.lead_id
  JOIN work_package_status ws ON ws.project_id = $1 AND ws.work_package_id = wp.id
  WHERE wp.project_id = $1`;

const PLAN_COLUMNS = `${WORK_PACKAGE_COLUMNS}, ${TASKS} AS tasks, ${DELIVERABLES} AS deliverables, ${MILESTONES} AS milestones`;

export const WORK_PLAN = statement('work-plan', `SELECT ${PLAN_COLUMNS} ${WORK_PACKAGE_JOINS} ORDER BY wp.position`);

export const WORK_PACKAGE_PLAN = statement('work-package-plan', `SELECT ${PLAN_COLUMNS} ${WORK_PACKAGE_JOINS} AND wp.id = $2`);

export const WORK_PACKAGE = statement('work-package', `SELECT ${WORK_PACKAGE_COLUMNS} ${WORK_PACKAGE_JOINS} AND wp.id = $2`);

export const TASK_BY_ID = statement(
  'task',
  `SELECT p.start_date AS "projectStart", p.deadline_time_zone AS "deadlineTimeZone", ${TASK} AS task
   FROM task t JOIN project p ON p.id = $1 ${TASK_JOINS}
   WHERE t.project_id = $1 AND t.id = $2`,
);

/** No row for a subject that is not there, and one without an update where the page has none: the total is told all the same. */
export const STATUS_UPDATES = statement(
  'status-updates',
  `WITH diary AS (
     SELECT * FROM status_update WHERE project_id = $1 AND subject_kind = $2 AND subject_id = $3),
   subject AS (
     SELECT 1 FROM work_package WHERE $2 = 'work-package' AND project_id = $1 AND id = $3
     UNION ALL SELECT 1 FROM task WHERE $2 = 'task' AND project_id = $1 AND id = $3)
   SELECT u.id, u.at, ${personRef('u.person_id')} AS by, u.state, u.progress, u.narrative, (SELECT count(*)::int FROM diary) AS total
   FROM subject LEFT JOIN (SELECT * FROM diary ORDER BY at DESC, id DESC OFFSET $4 LIMIT $5) u ON true
   ORDER BY u.at DESC, u.id DESC`,
);
