import { mkdirSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { FileStore } from '@tus/file-store';
import type { Upload as TusUpload } from '@tus/server';
import type { Clock } from '../../core/clock/clock.js';
import type { Staging } from './staging.js';
import type { UploadKey, UploadsRepository } from './uploads.repository.js';

type Configstore = NonNullable<ConstructorParameters<typeof FileStore>[0]['configstore']>;

/** Upload ids of the protocol library are a path: one folder a project. */
export const tusIdOf = ({ projectId, id }: UploadKey): string => `${projectId}/${id}`;

function keyOf(tusId: string): UploadKey {
  const [projectId = '', id = ''] = tusId.split('/');
  return { projectId, id };
}

/** What the protocol library would keep in a file beside each upload stands in the database; the bytes are in the staging folder. */
export class TusStore extends FileStore {
  constructor(uploads: UploadsRepository, staging: Staging, clock: Clock, expiryMs: number) {
    const configstore: Configstore = {
      get: async (tusId) => {
        const { projectId, id } = keyOf(tusId);
        const [upload] = await uploads.find(projectId, [id], clock.now());
        // No day: the rows expire by the clock of the office, which may stand still.
        return upload && ({ id: tusId, size: upload.sizeBytes, offset: 0 } as TusUpload);
      },
      // The row was made before the library was asked.
      set: () => Promise.resolve(),
      delete: (tusId) => uploads.remove(keyOf(tusId)),
    };
    // Made by the library, it would be open to every user of the machine.
    mkdirSync(staging.folder, { recursive: true, mode: 0o700 });
    super({ directory: staging.folder, configstore, expirationPeriodInMilliseconds: expiryMs });
    this.extensions = ['creation', 'creation-with-upload', 'termination', 'expiration'];
  }

  override async create(upload: TusUpload): Promise<TusUpload> {
    await mkdir(dirname(join(this.directory, upload.id)), { recursive: true, mode: 0o700 });
    return super.create(upload);
  }
}
