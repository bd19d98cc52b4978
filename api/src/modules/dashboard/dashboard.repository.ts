import { Injectable } from '@nestjs/common';
import type { ActivityItem, BeneficiaryRef, DeliverableRow } from '@office/contracts';
import type {
  Actor,
  DeliverableState,
  MilestoneState,
  PlainDate,
  TaskPart,
  ReportState,
  Panel,
  RoundState,
  Verdict,
  WorkState,
} from '@office/domain';
import { Database } from '../../core/database/database.js';
import { statement } from '../../core/database/statement.js';
import type { BoardSeat } from '../deliverables/board-seats.js';
import { OWN_PART_FACTS, ACTIVITY_FACTS, MEMBER_FACTS, PARTNER_FACTS, PROJECT_FACTS } from './project-facts.sql.js';

export interface OpenRoundFacts {
  readonly id: string;
  readonly number: number;
  readonly closesAt: string;
  readonly authorId: string;
  readonly quorumBasisPoints: number;
  readonly majorityBasisPoints: number;
  readonly state: RoundState;
  readonly panel: Panel;
  readonly votes: { beneficiaryId: string; verdict: Verdict }[];
  readonly reviewerIds: string[];
  readonly recusedPersonIds: string[];
}

export interface DeliverableFacts extends Pick<
  DeliverableRow,
  | 'id'
  | 'number'
  | 'title'
  | 'version'
  | 'provenance'
  | 'workPackage'
  | 'lead'
  | 'type'
  | 'disseminationLevel'
  | 'dueMonth'
  | 'latestVersion'
> {
  readonly state: DeliverableState;
  readonly latestVersionId: string | null;
  readonly contributors: string[];
  readonly dependsOn: string[];
  readonly openRound: OpenRoundFacts | null;
  readonly lastRound: { number: number; versionId: string } | null;
}

export interface TaskFacts {
  readonly id: string;
  readonly number: string;
  readonly title: string;
  readonly workPackageId: string;
  readonly lead: BeneficiaryRef;
  readonly startMonth: number;
  readonly endMonth: number;
  readonly state: WorkState;
  readonly participants: string[];
  readonly overridden: boolean;
  /** What was last said of it; the reason where it is blocked. */
  readonly narrative: string;
  readonly updatedAt: string | null;
  readonly blockedParts: { beneficiaryId: string; reason: string; at: string }[];
  readonly dependsOn: string[];
}

export interface WorkPackageFacts {
  readonly id: string;
  readonly number: string;
  readonly title: string;
  readonly lead: BeneficiaryRef;
  readonly startMonth: number;
  readonly endMonth: number;
  readonly state: WorkState;
  readonly progress: number;
  readonly overridden: boolean;
  readonly narrative: string;
  readonly updatedAt: string | null;
}

export interface MilestoneFacts {
  readonly id: string;
  readonly number: string;
  readonly title: string;
  readonly dueMonth: number;
  readonly lead: BeneficiaryRef;
  readonly workPackageIds: string[];
  readonly state: MilestoneState;
  readonly estimate: PlainDate | null;
}

/** All that the dashboards of one project are computed from. */
export interface ProjectFacts {
  readonly currency: string;
  readonly startDate: PlainDate;
  readonly durationMonths: number;
  readonly deadlineTimeZone: string;
  readonly deliverables: DeliverableFacts[];
  readonly tasks: TaskFacts[];
  readonly workPackages: WorkPackageFacts[];
  readonly milestones: MilestoneFacts[];
  readonly periods: { id: string; number: number; toMonth: number; daysToReport: number; state: ReportState }[];
  readonly seats: BoardSeat[];
  readonly shares: { workPackageId: string; beneficiaryId: string; cents: number }[];
}

export interface OverviewFacts extends ProjectFacts {
  readonly partners: { ref: BeneficiaryRef; country: string; lastUpdateAt: string | null }[];
  /** Whose membership is valid now. */
  readonly members: (Actor & { readonly name: string })[];
  readonly activity: ActivityItem[];
}

export interface MyWorkFacts extends ProjectFacts {
  readonly beneficiary: (BeneficiaryRef & { timeZone: string }) | null;
  /** The beneficiary's own parts of tasks that it has said something about. */
  readonly parts: (Pick<TaskPart, 'state' | 'criteria'> & { taskId: string; evidence: number })[];
}

const MY_WORK = statement(
  'my-work',
  `SELECT ${PROJECT_FACTS},
     (SELECT json_build_object('id', b.id, 'shortName', b.short_name, 'name', b.name, 'timeZone', b.time_zone)
      FROM beneficiary b WHERE b.project_id = $1 AND b.id = $3::uuid) AS beneficiary,
     ${OWN_PART_FACTS} AS parts
   FROM project p WHERE p.id = $1`,
);

const OVERVIEW = statement(
  'overview',
  `SELECT ${PROJECT_FACTS}, ${PARTNER_FACTS} AS partners, ${MEMBER_FACTS} AS members, ${ACTIVITY_FACTS} AS activity FROM project p WHERE p.id = $1`,
);

@Injectable()
export class DashboardRepository {
  constructor(private readonly database: Database) {}

  myWork(projectId: string, now: Date, beneficiaryId: string | null): Promise<MyWorkFacts | null> {
    return this.database.row<MyWorkFacts>(MY_WORK, [projectId, now, beneficiaryId]);
  }

  overview(projectId: string, now: Date): Promise<OverviewFacts | null> {
    return this.database.row<OverviewFacts>(OVERVIEW, [projectId, now]);
  }
}
