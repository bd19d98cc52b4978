import { SettingsError } from './core/config/settings.js';
import { DataFolderInUseError } from './core/database/data-lock.js';
import { DatabaseTooOldError } from './core/database/postgres-database.js';
import { DemoAlreadyThereError, DemoInProductionError, DemoUnfinishedError } from './modules/demo/demo-errors.js';

const EXPLAINED = [
  SettingsError,
  DataFolderInUseError,
  DatabaseTooOldError,
  DemoAlreadyThereError,
  DemoInProductionError,
  DemoUnfinishedError,
];

/** Errors of the operating system and of the database's connection carry a code and one line that says it all. */
const isOfTheSystem = (error: Error): boolean => typeof (error as NodeJS.ErrnoException).syscall === 'string';

/** What went wrong in words for the person at the keyboard; a stack only for defects. */
export function explain(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if (error instanceof AggregateError && error.errors.length > 0) return explain(error.errors[0]);
  if (isOfTheSystem(error)) return error.message;
  if (!EXPLAINED.some((kind) => error instanceof kind)) return error.stack ?? error.message;
  return error.cause === undefined ? error.message : `${error.message}\n${explain(error.cause)}`;
}
