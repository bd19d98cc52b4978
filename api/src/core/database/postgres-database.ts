import pg from 'pg';
import type { DatabaseHandle } from './database-handle.js';

const OLDEST_VERSION = 150_000;

export class DatabaseTooOldError extends Error {
  constructor(version: string) {
    super(`PostgreSQL 15 or newer is needed; the server is ${version}.`);
  }
}

/** A PostgreSQL server by its address; refused when older than 15. */
export async function openPostgresDatabase(url: string, poolSize: number): Promise<DatabaseHandle> {
  const listener = new pg.Client({ connectionString: url, application_name: 'project-office-listener' });
  await listener.connect();
  const { rows } = await listener.query<{ number: string; version: string }>(
    `SELECT current_setting('server_version_num') AS number, current_setting('server_version') AS version`,
  );
  if (Number(rows[0]?.number) < OLDEST_VERSION) {
    await listener.end();
    throw new DatabaseTooOldError(rows[0]?.version ?? 'unknown');
  }
  return {
    connection: { url, poolSize },
    listen: async (channel, hear) => {
      listener.on('notification', (message) => {
        if (message.channel === channel) hear(message.payload ?? '');
      });
      await listener.query(`LISTEN ${pg.escapeIdentifier(channel)}`);
      return async () => void (await listener.query(`UNLISTEN ${pg.escapeIdentifier(channel)}`));
    },
    close: () => listener.end(),
  };
}
