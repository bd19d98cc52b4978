import { spawn } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { argv, env, stdout } from 'node:process';

/** Longest first, so that the last to end is not one that could have begun earlier. */
const checks = {
  lint: 'eslint . --max-warnings 0',
  'types of web and its templates': 'ngc -p web/tsconfig.app.json --noEmit --rootDir .',
  'types of web tests': 'tsc -p web/tsconfig.spec.json --noEmit --rootDir .',
  'types of api': 'tsc -p api',
  format: 'prettier --check --log-level warn .',
  'unused code': 'knip --treat-config-hints-as-errors',
  'types of journeys': 'tsc -p web/e2e',
  boundaries: 'depcruise --config .dependency-cruiser.mjs libs api/src api/test web/src web/e2e',
  'types of domain': 'tsc -p libs/domain',
  'types of contracts': 'tsc -p libs/contracts',
  'types of testing': 'tsc -p libs/testing',
};

async function run(name) {
  const begin = performance.now();
  const child = spawn(checks[name], {
    shell: true,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...env, ...(stdout.isTTY ? { FORCE_COLOR: '1' } : { NO_COLOR: '1' }) },
  });
  const output = [];
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk) => output.push(chunk));
  }
  const code = await new Promise((resolve) => child.once('close', resolve));
  const seconds = ((performance.now() - begin) / 1000).toFixed(1);
  console.log(`${code === 0 ? 'ok    ' : 'FAILED'} ${name} (${seconds} s)`);
  if (code !== 0) {
    console.log(Buffer.concat(output).toString());
    process.exitCode = 1;
  }
}

/** `npm run check -- lint types` runs only the checks whose name begins with one of the words. */
const wanted = argv.slice(2);
const queue = Object.keys(checks).filter((name) => wanted.length === 0 || wanted.some((word) => name.startsWith(word)));
const worker = async () => {
  for (let name = queue.shift(); name; name = queue.shift()) {
    await run(name);
  }
};
await Promise.all(Array.from({ length: Math.max(2, availableParallelism()) }, worker));
