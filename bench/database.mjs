import { cp, mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { unaccent } from '@electric-sql/pglite/contrib/unaccent';
import pg from 'pg';
import { findPostgres, startPostgres } from '../tools/postgres.mjs';

/**
 * Where the measured data lives. `copy` makes a second database out of the first, `query` runs SQL on one that no server
 * has open, `settings` is the environment under which a server uses it, `beside` that of a further process on the same data.
 * @typedef {{ name: string, embedded: boolean, settings(which: string): Record<string, string>, copy(from: string, to: string): Promise<void>,
 *   query(which: string, sql: string): Promise<Record<string, unknown>[]>, beside(which: string, name: string): Promise<Record<string, string>>,
 *   close(): Promise<void> }} Store
 */

/** PostgreSQL: the one in `DATABASE_URL` (in databases of its own), else one started here, else the embedded one. */
export async function openStore(folder) {
  if (process.env['DATABASE_URL']) {
    return postgresStore(process.env['DATABASE_URL'], folder, async () => undefined);
  }
  if (findPostgres()) {
    const postgres = await startPostgres({ shared_buffers: '512MB' });
    return postgresStore(postgres.url, folder, postgres.stop);
  }
  return embeddedStore(folder);
}

async function postgresStore(adminUrl, folder, end) {
  const suffix = `bench_${process.pid}`;
  const names = ['one', 'many'];
  const urlOf = (which) => Object.assign(new URL(adminUrl), { pathname: `/${suffix}_${which}` }).href;
  const run = async (connectionString, sql) => {
    const client = new pg.Client({ connectionString });
    await client.connect();
    try {
      const result = await client.query(sql);
      return (Array.isArray(result) ? result.at(-1) : result).rows;
    } finally {
      await client.end();
    }
  };
  await run(adminUrl, `CREATE DATABASE ${suffix}_one`);
  const [{ server_version: version }] = await run(adminUrl, 'SHOW server_version');
  return {
    name: `PostgreSQL ${version}`,
    embedded: false,
    settings: (which) => ({ DATABASE_URL: urlOf(which), DATA_DIR: join(folder, `files-${which}`) }),
    copy: async (from, to) => void (await run(adminUrl, `CREATE DATABASE ${suffix}_${to} TEMPLATE ${suffix}_${from}`)),
    query: (which, sql) => run(urlOf(which), sql),
    beside: async (which, name) => ({ DATABASE_URL: urlOf(which), DATA_DIR: join(folder, `files-${which}-${name}`) }),
    close: async () => {
      for (const name of names) {
        await run(adminUrl, `DROP DATABASE IF EXISTS ${suffix}_${name} WITH (FORCE)`);
      }
      await end();
    },
  };
}

async function embeddedStore(folder) {
  const dataDir = (which) => join(folder, which);
  await mkdir(dataDir('one'), { recursive: true });
  return {
    name: 'the embedded PGlite',
    embedded: true,
    settings: (which) => ({ DATA_DIR: dataDir(which) }),
    copy: (from, to) => cp(dataDir(from), dataDir(to), { recursive: true }),
    query: async (which, sql) => {
      const database = await PGlite.create(join(dataDir(which), 'database'), { extensions: { unaccent } });
      try {
        return (await database.exec(sql)).at(-1)?.rows ?? [];
      } finally {
        await database.close();
      }
    },
    beside: async (which, name) => {
      await cp(dataDir(which), dataDir(`${which}-${name}`), { recursive: true });
      return { DATA_DIR: dataDir(`${which}-${name}`) };
    },
    close: async () => undefined,
  };
}
