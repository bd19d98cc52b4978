import { Controller, Get, Injectable, Module } from '@nestjs/common';
import type { MyWorkView, OverviewView } from '@office/contracts';
import { DEFAULT_WINDOWS, type WarningWindows } from '@office/domain';
import { Clock } from '../../core/clock/clock.js';
import { Settings } from '../../core/config/settings.js';
import { Can, CurrentActor, type ProjectActor } from '../../core/http/access.js';
import { ProjectPage } from '../../core/pages/project-page.js';
import { ProblemError } from '../../core/http/problem.js';
import { DashboardRepository, type ProjectFacts } from './dashboard.repository.js';
import { Moment } from './moment.js';
import { myWorkView } from './my-work.mapper.js';
import { overviewView } from './overview.mapper.js';

@Injectable()
export class DashboardService {
  constructor(
    private readonly repository: DashboardRepository,
    private readonly clock: Clock,
    private readonly settings: Settings,
  ) {}

  async myWork(actor: ProjectActor): Promise<MyWorkView> {
    const facts = await this.repository.myWork(actor.projectId, this.clock.now(), actor.beneficiaryId);
    if (facts === null) throw new ProblemError('not-found');
    return myWorkView(facts, actor, this.momentOf(facts));
  }

  async overview(actor: ProjectActor): Promise<OverviewView> {
    const facts = await this.repository.overview(actor.projectId, this.clock.now());
    if (facts === null) throw new ProblemError('not-found');
    return overviewView(facts, this.momentOf(facts), this.windows);
  }

  private get windows(): WarningWindows {
    const { REMINDER_DAYS: reminderDays, SILENCE_WEEKS } = this.settings;
    return { ...DEFAULT_WINDOWS, reminderDays, silenceDays: 7 * SILENCE_WEEKS };
  }

  private momentOf(facts: ProjectFacts): Moment {
    return new Moment(facts, this.clock.now(), this.clock.today(facts.deadlineTimeZone));
  }
}

@Controller('projects/:projectId')
export class DashboardController {
  constructor(private readonly dashboard: DashboardService) {}

  /** What the person's university owes the consortium. */
  @Get('my-work')
  @Can('deliverable.read')
  @ProjectPage()
  myWork(@CurrentActor() actor: ProjectActor): Promise<MyWorkView> {
    return this.dashboard.myWork(actor);
  }

  /** How the whole project stands. */
  @Get('overview')
  @Can('deliverable.read')
  @ProjectPage()
  overview(@CurrentActor() actor: ProjectActor): Promise<OverviewView> {
    return this.dashboard.overview(actor);
  }
}

@Module({ controllers: [DashboardController], providers: [DashboardService, DashboardRepository] })
export class DashboardModule {}
