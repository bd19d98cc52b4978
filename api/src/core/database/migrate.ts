import { MigrationExecutor, type DataSource } from 'typeorm';

/** Any number, the same for all servers of this product: whoever holds the lock migrates. */
const MIGRATION_LOCK = 7_262_101;

/** Brings the schema up to date; of several servers that start at once one does it and the others wait. */
export async function migrate(dataSource: DataSource): Promise<void> {
  const runner = dataSource.createQueryRunner();
  try {
    // Waiting for another server, or a long migration, is no statement that hangs.
    await runner.query('SET statement_timeout = 0');
    await runner.query('SELECT pg_advisory_lock($1)', [MIGRATION_LOCK]);
    const executor = new MigrationExecutor(dataSource, runner);
    executor.transaction = 'all';
    await executor.executePendingMigrations();
  } finally {
    await runner.query('SELECT pg_advisory_unlock($1)', [MIGRATION_LOCK]);
    await runner.query('RESET statement_timeout');
    await runner.release();
  }
}
