import { Injectable, type OnModuleInit } from '@nestjs/common';
import { sealText } from '@office/domain';
import { Clock } from '../../core/clock/clock.js';
import { Transactions } from '../../core/database/transaction.js';
import { Jobs } from '../../core/jobs/jobs.js';
import { SealKeys } from './seal-keys.js';
import { SealsRepository } from './seals.repository.js';

const LOOK_SECONDS = 3_600;

/** Signs how far each project's chain has come, once a day (UTC) on which it has grown. */
@Injectable()
export class SealsService implements OnModuleInit {
  constructor(
    private readonly repository: SealsRepository,
    private readonly keys: SealKeys,
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    private readonly jobs: Jobs,
  ) {}

  onModuleInit(): void {
    this.jobs.add({ name: 'seals', everySeconds: LOOK_SECONDS, run: () => this.sealAll() });
  }

  async sealAll(): Promise<void> {
    const sealedAt = this.clock.now();
    const day = this.clock.today('UTC');
    for (const { projectId, seq, headHash } of await this.repository.unsealed(day)) {
      const signature = this.keys.sign(sealText({ projectId, day, seq, headHash }));
      const seal = { day, seq, headHash, keyId: this.keys.keyId, signature, sealedAt };
      await this.transactions.run((t) => this.repository.add(t, projectId, seal));
    }
  }
}
