import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import type { ComparisonView, DeliverableView, PreviewView } from '@office/contracts';
import { Can, CurrentActor, type ProjectActor } from '../../core/http/access.js';
import { ProjectPage } from '../../core/pages/project-page.js';
import { ComparisonQueryDto } from './dto/comparison-query.dto.js';
import { ConfirmationDto } from './dto/confirmation.dto.js';
import { VersionReadingService } from './version-reading.service.js';

@Controller('projects/:projectId/deliverables/:deliverableId')
export class VersionReadingController {
  constructor(private readonly reading: VersionReadingService) {}

  @Get('comparison')
  @Can('deliverable.read')
  @ProjectPage()
  comparison(
    @CurrentActor() actor: ProjectActor,
    @Param('deliverableId') id: string,
    @Query() query: ComparisonQueryDto,
  ): Promise<ComparisonView> {
    return this.reading.comparison(actor, id, query);
  }

  @Get('versions/:versionId/preview')
  @Can('deliverable.read')
  @ProjectPage()
  preview(
    @CurrentActor() actor: ProjectActor,
    @Param('deliverableId') id: string,
    @Param('versionId') versionId: string,
  ): Promise<PreviewView> {
    return this.reading.preview(actor, id, versionId);
  }

  @Post('versions/:versionId/confirmations')
  @Can('deliverable.confirm-check')
  confirm(
    @CurrentActor() actor: ProjectActor,
    @Param('deliverableId') id: string,
    @Param('versionId') versionId: string,
    @Body() { check }: ConfirmationDto,
  ): Promise<DeliverableView> {
    return this.reading.confirm(actor, id, versionId, check);
  }
}
