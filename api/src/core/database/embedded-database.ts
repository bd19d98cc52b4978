import { mkdtempSync, rmSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { pg_trgm } from '@electric-sql/pglite/contrib/pg_trgm';
import { unaccent } from '@electric-sql/pglite/contrib/unaccent';
import { PGLiteSocketServer } from '@electric-sql/pglite-socket';
import { lockDataFolder } from './data-lock.js';
import type { DatabaseHandle } from './database-handle.js';
import { SharedSession } from './shared-session.js';

const SOCKET = '.s.PGSQL.5432';

/** Throws away what the embedded database of a folder holds, uploaded files included; nobody may have it open. */
export async function emptyEmbeddedDatabase(dataDir: string): Promise<void> {
  for (const content of ['database', 'files']) await rm(join(dataDir, content), { recursive: true, force: true });
}

/**
 * PostgreSQL inside this process, reached through a socket in a private folder by the same driver as a real server.
 * One engine serves one connection at a time; a transaction therefore keeps everybody else waiting, and must stay short.
 */
export async function openEmbeddedDatabase(dataDir: string): Promise<DatabaseHandle> {
  const unlock = lockDataFolder(dataDir);
  const socketDir = mkdtempSync(join(tmpdir(), 'office-'));
  try {
    const engine = await PGlite.create(join(dataDir, 'database'), { extensions: { unaccent, pg_trgm } });
    const server = new PGLiteSocketServer({ db: engine, path: join(socketDir, SOCKET), maxConnections: 4 });
    await server.start();
    const session = new SharedSession(engine);
    return {
      connection: {
        host: socketDir,
        user: 'postgres',
        database: 'postgres',
        poolSize: 1,
        enterSharedSession: (client) => session.enter(client),
      },
      listen: (channel, hear) => session.listen(channel, hear),
      close: async () => {
        await server.stop();
        await engine.close();
        rmSync(socketDir, { recursive: true, force: true });
        unlock();
      },
    };
  } catch (error) {
    unlock();
    throw error;
  }
}
