import {
  Injectable,
  Logger,
  type CanActivate,
  type ExecutionContext,
  type OnApplicationBootstrap,
  type OnApplicationShutdown,
} from '@nestjs/common';
import { dateIn } from '@office/domain';
import type { FastifyRequest } from 'fastify';
import { Clock } from '../../core/clock/clock.js';
import { Transactions } from '../../core/database/transaction.js';
import { AgreementsRepository, type DueDay } from './agreements.repository.js';
import { Agreements } from './agreements.js';

const LOOK_EVERY_MS = 60_000;

/**
 * Sees to it that a plan is read as its day says. Each server keeps the next day of every project on which the clock alone
 * changes something, asks the database anew every minute, and settles a project before the first request on that day.
 * Two servers that do so at once find the second time nothing left: the agreement's row is their lock.
 */
@Injectable()
export class PlanDays implements CanActivate, OnApplicationBootstrap, OnApplicationShutdown {
  private readonly logger = new Logger(PlanDays.name);
  private due: ReadonlyMap<string, DueDay> = new Map();
  private readonly running = new Map<string, Promise<unknown>>();
  private timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly repository: AgreementsRepository,
    private readonly agreements: Agreements,
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    await this.look();
    this.timer = setInterval(() => void this.look().catch(() => undefined), LOOK_EVERY_MS).unref();
  }

  onApplicationShutdown(): void {
    clearInterval(this.timer);
  }

  /** Before any request for a project, whoever asks: nothing is told of it here. */
  async canActivate(context: ExecutionContext): Promise<boolean> {
    const { projectId } = context.switchToHttp().getRequest<FastifyRequest>().params as { projectId?: string };
    if (projectId === undefined) return true;
    // The guard of access takes an id in any case.
    const id = projectId.toLowerCase();
    const day = this.due.get(id);
    // What cannot be settled now is tried again with the next look; the request goes on with the plan as it stands.
    await (day && this.hasCome(day) ? this.settle(id) : this.running.get(id))?.catch(() => undefined);
    return true;
  }

  /** After a write that may have made a day: what was written is done, whatever comes of the look. */
  async lookAfterWrite(): Promise<void> {
    await this.look().catch((error: unknown) => this.logger.error({ err: error }));
  }

  /** Reads the days anew and settles what is due, each project by itself. */
  async look(): Promise<void> {
    const days = await this.repository.dueDays();
    this.due = new Map(days.map((day) => [day.projectId, day]));
    for (const day of days)
      if (this.hasCome(day)) await this.settle(day.projectId).catch((error: unknown) => this.logger.error({ err: error }));
  }

  /** Once at a time; requests that come meanwhile wait for it. */
  private settle(projectId: string): Promise<unknown> {
    const running = this.running.get(projectId);
    if (running) return running;
    this.due = new Map([...this.due].filter(([id]) => id !== projectId));
    const settled = this.transactions.run((t) => this.agreements.settle(t, projectId)).finally(() => this.running.delete(projectId));
    this.running.set(projectId, settled);
    return settled;
  }

  private hasCome({ zone, on }: DueDay): boolean {
    return dateIn(zone, this.clock.now()) >= on;
  }
}
