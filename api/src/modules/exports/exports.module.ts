import { Module } from '@nestjs/common';
import { DeliverablesModule } from '../deliverables/deliverables.module.js';
import { WorkPlanModule } from '../work-plan/work-plan.module.js';
import { DeliverableExportsController } from './deliverable-exports.controller.js';
import { DeliverableExportsService } from './deliverable-exports.service.js';
import { ExportGate } from './export-gate.js';
import { ExportsController } from './exports.controller.js';
import { ExportsRepository } from './exports.repository.js';
import { ExportsService } from './exports.service.js';

@Module({
  imports: [WorkPlanModule, DeliverablesModule],
  controllers: [ExportsController, DeliverableExportsController],
  providers: [ExportsService, DeliverableExportsService, ExportsRepository, ExportGate],
})
export class ExportsModule {}
