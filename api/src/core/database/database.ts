import { Injectable } from '@nestjs/common';
import type { Pool, QueryResultRow } from 'pg';
import { DataSource } from 'typeorm';
import type { PostgresDriver } from 'typeorm/driver/postgres/PostgresDriver.js';
import type { Statement } from './statement.js';

/** Reads outside a transaction; one prepared statement each. */
@Injectable()
export class Database {
  private readonly pool: Pool;

  constructor(dataSource: DataSource) {
    this.pool = (dataSource.driver as PostgresDriver).master as Pool;
  }

  async rows<Row extends QueryResultRow>(statement: Statement, values: readonly unknown[]): Promise<Row[]> {
    const { rows } = await this.pool.query<Row>({ name: statement.name, text: statement.text, values: [...values] });
    return rows;
  }

  async row<Row extends QueryResultRow>(statement: Statement, values: readonly unknown[]): Promise<Row | null> {
    const rows = await this.rows<Row>(statement, values);
    return rows[0] ?? null;
  }
}
