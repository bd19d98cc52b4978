import { existsSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { eventually } from './eventually.js';
import { run } from './running.js';

const CLAMD = '/usr/sbin/clamd';

export const CLAMD_MISSING = existsSync(CLAMD) ? null : 'no ClamAV here (Debian: apt-get install clamav-daemon)';

/** The one thing that this scanner finds; the real database is neither needed nor fetched. */
export const BAD_CONTENT = 'this sentence stands for a virus';
export const BAD_NAME = 'Office.Test.Sentence';

export interface Scanner {
  readonly address: string;
  stop(): Promise<void>;
}

/** ClamAV's daemon with a signature made by hand, on a socket in a folder of its own. */
export async function startClamd(): Promise<Scanner> {
  const folder = await mkdtemp(join(tmpdir(), 'office-clamd-'));
  const socket = join(folder, 'socket');
  const config = join(folder, 'clamd.conf');
  await writeFile(join(folder, 'office.ndb'), `${BAD_NAME}:0:*:${Buffer.from(BAD_CONTENT).toString('hex')}\n`);
  await writeFile(config, `DatabaseDirectory ${folder}\nLocalSocket ${socket}\nForeground yes\nStreamMaxLength 4M\n`);
  const daemon = run(CLAMD, ['--config-file', config]);
  await eventually(() => Promise.resolve(existsSync(socket)));
  const stop = async (): Promise<void> => {
    await daemon.stop();
    await rm(folder, { recursive: true });
  };
  return { address: `unix:${socket}`, stop };
}
