import { rmSync } from 'node:fs';
import { mkdtemp, rm, statfs } from 'node:fs/promises';
import { constants, tmpdir } from 'node:os';
import { join } from 'node:path';

/** What this system's `os.tmpdir()` looks at. */
const temporary = ['TMPDIR', 'TEMP', 'TMP'];

const TMPFS = 0x01021994;
const ENOUGH_BYTES = 2 ** 30;

/** Data folders are copied for nearly every test file, which is many times faster in memory; the one named by hand comes first. */
async function fastestFolder() {
  const memory = '/dev/shm';
  const there = temporary.some((name) => process.env[name]) ? null : await statfs(memory).catch(() => null);
  return there?.type === TMPFS && there.bavail * there.bsize >= ENOUGH_BYTES ? memory : tmpdir();
}

/** A run that is broken off takes its folder along, too. */
function removeWhenInterrupted(folder) {
  const remove = () => rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  const exits = ['SIGINT', 'SIGTERM', 'SIGHUP'].map((signal) => [signal, () => process.exit(128 + constants.signals[signal])]);
  process.once('exit', remove);
  for (const [signal, exit] of exits) {
    process.once(signal, exit);
  }
  return () => {
    process.off('exit', remove);
    for (const [signal, exit] of exits) {
      process.off(signal, exit);
    }
  };
}

/** From now on everything temporary of this run lies in one folder, which its test processes find in `TEST_RUN_FOLDER`. */
export async function openRunFolder() {
  if (process.env['TEST_RUN_FOLDER']) {
    return;
  }
  const before = Object.fromEntries(temporary.map((name) => [name, process.env[name]]));
  const folder = await mkdtemp(join(await fastestFolder(), 'office-run-'));
  globalThis.officeRun = { folder, before, forget: removeWhenInterrupted(folder) };
  for (const name of temporary) {
    process.env[name] = folder;
  }
  process.env['TEST_RUN_FOLDER'] = folder;
}

/** Takes the folder away with all that tests have left in it, those that failed half-way included. */
export async function closeRunFolder() {
  if (!globalThis.officeRun) {
    return;
  }
  const { folder, before, forget } = globalThis.officeRun;
  delete globalThis.officeRun;
  delete process.env['TEST_RUN_FOLDER'];
  for (const name of temporary) {
    if (before[name] === undefined) {
      delete process.env[name];
    } else {
      process.env[name] = before[name];
    }
  }
  await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  forget();
}
