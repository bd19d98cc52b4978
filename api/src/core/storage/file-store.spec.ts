import { mkdir, mkdtemp, readdir, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from '@jest/globals';
import { readSettings } from '../config/settings.js';
import type { FileScans } from './file-scans.js';
import { FileStore } from './file-store.js';
import { openStorage } from './open-storage.js';

it('clears away what a server that fell was receiving, and leaves alone what another one receives now', async () => {
  const settings = readSettings({ DATA_DIR: await mkdtemp(join(tmpdir(), 'office-files-')), REQUEST_TIMEOUT_MINUTES: '60' });
  const incoming = join(settings.DATA_DIR, 'files', 'incoming');
  await mkdir(incoming, { recursive: true });
  for (const name of ['abandoned', 'arriving']) await writeFile(join(incoming, name), 'part');
  const twoHoursAgo = new Date(Date.now() - 2 * 3_600_000);
  await utimes(join(incoming, 'abandoned'), twoHoursAgo, twoHoursAgo);
  await new FileStore(settings, openStorage(settings), {} as FileScans).onApplicationBootstrap();
  expect(await readdir(incoming)).toEqual(['arriving']);
  await rm(settings.DATA_DIR, { recursive: true });
});
