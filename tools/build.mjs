import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const nx = `${root}node_modules/nx/dist/bin/nx.js`;

/** Builds what is stale, through Nx and its cache; what the build says is shown only when it fails. */
export async function buildStale(projects = ['api', 'web']) {
  const there = projects.filter((project) => existsSync(`${root}${project}/project.json`));
  const child = spawn(process.execPath, [nx, 'run-many', '--target=build', `--projects=${there.join(',')}`, '--outputStyle=static'], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
    // Nx would load its native part from a copy in the temporary folder, from where nothing may be run on some machines.
    env: { ...process.env, NX_DAEMON: 'false', NX_TUI: 'false', NX_SKIP_NATIVE_FILE_CACHE: 'true' },
  });
  const output = [];
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk) => output.push(chunk));
  }
  const code = await new Promise((resolve) => child.once('close', resolve));
  if (code !== 0) {
    throw new Error(`${Buffer.concat(output).toString()}\nThe build failed.`);
  }
}

if (import.meta.filename === process.argv[1]) {
  await buildStale(process.argv.length > 2 ? process.argv.slice(2) : undefined).catch((error) => {
    console.error(error.message);
    process.exitCode = 1;
  });
}
