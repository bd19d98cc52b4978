import { Global, Module, type DynamicModule } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { Settings } from '../config/settings.js';
import { DomainEvents } from '../events/domain-events.js';
import { Database } from './database.js';
import type { DatabaseHandle } from './database-handle.js';
import { dataSourceOptions, openDataSource } from './data-source.js';
import { Transactions } from './transaction.js';

/** Token of the open database: for listening to notifications. */
export const DATABASE_HANDLE = Symbol('DatabaseHandle');

@Global()
@Module({})
export class DatabaseModule {
  static forRoot(handle: DatabaseHandle): DynamicModule {
    return {
      module: DatabaseModule,
      imports: [
        TypeOrmModule.forRootAsync({
          inject: [Settings],
          useFactory: (settings: Settings) => ({
            ...dataSourceOptions(handle.connection, settings),
            autoLoadEntities: true,
            retryAttempts: 1,
          }),
          dataSourceFactory: openDataSource,
        }),
      ],
      providers: [{ provide: DATABASE_HANDLE, useValue: handle }, DomainEvents, Database, Transactions],
      exports: [DATABASE_HANDLE, DomainEvents, Database, Transactions],
    };
  }
}
