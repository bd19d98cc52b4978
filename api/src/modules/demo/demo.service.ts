import { Injectable } from '@nestjs/common';
import { monthStart } from '@office/domain';
import { Clock } from '../../core/clock/clock.js';
import { Settings } from '../../core/config/settings.js';
import { Transactions } from '../../core/database/transaction.js';
import type { ProjectActor } from '../../core/http/access.js';
import { FileScans } from '../../core/storage/file-scans.js';
import { DEMO_PASSWORD } from '../auth/demo-password.js';
import { AmendmentsService } from '../amendments/amendments.service.js';
import { CashService } from '../cash/cash.service.js';
import { EnrolmentService } from '../consortium/enrolment.service.js';
import { DependenciesService } from '../dependencies/dependencies.service.js';
import { SavedViewsService } from '../deliverables/saved-views.service.js';
import { ImportRefusedError } from '../import/finding.js';
import { ImportService } from '../import/import.service.js';
import { MilestonesService } from '../milestones/milestones.service.js';
import { ClaimsService } from '../reporting/claims.service.js';
import { ReportsService } from '../reporting/reports.service.js';
import { TaskPartsService } from '../task-parts/task-parts.service.js';
import { WorkPlanService } from '../work-plan/work-plan.service.js';
import { demoAccounts, type DemoAccountPlan } from './accounts.js';
import { BoardServices } from './board-player.js';
import { keepViews } from './demo-views.js';
import { DemoAlreadyThereError, DemoInProductionError, DemoUnfinishedError } from './demo-errors.js';
import { DemoRepository } from './demo.repository.js';
import { lifeUntil } from './life/life.js';
import { readStrive, type Strive } from './life/strive.js';
import { Player, type PlayerServices } from './player.js';
import type { Cast } from './cast.js';

export interface LoadedDemo {
  readonly projectId: string;
  readonly accounts: number;
  /** Things that were done in the project's life. */
  readonly steps: number;
}

/** Fills an empty office with STRIVE, its accounts and its life until now. */
@Injectable()
export class DemoService {
  private readonly services: PlayerServices;

  constructor(
    workPlan: WorkPlanService,
    taskParts: TaskPartsService,
    board: BoardServices,
    milestones: MilestonesService,
    dependencies: DependenciesService,
    reports: ReportsService,
    claims: ClaimsService,
    cash: CashService,
    amendments: AmendmentsService,
    private readonly views: SavedViewsService,
    private readonly importing: ImportService,
    private readonly enrolment: EnrolmentService,
    private readonly repository: DemoRepository,
    private readonly transactions: Transactions,
    private readonly settings: Settings,
    private readonly scans: FileScans,
    private readonly clock: Clock,
  ) {
    this.services = {
      workPlan,
      taskParts,
      board,
      milestones,
      dependencies,
      reports,
      claims,
      cash,
      amendments,
      clock,
    };
  }

  /** What the server does when it starts: loads a demonstration where one is wanted and nothing is there yet. */
  async loadWhereWanted(): Promise<LoadedDemo | null> {
    if (this.settings.production || !this.settings.DEMO) return null;
    const { anyProject } = await this.assertFinished();
    return anyProject ? null : this.load();
  }

  /** Plays the life of STRIVE up to the clock's now; the accounts open when all of it is there. */
  async load(): Promise<LoadedDemo> {
    if (this.settings.production) throw new DemoInProductionError();
    await this.assertFinished();
    const strive = await readStrive();
    const now = this.clock.now();
    const begin = new Date(Math.min(now.getTime(), Date.parse(`${monthStart(strive.start, 1)}T06:00:00Z`)));
    const { projectId } = await this.clock.at(begin, () => this.importing.importProject(strive.content, null)).catch(alreadyThere);
    try {
      return await this.scans.unwatched(() => this.live(strive, projectId, begin, now));
    } catch (error) {
      throw new DemoUnfinishedError(this.where, false, error);
    }
  }

  private async live(strive: Strive, projectId: string, begin: Date, now: Date): Promise<LoadedDemo> {
    const accounts = demoAccounts(strive.file);
    const actors = await this.clock.at(begin, () => this.enrolAll(accounts, strive.file.project.grantNumber));
    const cast = castOf(accounts, actors);
    await this.clock.at(begin, () => keepViews(this.views, cast));
    const player = new Player(strive, this.services, cast, await this.repository.subjects(projectId));
    const life = lifeUntil(strive, now);
    for (const step of life) await player.play(step);
    await this.transactions.run((t) => this.repository.openAccounts(t));
    return { projectId, accounts: accounts.length, steps: life.length };
  }

  private async enrolAll(accounts: readonly DemoAccountPlan[], grantNumber: string): Promise<ProjectActor[]> {
    const actors: ProjectActor[] = [];
    for (const { email, name, role, beneficiary, seat } of accounts) {
      const membership = { grantNumber, roles: [role], beneficiary, seats: seat === null ? [] : [seat] };
      const person = { email, name, password: DEMO_PASSWORD, demonstration: true, disabled: true, membership };
      const { personId, projectId, membershipId, beneficiaryId } = await this.enrolment.enrol(person);
      actors.push({ personId, projectId: projectId ?? '', membershipId, beneficiaryId, roles: [role] });
    }
    return actors;
  }

  private async assertFinished(): Promise<{ anyProject: boolean }> {
    const presence = await this.repository.presence();
    if (presence.unfinished) throw new DemoUnfinishedError(this.where, presence.nothingElse);
    return presence;
  }

  private get where(): string {
    return this.settings.DATABASE_URL === undefined ? this.settings.DATA_DIR : 'the database of DATABASE_URL';
  }
}

function castOf(accounts: readonly DemoAccountPlan[], actors: readonly ProjectActor[]): Cast {
  const of = (role: DemoAccountPlan['role']): ReadonlyMap<string, ProjectActor> =>
    new Map(
      accounts.flatMap((account, index) => {
        const actor = actors[index];
        return account.role === role && account.beneficiary !== null && actor ? [[account.beneficiary, actor] as const] : [];
      }),
    );
  const [coordinator] = of('project-coordinator').values();
  if (!coordinator) throw new RangeError('not-in-the-demonstration:coordinator');
  return { coordinator, partners: of('partner-coordinator'), board: of('quality-board-member') };
}

function alreadyThere(error: unknown): never {
  const known = error instanceof ImportRefusedError && error.findings.some(({ rule }) => rule === 'grant-number-known');
  throw known ? new DemoAlreadyThereError() : error;
}
