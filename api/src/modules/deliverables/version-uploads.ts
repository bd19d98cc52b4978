import type { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import { fileKindOf, nextVersion, PORTAL_FILE_KINDS, safeFileName, versionLabel, type FileKind } from '@office/domain';
import { v7 as uuid } from 'uuid';
import { Clock } from '../../core/clock/clock.js';
import { Transactions, type Transaction } from '../../core/database/transaction.js';
import type { ProjectActor } from '../../core/http/access.js';
import { ProblemError } from '../../core/http/problem.js';
import { FileStore, type ReceivedFile } from '../../core/storage/file-store.js';
import { assertMayTake, DeliverableSteps } from './deliverable-steps.js';
import type { DeliverableHead } from './deliverable.rows.js';
import { DeliverablesRepository } from './deliverables.repository.js';
import { hasContentOf } from './file-content.js';

/** A file on its way in; a name is only what somebody typed. */
export interface IncomingVersion {
  readonly fileName: string;
  readonly note: string;
  readonly stream: Readable;
}

interface CheckedFile extends ReceivedFile {
  readonly fileName: string;
  readonly kind: FileKind;
  readonly note: string;
}

/** Calls of the operating system on our own disk; whatever else breaks a stream came from the sender. */
const DISK_CALLS = ['mkdir', 'open', 'write', 'fsync', 'close'];
const isOurFault = (error: unknown): boolean => DISK_CALLS.includes((error as NodeJS.ErrnoException).syscall ?? '');

/** Files become versions here: streamed, checked, and stored together with their row or not at all. */
@Injectable()
export class VersionUploads {
  constructor(
    private readonly repository: DeliverablesRepository,
    private readonly steps: DeliverableSteps,
    private readonly transactions: Transactions,
    private readonly files: FileStore,
    private readonly clock: Clock,
  ) {}

  /** False when the deliverable is no longer as it was seen; nothing is kept then. */
  async upload(actor: ProjectActor, deliverableId: string, seen: number, incoming: IncomingVersion): Promise<boolean> {
    const fileName = safeFileName(incoming.fileName);
    const kind = fileKindOf(fileName);
    if (kind === null) throw new ProblemError('file-kind-refused', { params: { fileName } });
    const received = await this.receive(incoming.stream);
    try {
      if (!(await hasContentOf(kind, received.path))) throw new ProblemError('file-kind-mismatch', { params: { fileName } });
      return await this.store(actor, deliverableId, seen, { ...received, fileName, kind, note: incoming.note });
    } finally {
      await this.files.discard(received);
    }
  }

  private async receive(stream: Readable): Promise<ReceivedFile> {
    try {
      return await this.files.receive(stream);
    } catch (error) {
      const cause = stream.errored ?? error;
      throw cause instanceof ProblemError || isOurFault(cause) ? cause : new ProblemError('upload-interrupted');
    }
  }

  private async store(actor: ProjectActor, deliverableId: string, seen: number, file: CheckedFile): Promise<boolean> {
    const progress = { kept: false };
    try {
      return await this.transactions.run(async (t) => {
        const head = await this.steps.lock(t, actor, deliverableId);
        assertMayTake(actor, 'upload-version', head);
        if (head.version !== seen) return false;
        if (head.latest?.sha256 === file.sha256) throw new ProblemError('same-content', { params: { version: versionLabel(head.latest) } });
        await this.addVersion(t, actor, head, file);
        await this.files.keep(actor.projectId, file);
        progress.kept = true;
        return true;
      });
    } catch (error) {
      if (progress.kept) await this.release(actor.projectId, file.sha256);
      throw error;
    }
  }

  private async addVersion(t: Transaction, actor: ProjectActor, head: DeliverableHead, file: CheckedFile): Promise<void> {
    const { projectId, personId } = actor;
    const id = uuid();
    const number = nextVersion(head.latest);
    await this.repository.lockContent(t, projectId, file.sha256);
    await this.repository.addVersion(t, {
      projectId,
      id,
      deliverableId: head.id,
      ...number,
      fileName: file.fileName,
      mediaType: PORTAL_FILE_KINDS[file.kind],
      sha256: file.sha256,
      sizeBytes: file.sizeBytes,
      note: file.note,
      authorId: personId,
      at: this.clock.now(),
    });
    const detail = { version: versionLabel(number), fileName: file.fileName };
    await this.steps.take(t, actor, head, 'upload-version', { latestVersionId: id, detail });
  }

  /** The transaction failed after the file was in place: it goes again, unless somebody else stored the same content. */
  private release(projectId: string, sha256: string): Promise<void> {
    return this.transactions.run(async (t) => {
      await this.repository.lockContent(t, projectId, sha256);
      if (!(await this.repository.isStored(t, projectId, sha256))) await this.files.remove(projectId, sha256);
    });
  }
}
