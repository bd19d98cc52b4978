import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { serverFlags } from './node-flags.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const entry = join(root, 'dist/api/main.js');

/** The instant at which the clock of journeys and measurements stands still. */
export const clock = '2024-09-16T03:00:00Z';

export async function freePort() {
  const probe = createServer();
  await new Promise((resolve) => probe.listen(0, '127.0.0.1', resolve));
  const { port } = probe.address();
  await new Promise((resolve) => probe.close(resolve));
  return port;
}

async function ready(url, child) {
  const deadline = Date.now() + 90_000;
  while (Date.now() < deadline) {
    if (child.exitCode !== null) {
      throw new Error(`it ended with ${child.exitCode}`);
    }
    const answer = await fetch(url).catch(() => null);
    if (answer?.ok) {
      return;
    }
    await pause(20);
  }
  throw new Error('not ready after 90 s');
}

/** The built server as a child process that this process does not outlive; what it prints is kept. */
function launch(settings) {
  const { DATABASE_URL: _, ...env } = process.env;
  const child = spawn(process.execPath, [...serverFlags, entry], {
    cwd: root,
    env: { ...env, HOST: '127.0.0.1', CLOCK: clock, LOG_LEVEL: 'warn', NODE_ENV: 'development', ...settings },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const output = [];
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk) => output.push(chunk));
  }
  const ended = new Promise((resolve) => child.once('exit', resolve));
  const kill = () => child.kill('SIGKILL');
  process.once('exit', kill);
  const stop = async () => {
    child.kill('SIGTERM');
    const patience = setTimeout(kill, 10_000);
    await ended;
    clearTimeout(patience);
    process.off('exit', kill);
  };
  return { child, stop, printed: () => Buffer.concat(output).toString() };
}

/**
 * Starts the built server on a free port, on a data folder of its own, unless `PORT` and `DATA_DIR` are given, and waits until it
 * is ready.
 * @param {Record<string, string>} [settings] environment on top of the present one; `DATABASE_URL` counts only from here
 */
export async function startServer(settings = {}) {
  const folder = settings['DATA_DIR'] ?? (await mkdtemp(join(tmpdir(), 'office-data-')));
  const port = Number(settings['PORT'] ?? (await freePort()));
  const begin = performance.now();
  const { child, printed, stop: end } = launch({ PORT: String(port), DATA_DIR: folder, ...settings });
  const stop = async () => {
    await end();
    if (!settings['DATA_DIR']) {
      await rm(folder, { recursive: true, force: true });
    }
  };
  const baseUrl = `http://127.0.0.1:${port}`;
  try {
    await ready(`${baseUrl}/api/health/ready`, child);
  } catch (error) {
    await stop();
    throw new Error(`The server did not start: ${error.message}\n${printed().slice(-4000)}`, { cause: error });
  }
  return { baseUrl, pid: child.pid, startMilliseconds: performance.now() - begin, stop };
}
