import { Body, Controller, Delete, Head, Param, Patch, Post, Req, Res } from '@nestjs/common';
import type { DeliverableView } from '@office/contracts';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Can, CurrentActor, type ProjectActor } from '../../core/http/access.js';
import { IfMatch } from '../../core/http/if-match.js';
import { announcedBy } from '../uploads/tus-request.js';
import type { TusAnswer } from '../uploads/tus-endpoint.js';
import { UploadsService } from '../uploads/uploads.service.js';
import { VersionRequestDto } from './dto/version-request.dto.js';
import { StagedVersions } from './staged-versions.js';

const send = (reply: FastifyReply, { status, headers }: TusAnswer): void => {
  void reply.status(status).headers(headers);
};

/** Files arrive by the tus protocol, and become a version when they are whole. */
@Controller('projects/:projectId')
export class VersionUploadsController {
  constructor(
    private readonly versions: StagedVersions,
    private readonly uploads: UploadsService,
  ) {}

  @Post('uploads')
  @Can('deliverable.upload-version')
  async begin(
    @CurrentActor() actor: ProjectActor,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<void> {
    const announced = announcedBy(request);
    await this.versions.assertMayBegin(actor, announced.deliverableId);
    send(reply, await this.uploads.begin(actor, announced, request));
  }

  @Head('uploads/:uploadId')
  @Can('deliverable.upload-version')
  async offset(
    @CurrentActor() actor: ProjectActor,
    @Param('uploadId') id: string,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<void> {
    send(reply, await this.uploads.proceed(actor, id, request));
  }

  @Patch('uploads/:uploadId')
  @Can('deliverable.upload-version')
  async append(
    @CurrentActor() actor: ProjectActor,
    @Param('uploadId') id: string,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<void> {
    send(reply, await this.uploads.proceed(actor, id, request));
  }

  @Delete('uploads/:uploadId')
  @Can('deliverable.upload-version')
  async giveUp(
    @CurrentActor() actor: ProjectActor,
    @Param('uploadId') id: string,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<void> {
    send(reply, await this.uploads.proceed(actor, id, request));
  }

  @Post('deliverables/:deliverableId/versions')
  @Can('deliverable.upload-version')
  addVersion(
    @CurrentActor() actor: ProjectActor,
    @Param('deliverableId') id: string,
    @IfMatch() seen: number,
    @Body() request: VersionRequestDto,
  ): Promise<DeliverableView> {
    return this.versions.add(actor, id, seen, request);
  }
}
