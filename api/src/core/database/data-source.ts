import pg from 'pg';
import { DataSource, type DataSourceOptions } from 'typeorm';
import { Settings } from '../config/settings.js';
import { MIGRATIONS } from '../../migrations/index.js';
import type { DatabaseConnection } from './database-handle.js';
import { migrate } from './migrate.js';

/** Cents and counts fit a double exactly; a calendar date is text, not an instant. */
function readNumbersAndDatesPlainly(): void {
  pg.types.setTypeParser(pg.types.builtins.INT8, Number);
  pg.types.setTypeParser(pg.types.builtins.DATE, (text: string) => text);
}

/** Options without entities: each module brings its own. */
export function dataSourceOptions(connection: DatabaseConnection, settings: Settings): DataSourceOptions {
  return {
    type: 'postgres',
    ...(connection.url === undefined
      ? { host: connection.host, username: connection.user, database: connection.database }
      : { url: connection.url }),
    migrations: MIGRATIONS,
    synchronize: false,
    parseInt8: true,
    installExtensions: false,
    applicationName: 'project-office',
    invalidWhereValuesBehavior: { null: 'throw', undefined: 'throw' },
    extra: {
      max: connection.poolSize,
      // What a transaction asks for without waiting for an answer travels together.
      pipeline: true,
      // Prepared once, planned once: the statements are large, and their plans do not depend on the values.
      ...(connection.enterSharedSession === undefined
        ? { options: '-c plan_cache_mode=force_generic_plan' }
        : { idleTimeoutMillis: 0, onConnect: connection.enterSharedSession }),
      statement_timeout: settings.STATEMENT_TIMEOUT_MS,
      idle_in_transaction_session_timeout: settings.STATEMENT_TIMEOUT_MS,
      connectionTimeoutMillis: settings.STATEMENT_TIMEOUT_MS,
    },
  } as DataSourceOptions;
}

/** Opens the pool and brings the schema up to date. */
export async function openDataSource(options: DataSourceOptions | undefined): Promise<DataSource> {
  if (options === undefined) throw new TypeError('no-database-options');
  readNumbersAndDatesPlainly();
  const dataSource = await new DataSource(options).initialize();
  await migrate(dataSource);
  return dataSource;
}
