import { Injectable } from '@nestjs/common';
import type { ProblemCode } from '@office/contracts';
import { Server } from '@tus/server';
import type { FastifyRequest } from 'fastify';
import { Clock } from '../../core/clock/clock.js';
import { Settings } from '../../core/config/settings.js';
import { ProblemError } from '../../core/http/problem.js';
import { Staging } from './staging.js';
import { readAway, webRequestOf } from './tus-request.js';
import { TusStore, tusIdOf } from './tus-store.js';
import { UploadLocks } from './upload-locks.js';
import { UploadsRepository, type UploadKey } from './uploads.repository.js';

const HOUR_MS = 3_600_000;
/** A line that broke silently gets so long to hand over what it still holds. */
const RELEASE_MS = 500;

/** What the protocol says of an upload; nothing that lets other sites in. */
const ANSWERED = ['tus-resumable', 'upload-offset', 'upload-length', 'upload-expires', 'location'];

const CODE_OF_STATUS: Readonly<Record<number, ProblemCode>> = {
  404: 'upload-gone',
  409: 'upload-offset',
  410: 'upload-gone',
  413: 'file-too-large',
  415: 'unsupported-media-type',
};

export interface TusAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
}

/** The tus protocol, for uploads that were found to be the person's own. */
@Injectable()
export class TusEndpoint {
  private readonly store: TusStore;
  private readonly locks = new UploadLocks();

  constructor(
    private readonly settings: Settings,
    uploads: UploadsRepository,
    staging: Staging,
    clock: Clock,
  ) {
    this.store = new TusStore(uploads, staging, clock, settings.UPLOAD_EXPIRY_HOURS * HOUR_MS);
  }

  async answer(upload: UploadKey, request: FastifyRequest): Promise<TusAnswer> {
    const { status, headers } = await this.serverOf(upload).handleWeb(webRequestOf(request));
    if (status >= 400) {
      readAway(request);
      throw this.refusalOf(status, request);
    }
    const answered = ANSWERED.flatMap((name): [string, string][] => {
      const value = headers.get(name);
      return value === null ? [] : [[name, value]];
    });
    return { status, headers: Object.fromEntries(answered) };
  }

  /** One for each request: what it is about was settled before the protocol is asked. */
  private serverOf(upload: UploadKey): Server {
    const tusId = tusIdOf(upload);
    return new Server({
      path: '/',
      datastore: this.store,
      locker: this.locks,
      lockDrainTimeout: RELEASE_MS,
      maxSize: this.settings.maxUploadBytes,
      namingFunction: () => tusId,
      getFileIdFromRequest: () => tusId,
      generateUrl: () => `/api/projects/${upload.projectId}/uploads/${upload.id}`,
    });
  }

  private refusalOf(status: number, { raw }: FastifyRequest): ProblemError {
    const code = CODE_OF_STATUS[status] ?? (status < 500 ? 'bad-request' : 'internal');
    // Nobody hears it: it keeps a broken line from being told as a defect.
    if (raw.destroyed && !raw.complete) return new ProblemError('upload-interrupted');
    return new ProblemError(code, code === 'file-too-large' ? { params: { maxBytes: this.settings.maxUploadBytes } } : {});
  }
}
