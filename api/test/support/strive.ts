import { readFile } from 'node:fs/promises';

export type FileRecord = Record<string, unknown>;
/** STRIVE as it is shipped, to be changed by a test. */
export type StriveFile = Record<string, FileRecord[]> & { project: FileRecord };

export const striveFile = async (): Promise<StriveFile> =>
  JSON.parse(await readFile(new URL('../../data/strive.json', import.meta.url), 'utf8')) as StriveFile;
