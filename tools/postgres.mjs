import { execFile, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync, readdirSync, rmSync } from 'node:fs';
import { chown, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { promisify } from 'node:util';
import pg from 'pg';
import { freePort } from './server.mjs';

const run = promisify(execFile);
const debian = '/usr/lib/postgresql';
/** Nothing here outlives the run, so nothing has to reach the disk. */
export const throwAway = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' };

/** The folder of PostgreSQL's programs, the newest version that is installed, or null. */
export function findPostgres() {
  const versions = existsSync(debian) ? readdirSync(debian).sort((a, b) => Number(b) - Number(a)) : [];
  const folders = [...versions.map((version) => `${debian}/${version}/bin`), ...(process.env['PATH'] ?? '').split(':')];
  return folders.find((folder) => existsSync(join(folder, 'initdb')) && existsSync(join(folder, 'postgres'))) ?? null;
}

/** PostgreSQL refuses to run as root: then its own system user runs it, else `nobody`. */
async function runner() {
  if (process.getuid?.() !== 0) {
    return {};
  }
  const id = (flag) => run('id', [flag, 'postgres']).catch(() => run('id', [flag, 'nobody']));
  const [uid, gid] = await Promise.all([id('-u'), id('-g')]);
  return { uid: Number(uid.stdout), gid: Number(gid.stdout) };
}

async function connectable(url, child) {
  for (let attempt = 0; attempt < 150 && child.exitCode === null; attempt += 1) {
    const client = new pg.Client({ connectionString: url });
    const open = await client.connect().then(
      () => true,
      () => false,
    );
    await client.end().catch(() => undefined);
    if (open) {
      return;
    }
    await pause(100);
  }
  throw new Error('PostgreSQL did not start.');
}

/** An empty cluster in a temporary folder that belongs to the user who will run it. */
async function createCluster(bin) {
  const user = await runner();
  const folder = await mkdtemp(join(tmpdir(), 'office-postgres-'));
  const password = randomBytes(16).toString('hex');
  const secret = join(folder, 'password');
  await writeFile(secret, password);
  if (user.uid !== undefined) {
    await Promise.all([chown(folder, user.uid, user.gid), chown(secret, user.uid, user.gid)]);
  }
  const owned = { ...user, cwd: folder };
  const data = join(folder, 'data');
  await run(
    join(bin, 'initdb'),
    ['-D', data, '-U', 'office', '-E', 'UTF8', '--locale=C.UTF-8', '-A', 'scram-sha-256', '--pwfile', secret],
    owned,
  );
  return { folder, data, password, owned };
}

/**
 * Starts a PostgreSQL of its own in a temporary folder, on a free loopback port.
 * @param {Record<string, string>} [settings] server parameters
 * @returns {Promise<{ url: string, stop: () => Promise<void> }>} `url` is the administrator's
 */
export async function startPostgres(settings = {}) {
  const bin = findPostgres();
  if (!bin) {
    throw new Error('No PostgreSQL found: install it (Debian: apt-get install postgresql).');
  }
  const { folder, data, password, owned } = await createCluster(bin);
  const port = await freePort();
  const parameters = { listen_addresses: '127.0.0.1', port, unix_socket_directories: folder, max_connections: '200', ...settings };
  const flags = Object.entries(parameters).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const child = spawn(join(bin, 'postgres'), ['-D', data, ...flags], { ...owned, stdio: 'ignore' });
  const ended = new Promise((resolve) => child.once('exit', resolve));
  const cleanUp = () => {
    child.kill('SIGQUIT');
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  };
  process.once('exit', cleanUp);
  const stop = async () => {
    process.off('exit', cleanUp);
    child.kill('SIGINT');
    await ended;
    await rm(folder, { recursive: true, force: true });
  };
  const url = `postgres://office:${password}@127.0.0.1:${port}/postgres`;
  try {
    await connectable(url, child);
  } catch (error) {
    await stop();
    throw error;
  }
  return { url, stop };
}

/** `node tools/postgres.mjs <command> [arguments]`: runs the command with a fresh PostgreSQL in `TEST_DATABASE_URL`. */
async function main([command, ...args]) {
  const postgres = await startPostgres(throwAway);
  const child = spawn(command, args, { stdio: 'inherit', env: { ...process.env, TEST_DATABASE_URL: postgres.url } });
  for (const signal of ['SIGINT', 'SIGTERM']) {
    process.on(signal, () => child.kill(signal));
  }
  process.exitCode = await new Promise((resolve) => child.once('exit', (code) => resolve(code ?? 1)));
  await postgres.stop();
}

if (import.meta.filename === process.argv[1]) {
  await main(process.argv.slice(2));
}
