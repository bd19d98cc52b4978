import { Controller, Get, Param, Req, Res, type StreamableFile } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Can, CurrentActor, type ProjectActor } from '../../../core/http/access.js';
import { download, PDF } from '../../exports/export-answer.js';
import { CertificateService } from './certificate.service.js';

@Controller('projects/:projectId/deliverables/:deliverableId')
export class CertificateController {
  constructor(private readonly certificates: CertificateService) {}

  @Get('sign-off-certificate.pdf')
  @Can('deliverable.read')
  async certificate(
    @CurrentActor() actor: ProjectActor,
    @Param('deliverableId') id: string,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    return download(await this.certificates.pdf(actor.projectId, id), PDF, request, reply);
  }
}
