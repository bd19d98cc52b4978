import { Module } from '@nestjs/common';
import { AmendmentsModule } from '../amendments/amendments.module.js';
import { CashModule } from '../cash/cash.module.js';
import { ConsortiumModule } from '../consortium/consortium.module.js';
import { DeliverablesModule } from '../deliverables/deliverables.module.js';
import { DependenciesModule } from '../dependencies/dependencies.module.js';
import { ImportModule } from '../import/import.module.js';
import { MilestonesModule } from '../milestones/milestones.module.js';
import { QualityBoardModule } from '../quality-board/quality-board.module.js';
import { ReportingModule } from '../reporting/reporting.module.js';
import { TaskPartsModule } from '../task-parts/task-parts.module.js';
import { WorkPlanModule } from '../work-plan/work-plan.module.js';
import { BoardServices } from './board-player.js';
import { DemoRepository } from './demo.repository.js';
import { DemoService } from './demo.service.js';

@Module({
  imports: [
    CashModule,
    ConsortiumModule,
    WorkPlanModule,
    TaskPartsModule,
    AmendmentsModule,
    DeliverablesModule,
    QualityBoardModule,
    ImportModule,
    MilestonesModule,
    DependenciesModule,
    ReportingModule,
  ],
  providers: [DemoService, BoardServices, DemoRepository],
  exports: [DemoService],
})
export class DemoModule {}
