import { Injectable } from '@nestjs/common';
import { checkFile, fileNameFinding, safeFileName, VERSION_FILES_MAX } from '@office/domain';
import type { FastifyRequest } from 'fastify';
import { v7 as uuid } from 'uuid';
import { Clock } from '../../core/clock/clock.js';
import { Settings } from '../../core/config/settings.js';
import type { Transaction } from '../../core/database/transaction.js';
import type { ProjectActor } from '../../core/http/access.js';
import { ProblemError } from '../../core/http/problem.js';
import { Staging } from './staging.js';
import { TusEndpoint, type TusAnswer } from './tus-endpoint.js';
import type { Announced } from './tus-request.js';
import { UploadsRepository, type Upload, type UploadKey } from './uploads.repository.js';

const HOUR_MS = 3_600_000;
/** What a person may have on its way at once: two versions of the most files. */
const OPEN_UPLOADS_MAX = 2 * VERSION_FILES_MAX;

/** Files arrive here piece by piece, each for the eyes of its person alone, and go when they became a version. */
@Injectable()
export class UploadsService {
  constructor(
    private readonly settings: Settings,
    private readonly uploads: UploadsRepository,
    private readonly staging: Staging,
    private readonly tus: TusEndpoint,
    private readonly clock: Clock,
  ) {}

  /** Begins an upload; what the name and the size tell is refused before the first byte. */
  async begin(actor: ProjectActor, announced: Announced, request: FastifyRequest): Promise<TusAnswer> {
    const { projectId, personId } = actor;
    this.assertTaken(announced);
    await this.assertRoom(actor, announced.sizeBytes);
    const upload = { ...announced, fileName: safeFileName(announced.fileName), projectId, personId, id: uuid() };
    const at = this.clock.now();
    await this.uploads.add(upload, at, new Date(at.getTime() + this.settings.UPLOAD_EXPIRY_HOURS * HOUR_MS));
    try {
      return await this.tus.answer(upload, request);
    } catch (error) {
      await this.forget([upload]);
      throw error;
    }
  }

  /** Asks how much has arrived, sends more, or gives up. */
  async proceed(actor: ProjectActor, id: string, request: FastifyRequest): Promise<TusAnswer> {
    const [upload] = await this.own(actor, [id]);
    if (upload === undefined) throw new ProblemError('upload-gone');
    return this.tus.answer(upload, request);
  }

  /** The person's own uploads for a deliverable, all of them whole, in the order in which they are named. */
  async finished(actor: ProjectActor, deliverableId: string, ids: readonly string[]): Promise<Upload[]> {
    const own = new Map((await this.own(actor, ids)).map((upload) => [upload.id, upload]));
    const uploads = ids.flatMap((id) => own.get(id) ?? []).filter((upload) => upload.deliverableId === deliverableId);
    if (uploads.length < ids.length) throw new ProblemError('upload-gone');
    for (const upload of uploads) {
      const { fileName, sizeBytes } = upload;
      const arrivedBytes = await this.staging.arrived(upload);
      if (arrivedBytes !== sizeBytes) throw new ProblemError('upload-unfinished', { params: { fileName, arrivedBytes, sizeBytes } });
    }
    return uploads;
  }

  /** They become something else with this unit of work; refused when they became it before. */
  async take(t: Transaction, projectId: string, uploads: readonly UploadKey[]): Promise<void> {
    const ids = uploads.map(({ id }) => id);
    if ((await this.uploads.take(t, projectId, ids)) < ids.length) throw new ProblemError('upload-gone');
  }

  /** Nothing of them is left. */
  async forget(uploads: readonly UploadKey[]): Promise<void> {
    for (const upload of uploads) {
      await this.uploads.remove(upload);
      await this.staging.discard(upload);
    }
  }

  private async own(actor: ProjectActor, ids: readonly string[]): Promise<Upload[]> {
    const found = await this.uploads.find(actor.projectId, ids, this.clock.now());
    return found.filter(({ personId }) => personId === actor.personId);
  }

  private assertTaken({ fileName, sizeBytes }: Announced): void {
    const reason = fileNameFinding(fileName);
    if (reason !== null) throw new ProblemError('file-name-refused', { params: { reason } });
    const { maxUploadBytes: maxBytes } = this.settings;
    const finding = checkFile({ name: safeFileName(fileName), size: sizeBytes }, maxBytes);
    if (finding !== null) throw new ProblemError(finding === 'file-empty' ? 'file-missing' : finding, { params: { fileName, maxBytes } });
  }

  private async assertRoom({ projectId, personId }: ProjectActor, sizeBytes: number): Promise<void> {
    const { count, bytes: usedBytes } = await this.uploads.open(projectId, personId, this.clock.now());
    if (count >= OPEN_UPLOADS_MAX) throw new ProblemError('too-many-requests');
    const quotaBytes = this.settings.projectQuotaBytes;
    if (usedBytes + sizeBytes > quotaBytes) throw new ProblemError('quota-exceeded', { params: { usedBytes, quotaBytes, sizeBytes } });
  }
}
