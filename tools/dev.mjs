import { spawn } from 'node:child_process';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { context } from 'esbuild';
import { bundle, prepare } from '../api/build.mjs';
import { serverFlags } from './node-flags.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
// Angular's server would take the API's port, and its proxy knows only the one below.
const { PORT: _, ...env } = process.env;
let server;

/** The old server has to let go of the embedded database before the new one opens it. */
async function restart() {
  if (server?.exitCode === null) {
    const ended = new Promise((resolve) => server.once('exit', resolve));
    server.kill('SIGTERM');
    await Promise.race([ended, pause(5_000, undefined, { ref: false }).then(() => server.kill('SIGKILL'))]);
  }
  server = spawn(process.execPath, [...serverFlags, `${root}dist/api/main.js`], {
    cwd: root,
    stdio: 'inherit',
    env: { ...env, PORT: '3000' },
  });
}

let queue = Promise.resolve();
const restartAfterBuild = {
  name: 'restart-after-build',
  setup({ onEnd }) {
    onEnd(({ errors }) => {
      if (errors.length === 0) {
        queue = queue.then(restart);
      }
    });
  },
};

await prepare();
const api = await context({ ...bundle, plugins: [...bundle.plugins, restartAfterBuild] });
await api.watch();
const web = spawn(process.execPath, [`${root}node_modules/nx/dist/bin/nx.js`, 'serve', 'web', '--outputStyle=stream'], {
  cwd: root,
  stdio: 'inherit',
  env: { ...env, NX_DAEMON: 'false', NX_TUI: 'false' },
});

const stop = async (signal) => {
  clearInterval(orphaned);
  await api.dispose();
  // Ctrl-C reaches both from the terminal by itself.
  if (signal !== 'SIGINT' || !process.stdin.isTTY) {
    web.kill('SIGTERM');
    server?.kill('SIGTERM');
  }
};
// npm passes a signal to its shell, which ends without passing it on.
const parent = process.ppid;
const orphaned = setInterval(() => process.ppid === parent || stop('SIGTERM'), 500);
process.once('SIGINT', stop);
process.once('SIGTERM', stop);
web.once('exit', () => stop('SIGTERM'));
