import type { Settings } from '../config/settings.js';
import type { DatabaseHandle } from './database-handle.js';
import { openEmbeddedDatabase } from './embedded-database.js';
import { openPostgresDatabase } from './postgres-database.js';

/** PostgreSQL when `DATABASE_URL` is set, otherwise the embedded database in `DATA_DIR`. */
export const openDatabase = (settings: Settings): Promise<DatabaseHandle> =>
  settings.DATABASE_URL === undefined
    ? openEmbeddedDatabase(settings.DATA_DIR)
    : openPostgresDatabase(settings.DATABASE_URL, settings.DATABASE_POOL_SIZE);
