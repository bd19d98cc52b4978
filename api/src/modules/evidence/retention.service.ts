import { Injectable } from '@nestjs/common';
import type { EventCode, RetentionView } from '@office/contracts';
import type { PlainDate } from '@office/domain';
import { v7 as uuid } from 'uuid';
import { Clock } from '../../core/clock/clock.js';
import { Transactions, type Transaction } from '../../core/database/transaction.js';
import { retentionView } from './evidence.mapper.js';
import { EvidenceRepository } from './evidence.repository.js';
import { RetentionRepository } from './retention.repository.js';

/** No project has this grant number. */
export class ProjectUnknownError extends Error {
  constructor(readonly grantNumber: string) {
    super('project-unknown');
  }
}

interface Project {
  readonly id: string;
  readonly acronym: string;
}

/** What is said of how long the evidence has to be kept; the database deletes none of it before or after. */
@Injectable()
export class RetentionService {
  constructor(
    private readonly repository: RetentionRepository,
    private readonly evidence: EvidenceRepository,
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {}

  async view(grantNumber: string): Promise<RetentionView> {
    return this.viewOf((await this.project(grantNumber)).id);
  }

  /** The day of the final payment, from which the years are counted; said again, it is corrected. */
  async finalPayment(grantNumber: string, on: PlainDate): Promise<RetentionView> {
    const project = await this.project(grantNumber);
    await this.transactions.run(async (t) => {
      await this.repository.recordFinalPayment(t, project.id, on);
      this.publish(t, project, 'retention.final-payment', { on });
    });
    return this.viewOf(project.id);
  }

  async hold(grantNumber: string, reason: string): Promise<RetentionView> {
    const project = await this.project(grantNumber);
    await this.transactions.run(async (t) => {
      await this.repository.addHold(t, project.id, { id: uuid(), reason }, this.clock.now());
      this.publish(t, project, 'retention.hold-placed', { reason });
    });
    return this.viewOf(project.id);
  }

  async lift(grantNumber: string): Promise<RetentionView> {
    const project = await this.project(grantNumber);
    await this.transactions.run(async (t) => {
      const reasons = await this.repository.liftHolds(t, project.id, this.clock.now());
      for (const reason of reasons) this.publish(t, project, 'retention.hold-lifted', { reason });
    });
    return this.viewOf(project.id);
  }

  private async project(grantNumber: string): Promise<Project> {
    const project = await this.repository.projectByGrantNumber(grantNumber);
    if (project === null) throw new ProjectUnknownError(grantNumber);
    return project;
  }

  private async viewOf(projectId: string): Promise<RetentionView> {
    const row = await this.evidence.retention(projectId);
    if (row === null) throw new ProjectUnknownError(projectId);
    return retentionView(row, this.clock.now());
  }

  private publish(t: Transaction, { id, acronym }: Project, event: EventCode, detail: Record<string, string>): void {
    const subject = { kind: 'project' as const, id, label: acronym };
    t.publish({ event, projectId: id, at: this.clock.now(), personId: null, subject, detail });
  }
}
