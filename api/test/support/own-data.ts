import { randomUUID } from 'node:crypto';
import { cpSync, existsSync } from 'node:fs';
import { mkdtemp, rename, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import pg from 'pg';
import { readSettings } from '../../src/core/config/settings.js';
import { dataSourceOptions, openDataSource } from '../../src/core/database/data-source.js';
import { openDatabase } from '../../src/core/database/open-database.js';

/** A data folder that belongs to one office, and on a server a database as well. */
export interface OwnData {
  readonly environment: { readonly DATA_DIR: string; readonly DATABASE_URL?: string };
  remove(): Promise<void>;
}

const { TEST_DATABASE_URL: server, TEST_RUN_FOLDER: runFolder } = process.env;

const newFolder = (): Promise<string> => mkdtemp(join(tmpdir(), 'office-test-'));
const removeFolder = (folder: string): Promise<void> => rm(folder, { recursive: true, force: true });
const hasCode = (error: unknown, ...codes: readonly string[]): boolean => codes.includes((error as NodeJS.ErrnoException).code ?? '');

/** Brings a database up to date, and nothing else; `shrink` may then leave out what no test reads. */
async function migrateOnly(environment: OwnData['environment'], shrink: readonly string[] = []): Promise<void> {
  const settings = readSettings({ NODE_ENV: 'test', ...environment });
  const handle = await openDatabase(settings);
  const dataSource = await openDataSource(dataSourceOptions(handle.connection, settings));
  for (const statement of shrink) await dataSource.query(statement);
  await dataSource.destroy();
  await handle.close();
}

/** A third of the embedded engine's files is there for databases that will never be created. */
const WITHOUT_TEMPLATES = ['template0', 'template1'].flatMap((name) => [
  `ALTER DATABASE ${name} IS_TEMPLATE false`,
  `DROP DATABASE ${name}`,
]);

/** The folder that this run has migrated. Of two processes that make it at once the first counts. */
async function migratedFolder(run: string): Promise<string> {
  const folder = join(run, 'migrated');
  if (existsSync(folder)) return folder;
  const mine = await newFolder();
  await migrateOnly({ DATA_DIR: mine }, [...WITHOUT_TEMPLATES, 'CHECKPOINT']);
  await rename(mine, folder).catch(async (error: unknown) => {
    if (!hasCode(error, 'ENOTEMPTY', 'EEXIST', 'EPERM')) throw error;
    await removeFolder(mine);
  });
  return folder;
}

async function asAdmin(adminUrl: string, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: adminUrl });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}

const UNKNOWN_DATABASE = '3D000';
const KNOWN_DATABASE = '42P04';

interface ServerDatabase {
  readonly name: string;
  readonly url: string;
}

async function createDatabase(adminUrl: string, template?: string): Promise<ServerDatabase> {
  const name = `office_${randomUUID().replaceAll('-', '')}`;
  await asAdmin(adminUrl, `CREATE DATABASE ${name}${template === undefined ? '' : ` TEMPLATE ${pg.escapeIdentifier(template)}`}`);
  const url = new URL(adminUrl);
  url.pathname = `/${name}`;
  return { name, url: url.toString() };
}

const dropDatabase = (adminUrl: string, { name }: ServerDatabase): Promise<void> => asAdmin(adminUrl, `DROP DATABASE ${name} WITH (FORCE)`);

/** The same on a server: a database as the template of others, dropped after the run by the prefix of its name. */
async function createMigratedDatabase(adminUrl: string, run: string): Promise<ServerDatabase> {
  const template = `${basename(run)}-migrated`;
  try {
    return await createDatabase(adminUrl, template);
  } catch (error) {
    if (!hasCode(error, UNKNOWN_DATABASE)) throw error;
  }
  const mine = await createDatabase(adminUrl);
  await migrateOnly({ DATA_DIR: run, DATABASE_URL: mine.url });
  await asAdmin(adminUrl, `ALTER DATABASE ${mine.name} RENAME TO ${pg.escapeIdentifier(template)}`).catch(async (error: unknown) => {
    if (!hasCode(error, KNOWN_DATABASE)) throw error;
    await dropDatabase(adminUrl, mine);
  });
  return createDatabase(adminUrl, template);
}

/** Nothing at all, as before the first start. */
export async function emptyData(): Promise<OwnData> {
  const folder = await newFolder();
  if (server === undefined) return { environment: { DATA_DIR: folder }, remove: () => removeFolder(folder) };
  return onServer(server, folder, await createDatabase(server));
}

function onServer(adminUrl: string, folder: string, database: ServerDatabase): OwnData {
  const remove = async (): Promise<void> => {
    await dropDatabase(adminUrl, database);
    await removeFolder(folder);
  };
  return { environment: { DATA_DIR: folder, DATABASE_URL: database.url }, remove };
}

/** A schema that is up to date and no row: a copy of what this run has migrated once. Outside of a run there is nothing to copy. */
export async function migratedData(): Promise<OwnData> {
  if (runFolder === undefined) return emptyData();
  if (server !== undefined) return onServer(server, await newFolder(), await createMigratedDatabase(server, runFolder));
  const template = await migratedFolder(runFolder);
  const folder = await newFolder();
  cpSync(template, folder, { recursive: true });
  return { environment: { DATA_DIR: folder }, remove: () => removeFolder(folder) };
}
