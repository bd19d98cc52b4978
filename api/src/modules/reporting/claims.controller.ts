import { Body, Controller, HttpCode, Param, Post, Put } from '@nestjs/common';
import type { ReportView } from '@office/contracts';
import { Can, CurrentActor, type ProjectActor } from '../../core/http/access.js';
import { IfMatch } from '../../core/http/if-match.js';
import { ClaimsService } from './claims.service.js';
import { ClaimAcceptanceDto, ClaimPartialAcceptanceDto, ClaimPaymentDto, ClaimRejectionDto, DeclarationDto } from './dto/claims.dto.js';

@Controller('projects/:projectId/reports/:periodId/work-packages/:workPackageId')
export class ClaimsController {
  constructor(private readonly claims: ClaimsService) {}

  @Put('declaration')
  @Can('budget.manage')
  declare(
    @CurrentActor() actor: ProjectActor,
    @Param('periodId') periodId: string,
    @Param('workPackageId') workPackageId: string,
    @IfMatch() seen: number,
    @Body() body: DeclarationDto,
  ): Promise<ReportView> {
    return this.claims.declare(actor, { periodId, workPackageId, seen }, body);
  }

  @Post('acceptance')
  @HttpCode(200)
  @Can('budget.manage')
  accept(
    @CurrentActor() actor: ProjectActor,
    @Param('periodId') periodId: string,
    @Param('workPackageId') workPackageId: string,
    @IfMatch() seen: number,
    @Body() { note }: ClaimAcceptanceDto,
  ): Promise<ReportView> {
    return this.claims.accept(actor, { periodId, workPackageId, seen }, note);
  }

  @Post('partial-acceptance')
  @HttpCode(200)
  @Can('budget.manage')
  acceptPartly(
    @CurrentActor() actor: ProjectActor,
    @Param('periodId') periodId: string,
    @Param('workPackageId') workPackageId: string,
    @IfMatch() seen: number,
    @Body() body: ClaimPartialAcceptanceDto,
  ): Promise<ReportView> {
    return this.claims.acceptPartly(actor, { periodId, workPackageId, seen }, body);
  }

  @Post('rejection')
  @HttpCode(200)
  @Can('budget.manage')
  reject(
    @CurrentActor() actor: ProjectActor,
    @Param('periodId') periodId: string,
    @Param('workPackageId') workPackageId: string,
    @IfMatch() seen: number,
    @Body() { reason }: ClaimRejectionDto,
  ): Promise<ReportView> {
    return this.claims.reject(actor, { periodId, workPackageId, seen }, reason);
  }

  @Post('payment')
  @HttpCode(200)
  @Can('budget.manage')
  pay(
    @CurrentActor() actor: ProjectActor,
    @Param('periodId') periodId: string,
    @Param('workPackageId') workPackageId: string,
    @IfMatch() seen: number,
    @Body() { paidOn }: ClaimPaymentDto,
  ): Promise<ReportView> {
    return this.claims.pay(actor, { periodId, workPackageId, seen }, paidOn);
  }
}
