import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import type { Socket } from 'node:net';

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
  // A test that failed before it could stop it must not wait for it.
  child.unref();
  for (const stream of child.stdio) (stream as Socket | null)?.unref();
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
