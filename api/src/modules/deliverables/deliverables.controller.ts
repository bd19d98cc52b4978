import { Body, Controller, Get, HttpCode, Param, Post, Query, Req, Res, type StreamableFile } from '@nestjs/common';
import type { DeliverablePage, DeliverableView } from '@office/contracts';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Settings } from '../../core/config/settings.js';
import { Can, CurrentActor, type ProjectActor } from '../../core/http/access.js';
import { ProjectPage, VersionedPage } from '../../core/pages/project-page.js';
import { IfMatch } from '../../core/http/if-match.js';
import { DeliverablesService } from './deliverables.service.js';
import { DeliverableQueryDto } from './dto/deliverable-query.dto.js';
import { RevisionRequestDto } from './dto/revision-request.dto.js';
import { sendFile } from './send-file.js';

@Controller('projects/:projectId/deliverables')
export class DeliverablesController {
  constructor(
    private readonly deliverables: DeliverablesService,
    private readonly settings: Settings,
  ) {}

  @Get()
  @Can('deliverable.read')
  @ProjectPage()
  list(@CurrentActor() actor: ProjectActor, @Query() query: DeliverableQueryDto): Promise<DeliverablePage> {
    return this.deliverables.list(actor, query);
  }

  @Get(':deliverableId')
  @Can('deliverable.read')
  @VersionedPage()
  view(@CurrentActor() actor: ProjectActor, @Param('deliverableId') id: string): Promise<DeliverableView> {
    return this.deliverables.view(actor, id);
  }

  @Get(':deliverableId/versions/:versionId/file')
  @Can('deliverable.read')
  async download(
    @CurrentActor() actor: ProjectActor,
    @Param('deliverableId') id: string,
    @Param('versionId') versionId: string,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile | undefined> {
    return sendFile(await this.deliverables.readVersion(actor, id, versionId), request, reply);
  }

  @Post(':deliverableId/review-rounds')
  @Can('deliverable.open-review')
  openReview(@CurrentActor() actor: ProjectActor, @Param('deliverableId') id: string, @IfMatch() seen: number): Promise<DeliverableView> {
    return this.deliverables.openReview(actor, id, seen);
  }

  @Post(':deliverableId/approval')
  @Can('deliverable.approve')
  @HttpCode(200)
  approve(@CurrentActor() actor: ProjectActor, @Param('deliverableId') id: string, @IfMatch() seen: number): Promise<DeliverableView> {
    return this.deliverables.approve(actor, id, seen);
  }

  @Post(':deliverableId/submission')
  @Can('deliverable.submit')
  @HttpCode(200)
  submit(@CurrentActor() actor: ProjectActor, @Param('deliverableId') id: string, @IfMatch() seen: number): Promise<DeliverableView> {
    return this.deliverables.submit(actor, id, seen);
  }

  @Post(':deliverableId/acceptance')
  @Can('deliverable.record-answer')
  @HttpCode(200)
  recordAcceptance(
    @CurrentActor() actor: ProjectActor,
    @Param('deliverableId') id: string,
    @IfMatch() seen: number,
  ): Promise<DeliverableView> {
    return this.deliverables.recordAcceptance(actor, id, seen);
  }

  @Post(':deliverableId/revision-request')
  @Can('deliverable.record-answer')
  @HttpCode(200)
  requestRevision(
    @CurrentActor() actor: ProjectActor,
    @Param('deliverableId') id: string,
    @IfMatch() seen: number,
    @Body() { reason }: RevisionRequestDto,
  ): Promise<DeliverableView> {
    return this.deliverables.requestRevision(actor, id, seen, reason);
  }
}
