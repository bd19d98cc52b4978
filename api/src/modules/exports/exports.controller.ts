import { Controller, Get, Query, Req, Res, type StreamableFile } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Can, CurrentActor, type ProjectActor } from '../../core/http/access.js';
import { WorkPlanExportQueryDto } from './dto/work-plan-export-query.dto.js';
import { download, PDF, XLSX } from './export-answer.js';
import { ExportsService } from './exports.service.js';

@Controller('projects/:projectId/work-plan')
export class ExportsController {
  constructor(private readonly exports: ExportsService) {}

  @Get('export.xlsx')
  @Can('work-plan.read')
  async workbook(
    @CurrentActor() actor: ProjectActor,
    @Query() query: WorkPlanExportQueryDto,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    return download(await this.exports.workPlan(actor, query, 'xlsx'), XLSX, request, reply);
  }

  @Get('export.pdf')
  @Can('work-plan.read')
  async pdf(
    @CurrentActor() actor: ProjectActor,
    @Query() query: WorkPlanExportQueryDto,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    return download(await this.exports.workPlan(actor, query, 'pdf'), PDF, request, reply);
  }
}
