import { Injectable, Logger, type BeforeApplicationShutdown } from '@nestjs/common';
import { Clock } from '../clock/clock.js';
import { Database } from '../database/database.js';
import { statement } from '../database/statement.js';

/** Work that is done again and again, by one server at a time. It is asked for what is due, so that a lost turn loses nothing. */
export interface Job {
  readonly name: string;
  readonly everySeconds: number;
  readonly run: () => Promise<void>;
}

/**
 * One row per job decides who takes the turn: a lock of a session would need a connection of its own for as long as the
 * work lasts, and the embedded database has only one. A server that fell gives its turn away when its time is up; a job
 * that began in the future began before somebody set the clock back.
 */
const TAKE_TURN = statement(
  'job-take-turn',
  `INSERT INTO job (name, started_at, busy_until) VALUES ($1, $2, $4)
   ON CONFLICT (name) DO UPDATE SET started_at = excluded.started_at, busy_until = excluded.busy_until
   WHERE (job.busy_until IS NULL OR job.busy_until <= $2 OR job.started_at > $2) AND (job.started_at <= $3 OR job.started_at > $2)
   RETURNING name`,
);
const END_TURN = statement('job-end-turn', `UPDATE job SET busy_until = NULL WHERE name = $1 AND started_at = $2`);

const LONGEST_TURN_MS = 15 * 60_000;
/** A timer that comes a little early is not too early. */
const EARLY = 0.9;

@Injectable()
export class Jobs implements BeforeApplicationShutdown {
  private readonly logger = new Logger(Jobs.name);
  private readonly jobs: Job[] = [];
  private readonly running = new Set<Promise<void>>();
  private timers: NodeJS.Timeout[] = [];

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** To be said in `onModuleInit`. */
  add(job: Job): void {
    this.jobs.push(job);
  }

  /** The server has begun to listen: what is due is done now, and looked for again as often as each job says. */
  start(): void {
    void this.runDue();
    this.timers = this.jobs.map((job) => setInterval(() => void this.take(job), job.everySeconds * 1_000).unref());
  }

  /** Does what is due and waits for it; what another server is doing is not waited for. */
  async runDue(): Promise<void> {
    for (const job of this.jobs) await this.take(job);
  }

  async beforeApplicationShutdown(): Promise<void> {
    for (const timer of this.timers) clearInterval(timer);
    await Promise.all(this.running);
  }

  private async take(job: Job): Promise<void> {
    const turn = this.turnOf(job).catch((error: unknown) => this.logger.warn({ err: error, job: job.name }));
    this.running.add(turn);
    await turn;
    this.running.delete(turn);
  }

  private async turnOf({ name, everySeconds, run }: Job): Promise<void> {
    const now = this.clock.now();
    const at = (ms: number): Date => new Date(now.getTime() + ms);
    const taken = await this.database.row(TAKE_TURN, [name, now, at(-everySeconds * 1_000 * EARLY), at(LONGEST_TURN_MS)]);
    if (taken === null) return;
    try {
      await run();
    } finally {
      await this.database.rows(END_TURN, [name, now]);
    }
  }
}
