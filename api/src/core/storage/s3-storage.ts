import { createReadStream } from 'node:fs';
import type { Readable } from 'node:stream';
import type { PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { FileGoneError, FileStorage, StorageUnusableError, type ByteRange, type FileKey, type ReceivedFile } from './file-storage.js';

export interface S3Settings {
  readonly endpoint: string;
  readonly region: string;
  readonly bucket: string;
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
}

type Sdk = typeof import('@aws-sdk/client-s3');

interface Connection {
  readonly sdk: Sdk;
  readonly client: S3Client;
}

const CONNECT_MS = 5_000;
const SILENCE_MS = 60_000;
/** A download on a slow line holds a connection for as long as it takes. */
const CONNECTIONS = 200;

interface ServiceError {
  readonly $metadata?: { readonly httpStatusCode?: number };
}
const statusOf = (error: unknown): number | null => (error as ServiceError).$metadata?.httpStatusCode ?? null;
const isMissing = (error: unknown): boolean => statusOf(error) === 404;
/** A connection that broke, or a server that is about to come back. */
const mayPass = (error: unknown): boolean => (statusOf(error) ?? 500) >= 500;

const ignore = (): void => undefined;
/** What goes wrong is thrown; the library would write it to the console as well. */
const QUIET = { debug: ignore, info: ignore, warn: ignore, error: ignore };

/** The server works the hash out anew and refuses other bytes; stores of every make know this header. */
function withHash(command: PutObjectCommand, sha256: string): PutObjectCommand {
  command.middlewareStack.add(
    (next) => (args) => {
      (args.request as { headers: Record<string, string> }).headers['x-amz-content-sha256'] = sha256;
      return next(args);
    },
    { step: 'build', name: 'contentHash' },
  );
  return command;
}

function connect(sdk: Sdk, { endpoint, region, accessKeyId, secretAccessKey }: S3Settings): S3Client {
  return new sdk.S3Client({
    endpoint,
    region,
    credentials: { accessKeyId, secretAccessKey },
    logger: QUIET,
    forcePathStyle: true,
    // The newer checksums are known to few stores but Amazon's.
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
    requestHandler: {
      connectionTimeout: CONNECT_MS,
      socketTimeout: SILENCE_MS,
      httpAgent: { maxSockets: CONNECTIONS },
      httpsAgent: { maxSockets: CONNECTIONS },
    },
  });
}

/** Files in a bucket of an S3-compatible server, one prefix a project. The library is loaded where a bucket is set, and nowhere else. */
export class S3Storage extends FileStorage {
  private connection: Promise<Connection> | undefined;

  constructor(private readonly settings: S3Settings) {
    super();
  }

  async prepare(): Promise<void> {
    const { sdk, client } = await this.connected();
    try {
      await client.send(new sdk.HeadBucketCommand({ Bucket: this.settings.bucket }));
    } catch (error) {
      throw new StorageUnusableError(statusOf(error), error);
    }
  }

  async has(key: FileKey): Promise<boolean> {
    const { sdk, client } = await this.connected();
    try {
      await client.send(new sdk.HeadObjectCommand(this.object(key)));
      return true;
    } catch (error) {
      if (isMissing(error)) return false;
      throw error;
    }
  }

  /** The library repeats what it can by itself, which a stream it has read is not. */
  async put(projectId: string, file: ReceivedFile): Promise<void> {
    await this.send(projectId, file).catch((error: unknown) => {
      if (!mayPass(error)) throw error;
      return this.send(projectId, file);
    });
  }

  async open(key: FileKey, range?: ByteRange): Promise<Readable> {
    const { sdk, client } = await this.connected();
    try {
      const { Body } = await client.send(
        new sdk.GetObjectCommand({ ...this.object(key), ...(range && { Range: `bytes=${range.start}-${range.end}` }) }),
      );
      return Body as Readable;
    } catch (error) {
      throw isMissing(error) ? new FileGoneError(key) : error;
    }
  }

  async remove(key: FileKey): Promise<void> {
    const { sdk, client } = await this.connected();
    await client.send(new sdk.DeleteObjectCommand(this.object(key)));
  }

  private async send(projectId: string, { path, sha256, sizeBytes }: ReceivedFile): Promise<void> {
    const { sdk, client } = await this.connected();
    const body = createReadStream(path);
    try {
      const command = new sdk.PutObjectCommand({ ...this.object({ projectId, sha256 }), Body: body, ContentLength: sizeBytes });
      await client.send(withHash(command, sha256));
    } finally {
      body.destroy();
    }
  }

  private object({ projectId, sha256 }: FileKey): { readonly Bucket: string; readonly Key: string } {
    return { Bucket: this.settings.bucket, Key: `${projectId}/${sha256}` };
  }

  private connected(): Promise<Connection> {
    this.connection ??= import('@aws-sdk/client-s3').then((sdk) => ({ sdk, client: connect(sdk, this.settings) }));
    return this.connection;
  }
}
