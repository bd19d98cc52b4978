import { Module } from '@nestjs/common';
import { WorkPlanModule } from '../work-plan/work-plan.module.js';
import { ExportGate } from './export-gate.js';
import { ExportsController } from './exports.controller.js';
import { ExportsRepository } from './exports.repository.js';
import { ExportsService } from './exports.service.js';

@Module({
  imports: [WorkPlanModule],
  controllers: [ExportsController],
  providers: [ExportsService, ExportsRepository, ExportGate],
})
export class ExportsModule {}
