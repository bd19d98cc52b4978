import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { DomainEvents, type DomainEvent, type UnitOfWork } from '../events/domain-events.js';

/** One unit of work. Repositories that write take it first, so that nobody writes outside one by mistake. */
export class Transaction implements UnitOfWork {
  readonly events: DomainEvent[] = [];

  constructor(readonly manager: EntityManager) {}

  /** Reads inside the unit of work; `FOR UPDATE` where the row is about to change. */
  async rows<Row>(sql: string, values: readonly unknown[]): Promise<Row[]> {
    return this.manager.query<Row[]>(sql, [...values]);
  }

  async row<Row>(sql: string, values: readonly unknown[]): Promise<Row | null> {
    return (await this.rows<Row>(sql, values))[0] ?? null;
  }

  /** Makes something known: recorded in the audit log inside this unit. */
  publish(event: DomainEvent): void {
    this.events.push(event);
  }
}

@Injectable()
export class Transactions {
  constructor(
    private readonly dataSource: DataSource,
    private readonly events: DomainEvents,
  ) {}

  run<T>(work: (t: Transaction) => Promise<T>): Promise<T> {
    return this.dataSource.transaction(async (manager) => {
      const t = new Transaction(manager);
      const result = await work(t);
      for (const event of t.events) await this.events.record(t, event);
      return result;
    });
  }
}
