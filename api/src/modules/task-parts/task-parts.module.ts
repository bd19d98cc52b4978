import { Module } from '@nestjs/common';
import { DeliverablesModule } from '../deliverables/deliverables.module.js';
import { WorkPlanModule } from '../work-plan/work-plan.module.js';
import { CompletionController } from './completion.controller.js';
import { TaskPartsController } from './task-parts.controller.js';
import { TaskPartsRepository } from './task-parts.repository.js';
import { TaskPartsService } from './task-parts.service.js';

@Module({
  imports: [WorkPlanModule, DeliverablesModule],
  controllers: [TaskPartsController, CompletionController],
  providers: [TaskPartsService, TaskPartsRepository],
  exports: [TaskPartsService],
})
export class TaskPartsModule {}
