import { Body, Controller, Get, HttpCode, Post, Req, Res, type StreamableFile } from '@nestjs/common';
import type { EvidenceOverview, SealKeyView, VerificationView } from '@office/contracts';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Can, CurrentActor, Public, type ProjectActor } from '../../core/http/access.js';
import { ProjectPage } from '../../core/pages/project-page.js';
import { download } from '../exports/export-answer.js';
import { VerificationDto } from './dto/verification.dto.js';
import { EvidenceService } from './evidence.service.js';
import { SealKeys } from './seal-keys.js';

const JSON_FILE = 'application/json';

@Controller()
export class EvidenceController {
  constructor(
    private readonly evidence: EvidenceService,
    private readonly keys: SealKeys,
  ) {}

  /** Open to everybody: who is shown a certificate is rarely a member. */
  @Get('seal-keys')
  @Public()
  sealKeys(): SealKeyView[] {
    return this.keys.all;
  }

  @Get('projects/:projectId/evidence')
  @Can('evidence.read')
  @ProjectPage()
  overview(@CurrentActor() actor: ProjectActor): Promise<EvidenceOverview> {
    return this.evidence.overview(actor.projectId);
  }

  @Post('projects/:projectId/evidence/verification')
  @Can('evidence.read')
  @HttpCode(200)
  verify(@CurrentActor() actor: ProjectActor, @Body() request: VerificationDto): Promise<VerificationView> {
    return this.evidence.verify(actor.projectId, request);
  }

  @Get('projects/:projectId/evidence/seals.json')
  @Can('evidence.read')
  async seals(
    @CurrentActor() actor: ProjectActor,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    return download(await this.evidence.exportSeals(actor.projectId), JSON_FILE, request, reply);
  }
}
