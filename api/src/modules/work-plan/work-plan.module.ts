import { Module } from '@nestjs/common';
import { StandingRepository } from './standing.repository.js';
import { Standings } from './standings.js';
import { WorkPlanController } from './work-plan.controller.js';
import { WorkPlanRepository } from './work-plan.repository.js';
import { WorkPlanService } from './work-plan.service.js';

@Module({
  controllers: [WorkPlanController],
  providers: [WorkPlanService, WorkPlanRepository, Standings, StandingRepository],
  exports: [WorkPlanService, Standings],
})
export class WorkPlanModule {}
