import { afterEach, describe, expect, it } from '@jest/globals';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createServer, type AddressInfo, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { readSettings } from './core/config/settings.js';
import { DataFolderInUseError } from './core/database/data-lock.js';
import { prepareDataFolder } from './core/storage/data-folder.js';
import { StorageUnusableError } from './core/storage/file-storage.js';
import { explain } from './explain.js';
import { DemoUnfinishedError } from './modules/demo/demo-errors.js';

const wordsFor = async (work: () => unknown): Promise<string> => {
  try {
    await work();
    return 'nothing went wrong';
  } catch (error) {
    return explain(error);
  }
};

const servers: Server[] = [];
afterEach(() => servers.splice(0).forEach((server) => server.close()));

const listening = async (port = 0): Promise<number> => {
  const server = createServer();
  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(port, '127.0.0.1', resolve));
  servers.push(server);
  return (server.address() as AddressInfo).port;
};

const databaseError = (code: string): Error => Object.assign(new pg.DatabaseError('no entry for office:secret', 0, 'error'), { code });

describe('a store of files that cannot be used', () => {
  const refused = Object.assign(new Error('connect'), { code: 'ECONNREFUSED', syscall: 'connect' });

  it.each([
    [
      new StorageUnusableError(null, refused),
      'The server of S3_ENDPOINT cannot be reached: nothing answers there. Start it, or correct S3_ENDPOINT.',
    ],
    [new StorageUnusableError(404, null), 'There is no bucket of the name in S3_BUCKET. Create it, or correct S3_BUCKET.'],
    [
      new StorageUnusableError(403, null),
      'The server of S3_ENDPOINT refuses the bucket or the key (403). Correct S3_BUCKET, S3_ACCESS_KEY_ID, S3_SECRET_ACCESS_KEY or S3_REGION.',
    ],
  ])('says what to correct: %s', (error, words) => {
    expect(explain(error)).toBe(words);
  });
});

describe('a setting that is wrong', () => {
  it.each([
    [{ PORT: 'three' }, 'PORT must be a whole number from 0 to 65535.'],
    [{ SESSION_IDLE_MINUTES: '1' }, 'SESSION_IDLE_MINUTES must be a whole number of at least 5.'],
    [{ NODE_ENV: 'staging' }, 'NODE_ENV must be one of development, test, production.'],
    [{ DEMO: 'perhaps' }, 'DEMO must be true or false.'],
    [{ CLAMD_URL: 'here' }, 'CLAMD_URL must be an address such as tcp://localhost:3310 or unix:/run/clamav/clamd.ctl.'],
    [
      { S3_REGION: 'eu', S3_ENDPOINT: 'http://s3', S3_BUCKET: 'b', S3_ACCESS_KEY_ID: 'k' },
      'S3_SECRET_ACCESS_KEY is needed where S3_ENDPOINT is set.',
    ],
    [{ CLOCK: 'noon' }, 'CLOCK must be an instant such as 2024-09-16T10:00:00Z.'],
    [{ PUBLIC_URL: 'office' }, 'PUBLIC_URL must be an address that begins with http:// or https://.'],
    [{ DATABASE_URL: 'mysql://a:secret@b/c' }, 'DATABASE_URL must be an address that begins with postgres:// or postgresql://.'],
    [{ NODE_ENV: 'production', DEMO: 'true' }, 'DEMO must not be set in production.'],
    [{ PORT: 'x', DEMO: 'y' }, 'PORT must be a whole number from 0 to 65535.\nDEMO must be true or false.'],
  ])('%j is told in a sentence, without its value', async (env, words) => {
    expect(await wordsFor(() => readSettings(env as Record<string, string>))).toBe(words);
  });
});

describe('what the system refuses', () => {
  it('a port in use', async () => {
    const port = await listening();
    expect(await wordsFor(() => listening(port))).toBe(`Port ${port} is in use by another program. Stop it, or choose another PORT.`);
  });

  it('a PostgreSQL server that is not there', async () => {
    const port = await listening();
    servers.pop()?.close();
    const words = await wordsFor(() => new pg.Client({ connectionString: `postgres://office:secret@localhost:${port}/office` }).connect());
    expect(words).toBe(
      'The PostgreSQL server of DATABASE_URL cannot be reached: nothing answers there. Start it, or correct DATABASE_URL.',
    );
  });

  it('a data folder that is a file', async () => {
    const file = join(mkdtempSync(join(tmpdir(), 'office-explain-')), 'data');
    writeFileSync(file, '');
    const advice = 'Make the folder writable, or choose another DATA_DIR.';
    expect(await wordsFor(() => prepareDataFolder(file))).toBe(`Nothing can be kept in ${file}: there is a file of that name. ${advice}`);
    expect(await wordsFor(() => prepareDataFolder(join(file, 'deeper')))).toContain('a part of the path is a file. Make');
  });

  it('a file that is not there', async () => {
    expect(await wordsFor(() => readFile('/nowhere/project.json'))).toBe('/nowhere/project.json cannot be used: it does not exist.');
  });
});

describe('what PostgreSQL refuses', () => {
  it.each([
    ['28P01', 'PostgreSQL refuses the user or the password of DATABASE_URL. Correct them.'],
    ['3D000', 'There is no database of the name in DATABASE_URL. Create it, or correct DATABASE_URL.'],
    ['53300', 'PostgreSQL has no connection left. Raise its max_connections, or lower DATABASE_POOL_SIZE.'],
    ['57P03', 'PostgreSQL is still starting or already stopping. Try again in a moment.'],
  ])('%s', (code, words) => {
    expect(explain(databaseError(code))).toBe(words);
  });

  it('a missing password', () => {
    const words = explain(new Error('SASL: SCRAM-SERVER-FIRST-MESSAGE: client password must be a string'));
    expect(words).toBe('PostgreSQL asks for a password, and DATABASE_URL has none. Put it in.');
  });
});

describe('what the office refuses', () => {
  it('a second process on the same data', () => {
    expect(explain(new DataFolderInUseError('/data', '/data/server.lock', { pid: 7, host: 'here' }))).toBe(
      'The embedded database in /data is in use by process 7 on here. Stop it first, or choose another DATA_DIR. If no such process runs, delete /data/server.lock.',
    );
  });

  it('half a demonstration, with what broke it', () => {
    const words = explain(
      new DemoUnfinishedError('.data', false, Object.assign(new Error('x'), { code: 'ENOSPC', syscall: 'write', path: 'f' })),
    );
    expect(words).toMatch(/^The demonstration in \.data was not loaded to its end\..*\nf cannot be used: the disk is full\.$/);
  });

  it('a defect keeps its stack', () => {
    expect(explain(new RangeError('defect'))).toMatch(/^RangeError: defect\n +at /);
  });
});
