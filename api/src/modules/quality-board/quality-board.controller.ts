import { Body, Controller, Get, Ip, Param, Post } from '@nestjs/common';
import type { DeliverableView, QualityBoardView } from '@office/contracts';
import { Can, CurrentActor, type ProjectActor } from '../../core/http/access.js';
import { ProjectPage } from '../../core/pages/project-page.js';
import { AuthService } from '../auth/auth.service.js';
import { ReviewDto } from './dto/review.dto.js';
import { SignOffDto } from './dto/sign-off.dto.js';
import { QualityBoardService } from './quality-board.service.js';

@Controller('projects/:projectId')
export class QualityBoardController {
  constructor(
    private readonly qualityBoard: QualityBoardService,
    private readonly auth: AuthService,
  ) {}

  @Get('quality-board')
  @Can('deliverable.read')
  @ProjectPage()
  board(@CurrentActor() actor: ProjectActor): Promise<QualityBoardView> {
    return this.qualityBoard.board(actor);
  }

  @Post('review-rounds/:roundId/reviews')
  @Can('deliverable.review')
  sendReview(@CurrentActor() actor: ProjectActor, @Param('roundId') roundId: string, @Body() review: ReviewDto): Promise<DeliverableView> {
    return this.qualityBoard.sendReview(actor, roundId, review);
  }

  @Post('review-rounds/:roundId/sign-off')
  @Can('deliverable.sign-off')
  async signOff(
    @CurrentActor() actor: ProjectActor,
    @Param('roundId') roundId: string,
    @Body() { password }: SignOffDto,
    @Ip() address: string,
  ): Promise<DeliverableView> {
    await this.auth.confirm(actor.personId, password, address);
    return this.qualityBoard.signOff(actor, roundId);
  }

  @Post('review-rounds/:roundId/change-request')
  @Can('deliverable.request-changes')
  requestChanges(@CurrentActor() actor: ProjectActor, @Param('roundId') roundId: string): Promise<DeliverableView> {
    return this.qualityBoard.requestChanges(actor, roundId);
  }
}
