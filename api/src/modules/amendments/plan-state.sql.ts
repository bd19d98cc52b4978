import { statement } from '../../core/database/statement.js';
import { beneficiaryRef } from '../consortium/references.sql.js';

/** `$1` is the project everywhere in this file. */
const ids = (select: string): string => `(SELECT coalesce(json_agg(id ORDER BY id), '[]') FROM (${select}) one (id))`;

const PERIODS = `(
  SELECT coalesce(json_agg(json_build_object('number', number, 'fromMonth', from_month, 'toMonth', to_month, 'kind', kind,
    'daysToReport', days_to_report) ORDER BY number), '[]') FROM reporting_period WHERE project_id = $1)`;

const WORK_PACKAGES = `(
  SELECT coalesce(json_agg(json_build_object('id', id, 'number', number, 'title', title, 'objectives', objectives, 'leadId', lead_id,
    'startMonth', start_month, 'endMonth', end_month) ORDER BY position), '[]') FROM work_package WHERE project_id = $1)`;

const TASKS = `(
  SELECT coalesce(json_agg(json_build_object('id', t.id, 'number', t.number, 'workPackageId', t.work_package_id, 'title', t.title,
    'leadId', t.lead_id, 'participantIds', ${ids(`SELECT beneficiary_id FROM task_participant WHERE project_id = $1 AND task_id = t.id`)},
    'startMonth', t.start_month, 'endMonth', t.end_month) ORDER BY w.position, t.position), '[]')
  FROM task t JOIN work_package w ON w.project_id = $1 AND w.id = t.work_package_id WHERE t.project_id = $1)`;

const DELIVERABLES = `(
  SELECT coalesce(json_agg(json_build_object('id', d.id, 'number', d.number, 'workPackageId', d.work_package_id, 'title', d.title,
    'leadId', d.lead_id, 'type', d.type, 'disseminationLevel', d.dissemination_level, 'dueMonth', d.due_month, 'contributorIds',
    ${ids(`SELECT beneficiary_id FROM deliverable_contributor WHERE project_id = $1 AND deliverable_id = d.id`)})
    ORDER BY w.position, d.position), '[]')
  FROM deliverable d JOIN work_package w ON w.project_id = $1 AND w.id = d.work_package_id WHERE d.project_id = $1)`;

const MILESTONES = `(
  SELECT coalesce(json_agg(json_build_object('id', m.id, 'number', m.number, 'title', m.title, 'leadId', m.lead_id,
    'dueMonth', m.due_month, 'meansOfVerification', m.means_of_verification, 'workPackageIds', (
      SELECT coalesce(json_agg(w.id ORDER BY w.position), '[]') FROM milestone_work_package mw
      JOIN work_package w ON w.project_id = $1 AND w.id = mw.work_package_id WHERE mw.project_id = $1 AND mw.milestone_id = m.id))
    ORDER BY m.position), '[]')
  FROM milestone m WHERE m.project_id = $1)`;

const PLAN = `json_build_object('startDate', p.start_date, 'durationMonths', p.duration_months, 'reportingPeriods', ${PERIODS},
  'workPackages', ${WORK_PACKAGES}, 'tasks', ${TASKS}, 'deliverables', ${DELIVERABLES}, 'milestones', ${MILESTONES})`;

/** What was said of a row, or hangs on it: then it cannot be removed. */
const REPORTED = `
  SELECT subject_id FROM status_update WHERE project_id = $1
  UNION SELECT task_id FROM task_status WHERE project_id = $1 AND version > 1
  UNION SELECT task_id FROM task_part WHERE project_id = $1
  UNION SELECT work_package_id FROM work_package_status WHERE project_id = $1 AND version > 1
  UNION SELECT milestone_id FROM milestone_status WHERE project_id = $1`;

/** Rows among `$2` that may not go after all: asked once they are locked, so nobody says more of them meanwhile. */
export const KEPT_BY_WORK = `
  SELECT id FROM (${REPORTED} UNION SELECT deliverable_id FROM deliverable_version WHERE project_id = $1) kept (id) WHERE id = ANY($2::uuid[])`;

const BEGUN = `(EXISTS (SELECT FROM report r WHERE r.project_id = $1 AND r.reporting_period_id = rp.id)
  OR EXISTS (SELECT FROM late_justification l WHERE l.project_id = $1 AND l.reporting_period_id = rp.id))`;
