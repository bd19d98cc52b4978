import { statement } from '../../core/database/statement.js';
import { newestVerdict } from '../../core/storage/file-scan.sql.js';
import { annex2InForce } from '../consortium/annex2.sql.js';
import { beneficiaryRef, personRef } from '../consortium/references.sql.js';

/** `$1` is the project everywhere in this file. */

/** Who has a part of the task `t`: its lead and its participants, whether they have said something or not. */
const TAKE_PART = `(
  SELECT t.lead_id AS id UNION SELECT tp.beneficiary_id FROM task_participant tp WHERE tp.project_id = $1 AND tp.task_id = t.id)`;

const EVIDENCE = `(
  SELECT coalesce(json_agg(json_build_object(
    'id', e.id, 'kind', CASE WHEN e.url IS NULL THEN 'file' ELSE 'link' END, 'title', e.title, 'url', e.url, 'fileName', e.file_name,
    'sizeBytes', f.size_bytes, 'verdict', ${newestVerdict('e.sha256')}, 'addedAt', e.added_at, 'addedBy', ${personRef('e.added_by')}) ORDER BY e.added_at, e.id), '[]')
  FROM task_evidence e LEFT JOIN stored_file f ON f.project_id = $1 AND f.sha256 = e.sha256
  WHERE e.project_id = $1 AND e.task_id = t.id AND e.beneficiary_id = b.id AND e.withdrawn_at IS NULL)`;

/** No row for a task that is not there and for a beneficiary that takes no part in it. */
export const TASK_PART = statement(
  'task-part',
  `SELECT p.start_date AS "projectStart", p.deadline_time_zone AS "deadlineTimeZone",
     json_build_object('id', t.id, 'number', t.number, 'title', t.title, 'lead', ${beneficiaryRef('l')},
       'workPackage', json_build_object('id', w.id, 'number', w.number), 'startMonth', t.start_month, 'endMonth', t.end_month) AS task,
     ${beneficiaryRef('b')} AS beneficiary, coalesce(part.state, 'not-started') AS state, coalesce(part.note, '') AS note,
     coalesce(part.criteria, '[]') AS criteria, coalesce(part.version, 0) AS version, part.updated_at AS "updatedAt",
     ${personRef('part.updated_by')} AS "updatedBy", ${EVIDENCE} AS evidence
   FROM task t
   JOIN project p ON p.id = $1
   JOIN work_package w ON w.project_id = $1 AND w.id = t.work_package_id
   JOIN beneficiary l ON l.project_id = $1 AND l.id = t.lead_id
   JOIN beneficiary b ON b.project_id = $1 AND b.id = $3
   LEFT JOIN task_part part ON part.project_id = $1 AND part.task_id = t.id AND part.beneficiary_id = b.id
   WHERE t.project_id = $1 AND t.id = $2 AND b.id IN ${TAKE_PART}`,
);

/** What a change of a part is decided on. */
export const PART_HEAD = statement(
  'task-part-head',
  `SELECT t.number, t.title, b.short_name AS partner, coalesce(part.version, 0) AS version, (
     SELECT count(*)::int FROM task_evidence e
     WHERE e.project_id = $1 AND e.task_id = t.id AND e.beneficiary_id = b.id AND e.withdrawn_at IS NULL) AS evidence
   FROM task t
   JOIN beneficiary b ON b.project_id = $1 AND b.id = $3
   LEFT JOIN task_part part ON part.project_id = $1 AND part.task_id = t.id AND part.beneficiary_id = b.id
   WHERE t.project_id = $1 AND t.id = $2 AND b.id IN ${TAKE_PART}`,
);

export const EVIDENCE_FILE = statement(
  'task-evidence-file',
  `SELECT e.file_name AS "fileName", e.sha256, f.size_bytes AS "sizeBytes", f.media_type AS "mediaType"
   FROM task_evidence e JOIN stored_file f ON f.project_id = $1 AND f.sha256 = e.sha256
   WHERE e.project_id = $1 AND e.task_id = $2 AND e.beneficiary_id = $3 AND e.id = $4 AND e.withdrawn_at IS NULL`,
);

const COMPLETION_PARTS = `(
  SELECT coalesce(json_agg(json_build_object(
    'taskId', t.id, 'number', t.number, 'title', t.title, 'startMonth', t.start_month, 'endMonth', t.end_month,
    'beneficiaryId', one.id, 'state', coalesce(part.state, 'not-started'), 'note', coalesce(part.note, ''), 'evidence', (
      SELECT count(*) FROM task_evidence e
      WHERE e.project_id = $1 AND e.task_id = t.id AND e.beneficiary_id = one.id AND e.withdrawn_at IS NULL))
    ORDER BY t.position), '[]')
  FROM task t CROSS JOIN LATERAL ${TAKE_PART} one
  LEFT JOIN task_part part ON part.project_id = $1 AND part.task_id = t.id AND part.beneficiary_id = one.id
  WHERE t.project_id = $1 AND t.work_package_id = w.id)`;

