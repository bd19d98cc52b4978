import { Body, Controller, Get, HttpCode, Param, Post, Put } from '@nestjs/common';
import type { ReportsView, ReportView } from '@office/contracts';
import { Can, CurrentActor, type ProjectActor } from '../../core/http/access.js';
import { IfMatch } from '../../core/http/if-match.js';
import { ProjectPage } from '../../core/pages/project-page.js';
import { JustificationDto } from './dto/justification.dto.js';
import { ReportReturnDto } from './dto/report-return.dto.js';
import { ReportsService } from './reports.service.js';

@Controller('projects/:projectId/reports')
export class ReportsController {
  constructor(private readonly reports: ReportsService) {}

  @Get()
  @Can('work-plan.read')
  @ProjectPage()
  list(@CurrentActor() actor: ProjectActor): Promise<ReportsView> {
    return this.reports.reports(actor);
  }

  @Post(':periodId/opening')
  @HttpCode(200)
  @Can('report.manage')
  open(@CurrentActor() actor: ProjectActor, @Param('periodId') id: string, @IfMatch() seen: number): Promise<ReportView> {
    return this.reports.take(actor, id, seen, 'open');
  }

  @Post(':periodId/preparation')
  @HttpCode(200)
  @Can('report.manage')
  prepare(@CurrentActor() actor: ProjectActor, @Param('periodId') id: string, @IfMatch() seen: number): Promise<ReportView> {
    return this.reports.take(actor, id, seen, 'prepare');
  }

  @Post(':periodId/lock')
  @HttpCode(200)
  @Can('report.manage')
  lock(@CurrentActor() actor: ProjectActor, @Param('periodId') id: string, @IfMatch() seen: number): Promise<ReportView> {
    return this.reports.take(actor, id, seen, 'lock');
  }

  @Post(':periodId/unlocking')
  @HttpCode(200)
  @Can('report.manage')
  unlock(@CurrentActor() actor: ProjectActor, @Param('periodId') id: string, @IfMatch() seen: number): Promise<ReportView> {
    return this.reports.take(actor, id, seen, 'unlock');
  }

  @Post(':periodId/submission')
  @HttpCode(200)
  @Can('report.manage')
  submit(@CurrentActor() actor: ProjectActor, @Param('periodId') id: string, @IfMatch() seen: number): Promise<ReportView> {
    return this.reports.take(actor, id, seen, 'submit');
  }

  @Post(':periodId/return')
  @HttpCode(200)
  @Can('report.manage')
  recordReturn(
    @CurrentActor() actor: ProjectActor,
    @Param('periodId') id: string,
    @IfMatch() seen: number,
    @Body() { reason }: ReportReturnDto,
  ): Promise<ReportView> {
    return this.reports.take(actor, id, seen, 'record-return', reason);
  }

  @Post(':periodId/acceptance')
  @HttpCode(200)
  @Can('report.manage')
  recordAcceptance(@CurrentActor() actor: ProjectActor, @Param('periodId') id: string, @IfMatch() seen: number): Promise<ReportView> {
    return this.reports.take(actor, id, seen, 'record-acceptance');
  }

  @Put(':periodId/justifications/:deliverableId')
  @Can('deliverable.justify')
  justify(
    @CurrentActor() actor: ProjectActor,
    @Param('periodId') id: string,
    @Param('deliverableId') deliverableId: string,
    @IfMatch() seen: number,
    @Body() { text }: JustificationDto,
  ): Promise<ReportView> {
    return this.reports.justify(actor, id, deliverableId, seen, text);
  }
}
