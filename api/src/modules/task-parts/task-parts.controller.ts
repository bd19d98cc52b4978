import { Body, Controller, Delete, Get, Param, Post, Put, Req, Res, type StreamableFile } from '@nestjs/common';
import type { TaskPartView } from '@office/contracts';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Settings } from '../../core/config/settings.js';
import { Can, CurrentActor, type ProjectActor } from '../../core/http/access.js';
import { IfMatch } from '../../core/http/if-match.js';
import { VersionedPage } from '../../core/pages/project-page.js';
import { withUploadedFile } from '../deliverables/multipart.js';
import { sendFile } from '../deliverables/send-file.js';
import { TaskPartDto } from './dto/task-part.dto.js';
import { PartOf } from './part-of.js';
import type { PartKey } from './task-parts.repository.js';
import { TaskPartsService } from './task-parts.service.js';

@Controller('projects/:projectId/tasks/:taskId/parts/:beneficiaryId')
export class TaskPartsController {
  constructor(
    private readonly parts: TaskPartsService,
    private readonly settings: Settings,
  ) {}

  @Get()
  @Can('work-plan.read')
  @VersionedPage()
  view(@PartOf() key: PartKey): Promise<TaskPartView> {
    return this.parts.view(key);
  }

  @Put()
  @Can('task.update-part')
  update(
    @CurrentActor() actor: ProjectActor,
    @PartOf() key: PartKey,
    @IfMatch() seen: number,
    @Body() part: TaskPartDto,
  ): Promise<TaskPartView> {
    return this.parts.update(actor, key, seen, part);
  }

  @Post('evidence')
  @Can('task.update-part')
  async addFile(
    @CurrentActor() actor: ProjectActor,
    @PartOf() key: PartKey,
    @IfMatch() seen: number,
    @Req() request: FastifyRequest,
  ): Promise<TaskPartView> {
    await this.parts.assertMayAddFile(actor, key, seen);
    return withUploadedFile(request, this.settings.maxUploadBytes, (file) => this.parts.addFile(actor, key, seen, file));
  }

  @Delete('evidence/:evidenceId')
  @Can('task.update-part')
  removeEvidence(
    @CurrentActor() actor: ProjectActor,
    @PartOf() key: PartKey,
    @Param('evidenceId') evidenceId: string,
    @IfMatch() seen: number,
  ): Promise<TaskPartView> {
    return this.parts.removeEvidence(actor, key, evidenceId, seen);
  }

  @Get('evidence/:evidenceId/file')
  @Can('work-plan.read')
  async download(
    @PartOf() key: PartKey,
    @Param('evidenceId') evidenceId: string,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile | undefined> {
    return sendFile(await this.parts.readFile(key, evidenceId), request, reply);
  }
}
