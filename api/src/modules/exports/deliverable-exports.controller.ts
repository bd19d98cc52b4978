import { Controller, Get, Query, Req, Res, type StreamableFile } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Can, CurrentActor, type ProjectActor } from '../../core/http/access.js';
import { DeliverableExportsService } from './deliverable-exports.service.js';
import { DeliverableArchiveQueryDto, DeliverableExportQueryDto } from './dto/deliverable-export-query.dto.js';
import { CSV, download, XLSX, ZIP } from './export-answer.js';

@Controller('projects/:projectId/deliverables')
export class DeliverableExportsController {
  constructor(private readonly exports: DeliverableExportsService) {}

  @Get('export.xlsx')
  @Can('deliverable.read')
  async workbook(
    @CurrentActor() actor: ProjectActor,
    @Query() query: DeliverableExportQueryDto,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    return download(await this.exports.list(actor, query, 'xlsx'), XLSX, request, reply);
  }

  @Get('export.csv')
  @Can('deliverable.read')
  async csv(
    @CurrentActor() actor: ProjectActor,
    @Query() query: DeliverableExportQueryDto,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    return download(await this.exports.list(actor, query, 'csv'), CSV, request, reply);
  }

  @Get('export.zip')
  @Can('deliverable.read')
  async archive(
    @CurrentActor() actor: ProjectActor,
    @Query() query: DeliverableArchiveQueryDto,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    return download(await this.exports.archive(actor, query), ZIP, request, reply);
  }
}
