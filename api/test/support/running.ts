import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';

/** A program of the system that a test runs beside itself; it ends with the test at the latest. */
export interface Running {
  readonly child: ChildProcess;
  stop(): Promise<void>;
}

export const isInstalled = (command: string, ...args: readonly string[]): boolean =>
  spawnSync(command, args, { stdio: 'ignore' }).status === 0;

export function run(command: string, args: readonly string[]): Running {
  const child = spawn(command, args, { stdio: ['pipe', 'pipe', 'pipe'] });
  const ended = once(child, 'exit');
  const kill = (): void => void child.kill('SIGKILL');
  process.once('exit', kill);
  return {
    child,
    stop: async () => {
      process.off('exit', kill);
      child.kill('SIGKILL');
      await ended;
    },
  };
}
