import { Module } from '@nestjs/common';
import { ConsortiumModule } from '../consortium/consortium.module.js';
import { DeliverablesModule } from '../deliverables/deliverables.module.js';
import { ImportModule } from '../import/import.module.js';
import { QualityBoardModule } from '../quality-board/quality-board.module.js';
import { WorkPlanModule } from '../work-plan/work-plan.module.js';
import { DemoRepository } from './demo.repository.js';
import { DemoService } from './demo.service.js';

@Module({
  imports: [ConsortiumModule, WorkPlanModule, DeliverablesModule, QualityBoardModule, ImportModule],
  providers: [DemoService, DemoRepository],
  exports: [DemoService],
})
export class DemoModule {}
