import { Body, Controller, Get, HttpCode, Param, ParseIntPipe, Post } from '@nestjs/common';
import type { ClassificationView, PlanEditView, PlanVersionRef, PlanVersionView } from '@office/contracts';
import { Can, CurrentActor, type ProjectActor } from '../../core/http/access.js';
import { IfMatch } from '../../core/http/if-match.js';
import { ProjectPage } from '../../core/pages/project-page.js';
import { ClassificationDto, PlanChangesDto, SignatureDto } from './dto/amendment.dto.js';
import { PlanChangesService } from './plan-changes.service.js';

@Controller('projects/:projectId')
export class PlanChangesController {
  constructor(private readonly planChanges: PlanChangesService) {}

  @Get('plan-changes')
  @Can('amendment.read')
  edit(@CurrentActor() actor: ProjectActor): Promise<PlanEditView> {
    return this.planChanges.edit(actor);
  }

  @Post('plan-changes')
  @HttpCode(200)
  @Can('plan.edit')
  apply(@CurrentActor() actor: ProjectActor, @IfMatch() seen: number, @Body() intended: PlanChangesDto): Promise<PlanEditView> {
    return this.planChanges.apply(actor, seen, intended);
  }

  @Post('plan-changes/classification')
  @HttpCode(200)
  @Can('amendment.read')
  classify(@CurrentActor() actor: ProjectActor, @Body() { changes }: ClassificationDto): Promise<ClassificationView> {
    return this.planChanges.classification(actor, changes);
  }

  @Post('agreement/signature')
  @HttpCode(200)
  @Can('plan.edit')
  sign(@CurrentActor() actor: ProjectActor, @IfMatch() seen: number, @Body() signature: SignatureDto): Promise<PlanEditView> {
    return this.planChanges.sign(actor, seen, signature);
  }

  @Get('work-plan/versions')
  @Can('work-plan.read')
  @ProjectPage()
  versions(@CurrentActor() actor: ProjectActor): Promise<PlanVersionRef[]> {
    return this.planChanges.versions(actor);
  }

  @Get('work-plan/versions/:number')
  @Can('work-plan.read')
  @ProjectPage()
  version(@CurrentActor() actor: ProjectActor, @Param('number', ParseIntPipe) number: number): Promise<PlanVersionView> {
    return this.planChanges.version(actor, number);
  }
}
