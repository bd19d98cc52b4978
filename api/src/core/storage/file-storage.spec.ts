import { createHash, randomUUID } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { OBJECT_STORE_MISSING, startObjectStore, type ObjectStore } from '../../../test/support/object-store.js';
import { FileGoneError, StorageUnusableError, type FileStorage, type ReceivedFile } from './file-storage.js';
import { LocalStorage } from './local-storage.js';
import { S3Storage, type S3Settings } from './s3-storage.js';

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'office-storage-'));
});
afterAll(() => rm(folder, { recursive: true }));

async function received(content: Buffer | string): Promise<ReceivedFile> {
  const path = join(folder, randomUUID());
  await writeFile(path, content);
  return { path, sha256: createHash('sha256').update(content).digest('hex'), sizeBytes: Buffer.byteLength(content) };
}

/** What everybody relies on who stores files, wherever they lie. */
function keepsFiles(openIt: () => FileStorage): void {
  const projectId = randomUUID();
  let storage: FileStorage;
  beforeAll(async () => {
    storage = openIt();
    await storage.prepare();
  });
  const read = async (sha256: string, range?: { start: number; end: number }): Promise<string> =>
    (await buffer(await storage.open({ projectId, sha256 }, range))).toString();

  it('come back byte for byte, and stay where they were received until they are discarded', async () => {
    const content = Buffer.from(Array.from({ length: 3_000_000 }, (__, index) => (index * 7) % 251));
    const file = await received(content);
    await storage.put(projectId, file);
    expect((await buffer(await storage.open({ projectId, sha256: file.sha256 }))).equals(content)).toBe(true);
    await storage.put(projectId, file);
    expect(await storage.has({ projectId, sha256: file.sha256 })).toBe(true);
  });

  it('are read in part', async () => {
    const file = await received('0123456789');
    await storage.put(projectId, file);
    expect([await read(file.sha256, { start: 2, end: 4 }), await read(file.sha256, { start: 9, end: 9 })]).toEqual(['234', '9']);
  });

  it('are one project’s own', async () => {
    const file = await received('mine');
    await storage.put(projectId, file);
    expect(await storage.has({ projectId: randomUUID(), sha256: file.sha256 })).toBe(false);
  });

  it('are gone when they were removed, as often as one removes them', async () => {
    const file = await received('for a while');
    const key = { projectId, sha256: file.sha256 };
    await storage.put(projectId, file);
    await storage.remove(key);
    await storage.remove(key);
    expect(await storage.has(key)).toBe(false);
    await expect(storage.open(key)).rejects.toThrow(FileGoneError);
  });
}

describe('files on the local disk', () => keepsFiles(() => new LocalStorage(join(folder, 'files'))));

// Not a gap that nobody sees: the name of the group says what is missing.
const withServer = OBJECT_STORE_MISSING === null ? describe : describe.skip;
const because = OBJECT_STORE_MISSING === null ? '' : `: ${OBJECT_STORE_MISSING}`;

withServer(`files in a bucket${because}`, () => {
  let server: ObjectStore;
  beforeAll(async () => {
    server = await startObjectStore();
  });
  afterAll(() => server.stop());

  keepsFiles(() => new S3Storage(server.settings));

  it.each<[string, Partial<S3Settings>, number | null]>([
    ['that does not exist', { bucket: 'nowhere' }, 404],
    ['of another key', { secretAccessKey: 'wrong' }, 403],
    ['of a server that is not there', { endpoint: 'http://127.0.0.1:1' }, null],
  ])('%s: it shows at the start', async (_, wrong, status) => {
    const error: unknown = await new S3Storage({ ...server.settings, ...wrong }).prepare().catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(StorageUnusableError);
    expect((error as StorageUnusableError).status).toBe(status);
  });

  it('never have other bytes than their name says: the server works the hash out anew', async () => {
    const storage = new S3Storage(server.settings);
    const file = { ...(await received('altered on the way')), sha256: createHash('sha256').update('as it was').digest('hex') };
    await expect(storage.put('project', file)).rejects.toThrow();
    expect(await storage.has({ projectId: 'project', sha256: file.sha256 })).toBe(false);
  });
});
