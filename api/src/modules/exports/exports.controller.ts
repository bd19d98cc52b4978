import { Controller, Get, Query, Req, Res, StreamableFile } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Can, CurrentActor, type ProjectActor } from '../../core/http/access.js';
import { WorkPlanExportQueryDto } from './dto/work-plan-export-query.dto.js';
import { ExportsService, type ExportFile } from './exports.service.js';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const PDF = 'application/pdf';

/** Made anew for each who asks, packed already, and never to be shown inside of our pages. */
function download({ fileName, content }: ExportFile, type: string, request: FastifyRequest, reply: FastifyReply): StreamableFile {
  request.headers['x-no-compression'] = 'packed-already';
  void reply.headers({ 'Content-Security-Policy': 'sandbox', 'X-Content-Type-Options': 'nosniff', 'Cache-Control': 'private, no-store' });
  return new StreamableFile(content, { type, disposition: `attachment; filename="${fileName}"`, length: content.byteLength });
}

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
