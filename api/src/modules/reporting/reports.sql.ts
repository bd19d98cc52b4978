import { statement } from '../../core/database/statement.js';
import { beneficiaryRef, personRef } from '../consortium/references.sql.js';
import { MILESTONE, MILESTONE_JOINS } from '../milestones/milestone.sql.js';
import { CLAIMABLE, CLAIMS } from './claims.sql.js';

/** `$1` is the project, `$2` the present instant everywhere in this file. */
const JUSTIFICATIONS = `(
  SELECT coalesce(json_agg(json_build_object('deliverableId', j.deliverable_id, 'text', j.text, 'version', j.version,
    'updatedAt', j.updated_at, 'updatedBy', ${personRef('j.updated_by')})), '[]')
  FROM late_justification j WHERE j.project_id = $1 AND j.reporting_period_id = r.id)`;

const PERIODS = `(
  SELECT coalesce(json_agg(json_build_object('id', r.id, 'number', r.number, 'kind', r.kind, 'fromMonth', r.from_month,
    'toMonth', r.to_month, 'daysToReport', r.days_to_report, 'provenance', r.provenance, 'state', coalesce(s.state, 'not-open'),
    'version', coalesce(s.version, 1), 'firstLockedAt', s.first_locked_at, 'submittedAt', s.submitted_at,
    'returnReason', coalesce(s.return_reason, ''), 'updatedAt', s.updated_at, 'updatedBy', ${personRef('s.updated_by')},
    'justifications', ${JUSTIFICATIONS}) ORDER BY r.number), '[]')
  FROM reporting_period r LEFT JOIN report s ON s.project_id = $1 AND s.reporting_period_id = r.id
  WHERE r.project_id = $1)`;

const DELIVERABLES = `(
  SELECT coalesce(json_agg(json_build_object('id', d.id, 'number', d.number, 'title', d.title, 'lead', ${beneficiaryRef('l')},
    'workPackageId', d.work_package_id, 'dueMonth', d.due_month, 'state', s.state) ORDER BY d.due_month, d.position), '[]')
  FROM deliverable d
  JOIN deliverable_status s ON s.project_id = $1 AND s.deliverable_id = d.id
  JOIN beneficiary l ON l.project_id = $1 AND l.id = d.lead_id
  WHERE d.project_id = $1)`;

const MILESTONES = `(
  SELECT coalesce(json_agg(${MILESTONE} ORDER BY ms.due_month, ms.position), '[]')
  FROM milestone ms ${MILESTONE_JOINS} WHERE ms.project_id = $1)`;

const WORK_PACKAGES = `(
  SELECT coalesce(json_agg(json_build_object('id', w.id, 'number', w.number, 'title', w.title, 'lead', ${beneficiaryRef('l')},
    'startMonth', w.start_month, 'endMonth', w.end_month, 'state', s.state, 'progress', s.progress, 'narrative', s.narrative,
    'tasks', (SELECT coalesce(json_agg(json_build_object('startMonth', t.start_month, 'endMonth', t.end_month, 'state', ts.state)), '[]')
              FROM task t JOIN task_status ts ON ts.project_id = $1 AND ts.task_id = t.id
              WHERE t.project_id = $1 AND t.work_package_id = w.id)) ORDER BY w.position), '[]')
  FROM work_package w
  JOIN work_package_status s ON s.project_id = $1 AND s.work_package_id = w.id
  JOIN beneficiary l ON l.project_id = $1 AND l.id = w.lead_id
  WHERE w.project_id = $1)`;

export const REPORTS = statement(
  'reports',
  `SELECT p.start_date AS "startDate", p.duration_months AS "durationMonths", p.deadline_time_zone AS "deadlineTimeZone",
     p.currency, ${CLAIMABLE} AS claimable, ${CLAIMS} AS claims,
     ${PERIODS} AS periods, ${DELIVERABLES} AS deliverables, ${MILESTONES} AS milestones, ${WORK_PACKAGES} AS "workPackages"
   FROM project p WHERE p.id = $1`,
);
