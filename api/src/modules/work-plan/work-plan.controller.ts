import { Body, Controller, Get, Param, Put, Query } from '@nestjs/common';
import type { Page, StatusUpdateView, TaskView, WorkPackagePlan, WorkPackageView, WorkPlanView } from '@office/contracts';
import { Can, CurrentActor, type ProjectActor } from '../../core/http/access.js';
import { ProjectPage } from '../../core/pages/project-page.js';
import { IfMatch } from '../../core/http/if-match.js';
import { PageQuery } from '../../core/http/paging.js';
import { WorkPlanQuery } from './dto/work-plan-query.dto.js';
import { WorkStatusDto } from './dto/work-status.dto.js';
import { WorkPlanService } from './work-plan.service.js';

@Controller('projects/:projectId')
export class WorkPlanController {
  constructor(private readonly workPlan: WorkPlanService) {}

  @Get('work-plan')
  @Can('work-plan.read')
  @ProjectPage()
  plan(@CurrentActor() actor: ProjectActor, @Query() query: WorkPlanQuery): Promise<WorkPlanView> {
    return this.workPlan.plan(actor, query.year ?? null);
  }

  @Get('work-packages/:workPackageId')
  @Can('work-plan.read')
  workPackage(@CurrentActor() actor: ProjectActor, @Param('workPackageId') id: string): Promise<WorkPackagePlan> {
    return this.workPlan.workPackagePlan(actor, id);
  }

  @Put('work-packages/:workPackageId/status')
  @Can('work-package.update-status')
  updateWorkPackageStatus(
    @CurrentActor() actor: ProjectActor,
    @Param('workPackageId') id: string,
    @IfMatch() seen: number,
    @Body() status: WorkStatusDto,
  ): Promise<WorkPackageView> {
    return this.workPlan.updateWorkPackageStatus(actor, id, seen, status);
  }

  @Get('work-packages/:workPackageId/status-updates')
  @Can('work-plan.read')
  @ProjectPage()
  workPackageUpdates(
    @CurrentActor() actor: ProjectActor,
    @Param('workPackageId') id: string,
    @Query() page: PageQuery,
  ): Promise<Page<StatusUpdateView>> {
    return this.workPlan.statusUpdates(actor, 'work-package', id, page);
  }

  @Get('tasks/:taskId')
  @Can('work-plan.read')
  task(@CurrentActor() actor: ProjectActor, @Param('taskId') id: string): Promise<TaskView> {
    return this.workPlan.task(actor, id);
  }

  @Put('tasks/:taskId/status')
  @Can('task.update-status')
  updateTaskStatus(
    @CurrentActor() actor: ProjectActor,
    @Param('taskId') id: string,
    @IfMatch() seen: number,
    @Body() status: WorkStatusDto,
  ): Promise<TaskView> {
    return this.workPlan.updateTaskStatus(actor, id, seen, status);
  }

  @Get('tasks/:taskId/status-updates')
  @Can('work-plan.read')
  @ProjectPage()
  taskUpdates(@CurrentActor() actor: ProjectActor, @Param('taskId') id: string, @Query() page: PageQuery): Promise<Page<StatusUpdateView>> {
    return this.workPlan.statusUpdates(actor, 'task', id, page);
  }
}
