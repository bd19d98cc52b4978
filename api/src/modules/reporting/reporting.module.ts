import { Module } from '@nestjs/common';
import { ClaimsController } from './claims.controller.js';
import { ClaimsOnTheWay } from './claims-on-the-way.js';
import { ClaimsRepository } from './claims.repository.js';
import { ClaimsService } from './claims.service.js';
import { ReportsController } from './reports.controller.js';
import { ReportsRepository } from './reports.repository.js';
import { ReportsService } from './reports.service.js';

@Module({
  controllers: [ReportsController, ClaimsController],
  providers: [ReportsService, ReportsRepository, ClaimsService, ClaimsOnTheWay, ClaimsRepository],
  exports: [ReportsService, ClaimsService],
})
export class ReportingModule {}
