import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
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
    super('data-folder-in-use');
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

const hasCode = (error: unknown, code: string): boolean => (error as NodeJS.ErrnoException).code === code;

/** The content of the lock, or null when there is none. */
function readLock(file: string): string | null {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return null;
    throw error;
  }
}

/** Who holds it; what cannot be read was torn by a fall and holds nothing. */
function holderIn(content: string): Holder | null {
  try {
    return JSON.parse(content) as Holder;
  } catch {
    return null;
  }
}

/** The lock comes into being whole or not at all. */
function create(file: string): boolean {
  const mine = `${file}.${process.pid}`;
  writeFileSync(mine, JSON.stringify({ pid: process.pid, host: hostname() } satisfies Holder), { mode: 0o600 });
  try {
    linkSync(mine, file);
    return true;
  } catch (error) {
    if (hasCode(error, 'EEXIST')) return false;
    throw error;
  } finally {
    rmSync(mine, { force: true });
  }
}

/** Takes a stale lock away; what turns out to be another starter's new one is put back. */
function removeStale(file: string, stale: string): void {
  const taken = `${file}.${process.pid}.stale`;
  try {
    renameSync(file, taken);
    if (readFileSync(taken, 'utf8') !== stale) linkSync(taken, file);
  } catch (error) {
    if (!hasCode(error, 'ENOENT') && !hasCode(error, 'EEXIST')) throw error;
  } finally {
    rmSync(taken, { force: true });
  }
}

/**
 * Takes the folder for this process; the embedded database would be damaged by two. Returns how to give it back.
 * @throws DataFolderInUseError when another living process holds it.
 */
export function lockDataFolder(folder: string): () => void {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const file = join(folder, 'server.lock');
  while (!create(file)) {
    const content = readLock(file);
    const holder = content === null ? null : holderIn(content);
    if (holder !== null && isAlive(holder, file)) throw new DataFolderInUseError(folder, file, holder);
    if (content !== null) removeStale(file, content);
  }
  held.add(file);
  return () => {
    held.delete(file);
    rmSync(file, { force: true });
  };
}
