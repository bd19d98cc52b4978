import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { CreateBucketCommand, S3Client } from '@aws-sdk/client-s3';
import type { S3Settings } from '../../src/core/storage/s3-storage.js';
import { isInstalled, run } from './running.js';

const PYTHON = '/usr/bin/python3';
const KEY = { accessKeyId: 'test:office', secretAccessKey: 'secret' };

/** Debian's OpenStack Swift speaks S3, and checks keys and hashes as the big ones do. */
export const OBJECT_STORE_MISSING = isInstalled(PYTHON, '-c', 'import swift.common.middleware.s3api')
  ? null
  : 'no S3 server here (Debian: apt-get install python3-swift)';

export interface ObjectStore {
  readonly settings: S3Settings;
  stop(): Promise<void>;
}

/** A server of its own with one empty bucket. */
export async function startObjectStore(): Promise<ObjectStore> {
  const folder = await mkdtemp(join(tmpdir(), 'office-object-store-'));
  const server = run(PYTHON, ['tools/object-store.py', folder]);
  const lines = createInterface({ input: server.child.stdout ?? process.stdin });
  const port = await new Promise<string>((resolve, reject) => {
    lines.once('line', resolve);
    server.child.once('exit', () => reject(new Error('The object store did not start.')));
  });
  const settings = { endpoint: `http://127.0.0.1:${port}`, region: 'us-east-1', bucket: 'office', ...KEY };
  const client = new S3Client({ ...settings, credentials: KEY, forcePathStyle: true });
  await client.send(new CreateBucketCommand({ Bucket: settings.bucket }));
  client.destroy();
  const stop = async (): Promise<void> => {
    await server.stop();
    await rm(folder, { recursive: true });
  };
  return { settings, stop };
}
