import { Module } from '@nestjs/common';
import { AuthModule } from '../auth/auth.module.js';
import { ConsortiumController } from './consortium.controller.js';
import { ConsortiumRepository } from './consortium.repository.js';
import { ConsortiumService } from './consortium.service.js';
import { EnrolmentRepository } from './enrolment.repository.js';
import { EnrolmentService } from './enrolment.service.js';
import { ErasureService } from './erasure.service.js';

@Module({
  imports: [AuthModule],
  controllers: [ConsortiumController],
  providers: [ConsortiumService, ConsortiumRepository, EnrolmentService, EnrolmentRepository, ErasureService],
  exports: [EnrolmentService],
})
export class ConsortiumModule {}
