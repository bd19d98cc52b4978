import { Module } from '@nestjs/common';
import { WorkPlanController } from './work-plan.controller.js';
import { WorkPlanRepository } from './work-plan.repository.js';
import { WorkPlanService } from './work-plan.service.js';

@Module({ controllers: [WorkPlanController], providers: [WorkPlanService, WorkPlanRepository], exports: [WorkPlanService] })
export class WorkPlanModule {}