const WITH_EACEA = `EXISTS (
  SELECT FROM report r WHERE r.project_id = $1 AND r.reporting_period_id = rp.id AND r.state IN ('submitted', 'accepted'))`;
const periods = (condition: string): string =>
  `(SELECT coalesce(json_agg(number ORDER BY number), '[]') FROM reporting_period rp WHERE project_id = $1 AND ${condition})`;

/** Periods among `$2` that may not go after all, and among `$3` whose months may not move. */
export const KEPT_PERIODS = `
  SELECT number FROM reporting_period rp WHERE project_id = $1
  AND (number = ANY($2::integer[]) AND ${BEGUN} OR number = ANY($3::integer[]) AND ${WITH_EACEA})`;

const WITH_MONEY = `
  SELECT work_package_id FROM lump_sum_share WHERE project_id = $1
  UNION SELECT work_package_id FROM budget_line WHERE project_id = $1`;

const ACCEPTED = `
  SELECT work_package_id FROM work_package_claim WHERE project_id = $1 AND state IN ('accepted', 'partly-accepted', 'paid')`;

const ROW_FACTS = `json_build_object(
  'beneficiaryIds', ${ids(`SELECT id FROM beneficiary WHERE project_id = $1`)},
  'shareIds', ${ids(WITH_MONEY)}, 'reportedIds', ${ids(REPORTED)},
  'versionIds', ${ids(`SELECT DISTINCT deliverable_id FROM deliverable_version WHERE project_id = $1`)},
  'reportedPeriods', ${periods(BEGUN)}, 'periodsWithEacea', ${periods(WITH_EACEA)}, 'acceptedIds', ${ids(ACCEPTED)})`;

/** Accepted, and not in force: their dates have not come. */
const PENDING = `(
  SELECT coalesce(json_agg(json_build_object('id', am.id, 'number', am.number, 'title', am.title, 'changes', am.changes,
    'effectiveOn', am.effective_on) ORDER BY am.number), '[]')
  FROM amendment am WHERE am.project_id = $1 AND am.number > a.in_force)`;

/** The agreement, the plan in force, and all that a change of it is judged by: one statement. */
export const PLAN_STATE = statement(
  'plan-state',
  `SELECT a.locked_on AS "lockedOn", a.version, a.agreed, a.in_force AS "inForce", p.deadline_time_zone AS zone,
     (SELECT in_force_from FROM plan_version WHERE project_id = $1 AND number = a.agreed) AS "agreedFrom",
     ${PLAN} AS plan, ${ROW_FACTS} AS "rowFacts", ${PENDING} AS pending,
     (SELECT coalesce(json_object_agg(deliverable_id, state), '{}') FROM deliverable_status WHERE project_id = $1) AS "deliverableStates",
     (SELECT coalesce(json_agg(${beneficiaryRef('b')} ORDER BY b.number), '[]') FROM beneficiary b WHERE b.project_id = $1) AS beneficiaries
   FROM agreement a JOIN project p ON p.id = a.project_id WHERE a.project_id = $1`,
);

export const PLAN_VERSIONS = statement(
  'plan-versions',
  `SELECT v.number, v.in_force_from AS "inForceFrom",
     CASE WHEN am.id IS NOT NULL THEN json_build_object('id', am.id, 'label', am.number::text, 'title', am.title) END AS amendment,
     lead(v.in_force_from) OVER (ORDER BY v.number) AS "nextFrom", v.number = a.in_force AS "inForce"
   FROM plan_version v JOIN agreement a ON a.project_id = $1
   LEFT JOIN amendment am ON am.project_id = $1 AND am.id = v.amendment_id
   WHERE v.project_id = $1 ORDER BY v.number`,
);

/** The plan of version `$2` and of the one before it. */
export const PLAN_OF_VERSION = statement(
  'plan-of-version',
  `SELECT v.plan, before.plan AS "planBefore",
     (SELECT coalesce(json_agg(${beneficiaryRef('b')} ORDER BY b.number), '[]') FROM beneficiary b WHERE b.project_id = $1) AS beneficiaries
   FROM plan_version v LEFT JOIN plan_version before ON before.project_id = $1 AND before.number = v.number - 1
   WHERE v.project_id = $1 AND v.number = $2`,
);
