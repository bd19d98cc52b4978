import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { buildStale } from './build.mjs';
import { serverFlags } from './node-flags.mjs';

const [entry, projects, ...rest] = process.argv.slice(2);
const bundle = fileURLToPath(new URL(`../dist/api/${entry}.js`, import.meta.url));
// On standard error, so that what the command line tool prints stays a plain answer.
console.error('Building what has changed …');
try {
  await buildStale(projects.split(','));
} catch (error) {
  console.error(error.message);
  process.exit(1);
}
const child = spawn(process.execPath, [...serverFlags, bundle, ...rest], { stdio: 'inherit' });
// Ctrl-C reaches the server from the terminal by itself; a second one would cut its orderly end short.
process.on('SIGINT', () => process.stdin.isTTY || child.kill('SIGINT'));
for (const signal of ['SIGTERM', 'SIGHUP']) {
  process.on(signal, () => child.kill(signal));
}
// npm passes a signal to its shell, which ends without passing it on.
const parent = process.ppid;
setInterval(() => process.ppid === parent || child.kill('SIGTERM'), 500).unref();
child.once('exit', (code, signal) => (process.exitCode = code ?? (signal === 'SIGINT' || signal === 'SIGTERM' ? 0 : 1)));
