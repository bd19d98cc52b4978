import { Injectable } from '@nestjs/common';
import { nextVersion, versionLabel } from '@office/domain';
import { v7 as uuid } from 'uuid';
import { Clock } from '../../core/clock/clock.js';
import type { Transaction } from '../../core/database/transaction.js';
import type { ProjectActor } from '../../core/http/access.js';
import { ProblemError } from '../../core/http/problem.js';
import { assertMayTake, DeliverableSteps } from './deliverable-steps.js';
import type { DeliverableHead } from './deliverable.rows.js';
import { DeliverablesRepository } from './deliverables.repository.js';
import { StoredFiles, type CheckedFile, type IncomingFile } from './stored-files.js';

/** Files become versions here, together with their row or not at all. */
@Injectable()
export class VersionUploads {
  constructor(
    private readonly repository: DeliverablesRepository,
    private readonly steps: DeliverableSteps,
    private readonly files: StoredFiles,
    private readonly clock: Clock,
  ) {}

  /** False when the deliverable is no longer as it was seen; nothing is kept then. */
  upload(actor: ProjectActor, deliverableId: string, seen: number, incoming: IncomingFile): Promise<boolean> {
    return this.files.store(actor.projectId, incoming, async (t, file) => {
      const head = await this.steps.lock(t, actor, deliverableId);
      assertMayTake(actor, 'upload-version', head);
      if (head.version !== seen) return false;
      if (head.latest?.sha256 === file.sha256) throw new ProblemError('same-content', { params: { version: versionLabel(head.latest) } });
      await incoming.take?.(t);
      await this.addVersion(t, actor, head, file);
      return true;
    });
  }

  private async addVersion(t: Transaction, actor: ProjectActor, head: DeliverableHead, file: CheckedFile): Promise<void> {
    const { projectId, personId } = actor;
    const id = uuid();
    const at = this.clock.now();
    const number = nextVersion(head.latest);
    const { fileName, sha256, note } = file;
    await this.files.record(t, projectId, file, at);
    await this.repository.addVersion(t, {
      projectId,
      id,
      deliverableId: head.id,
      ...number,
      fileName,
      sha256,
      note,
      authorId: personId,
      at,
    });
    const detail = { version: versionLabel(number), fileName };
    await this.steps.take(t, actor, head, 'upload-version', { latestVersionId: id, detail });
  }
}
