import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';

interface Holder {
  readonly pid: number;
  readonly host: string;
}

/** The folder is in use: by which process, and which file says so. */
export class DataFolderInUseError extends Error {
  constructor(
    readonly folder: string,
    readonly file: string,
    readonly holder: Holder,
  ) {
    super(
      `The embedded database in ${folder} is in use by process ${holder.pid} on ${holder.host}. ` +
        `Stop it first, or choose another DATA_DIR. If no such process runs, delete ${file}.`,
    );
  }
}

/** Locks of this process; a file with its number that is not among them was left by one that had the same. */
const held = new Set<string>();

function isAlive(holder: Holder, file: string): boolean {
  if (holder.host !== hostname()) return true;
  if (holder.pid === process.pid) return held.has(file);
  try {
    process.kill(holder.pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/**
 * Takes the folder for this process; the embedded database would be damaged by two. Returns how to give it back.
 * @throws DataFolderInUseError when another living process holds it.
 */
export function lockDataFolder(folder: string): () => void {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const file = join(folder, 'server.lock');
  const mine = JSON.stringify({ pid: process.pid, host: hostname() } satisfies Holder);
  for (;;) {
    try {
      writeFileSync(file, mine, { flag: 'wx', mode: 0o600 });
      held.add(file);
      return () => {
        held.delete(file);
        rmSync(file, { force: true });
      };
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
      const holder = JSON.parse(readFileSync(file, 'utf8')) as Holder;
      if (isAlive(holder, file)) throw new DataFolderInUseError(folder, file, holder);
      rmSync(file, { force: true });
    }
  }
}
