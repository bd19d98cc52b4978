import { Controller, Get, Module, Query, type OnModuleInit } from '@nestjs/common';
import type { ActivityItem, Page } from '@office/contracts';
import { DomainEvents } from '../../core/events/domain-events.js';
import { Can, CurrentActor, type ProjectActor } from '../../core/http/access.js';
import { ProjectPage } from '../../core/pages/project-page.js';
import { pageOf, PageQuery, Paging } from '../../core/http/paging.js';
import { AuditRepository, type AuditRow } from './audit.repository.js';

const activityItem = ({ total: _, at, ...row }: AuditRow): ActivityItem => ({ ...row, at: at.toISOString() });

@Controller('projects/:projectId/activity')
export class ActivityController {
  constructor(
    private readonly repository: AuditRepository,
    private readonly paging: Paging,
  ) {}

  /** The audit log, newest first. */
  @Get()
  @Can('activity.read')
  @ProjectPage()
  async list(@CurrentActor() actor: ProjectActor, @Query() query: PageQuery): Promise<Page<ActivityItem>> {
    const page = this.paging.boundsOf(query);
    return pageOf(await this.repository.activity(actor.projectId, page), page, activityItem);
  }
}

/** Writes every event of a project into its append-only log, inside the transaction that made it. Imported by nobody. */
@Module({ controllers: [ActivityController], providers: [AuditRepository] })
export class AuditModule implements OnModuleInit {
  constructor(
    private readonly events: DomainEvents,
    private readonly repository: AuditRepository,
  ) {}

  onModuleInit(): void {
    this.events.recordWith((t, event) => this.repository.append(t, event));
  }
}
