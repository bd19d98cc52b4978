import { Body, Controller, Get, Param, Put } from '@nestjs/common';
import type { BoardStatisticsView, DeliverableView, QualityBoardView, ReviewerChoiceView } from '@office/contracts';
import { Can, CurrentActor, type ProjectActor } from '../../core/http/access.js';
import { IfMatch } from '../../core/http/if-match.js';
import { ProjectPage, VersionedPage } from '../../core/pages/project-page.js';
import { BoardSettingsService } from './board-settings.service.js';
import { BoardStatistics } from './board-statistics.js';
import { BoardMembersDto, BoardRulesDto, ReviewersDto } from './dto/board.dto.js';
import { ReviewersService } from './reviewers.service.js';

/** The board itself: its rules, its members, whom it appoints, and what its work comes to. */
@Controller('projects/:projectId')
export class BoardController {
  constructor(
    private readonly settings: BoardSettingsService,
    private readonly reviewers: ReviewersService,
    private readonly statistics: BoardStatistics,
  ) {}

  @Put('quality-board/rules')
  @Can('quality-board.manage')
  changeRules(@CurrentActor() actor: ProjectActor, @IfMatch() seen: number, @Body() rules: BoardRulesDto): Promise<QualityBoardView> {
    return this.settings.changeRules(actor, seen, rules);
  }

  @Put('quality-board/members')
  @Can('quality-board.manage')
  changeMembers(@CurrentActor() actor: ProjectActor, @IfMatch() seen: number, @Body() board: BoardMembersDto): Promise<QualityBoardView> {
    return this.settings.changeMembers(actor, seen, board);
  }

  @Get('quality-board/statistics')
  @Can('deliverable.read')
  @ProjectPage()
  figures(@CurrentActor() actor: ProjectActor): Promise<BoardStatisticsView> {
    return this.statistics.view(actor);
  }

  @Get('deliverables/:deliverableId/reviewers')
  @Can('deliverable.read')
  @VersionedPage()
  reviewerChoice(@CurrentActor() actor: ProjectActor, @Param('deliverableId') id: string): Promise<ReviewerChoiceView> {
    return this.reviewers.choice(actor, id);
  }

  @Put('deliverables/:deliverableId/reviewers')
  @Can('quality-board.manage')
  appoint(
    @CurrentActor() actor: ProjectActor,
    @Param('deliverableId') id: string,
    @IfMatch() seen: number,
    @Body() { membershipIds }: ReviewersDto,
  ): Promise<DeliverableView> {
    return this.reviewers.appoint(actor, id, seen, membershipIds);
  }
}
