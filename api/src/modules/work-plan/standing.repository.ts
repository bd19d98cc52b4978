import { Injectable } from '@nestjs/common';
import type { CountedTask, Standing, TaskPart } from '@office/domain';
import type { Transaction } from '../../core/database/transaction.js';
import { WORK_SUBJECTS, type WorkSubjectKind } from './work-subject.js';

/** Figures as they are kept beside what the rule gives now. */
export interface StandingRow<Child> {
  readonly id: string;
  readonly workPackageId: string;
  readonly state: Standing['state'];
  readonly progress: number;
  readonly overridden: boolean;
  readonly derived: Standing;
  /** What the rule counts: a task's parts, a work package's tasks. */
  readonly children: Child[];
}

export interface DerivedLine {
  readonly id: string;
  readonly projectId: string;
  readonly subjectId: string;
  readonly standing: Standing;
  readonly at: Date;
  readonly personId: string;
}

const OF_TASK = `
  SELECT coalesce(json_agg(json_build_object('state', coalesce(part.state, 'not-started'), 'criteria', coalesce(part.criteria, '[]'))), '[]')
  FROM (SELECT w.lead_id AS id UNION SELECT tp.beneficiary_id FROM task_participant tp WHERE tp.project_id = $1 AND tp.task_id = w.id) one
  LEFT JOIN task_part part ON part.project_id = $1 AND part.task_id = w.id AND part.beneficiary_id = one.id`;

const OF_WORK_PACKAGE = `
  SELECT coalesce(json_agg(json_build_object(
    'state', ts.state, 'progress', ts.progress, 'startMonth', t.start_month, 'endMonth', t.end_month)), '[]')
  FROM task t JOIN task_status ts ON ts.project_id = $1 AND ts.task_id = t.id
  WHERE t.project_id = $1 AND t.work_package_id = w.id`;

/** Locks first and reads then: what the lock waited for is counted. In the order of ids, so that two never wait for each other. */
const lockOf = (kind: WorkSubjectKind): string => {
  const { statusTable, statusKey } = WORK_SUBJECTS[kind];
  return `SELECT 1 FROM ${statusTable} WHERE project_id = $1 AND ${statusKey} = ANY($2::uuid[]) ORDER BY ${statusKey} FOR UPDATE`;
};

const readOf = (kind: WorkSubjectKind, children: string): string => {
  const { table, statusTable, statusKey, workPackageKey } = WORK_SUBJECTS[kind];
  return `SELECT w.id, w.${workPackageKey} AS "workPackageId", s.state, s.progress, s.override_reason IS NOT NULL AS overridden,
      json_build_object('state', s.derived_state, 'progress', s.derived_progress) AS derived, (${children}) AS children
    FROM ${table} w JOIN ${statusTable} s ON s.project_id = $1 AND s.${statusKey} = w.id
    WHERE w.project_id = $1 AND w.id = ANY($2::uuid[])`;
};

@Injectable()
export class StandingRepository {
  async lockTasks(t: Transaction, projectId: string, ids: readonly string[]): Promise<StandingRow<Pick<TaskPart, 'state' | 'criteria'>>[]> {
    const [, rows] = await Promise.all([
      t.rows(lockOf('task'), [projectId, ids]),
      t.rows<StandingRow<Pick<TaskPart, 'state' | 'criteria'>>>(readOf('task', OF_TASK), [projectId, ids]),
    ]);
    return rows;
  }

  async lockWorkPackages(t: Transaction, projectId: string, ids: readonly string[]): Promise<StandingRow<CountedTask>[]> {
    const [, rows] = await Promise.all([
      t.rows(lockOf('work-package'), [projectId, ids]),
      t.rows<StandingRow<CountedTask>>(readOf('work-package', OF_WORK_PACKAGE), [projectId, ids]),
    ]);
    return rows;
  }

  /** Derived figures; they are those that count as well unless the lead has said otherwise. The version guards words, so it stays. */
  async keepDerived(t: Transaction, kind: WorkSubjectKind, projectId: string, id: string, { state, progress }: Standing): Promise<void> {
    const { statusTable, statusKey } = WORK_SUBJECTS[kind];
    await t.rows(
      `UPDATE ${statusTable} SET derived_state = $3, derived_progress = $4,
         state = CASE WHEN override_reason IS NULL THEN $3 ELSE state END,
         progress = CASE WHEN override_reason IS NULL THEN $4 ELSE progress END
       WHERE project_id = $1 AND ${statusKey} = $2`,
      [projectId, id, state, progress],
    );
  }

  /** A line of the diary that no person wrote: comparisons between two days read it, the diary does not show it. */
  async addLine(t: Transaction, kind: WorkSubjectKind, line: DerivedLine): Promise<void> {
    await t.rows(
      `INSERT INTO status_update (project_id, id, subject_kind, subject_id, state, progress, narrative, at, person_id, derived)
       VALUES ($1, $2, $3, $4, $5, $6, '', $7, $8, true)`,
      [line.projectId, line.id, kind, line.subjectId, line.standing.state, line.standing.progress, line.at, line.personId],
    );
  }
}
