import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

const main = fileURLToPath(new URL('../../../dist/api/main.js', import.meta.url));

/**
 * Starts the built server on a free port, with an embedded database of its own and a clock that stands still.
 * @param {Record<string, string>} [settings]
 */
export async function startServer(settings = {}) {
  const port = await freePort();
  const folder = await mkdtemp(join(tmpdir(), 'office-e2e-'));
  const output = [];
  const { DATABASE_URL: _, ...env } = process.env;
  const child = spawn(process.execPath, [main], {
    env: { ...env, PORT: String(port), DATA_DIR: folder, CLOCK: '2024-09-16T03:00:00Z', LOG_LEVEL: 'warn', ...settings },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk) => output.push(chunk));
  }
  const ended = new Promise((resolve) => child.once('exit', resolve));
  const stop = async () => {
    child.kill('SIGTERM');
    await Promise.race([ended, pause(10_000, undefined, { ref: false }).then(() => child.kill('SIGKILL'))]);
    await rm(folder, { recursive: true, force: true });
  };
  const baseUrl = `http://localhost:${port}`;
  try {
    await ready(`${baseUrl}/api/health/ready`, child);
  } catch (error) {
    await stop();
    throw new Error(`The server did not start: ${error.message}\n${Buffer.concat(output).toString().slice(-4000)}`, { cause: error });
  }
  return { baseUrl, stop };
}

async function freePort() {
  const probe = createServer();
  await new Promise((resolve) => probe.listen(0, resolve));
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
    await pause(150);
  }
  throw new Error('not ready after 90 s');
}
