import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DataSource } from 'typeorm';
import { readSettings, type Settings } from '../../src/core/config/settings.js';
import { dataSourceOptions, openDataSource } from '../../src/core/database/data-source.js';
import { Database } from '../../src/core/database/database.js';
import type { DatabaseHandle } from '../../src/core/database/database-handle.js';
import { DataFolderInUseError } from '../../src/core/database/data-lock.js';
import { migrate } from '../../src/core/database/migrate.js';
import { openDatabase } from '../../src/core/database/open-database.js';
import { statement } from '../../src/core/database/statement.js';
import { TransactionOverError, Transactions, TransactionUndoneError } from '../../src/core/database/transaction.js';
import { ProjectRevisions } from '../../src/core/pages/project-revisions.js';
import { openOffice, type TestOffice } from '../support/office.js';
import { importStrive } from '../support/project.js';
import { countStatements } from '../support/statements.js';

let office: TestOffice;
beforeAll(async () => {
  office = await openOffice();
});
afterAll(() => office.close());

describe('the schema', () => {
  it('agrees with every entity: each mapped column exists', async () => {
    const columns = await office.sql<{ name: string }>(
      `SELECT table_name || '.' || column_name AS name FROM information_schema.columns WHERE table_schema = 'public'`,
    );
    const known = new Set(columns.map(({ name }) => name));
    const mapped = office.app
      .get(DataSource)
      .entityMetadatas.flatMap((entity) => entity.columns.map((column) => `${entity.tableName}.${column.databaseName}`));
    expect(mapped.length).toBeGreaterThan(0);
    expect(mapped.filter((name) => !known.has(name))).toEqual([]);
  });

  it('puts the project first in every key of a table that belongs to one', async () => {
    const keys = await office.sql<{ table: string; first: string }>(
      `SELECT t.relname AS "table", a.attname AS first
       FROM pg_index i
       JOIN pg_class t ON t.oid = i.indrelid AND t.relnamespace = 'public'::regnamespace
       JOIN pg_attribute a ON a.attrelid = t.oid AND a.attnum = i.indkey[0]
       WHERE i.indisprimary AND EXISTS (SELECT FROM pg_attribute p WHERE p.attrelid = t.oid AND p.attname = 'project_id')`,
    );
    expect(keys.length).toBeGreaterThan(20);
    expect(keys.filter(({ first }) => first !== 'project_id')).toEqual([]);
  });

  it('is brought up to date once when several servers start at once', async () => {
    const dataSource = office.app.get(DataSource);
    await Promise.all([migrate(dataSource), migrate(dataSource)]);
    expect(await office.sql('SELECT name FROM migrations')).toHaveLength(dataSource.migrations.length);
  });
});

describe('append-only tables', () => {
  it.each(['audit_entry', 'status_update', 'deliverable_version', 'stored_file', 'review', 'review_comment', 'sign_off', 'task_evidence'])(
    '%s cannot be emptied',
    async (table) => {
      await expect(office.sql(`TRUNCATE ${table} CASCADE`)).rejects.toThrow('append-only');
    },
  );
});

describe('a transaction', () => {
  it('leaves nothing behind when its work fails', async () => {
    const key = 'rolled back';
    const work = office.app.get(Transactions).run(async (t) => {
      await t.rows(`INSERT INTO login_throttle (key, failures, window_ends_at) VALUES ($1, 1, now())`, [key]);
      throw new Error('the work failed');
    });
    await expect(work).rejects.toThrow('the work failed');
    expect(await office.sql(`SELECT 1 FROM login_throttle WHERE key = $1`, [key])).toEqual([]);
  });

  it('is no success when a statement failed and nobody looked', async () => {
    const key = 'nobody looked';
    const work = office.app.get(Transactions).run(async (t) => {
      await t.rows(`INSERT INTO login_throttle (key, failures, window_ends_at) VALUES ($1, 1, now())`, [key]);
      await t.rows(`SELECT 1 / 0`, []).catch(() => undefined);
    });
    await expect(work).rejects.toThrow(TransactionUndoneError);
    expect(await office.sql(`SELECT 1 FROM login_throttle WHERE key = $1`, [key])).toEqual([]);
  });

  it('answers each of the statements that were asked for together, in their order', async () => {
    const answers = await office.app
      .get(Transactions)
      .run((t) => Promise.all([1, 2, 3].map((number) => t.row<{ number: number }>('SELECT $1::int AS number', [number]))));
    expect(answers).toEqual([{ number: 1 }, { number: 2 }, { number: 3 }]);
  });

  it('takes no statement after its end', async () => {
    const kept = await office.app.get(Transactions).run((t) => Promise.resolve(t));
    await expect(kept.rows('SELECT 1', [])).rejects.toThrow(TransactionOverError);
  });
});

describe('the revision of a project', () => {
  let revisions: ProjectRevisions;
  let projectId: string;
  beforeAll(async () => {
    revisions = office.app.get(ProjectRevisions, { strict: false });
    projectId = (await importStrive(office)).projectId;
  });

  const change = (): Promise<unknown> => office.sql('UPDATE project SET title = title WHERE id = $1', [projectId]);

  it('grows with each change, for whoever asks after it', async () => {
    const before = await revisions.of(projectId);
    await change();
    expect(await revisions.of(projectId)).toBe(before + 1);
  });

  it('tells whoever asks while somebody else is being answered of all that was committed before', async () => {
    const before = await revisions.of(projectId);
    const early = revisions.of(projectId);
    const late = change().then(() => revisions.of(projectId));
    expect([await early, await late]).toEqual([expect.any(Number), before + 1]);
  });

  it('is looked up once for a crowd', async () => {
    expect(await countStatements(() => Promise.all(Array.from({ length: 50 }, () => revisions.of(projectId))))).toBe(1);
  });

  it('is 0 where there is no such project, and each gets its own', async () => {
    const present = await revisions.of(projectId);
    expect(await Promise.all([revisions.of(randomUUID()), revisions.of(projectId)])).toEqual([0, present]);
  });

  it('is asked for again after a lookup that failed', async () => {
    await expect(revisions.of('no id')).rejects.toThrow();
    expect(await revisions.of(projectId)).toBeGreaterThan(0);
  });
});

describe('the embedded database', () => {
  let settings: Settings;
  let handle: DatabaseHandle;
  beforeAll(async () => {
    settings = readSettings({ DATA_DIR: await mkdtemp(join(tmpdir(), 'office-test-')) });
    handle = await openDatabase(settings);
  });
  afterAll(async () => {
    await handle.close();
    await rm(settings.DATA_DIR, { recursive: true });
  });

  it('serves a second connection as it served the first, whatever that had prepared', async () => {
    for (const round of [1, 2]) {
      const dataSource = await openDataSource(dataSourceOptions(handle.connection, settings));
      const rows = await new Database(dataSource).rows(statement('round', 'SELECT $1::int AS round'), [round]);
      expect(rows).toEqual([{ round }]);
      await dataSource.destroy();
    }
  });

  it('refuses a second server on the same folder', async () => {
    await expect(openDatabase(settings)).rejects.toThrow(DataFolderInUseError);
  });
});
