import { Module } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { WorkPlanModule } from '../work-plan/work-plan.module.js';
import { AgreementsRepository } from './agreements.repository.js';
import { Agreements } from './agreements.js';
import { AmendmentsController } from './amendments.controller.js';
import { AmendmentsRepository } from './amendments.repository.js';
import { AmendmentsService } from './amendments.service.js';
import { PlanChangesController } from './plan-changes.controller.js';
import { PlanChangesService } from './plan-changes.service.js';
import { PlanDays } from './plan-days.js';
import { PlanWriter } from './plan-writer.js';

@Module({
  imports: [WorkPlanModule],
  controllers: [AmendmentsController, PlanChangesController],
  providers: [
    Agreements,
    AgreementsRepository,
    AmendmentsRepository,
    AmendmentsService,
    PlanChangesService,
    PlanDays,
    PlanWriter,
    { provide: APP_GUARD, useExisting: PlanDays },
  ],
  exports: [Agreements, AmendmentsService, PlanChangesService],
})
export class AmendmentsModule {}
