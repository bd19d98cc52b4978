import { join } from 'node:path';
import type { Settings } from '../config/settings.js';
import type { FileStorage } from './file-storage.js';
import { LocalStorage } from './local-storage.js';
import { S3Storage } from './s3-storage.js';

/** Where the settings want files to be kept. */
export function openStorage(settings: Settings): FileStorage {
  const { S3_ENDPOINT: endpoint, S3_REGION: region, S3_BUCKET: bucket = '' } = settings;
  const { S3_ACCESS_KEY_ID: accessKeyId = '', S3_SECRET_ACCESS_KEY: secretAccessKey = '' } = settings;
  if (endpoint === undefined) return new LocalStorage(join(settings.DATA_DIR, 'files'));
  return new S3Storage({ endpoint, region, bucket, accessKeyId, secretAccessKey });
}
