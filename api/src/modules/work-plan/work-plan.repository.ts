import { Injectable } from '@nestjs/common';
import type {
  AgreementInForce,
  BeneficiaryRef,
  DeliverableMark,
  PersonRef,
  StatusUpdateView,
  TaskView,
  WorkPackageView,
  WorkStatusRequest,
  WorkStatusView,
} from '@office/contracts';
import type { DeliverableState, PlainDate, PlannedRow, SettledStatus, Standing, WorkState } from '@office/domain';
import { Database } from '../../core/database/database.js';
import type { Transaction } from '../../core/database/transaction.js';
import type { EmptyPageRow, PageBounds } from '../../core/http/paging.js';
import type { MilestoneRow } from '../milestones/milestones.mapper.js';
import { STATUS_UPDATES, TASK_BY_ID, WORK_PACKAGE, WORK_PACKAGE_PLAN, WORK_PLAN } from './work-plan.sql.js';
import { WORK_SUBJECTS, type WorkSubjectKind } from './work-subject.js';

export type TaskRow = Omit<TaskView, 'timeliness' | 'slipMonths'>;

interface ProjectFacts {
  readonly projectStart: PlainDate;
  readonly deadlineTimeZone: string;
}

export interface WorkPackageRow extends Omit<WorkPackageView, 'timeliness'>, ProjectFacts {
  readonly durationMonths: number;
  /** What is inside, as far as the own standing hangs on it. */
  readonly tasks: { startMonth: number; endMonth: number; status: { state: WorkState } }[];
  readonly deliverables: { dueMonth: number; state: DeliverableState }[];
}

export interface WorkPackagePlanRow extends WorkPackageRow {
  readonly agreement: AgreementInForce;
  readonly tasks: TaskRow[];
  readonly deliverables: Omit<DeliverableMark, 'dueOn' | 'late' | 'slipMonths'>[];
  readonly milestones: MilestoneRow[];
}

/** One part of a plan with the rows outside of it that it may wait for. */
interface WithDependentRows {
  readonly dependentRows: PlannedRow[];
}

export interface TaskWithProjectRow extends ProjectFacts, WithDependentRows {
  readonly task: TaskRow;
}

export interface StatusUpdateRow {
  readonly id: string;
  readonly at: Date;
  readonly by: PersonRef;
  readonly state: WorkStatusRequest['state'];
  readonly progress: number;
  readonly narrative: string;
  readonly progressSource: StatusUpdateView['progressSource'];
  readonly trafficLight: StatusUpdateView['trafficLight'];
  readonly nextSteps: string;
  readonly part: BeneficiaryRef | null;
  readonly total: number;
}

/** What a change of status is decided on. */
export interface WorkSubjectRow {
  readonly number: string;
  readonly title: string;
  readonly leadBeneficiaryId: BeneficiaryRef['id'];
  readonly version: number;
  readonly state: WorkState;
  readonly workPackageId: string;
  readonly derived: Standing;
  readonly trafficLight: WorkStatusView['trafficLight'];
  readonly nextSteps: string;
}

@Injectable()
export class WorkPlanRepository {
  constructor(private readonly database: Database) {}

  plan(projectId: string): Promise<WorkPackagePlanRow[]> {
    return this.database.rows<WorkPackagePlanRow>(WORK_PLAN, [projectId]);
  }

  workPackagePlan(projectId: string, workPackageId: string): Promise<(WorkPackagePlanRow & WithDependentRows) | null> {
    return this.database.row<WorkPackagePlanRow & WithDependentRows>(WORK_PACKAGE_PLAN, [projectId, workPackageId]);
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
    const { table, statusTable, statusKey, workPackageKey, ownColumns } = WORK_SUBJECTS[kind];
    return t.row<WorkSubjectRow>(
      `SELECT w.number, w.title, w.lead_id AS "leadBeneficiaryId", s.version, s.state, w.${workPackageKey} AS "workPackageId", ${ownColumns},
         json_build_object('state', s.derived_state, 'progress', s.derived_progress) AS derived
       FROM ${table} w JOIN ${statusTable} s ON s.project_id = w.project_id AND s.${statusKey} = w.id
       WHERE w.project_id = $1 AND w.id = $2 FOR UPDATE OF s`,
      [projectId, id],
    );
  }

  /** The present status and, in the same breath, its line in the diary. */
  async writeStatus(t: Transaction, kind: WorkSubjectKind, update: StatusWrite): Promise<void> {
    const { statusTable, statusKey, setOwn } = WORK_SUBJECTS[kind];
    const { projectId, subjectId, status, at, personId } = update;
    const { state, progress, narrative, trafficLight, nextSteps } = status;
    const reason = status.overrideReason || null;
    const own = setOwn === '' ? [] : [trafficLight, nextSteps];
    const present = t.rows(
      `UPDATE ${statusTable} SET state = $3, progress = $4, narrative = $5, updated_at = $6, updated_by = $7, version = version + 1,
         override_reason = $8 ${setOwn}
       WHERE project_id = $1 AND ${statusKey} = $2`,
      [projectId, subjectId, state, progress, narrative, at, personId, reason, ...own],
    );
    const diary = t.rows(
      `INSERT INTO status_update (project_id, id, subject_kind, subject_id, state, progress, narrative, at, person_id, overridden,
         traffic_light, next_steps)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
      [projectId, update.id, kind, subjectId, state, progress, narrative, at, personId, reason !== null, trafficLight, nextSteps],
    );
    await Promise.all([present, diary]);
  }
}

export interface StatusWrite {
  readonly id: string;
  readonly projectId: string;
  readonly subjectId: string;
  readonly status: SettledStatus & Pick<WorkStatusView, 'trafficLight' | 'nextSteps'>;
  readonly at: Date;
  readonly personId: string;
}
