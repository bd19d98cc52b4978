import { Injectable } from '@nestjs/common';
import type { PoolClient } from 'pg';
import { DataSource, type EntityManager, type QueryRunner } from 'typeorm';
import { DomainEvents, type DomainEvent, type UnitOfWork } from '../events/domain-events.js';
import { named } from './statement.js';

export class TransactionOverError extends Error {}
export class TransactionUndoneError extends Error {}

/** What is asked of a connection before the next turn of the event loop leaves in one packet. */
function together<T>(client: PoolClient, ask: () => T): T {
  const { stream } = client.connection;
  stream.cork();
  process.nextTick(() => stream.uncork());
  return ask();
}

/**
 * One unit of work. Repositories that write take it first, so that nobody writes outside one by mistake. Statements reach
 * the database in the order in which they are asked for: those that do not need each other's answer need not be awaited
 * one by one, and then travel together.
 */
export class Transaction implements UnitOfWork {
  private readonly recordings: Promise<void>[] = [];
  private over = false;

  constructor(
    readonly manager: EntityManager,
    private readonly client: PoolClient,
    private readonly events: DomainEvents,
  ) {}

  /** Rows that a statement answers with, `RETURNING` included; `FOR UPDATE` where a row is about to change. */
  async rows<Row>(sql: string, values: readonly unknown[]): Promise<Row[]> {
    // Whoever still asks after the end would write outside of any unit, on a connection that is somebody else's by now.
    if (this.over) throw new TransactionOverError();
    const { rows } = await together(this.client, () => this.client.query({ ...named(sql), values: [...values] }));
    return rows as Row[];
  }

  async row<Row>(sql: string, values: readonly unknown[]): Promise<Row | null> {
    return (await this.rows<Row>(sql, values))[0] ?? null;
  }

  /** Makes something known: recorded in the audit log inside this unit. */
  publish(event: DomainEvent): void {
    const recording = this.events.record(this, event);
    // Asked for again before the unit ends; until then its failure is nobody's.
    recording.catch(() => undefined);
    this.recordings.push(recording);
  }

  async commit(): Promise<void> {
    await Promise.all(this.recordings);
    this.over = true;
    const { command } = await this.client.query(named('COMMIT'));
    // A statement failed and nobody looked: the database has undone everything and says so in this word alone.
    if (command !== 'COMMIT') throw new TransactionUndoneError();
  }

  async rollBack(): Promise<void> {
    this.over = true;
    // A connection that cannot even do this is lost, and its work with it.
    await this.client.query(named('ROLLBACK')).catch(() => undefined);
  }
}

@Injectable()
export class Transactions {
  constructor(
    private readonly dataSource: DataSource,
    private readonly events: DomainEvents,
  ) {}

  /** All of the work or nothing: whatever it throws undoes what it wrote. */
  async run<T>(work: (t: Transaction) => Promise<T>): Promise<T> {
    const runner = this.dataSource.createQueryRunner();
    try {
      const client = (await runner.connect()) as PoolClient;
      return await this.within(runner, client, work);
    } finally {
      await runner.release();
    }
  }

  private async within<T>(runner: QueryRunner, client: PoolClient, work: (t: Transaction) => Promise<T>): Promise<T> {
    const begun = together(client, () => client.query(named('BEGIN')));
    const t = new Transaction(runner.manager, client, this.events);
    try {
      const [result] = await Promise.all([work(t), begun]);
      await t.commit();
      return result;
    } catch (error) {
      await t.rollBack();
      throw error;
    }
  }
}
