import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import type { MilestoneView } from '@office/contracts';
import { Can, CurrentActor, type ProjectActor } from '../../core/http/access.js';
import { IfMatch } from '../../core/http/if-match.js';
import { AchievementDto } from './dto/achievement.dto.js';
import { PostponementDto } from './dto/postponement.dto.js';
import { MilestonesService } from './milestones.service.js';

@Controller('projects/:projectId/milestones/:milestoneId')
export class MilestonesController {
  constructor(private readonly milestones: MilestonesService) {}

  @Get()
  @Can('work-plan.read')
  milestone(@CurrentActor() actor: ProjectActor, @Param('milestoneId') id: string): Promise<MilestoneView> {
    return this.milestones.milestone(actor, id);
  }

  @Post('achievement')
  @HttpCode(200)
  @Can('milestone.report')
  achieve(
    @CurrentActor() actor: ProjectActor,
    @Param('milestoneId') id: string,
    @IfMatch() seen: number,
    @Body() request: AchievementDto,
  ): Promise<MilestoneView> {
    return this.milestones.achieve(actor, id, seen, request);
  }

  @Post('postponement')
  @HttpCode(200)
  @Can('milestone.report')
  postpone(
    @CurrentActor() actor: ProjectActor,
    @Param('milestoneId') id: string,
    @IfMatch() seen: number,
    @Body() request: PostponementDto,
  ): Promise<MilestoneView> {
    return this.milestones.postpone(actor, id, seen, request);
  }
}
