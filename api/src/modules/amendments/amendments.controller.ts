import { Body, Controller, Get, HttpCode, Param, Post, Put } from '@nestjs/common';
import type { AmendmentsView, AmendmentView } from '@office/contracts';
import { Can, CurrentActor, type ProjectActor } from '../../core/http/access.js';
import { IfMatch } from '../../core/http/if-match.js';
import { ProjectPage, VersionedPage } from '../../core/pages/project-page.js';
import { AmendmentsService } from './amendments.service.js';
import { AcceptanceDto, AmendmentDto, ConsortiumApprovalDto, InformalCheckDto, RejectionDto, SubmissionDto } from './dto/amendment.dto.js';

@Controller('projects/:projectId/amendments')
export class AmendmentsController {
  constructor(private readonly amendments: AmendmentsService) {}

  @Get()
  @Can('amendment.read')
  @ProjectPage()
  list(@CurrentActor() actor: ProjectActor): Promise<AmendmentsView> {
    return this.amendments.list(actor);
  }

  @Post()
  @Can('amendment.prepare')
  prepare(@CurrentActor() actor: ProjectActor, @Body() amendment: AmendmentDto): Promise<AmendmentView> {
    return this.amendments.prepare(actor, amendment);
  }

  @Get(':amendmentId')
  @Can('amendment.read')
  @VersionedPage()
  view(@CurrentActor() actor: ProjectActor, @Param('amendmentId') id: string): Promise<AmendmentView> {
    return this.amendments.view(actor, id);
  }

  @Put(':amendmentId/changes')
  @Can('amendment.prepare')
  change(
    @CurrentActor() actor: ProjectActor,
    @Param('amendmentId') id: string,
    @IfMatch() seen: number,
    @Body() amendment: AmendmentDto,
  ): Promise<AmendmentView> {
    return this.amendments.change(actor, id, seen, amendment);
  }

  @Post(':amendmentId/consortium-approval')
  @HttpCode(200)
  @Can('amendment.step')
  approve(
    @CurrentActor() actor: ProjectActor,
    @Param('amendmentId') id: string,
    @IfMatch() seen: number,
    @Body() approval: ConsortiumApprovalDto,
  ): Promise<AmendmentView> {
    return this.amendments.approve(actor, id, seen, approval);
  }

  @Post(':amendmentId/informal-check')
  @HttpCode(200)
  @Can('amendment.step')
  checkInformally(
    @CurrentActor() actor: ProjectActor,
    @Param('amendmentId') id: string,
    @IfMatch() seen: number,
    @Body() check: InformalCheckDto,
  ): Promise<AmendmentView> {
    return this.amendments.checkInformally(actor, id, seen, check);
  }

  @Post(':amendmentId/submission')
  @HttpCode(200)
  @Can('amendment.step')
  submit(
    @CurrentActor() actor: ProjectActor,
    @Param('amendmentId') id: string,
    @IfMatch() seen: number,
    @Body() submission: SubmissionDto,
  ): Promise<AmendmentView> {
    return this.amendments.submit(actor, id, seen, submission);
  }

  @Post(':amendmentId/acceptance')
  @HttpCode(200)
  @Can('amendment.step')
  accept(
    @CurrentActor() actor: ProjectActor,
    @Param('amendmentId') id: string,
    @IfMatch() seen: number,
    @Body() acceptance: AcceptanceDto,
  ): Promise<AmendmentView> {
    return this.amendments.accept(actor, id, seen, acceptance);
  }

  @Post(':amendmentId/rejection')
  @HttpCode(200)
  @Can('amendment.step')
  reject(
    @CurrentActor() actor: ProjectActor,
    @Param('amendmentId') id: string,
    @IfMatch() seen: number,
    @Body() rejection: RejectionDto,
  ): Promise<AmendmentView> {
    return this.amendments.reject(actor, id, seen, rejection);
  }

  @Post(':amendmentId/withdrawal')
  @HttpCode(200)
  @Can('amendment.step')
  withdraw(@CurrentActor() actor: ProjectActor, @Param('amendmentId') id: string, @IfMatch() seen: number): Promise<AmendmentView> {
    return this.amendments.withdraw(actor, id, seen);
  }

  @Post(':amendmentId/reopening')
  @HttpCode(200)
  @Can('amendment.step')
  reopen(@CurrentActor() actor: ProjectActor, @Param('amendmentId') id: string, @IfMatch() seen: number): Promise<AmendmentView> {
    return this.amendments.reopen(actor, id, seen);
  }
}
