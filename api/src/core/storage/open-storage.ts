import { join } from 'node:path';
import type { Settings } from '../config/settings.js';
import type { FileStorage } from './file-storage.js';
import { LocalStorage } from './local-storage.js';

/** Where the settings want files to be kept. */
export function openStorage(settings: Settings): FileStorage {
  return new LocalStorage(join(settings.DATA_DIR, 'files'));
}
