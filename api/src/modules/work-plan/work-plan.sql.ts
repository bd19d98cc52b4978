import { statement } from '../../core/database/statement.js';
import { addedLater, baselineFields, baselineJoin, baselineMonths } from '../consortium/baseline.sql.js';
import { beneficiaryRef, personRef } from '../consortium/references.sql.js';
import { DEPENDENT_ROWS, dependsOn } from '../dependencies/dependency.sql.js';
import { MILESTONE, MILESTONE_JOINS } from '../milestones/milestone.sql.js';

/** `$1` is the project everywhere in this file. */
const statusOf = (alias: string, ofWorkPackages: { trafficLight: string; nextSteps: string }): string => `json_build_object(
  'state', ${alias}.state, 'progress', ${alias}.progress, 'narrative', ${alias}.narrative, 'version', ${alias}.version,
  'progressSource', CASE WHEN ${alias}.override_reason IS NULL THEN 'derived' ELSE 'overridden' END,
  'overrideReason', coalesce(${alias}.override_reason, ''),
  'derived', json_build_object('state', ${alias}.derived_state, 'progress', ${alias}.derived_progress),
  'trafficLight', ${ofWorkPackages.trafficLight}, 'nextSteps', ${ofWorkPackages.nextSteps},
  'updatedAt', ${alias}.updated_at, 'updatedBy', ${personRef(`${alias}.updated_by`)})`;

const TASK_STATUS = statusOf('ts', { trafficLight: 'NULL', nextSteps: `''` });
const WORK_PACKAGE_STATUS = statusOf('ws', { trafficLight: 'ws.traffic_light', nextSteps: 'ws.next_steps' });

/** The lead and every participant have a part; one that nobody has said anything about has no row. */
const PARTS = `(
  SELECT json_agg(json_build_object('beneficiary', ${beneficiaryRef('b')}, 'state', coalesce(part.state, 'not-started'),
    'blockedReason', CASE WHEN part.state = 'blocked' THEN part.note END)
    ORDER BY b.id <> t.lead_id, b.number)
  FROM (SELECT t.lead_id AS id UNION SELECT tp.beneficiary_id FROM task_participant tp WHERE tp.project_id = $1 AND tp.task_id = t.id) one
  JOIN beneficiary b ON b.project_id = $1 AND b.id = one.id
  LEFT JOIN task_part part ON part.project_id = $1 AND part.task_id = t.id AND part.beneficiary_id = b.id)`;

const TASK = `json_build_object(
  'id', t.id, 'number', t.number, 'title', t.title, 'workPackageId', t.work_package_id, 'lead', ${beneficiaryRef('tl')},
  'participants', (
    SELECT coalesce(json_agg(b.short_name ORDER BY b.number), '[]'::json)
    FROM task_participant tp JOIN beneficiary b ON b.project_id = $1 AND b.id = tp.beneficiary_id
    WHERE tp.project_id = $1 AND tp.task_id = t.id),
  'startMonth', t.start_month, 'endMonth', t.end_month, 'provenance', t.provenance, 'parts', ${PARTS}, 'status', ${TASK_STATUS},
  'dependsOn', ${dependsOn('t.id')}, ${baselineFields('months', 't', 'tb')})`;

const TASK_JOINS = `
  JOIN beneficiary tl ON tl.project_id = $1 AND tl.id = t.lead_id
  JOIN task_status ts ON ts.project_id = $1 AND ts.task_id = t.id
  ${baselineJoin('t', 'tb')}`;

const TASKS = `(
  SELECT coalesce(json_agg(${TASK} ORDER BY t.position), '[]'::json)
  FROM task t ${TASK_JOINS}
  WHERE t.project_id = $1 AND t.work_package_id = wp.id)`;

const DELIVERABLES = `(
  SELECT coalesce(json_agg(json_build_object(
    'id', d.id, 'number', d.number, 'title', d.title, 'lead', ${beneficiaryRef('dl')}, 'dueMonth', d.due_month, 'state', ds.state,
    'dependsOn', ${dependsOn('d.id')}, ${baselineFields('due', 'd', 'db')}) ORDER BY d.due_month, d.position), '[]'::json)
  FROM deliverable d
  JOIN beneficiary dl ON dl.project_id = $1 AND dl.id = d.lead_id
  JOIN deliverable_status ds ON ds.project_id = $1 AND ds.deliverable_id = d.id
  ${baselineJoin('d', 'db')}
  WHERE d.project_id = $1 AND d.work_package_id = wp.id)`;

const MILESTONES = `(
  SELECT coalesce(json_agg(${MILESTONE} ORDER BY ms.due_month, ms.position), '[]'::json)
  FROM milestone_work_package link
  JOIN milestone ms ON ms.project_id = $1 AND ms.id = link.milestone_id ${MILESTONE_JOINS}
  WHERE link.project_id = $1 AND link.work_package_id = wp.id)`;

