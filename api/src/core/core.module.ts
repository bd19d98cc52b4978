import { Global, Module, type DynamicModule } from '@nestjs/common';
import { DiscoveryModule } from '@nestjs/core';
import { Clock } from './clock/clock.js';
import { Settings } from './config/settings.js';
import { DatabaseModule } from './database/database.module.js';
import type { DatabaseHandle } from './database/database-handle.js';
import { RouteTable } from './http/closed-by-default.js';
import { Paging } from './http/paging.js';
import { IdempotencyRepository } from './idempotency/idempotency.repository.js';
import { Jobs } from './jobs/jobs.js';
import { ProjectChanges } from './live/project-changes.js';
import { PageCache } from './pages/page-cache.js';
import { ProjectRevisions } from './pages/project-revisions.js';
import { FileQuota } from './storage/file-quota.js';
import { FileScans } from './storage/file-scans.js';
import { FileStorage } from './storage/file-storage.js';
import { FileStore } from './storage/file-store.js';
import { openStorage } from './storage/open-storage.js';

/** What every module may use: settings, clock, database, files, paging. */
@Global()
@Module({})
export class CoreModule {
  static forRoot(settings: Settings, handle: DatabaseHandle): DynamicModule {
    return {
      module: CoreModule,
      imports: [DatabaseModule.forRoot(handle), DiscoveryModule],
      providers: [
        { provide: Settings, useValue: settings },
        Clock,
        Paging,
        RouteTable,
        { provide: FileStorage, useFactory: () => openStorage(settings) },
        FileScans,
        FileQuota,
        FileStore,
        IdempotencyRepository,
        Jobs,
        PageCache,
        ProjectRevisions,
        ProjectChanges,
      ],
      exports: [
        Settings,
        Clock,
        Paging,
        FileQuota,
        FileScans,
        FileStore,
        IdempotencyRepository,
        Jobs,
        PageCache,
        ProjectRevisions,
        ProjectChanges,
      ],
    };
  }
}
