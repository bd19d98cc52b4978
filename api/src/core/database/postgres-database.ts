import pg from 'pg';
import type { DatabaseHandle } from './database-handle.js';
import { PostgresListener } from './postgres-listener.js';

const OLDEST_VERSION = 150_000;

export class DatabaseTooOldError extends Error {
  constructor(readonly version: string) {
    super('database-too-old');
  }
}

async function assertNewEnough(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query<{ number: string; version: string }>(
    `SELECT current_setting('server_version_num') AS number, current_setting('server_version') AS version`,
  );
  await client.end();
  if (Number(rows[0]?.number) < OLDEST_VERSION) throw new DatabaseTooOldError(rows[0]?.version ?? 'unknown');
}

/** A PostgreSQL server by its address; refused when older than 15. */
export async function openPostgresDatabase(url: string, poolSize: number): Promise<DatabaseHandle> {
  await assertNewEnough(url);
  const listener = new PostgresListener(url);
  return {
    connection: { url, poolSize },
    listen: (channel, hear) => listener.listen(channel, hear),
    close: () => listener.close(),
  };
}
