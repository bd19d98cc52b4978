import { Injectable } from '@nestjs/common';
import type {
  BeneficiaryRef,
  DeliverableMark,
  MilestoneView,
  PersonRef,
  TaskView,
  WorkPackageView,
  WorkStatusRequest,
} from '@office/contracts';
import type { PlainDate } from '@office/domain';
import { Database } from '../../core/database/database.js';
import type { Transaction } from '../../core/database/transaction.js';
import type { EmptyPageRow, PageBounds } from '../../core/http/paging.js';
import { STATUS_UPDATES, TASK_BY_ID, WORK_PACKAGE, WORK_PACKAGE_PLAN, WORK_PLAN } from './work-plan.sql.js';
import { WORK_SUBJECTS, type WorkSubjectKind } from './work-subject.js';

export type TaskRow = Omit<TaskView, 'timeliness'>;

interface ProjectFacts {
  readonly projectStart: PlainDate;
  readonly deadlineTimeZone: string;
}

export interface WorkPackageRow extends Omit<WorkPackageView, 'timeliness'>, ProjectFacts {
  readonly durationMonths: number;
}

export interface WorkPackagePlanRow extends WorkPackageRow {
  readonly tasks: TaskRow[];
  readonly deliverables: Omit<DeliverableMark, 'dueOn' | 'late'>[];
  readonly milestones: Omit<MilestoneView, 'dueOn'>[];
}

export interface TaskWithProjectRow extends ProjectFacts {
  readonly task: TaskRow;
}

export interface StatusUpdateRow {
  readonly id: string;
  readonly at: Date;
  readonly by: PersonRef;
  readonly state: WorkStatusRequest['state'];
  readonly progress: number;
  readonly narrative: string;
  readonly total: number;
}

/** What a change of status is decided on. */
export interface WorkSubjectRow {
  readonly number: string;
  readonly title: string;
  readonly leadBeneficiaryId: BeneficiaryRef['id'];
  readonly version: number;
}

@Injectable()
export class WorkPlanRepository {
  constructor(private readonly database: Database) {}

  plan(projectId: string): Promise<WorkPackagePlanRow[]> {
    return this.database.rows<WorkPackagePlanRow>(WORK_PLAN, [projectId]);
  }

  workPackagePlan(projectId: string, workPackageId: string): Promise<WorkPackagePlanRow | null> {
    return this.database.row<WorkPackagePlanRow>(WORK_PACKAGE_PLAN, [projectId, workPackageId]);
  }

  workPackage(projectId: string, workPackageId: string): Promise<WorkPackageRow | null> {
    return this.database.row<WorkPackageRow>(WORK_PACKAGE, [projectId, workPackageId]);
  }

  task(projectId: string, taskId: string): Promise<TaskWithProjectRow | null> {
    return this.database.row<TaskWithProjectRow>(TASK_BY_ID, [projectId, taskId]);
  }

  statusUpdates(
    projectId: string,
    kind: WorkSubjectKind,
    subjectId: string,
    page: PageBounds,
  ): Promise<(StatusUpdateRow | EmptyPageRow)[]> {
    return this.database.rows<StatusUpdateRow | EmptyPageRow>(STATUS_UPDATES, [projectId, kind, subjectId, page.offset, page.limit]);
  }

  lockSubject(t: Transaction, kind: WorkSubjectKind, projectId: string, id: string): Promise<WorkSubjectRow | null> {
    const { table, statusTable, statusKey } = WORK_SUBJECTS[kind];
    return t.row<WorkSubjectRow>(
      `SELECT w.number, w.title, w.lead_id AS "leadBeneficiaryId", s.version
       FROM ${table} w JOIN ${statusTable} s ON s.project_id = w.project_id AND s.${statusKey} = w.id
       WHERE w.project_id = $1 AND w.id = $2 FOR UPDATE OF s`,
      [projectId, id],
    );
  }

  /** The present status and, in the same breath, its line in the diary. */
  async writeStatus(t: Transaction, kind: WorkSubjectKind, update: StatusWrite): Promise<void> {
    const { statusTable, statusKey } = WORK_SUBJECTS[kind];
    const { projectId, subjectId, status, at, personId } = update;
    await t.rows(
      `UPDATE ${statusTable} SET state = $3, progress = $4, narrative = $5, updated_at = $6, updated_by = $7, version = version + 1
       WHERE project_id = $1 AND ${statusKey} = $2`,
      [projectId, subjectId, status.state, status.progress, status.narrative, at, personId],
    );
    await t.rows(
      `INSERT INTO status_update (project_id, id, subject_kind, subject_id, state, progress, narrative, at, person_id)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
      [projectId, update.id, kind, subjectId, status.state, status.progress, status.narrative, at, personId],
    );
  }
}

export interface StatusWrite {
  readonly id: string;
  readonly projectId: string;
  readonly subjectId: string;
  readonly status: WorkStatusRequest;
  readonly at: Date;
  readonly personId: string;
}
