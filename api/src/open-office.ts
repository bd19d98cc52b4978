import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { createApp } from './create-app.js';
import type { Settings } from './core/config/settings.js';
import type { DatabaseHandle } from './core/database/database-handle.js';
import { emptyEmbeddedDatabase } from './core/database/embedded-database.js';
import { openDatabase } from './core/database/open-database.js';
import { prepareDataFolder } from './core/storage/data-folder.js';
import { DemoUnfinishedError } from './modules/demo/demo-errors.js';
import { DemoService } from './modules/demo/demo.service.js';

export interface OpenOffice {
  readonly app: NestFastifyApplication;
  readonly handle: DatabaseHandle;
}

/** What an interrupted first start left in the embedded database is no loss: nobody has ever worked with it. */
const mayStartOver = (error: unknown, settings: Settings): boolean =>
  error instanceof DemoUnfinishedError && error.disposable && settings.DATABASE_URL === undefined;

/** Opens the database and the API on it, and loads the demonstration where one is wanted; everything but listening. */
export async function openOffice(settings: Settings): Promise<OpenOffice> {
  prepareDataFolder(settings.DATA_DIR);
  const handle = await openDatabase(settings);
  let app: NestFastifyApplication | undefined;
  try {
    app = await createApp(settings, handle);
    await app.init();
    await app.get(DemoService).loadWhereWanted();
    return { app, handle };
  } catch (error) {
    await app?.close();
    await handle.close();
    if (!mayStartOver(error, settings)) throw error;
    await emptyEmbeddedDatabase(settings.DATA_DIR);
    return openOffice(settings);
  }
}
