import { spawn } from 'node:child_process';

/** Lowest floor first, the browser last: it needs the build, and it is the slowest to say that something is wrong. */
const floors = [['domain', 'api-unit', 'api-integration', 'api-http', 'web'], ['e2e']];

for (const projects of floors) {
  const child = spawn('npm', ['run', '--silent', 'jest', '--', '--selectProjects', ...projects, ...process.argv.slice(2)], {
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  const code = await new Promise((resolve) => child.once('exit', resolve));
  process.exitCode ||= code ?? 1;
}
