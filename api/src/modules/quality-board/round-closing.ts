import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Clock } from '../../core/clock/clock.js';
import { Transactions } from '../../core/database/transaction.js';
import { Jobs } from '../../core/jobs/jobs.js';
import { QualityBoardRepository } from './quality-board.repository.js';
import { Rounds } from './rounds.js';

const EVERY_SECONDS = 60;

/** Closes rounds whose time is over and that nobody writes into (ADR 17): who does so later, or again, finds the same. */
@Injectable()
export class RoundClosing implements OnModuleInit {
  constructor(
    private readonly repository: QualityBoardRepository,
    private readonly rounds: Rounds,
    private readonly transactions: Transactions,
    private readonly jobs: Jobs,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.jobs.add({ name: 'review-rounds', everySeconds: EVERY_SECONDS, run: () => this.closeOverdue() });
  }

  async closeOverdue(): Promise<void> {
    for (const { projectId, roundId } of await this.repository.overdueRounds(this.clock.now()))
      await this.transactions.run((t) => this.rounds.open(t, projectId, roundId));
  }
}
