import { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import type { DeliverableView, ProblemCode, VersionRequest } from '@office/contracts';
import { fileKindOf, nextVersion, versionLabel, zipEntryNames } from '@office/domain';
import { Settings } from '../../core/config/settings.js';
import type { ProjectActor } from '../../core/http/access.js';
import { ProblemError } from '../../core/http/problem.js';
import { zipStream } from '../../core/zip/zip-writer.js';
import { Staging } from '../uploads/staging.js';
import type { Upload } from '../uploads/uploads.repository.js';
import { UploadsService } from '../uploads/uploads.service.js';
import { assertMayTake, assertReadable, transitionOf } from './deliverable-steps.js';
import type { DeliverableHead } from './deliverable.rows.js';
import { DeliverablesRepository } from './deliverables.repository.js';
import { DeliverablesService } from './deliverables.service.js';
import { contentRefusal } from './file-content.js';

/** The file itself is not taken, whoever tries again with it: what was sent of it goes. */
const HOPELESS: readonly ProblemCode[] = [
  'file-kind-mismatch',
  'file-two-kinds',
  'archive-refused',
  'file-too-large',
  'same-content',
  'quota-exceeded',
];

/** Finished uploads become the next version: one as it is, several as one zip. */
@Injectable()
export class StagedVersions {
  constructor(
    private readonly repository: DeliverablesRepository,
    private readonly deliverables: DeliverablesService,
    private readonly uploads: UploadsService,
    private readonly staging: Staging,
    private readonly settings: Settings,
  ) {}

  /** Whoever may not make a version of it sends no file for one. */
  async assertMayBegin(actor: ProjectActor, deliverableId: string): Promise<void> {
    await this.headFor(actor, deliverableId);
  }

  async add(actor: ProjectActor, deliverableId: string, seen: number, { uploads: ids, note }: VersionRequest): Promise<DeliverableView> {
    await this.deliverables.assertMayUpload(actor, deliverableId, seen);
    const uploads = await this.uploads.finished(actor, deliverableId, ids);
    try {
      const file = uploads.length === 1 ? await this.single(uploads) : await this.together(actor, deliverableId, uploads);
      const take = (t: Parameters<UploadsService['take']>[0]): Promise<void> => this.uploads.take(t, actor.projectId, uploads);
      const view = await this.deliverables.uploadVersion(actor, deliverableId, seen, { ...file, note, take });
      await this.uploads.forget(uploads);
      return view;
    } catch (error) {
      if (error instanceof ProblemError && HOPELESS.includes(error.code)) await this.uploads.forget(uploads);
      // Another request that took them has changed the deliverable as well, and that says more.
      if (error instanceof ProblemError && error.code === 'upload-gone')
        await this.deliverables.assertMayUpload(actor, deliverableId, seen);
      throw error;
    }
  }

  private async headFor(actor: ProjectActor, deliverableId: string): Promise<DeliverableHead> {
    const head = await this.repository.head(actor.projectId, deliverableId);
    if (head === null) throw new ProblemError('not-found');
    assertReadable(actor, head);
    assertMayTake(actor, 'upload-version', head);
    transitionOf(head, 'upload-version');
    return head;
  }

  private async single([upload]: readonly Upload[]): Promise<{ fileName: string; stream: Readable }> {
    if (upload === undefined) throw new ProblemError('file-missing');
    return { fileName: upload.fileName, stream: await this.staging.read(upload) };
  }

  /** Each is looked at by itself: a zip tells less of what lies in it. */
  private async together(
    actor: ProjectActor,
    deliverableId: string,
    uploads: readonly Upload[],
  ): Promise<{ fileName: string; stream: Readable }> {
    const { maxUploadBytes: maxBytes, archiveLimits } = this.settings;
    if (uploads.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0) > maxBytes)
      throw new ProblemError('file-too-large', { params: { maxBytes } });
    for (const upload of uploads) {
      const kind = fileKindOf(upload.fileName);
      if (kind === null) throw new ProblemError('file-kind-refused', { params: { fileName: upload.fileName } });
      const refusal = await contentRefusal(kind, { path: this.staging.pathOf(upload), fileName: upload.fileName }, archiveLimits);
      if (refusal !== null) throw refusal;
    }
    const head = await this.headFor(actor, deliverableId);
    const names = zipEntryNames(uploads.map(({ fileName }) => fileName));
    const members = uploads.map((upload, index) => ({ name: names[index] ?? '', open: () => this.staging.read(upload) }));
    return { fileName: `${head.number} version ${versionLabel(nextVersion(head.latest))}.zip`, stream: zipStream(members) };
  }
}
