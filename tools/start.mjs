import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { buildStale } from './build.mjs';

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
const child = spawn(process.execPath, ['--enable-source-maps', bundle, ...rest], { stdio: 'inherit' });
// The terminal sends Ctrl-C to both; the server decides when it has ended.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
  process.on(signal, () => child.kill(signal));
}
child.once('exit', (code, signal) => (process.exitCode = code ?? (signal === 'SIGINT' || signal === 'SIGTERM' ? 0 : 1)));
