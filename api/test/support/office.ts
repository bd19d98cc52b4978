import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { DataSource } from 'typeorm';
import { readSettings, type Settings } from '../../src/core/config/settings.js';
import { openDatabase } from '../../src/core/database/open-database.js';
import { createApp } from '../../src/create-app.js';
import { migratedData } from './own-data.js';

/** The whole API on a database of its own, up to date and empty: embedded, or on the server of `TEST_DATABASE_URL`. */
export interface TestOffice {
  readonly app: NestFastifyApplication;
  readonly settings: Settings;
  /** Reads or changes rows behind the API's back. */
  sql<Row = Record<string, unknown>>(text: string, values?: readonly unknown[]): Promise<Row[]>;
  close(): Promise<void>;
}

type Environment = Partial<Record<string, string>>;

/** Noon in Rome on the day that most tests play on: STRIVE's ninth month. */
export const TEST_CLOCK = '2024-09-16T10:00:00Z';

export async function openOffice(environment: Environment = {}): Promise<TestOffice> {
  const data = await migratedData();
  const settings = readSettings({
    NODE_ENV: 'test',
    LOG_LEVEL: process.env['TEST_LOG_LEVEL'] ?? 'fatal',
    DEMO: 'false',
    CLOCK: TEST_CLOCK,
    ...data.environment,
    ...environment,
  });
  const handle = await openDatabase(settings);
  const app = await createApp(settings, handle);
  await app.init();
  await app.getHttpAdapter().getInstance().ready();
  return {
    app,
    settings,
    sql: (text, values = []) => app.get(DataSource).query(text, [...values]),
    close: async () => {
      await app.close();
      await handle.close();
      await data.remove();
    },
  };
}
