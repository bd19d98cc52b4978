import { Module } from '@nestjs/common';
import { AuthModule } from '../auth/auth.module.js';
import { DeliverablesModule } from '../deliverables/deliverables.module.js';
import { BoardController } from './board.controller.js';
import { BoardSettingsRepository } from './board-settings.repository.js';
import { BoardSettingsService } from './board-settings.service.js';
import { BoardStatistics } from './board-statistics.js';
import { QualityBoardController } from './quality-board.controller.js';
import { QualityBoardRepository } from './quality-board.repository.js';
import { QualityBoardService } from './quality-board.service.js';
import { ReviewCommentsService } from './review-comments.service.js';
import { ReviewDrafts } from './review-drafts.js';
import { ReviewersService } from './reviewers.service.js';
import { ReviewsController } from './reviews.controller.js';
import { RoundClosing } from './round-closing.js';
import { Rounds } from './rounds.js';

@Module({
  imports: [AuthModule, DeliverablesModule],
  controllers: [QualityBoardController, BoardController, ReviewsController],
  providers: [
    QualityBoardService,
    QualityBoardRepository,
    Rounds,
    RoundClosing,
    ReviewDrafts,
    ReviewCommentsService,
    ReviewersService,
    BoardSettingsService,
    BoardSettingsRepository,
    BoardStatistics,
  ],
  exports: [QualityBoardService, ReviewCommentsService, ReviewersService, RoundClosing],
})
export class QualityBoardModule {}
