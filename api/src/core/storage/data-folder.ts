import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Nothing can be kept in the folder that `DATA_DIR` names. */
export class DataFolderUnusableError extends Error {
  constructor(
    readonly folder: string,
    cause: unknown,
  ) {
    super('data-folder-unusable', { cause });
  }
}

/**
 * Makes the folder and tries it, so that a wrong one shows at the start and not at the first upload.
 * @throws DataFolderUnusableError
 */
export function prepareDataFolder(folder: string): void {
  const probe = join(folder, `probe.${process.pid}`);
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    writeFileSync(probe, '', { mode: 0o600 });
    rmSync(probe, { force: true });
  } catch (error) {
    throw new DataFolderUnusableError(folder, error);
  }
}
