import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));

/** Builds what is stale, through Nx and its cache. */
export async function buildStale(projects = ['api', 'web']) {
  const there = projects.filter((project) => existsSync(`${root}${project}/project.json`));
  const child = spawn(process.execPath, [`${root}node_modules/nx/bin/nx.js`, 'run-many', '-t', 'build', '-p', there.join(','), '--outputStyle=static'], {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, NX_DAEMON: 'false', NX_TUI: 'false' },
  });
  const code = await new Promise((resolve) => child.once('exit', resolve));
  if (code !== 0) {
    throw new Error('The build failed.');
  }
}

if (import.meta.filename === process.argv[1]) {
  await buildStale(process.argv.length > 2 ? process.argv.slice(2) : undefined).catch((error) => {
    console.error(error.message);
    process.exitCode = 1;
  });
}
