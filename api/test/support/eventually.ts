import { setTimeout as pause } from 'node:timers/promises';

const TRIES = 250;
const EVERY_MS = 20;

/** Asks again until it holds: for what another process makes true in its own time. Fails with the last answer. */
export async function eventually(holds: () => Promise<boolean> | boolean): Promise<void> {
  for (let attempt = 0; attempt < TRIES; attempt += 1) {
    if (await holds()) return;
    await pause(EVERY_MS);
  }
  throw new Error(`did not hold within ${(TRIES * EVERY_MS) / 1000} s`);
}
