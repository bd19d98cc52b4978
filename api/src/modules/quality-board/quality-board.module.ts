import { Module } from '@nestjs/common';
import { AuthModule } from '../auth/auth.module.js';
import { DeliverablesModule } from '../deliverables/deliverables.module.js';
import { QualityBoardController } from './quality-board.controller.js';
import { QualityBoardRepository } from './quality-board.repository.js';
import { QualityBoardService } from './quality-board.service.js';

@Module({
  imports: [AuthModule, DeliverablesModule],
  controllers: [QualityBoardController],
  providers: [QualityBoardService, QualityBoardRepository],
  exports: [QualityBoardService],
})
export class QualityBoardModule {}