/** As much of what is inside a work package as its own standing hangs on. */
const CONTENT = `
  (SELECT coalesce(json_agg(json_build_object('startMonth', t.start_month, 'endMonth', t.end_month,
     'status', json_build_object('state', ts.state))), '[]')
   FROM task t JOIN task_status ts ON ts.project_id = $1 AND ts.task_id = t.id
   WHERE t.project_id = $1 AND t.work_package_id = wp.id) AS tasks,
  (SELECT coalesce(json_agg(json_build_object('dueMonth', d.due_month, 'state', ds.state)), '[]')
   FROM deliverable d JOIN deliverable_status ds ON ds.project_id = $1 AND ds.deliverable_id = d.id
   WHERE d.project_id = $1 AND d.work_package_id = wp.id) AS deliverables`;

const WORK_PACKAGE_COLUMNS = `
  p.start_date AS "projectStart", p.duration_months AS "durationMonths", p.deadline_time_zone AS "deadlineTimeZone",
  wp.id, wp.number, wp.title, wp.objectives, ${beneficiaryRef('wl')} AS lead, wp.start_month AS "startMonth",
  wp.end_month AS "endMonth", wp.provenance, ${WORK_PACKAGE_STATUS} AS status,
  ${baselineMonths('wp', 'wb')} AS baseline, ${addedLater('wb')} AS added`;

const WORK_PACKAGE_JOINS = `
  FROM work_package wp
  JOIN project p ON p.id = $1
  JOIN beneficiary wl ON wl.project_id = $1 AND wl.id = wp.lead_id
  JOIN work_package_status ws ON ws.project_id = $1 AND ws.work_package_id = wp.id
  ${baselineJoin('wp', 'wb')}
  WHERE wp.project_id = $1`;

const AGREEMENT = `(
  SELECT json_build_object('locked', locked_on IS NOT NULL, 'amendment', in_force) FROM agreement WHERE project_id = $1) AS agreement`;

const PLAN_COLUMNS = `${WORK_PACKAGE_COLUMNS}, ${AGREEMENT}, ${TASKS} AS tasks, ${DELIVERABLES} AS deliverables, ${MILESTONES} AS milestones`;

export const WORK_PLAN = statement('work-plan', `SELECT ${PLAN_COLUMNS} ${WORK_PACKAGE_JOINS} ORDER BY wp.position`);

export const WORK_PACKAGE_PLAN = statement(
  'work-package-plan',
  `SELECT ${PLAN_COLUMNS}, ${DEPENDENT_ROWS} AS "dependentRows" ${WORK_PACKAGE_JOINS} AND wp.id = $2`,
);

export const WORK_PACKAGE = statement('work-package', `SELECT ${WORK_PACKAGE_COLUMNS}, ${CONTENT} ${WORK_PACKAGE_JOINS} AND wp.id = $2`);

export const TASK_BY_ID = statement(
  'task',
  `SELECT p.start_date AS "projectStart", p.deadline_time_zone AS "deadlineTimeZone", ${TASK} AS task,
     ${DEPENDENT_ROWS} AS "dependentRows"
   FROM task t JOIN project p ON p.id = $1 ${TASK_JOINS}
   WHERE t.project_id = $1 AND t.id = $2`,
);

/** No row for a subject that is not there, and one without an update where the page has none: the total is told all the same. */
export const STATUS_UPDATES = statement(
  'status-updates',
  `WITH diary AS (
     SELECT * FROM status_update WHERE project_id = $1 AND subject_kind = $2 AND subject_id = $3 AND NOT derived),
   subject AS (
     SELECT 1 FROM work_package WHERE $2 = 'work-package' AND project_id = $1 AND id = $3
     UNION ALL SELECT 1 FROM task WHERE $2 = 'task' AND project_id = $1 AND id = $3)
   SELECT u.id, u.at, ${personRef('u.person_id')} AS by, u.state, u.progress, u.narrative,
     CASE WHEN u.overridden THEN 'overridden' ELSE 'derived' END AS "progressSource", u.traffic_light AS "trafficLight",
     u.next_steps AS "nextSteps",
     (SELECT ${beneficiaryRef('b')} FROM beneficiary b WHERE b.project_id = $1 AND b.id = u.beneficiary_id) AS part, (SELECT count(*)::int FROM diary) AS total
   FROM subject LEFT JOIN (SELECT * FROM diary ORDER BY at DESC, id DESC OFFSET $4 LIMIT $5) u ON true
   ORDER BY u.at DESC, u.id DESC`,
);
