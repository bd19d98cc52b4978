import { Body, Controller, Delete, Get, HttpCode, Param, Post, Put } from '@nestjs/common';
import type { DeliverableView, ReviewDraftView } from '@office/contracts';
import { Can, CurrentActor, type ProjectActor } from '../../core/http/access.js';
import { CommentAgreementDto, CommentAnswerDto, RecusalDto, ReviewDraftDto } from './dto/board.dto.js';
import { QualityBoardService } from './quality-board.service.js';
import { ReviewCommentsService } from './review-comments.service.js';
import { ReviewDrafts } from './review-drafts.js';

/** What goes on around a verdict: the draft before it, a conflict of interest instead of it, the talk about its comments. */
@Controller('projects/:projectId')
export class ReviewsController {
  constructor(
    private readonly qualityBoard: QualityBoardService,
    private readonly drafts: ReviewDrafts,
    private readonly comments: ReviewCommentsService,
  ) {}

  @Post('review-rounds/:roundId/recusal')
  @Can('deliverable.review')
  recuse(@CurrentActor() actor: ProjectActor, @Param('roundId') roundId: string, @Body() { reason }: RecusalDto): Promise<DeliverableView> {
    return this.qualityBoard.recuse(actor, roundId, reason);
  }

  @Get('review-rounds/:roundId/draft')
  @Can('deliverable.review')
  draft(@CurrentActor() actor: ProjectActor, @Param('roundId') roundId: string): Promise<ReviewDraftView> {
    return this.drafts.view(actor, roundId);
  }

  @Put('review-rounds/:roundId/draft')
  @Can('deliverable.review')
  keepDraft(
    @CurrentActor() actor: ProjectActor,
    @Param('roundId') roundId: string,
    @Body() draft: ReviewDraftDto,
  ): Promise<ReviewDraftView> {
    return this.drafts.keep(actor, roundId, draft);
  }

  @Delete('review-rounds/:roundId/draft')
  @Can('deliverable.review')
  @HttpCode(204)
  removeDraft(@CurrentActor() actor: ProjectActor, @Param('roundId') roundId: string): Promise<void> {
    return this.drafts.remove(actor, roundId);
  }

  @Put('review-comments/:commentId/answer')
  @Can('deliverable.answer-comment')
  answer(
    @CurrentActor() actor: ProjectActor,
    @Param('commentId') commentId: string,
    @Body() { text }: CommentAnswerDto,
  ): Promise<DeliverableView> {
    return this.comments.answer(actor, commentId, text);
  }

  @Put('review-comments/:commentId/agreement')
  @Can('deliverable.review')
  agree(
    @CurrentActor() actor: ProjectActor,
    @Param('commentId') commentId: string,
    @Body() agreement: CommentAgreementDto,
  ): Promise<DeliverableView> {
    return this.comments.agree(actor, commentId, agreement);
  }
}