/** Those with a share of the work package or a part in it; `$3` is now. */
const COMPLETION_PARTNERS = `(
  SELECT coalesce(json_agg(json_build_object('ref', ${beneficiaryRef('b')}, 'shareCents', coalesce(x.amount_cents, 0)) ORDER BY b.number), '[]')
  FROM beneficiary b
  LEFT JOIN lump_sum_share x ON x.project_id = $1 AND x.work_package_id = w.id AND x.beneficiary_id = b.id
    AND x.annex2_version_id = ${annex2InForce('$3')}
  WHERE b.project_id = $1)`;

export const COMPLETION = statement(
  'work-package-completion',
  `SELECT p.start_date AS "projectStart", p.deadline_time_zone AS "deadlineTimeZone", p.currency,
     json_build_object('id', w.id, 'number', w.number, 'title', w.title, 'lead', ${beneficiaryRef('l')},
       'state', s.state, 'progress', s.progress) AS "workPackage",
     ${COMPLETION_PARTS} AS parts, ${COMPLETION_PARTNERS} AS partners
   FROM work_package w
   JOIN project p ON p.id = $1
   JOIN work_package_status s ON s.project_id = $1 AND s.work_package_id = w.id
   JOIN beneficiary l ON l.project_id = $1 AND l.id = w.lead_id
   WHERE w.project_id = $1 AND w.id = $2`,
);

const SUBJECT = (alias: string): string => `json_build_object(
  'kind', CASE WHEN ${alias}.beneficiary_id IS NOT NULL THEN 'part' ELSE s.kind END, 'id', s.id, 'number', s.number, 'title', s.title,
  'part', (SELECT ${beneficiaryRef('b')} FROM beneficiary b WHERE b.project_id = $1 AND b.id = ${alias}.beneficiary_id))`;

/** How a subject stood, and what was last said of it, before the end of a day; null where nothing was yet. */
const pointAt = (day: string): string => {
  const newest = (columns: string, only = ''): string => `
    SELECT ${columns} FROM status_update u
    WHERE u.project_id = $1 AND u.subject_id = s.id AND u.beneficiary_id IS NOT DISTINCT FROM told.beneficiary_id ${only}
      AND u.at < ((${day}::date + 1)::timestamp AT TIME ZONE (SELECT deadline_time_zone FROM project WHERE id = $1))
    ORDER BY u.at DESC, u.id DESC LIMIT 1`;
  return `(
    SELECT json_build_object('state', figures.state, 'progress', figures.progress, 'narrative', coalesce(words.narrative, ''),
      'nextSteps', coalesce(words.next_steps, ''), 'trafficLight', words.traffic_light)
    FROM (${newest('u.state, u.progress')}) figures
    LEFT JOIN (${newest('u.narrative, u.next_steps, u.traffic_light', 'AND NOT u.derived')}) words ON true)`;
};

/** `$2` the work package, `$3` and `$4` offset and limit, `$5` and `$6` the days of a comparison or null. */
export const DIARY = statement(
  'work-package-diary',
  `WITH subject AS (
     SELECT 'work-package' AS kind, w.id, w.number, w.title, 0 AS position FROM work_package w WHERE w.project_id = $1 AND w.id = $2
     UNION ALL
     SELECT 'task', t.id, t.number, t.title, t.position FROM task t WHERE t.project_id = $1 AND t.work_package_id = $2),
   line AS (
     SELECT u.* FROM subject s JOIN status_update u ON u.project_id = $1 AND u.subject_id = s.id WHERE NOT u.derived),
   told AS (
     SELECT DISTINCT u.subject_id, u.beneficiary_id FROM subject s JOIN status_update u ON u.project_id = $1 AND u.subject_id = s.id
     WHERE $5::date IS NOT NULL AND $6::date IS NOT NULL)
   SELECT json_build_object('id', w.id, 'number', w.number, 'title', w.title, 'lead', ${beneficiaryRef('l')}) AS "workPackage",
     (SELECT count(*)::int FROM line) AS total,
     (SELECT coalesce(json_agg(json_build_object(
        'id', u.id, 'at', u.at, 'by', ${personRef('u.person_id')}, 'subject', ${SUBJECT('u')}, 'state', u.state, 'progress', u.progress,
        'narrative', u.narrative, 'nextSteps', u.next_steps, 'trafficLight', u.traffic_light,
        'progressSource', CASE WHEN u.overridden THEN 'overridden' ELSE 'derived' END) ORDER BY u.at DESC, u.id DESC), '[]')
      FROM (SELECT * FROM line ORDER BY at DESC, id DESC OFFSET $3 LIMIT $4) u JOIN subject s ON s.id = u.subject_id) AS entries,
     (SELECT coalesce(json_agg(json_build_object('subject', ${SUBJECT('told')}, 'before', ${pointAt('$5')}, 'after', ${pointAt('$6')})
        ORDER BY s.kind DESC, s.position, told.beneficiary_id IS NOT NULL, (
          SELECT b.number FROM beneficiary b WHERE b.project_id = $1 AND b.id = told.beneficiary_id)), '[]')
      FROM told JOIN subject s ON s.id = told.subject_id) AS compared
   FROM work_package w JOIN beneficiary l ON l.project_id = $1 AND l.id = w.lead_id
   WHERE w.project_id = $1 AND w.id = $2`,
);
