import { Body, Controller, Get, HttpCode, Param, Post, Put } from '@nestjs/common';
import type { CashView } from '@office/contracts';
import { Can, CurrentActor, type ProjectActor } from '../../core/http/access.js';
import { IfMatch } from '../../core/http/if-match.js';
import { ProjectPage } from '../../core/pages/project-page.js';
import { CashService } from './cash.service.js';
import { AccessionDto, DistributionDto, NationalApprovalDto, PaymentDto, PaymentTermsDto, ReceiptDto, SendingDto } from './dto/cash.dto.js';

@Controller('projects/:projectId')
export class CashController {
  constructor(private readonly service: CashService) {}

  @Get('cash')
  @Can('budget.read')
  @ProjectPage()
  cash(@CurrentActor() actor: ProjectActor): Promise<CashView> {
    return this.service.cash(actor);
  }

  @Put('cash/terms')
  @Can('budget.manage')
  writeTerms(@CurrentActor() actor: ProjectActor, @IfMatch() seen: number, @Body() body: PaymentTermsDto): Promise<CashView> {
    return this.service.writeTerms(actor, seen, body);
  }

  @Post('payments')
  @Can('budget.manage')
  add(@CurrentActor() actor: ProjectActor, @Body() body: PaymentDto): Promise<CashView> {
    return this.service.add(actor, body);
  }

  @Put('payments/:paymentId')
  @Can('budget.manage')
  change(
    @CurrentActor() actor: ProjectActor,
    @Param('paymentId') id: string,
    @IfMatch() seen: number,
    @Body() body: PaymentDto,
  ): Promise<CashView> {
    return this.service.change(actor, id, seen, body);
  }

  @Post('payments/:paymentId/receipt')
  @HttpCode(200)
  @Can('budget.manage')
  receive(
    @CurrentActor() actor: ProjectActor,
    @Param('paymentId') id: string,
    @IfMatch() seen: number,
    @Body() body: ReceiptDto,
  ): Promise<CashView> {
    return this.service.receive(actor, id, seen, body);
  }

  @Put('payments/:paymentId/distribution')
  @Can('budget.manage')
  plan(
    @CurrentActor() actor: ProjectActor,
    @Param('paymentId') id: string,
    @IfMatch() seen: number,
    @Body() body: DistributionDto,
  ): Promise<CashView> {
    return this.service.plan(actor, id, seen, body);
  }

  @Post('distributions/:distributionId/sending')
  @HttpCode(200)
  @Can('budget.manage')
  send(
    @CurrentActor() actor: ProjectActor,
    @Param('distributionId') id: string,
    @IfMatch() seen: number,
    @Body() { sentOn }: SendingDto,
  ): Promise<CashView> {
    return this.service.send(actor, id, seen, sentOn);
  }

  @Post('distributions/:distributionId/confirmation')
  @HttpCode(200)
  @Can('distribution.confirm')
  confirm(@CurrentActor() actor: ProjectActor, @Param('distributionId') id: string, @IfMatch() seen: number): Promise<CashView> {
    return this.service.confirm(actor, id, seen);
  }

  @Put('cash/partners/:beneficiaryId/accession')
  @Can('budget.manage')
  recordAccession(
    @CurrentActor() actor: ProjectActor,
    @Param('beneficiaryId') id: string,
    @IfMatch() seen: number,
    @Body() { accededOn }: AccessionDto,
  ): Promise<CashView> {
    return this.service.recordAccession(actor, id, seen, accededOn);
  }

  @Put('cash/partners/:beneficiaryId/approval')
  @Can('expenditure.record')
  recordApproval(
    @CurrentActor() actor: ProjectActor,
    @Param('beneficiaryId') id: string,
    @IfMatch() seen: number,
    @Body() body: NationalApprovalDto,
  ): Promise<CashView> {
    return this.service.recordApproval(actor, id, seen, body);
  }
}
