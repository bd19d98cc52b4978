import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import pg from 'pg';
import { DataSource } from 'typeorm';
import { readSettings, type Settings } from '../../src/core/config/settings.js';
import { openDatabase } from '../../src/core/database/open-database.js';
import { createApp } from '../../src/create-app.js';

/** The whole API on a database of its own: embedded, or a fresh one under `TEST_DATABASE_URL`. */
export interface TestOffice {
  readonly app: NestFastifyApplication;
  readonly settings: Settings;
  /** Reads or changes rows behind the API's back. */
  sql<Row = Record<string, unknown>>(text: string, values?: readonly unknown[]): Promise<Row[]>;
  close(): Promise<void>;
}

type Environment = Partial<Record<string, string>>;

async function createDatabase(adminUrl: string): Promise<{ url: string; drop: () => Promise<void> }> {
  const name = `office_${randomUUID().replaceAll('-', '')}`;
  const asAdmin = async (sql: string): Promise<void> => {
    const client = new pg.Client({ connectionString: adminUrl });
    await client.connect();
    await client.query(sql);
    await client.end();
  };
  await asAdmin(`CREATE DATABASE ${name}`);
  const url = new URL(adminUrl);
  url.pathname = `/${name}`;
  return { url: url.toString(), drop: () => asAdmin(`DROP DATABASE ${name} WITH (FORCE)`) };
}

/** Noon in Rome on the day that most tests play on: STRIVE's ninth month. */
export const TEST_CLOCK = '2024-09-16T10:00:00Z';

export async function openOffice(environment: Environment = {}): Promise<TestOffice> {
  const dataDir = await mkdtemp(join(tmpdir(), 'office-test-'));
  const adminUrl = process.env['TEST_DATABASE_URL'];
  const database = adminUrl === undefined ? null : await createDatabase(adminUrl);
  const settings = readSettings({
    NODE_ENV: 'test',
    LOG_LEVEL: process.env['TEST_LOG_LEVEL'] ?? 'fatal',
    DEMO: 'false',
    CLOCK: TEST_CLOCK,
    DATA_DIR: dataDir,
    ...(database && { DATABASE_URL: database.url }),
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
      await database?.drop();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}
