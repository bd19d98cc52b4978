import { Injectable } from '@nestjs/common';
import type { TaskPartRequest, TaskPartView } from '@office/contracts';
import { can, checkTaskPart, EVIDENCE_MAX, evidenceUrl, linkTitle, partProgress, type EvidenceLink } from '@office/domain';
import { v7 as uuid } from 'uuid';
import { Clock } from '../../core/clock/clock.js';
import { Transactions, type Transaction } from '../../core/database/transaction.js';
import type { ProjectActor } from '../../core/http/access.js';
import { ProblemError } from '../../core/http/problem.js';
import { FileStore } from '../../core/storage/file-store.js';
import { downloadHeaders } from '../deliverables/download.js';
import type { FileDownload } from '../deliverables/send-file.js';
import { StoredFiles, type CheckedFile, type IncomingFile } from '../deliverables/stored-files.js';
import { Standings } from '../work-plan/standings.js';
import { taskPartView } from './task-parts.mapper.js';
import { TaskPartsRepository, type NewEvidence, type PartKey, type Written } from './task-parts.repository.js';
import type { PartHead } from './task-parts.rows.js';

type Change = (t: Transaction, head: PartHead, written: Written) => Promise<void>;

const PERMISSION = 'task.update-part';

@Injectable()
export class TaskPartsService {
  constructor(
    private readonly repository: TaskPartsRepository,
    private readonly standings: Standings,
    private readonly files: StoredFiles,
    private readonly store: FileStore,
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {}

  async view(key: PartKey): Promise<TaskPartView> {
    const row = await this.repository.part(key);
    if (row === null) throw new ProblemError('not-found');
    return taskPartView(row, this.clock.today(row.deadlineTimeZone), this.store.scanning);
  }

  /** The own part as it is from now on; the figures of the task and of its work package follow. */
  update(actor: ProjectActor, key: PartKey, seen: number, request: TaskPartRequest): Promise<TaskPartView> {
    const { state, note, criteria } = request;
    return this.change(actor, key, seen, async (t, head, written) => {
      const checked = checkTaskPart({ state, note, criteria });
      if (!checked.ok) throw new ProblemError('validation-failed', { errors: checked.reason });
      const links = linksOf(request.links ?? [], head);
      const part = { state, note, criteria, progress: partProgress({ state, criteria }) };
      await Promise.all([
        this.repository.write(t, key, uuid(), part, written),
        ...links.map((link) => this.repository.addEvidence(t, key, link, written)),
        this.standings.refreshTasks(t, key.projectId, [key.taskId], written),
      ]);
      publish(t, 'task.part-updated', key, head, written, { state, ...(links.length > 0 ? { evidence: links.length } : {}) });
    });
  }

  /** What can be refused without looking at the file is refused before the first byte is read. */
  async assertMayAddFile(actor: ProjectActor, key: PartKey, seen: number): Promise<void> {
    const head = await this.repository.head(key);
    assertMayChange(actor, key, head);
    if (head.version !== seen) throw await this.stale(key);
    assertRoom(head, 1);
  }

  async addFile(actor: ProjectActor, key: PartKey, seen: number, incoming: IncomingFile): Promise<TaskPartView> {
    await this.assertMayAddFile(actor, key, seen);
    const added = await this.files.store(key.projectId, incoming, async (t, file) => {
      const head = await this.repository.lock(t, key);
      assertMayChange(actor, key, head);
      if (head.version !== seen) return false;
      assertRoom(head, 1);
      await this.keepFile(t, key, head, file, this.writtenBy(actor));
      return true;
    });
    if (!added) throw await this.stale(key);
    return this.view(key);
  }

  removeEvidence(actor: ProjectActor, key: PartKey, evidenceId: string, seen: number): Promise<TaskPartView> {
    return this.change(actor, key, seen, async (t, head, written) => {
      const title = await this.repository.withdrawEvidence(t, key, evidenceId, written);
      if (title === null) throw new ProblemError('not-found');
      await this.repository.touch(t, key, written);
      publish(t, 'task.evidence-removed', key, head, written, { title });
    });
  }

  async readFile(key: PartKey, evidenceId: string): Promise<FileDownload> {
    const file = await this.repository.evidenceFile(key, evidenceId);
    if (file === null) throw new ProblemError('not-found');
    return { headers: downloadHeaders(file), open: (range) => this.store.open(key.projectId, file.sha256, range) };
  }

  private async keepFile(t: Transaction, key: PartKey, head: PartHead, file: CheckedFile, written: Written): Promise<void> {
    const { fileName, sha256, note } = file;
    const title = note || fileName;
    await this.files.record(t, key.projectId, file, written.at);
    await this.repository.touch(t, key, written);
    await this.repository.addEvidence(t, key, { id: uuid(), title, url: null, fileName, sha256 }, written);
    publish(t, 'task.evidence-added', key, head, written, { title });
  }

  private async change(actor: ProjectActor, key: PartKey, seen: number, change: Change): Promise<TaskPartView> {
    const changed = await this.transactions.run(async (t) => {
      const head = await this.repository.lock(t, key);
      assertMayChange(actor, key, head);
      if (head.version !== seen) return false;
      await change(t, head, this.writtenBy(actor));
      return true;
    });
    if (!changed) throw await this.stale(key);
    return this.view(key);
  }

  private writtenBy({ personId }: ProjectActor): Written {
    return { at: this.clock.now(), personId };
  }

  /** Answered outside of the transaction: the part as it is now goes along. */
  private async stale(key: PartKey): Promise<ProblemError> {
    return new ProblemError('precondition-failed', { current: await this.view(key) });
  }
}

function assertMayChange(actor: ProjectActor, key: PartKey, head: PartHead | null): asserts head is PartHead {
  if (head === null) throw new ProblemError('not-found');
  const allowed = can(actor, PERMISSION, { leadBeneficiaryId: key.beneficiaryId });
  if (!allowed.ok) throw new ProblemError('forbidden', { params: { permission: PERMISSION, reason: allowed.reason } });
}

function assertRoom({ evidence }: PartHead, more: number): void {
  if (evidence + more > EVIDENCE_MAX)
    throw new ProblemError('validation-failed', { errors: [{ path: 'evidence', code: 'too-many', params: { max: EVIDENCE_MAX } }] });
}

function linksOf(links: readonly EvidenceLink[], head: PartHead): NewEvidence[] {
  const checked = links.map(({ url, title }) => ({ url: evidenceUrl(url), title }));
  const errors = checked.flatMap(({ url }, index) => (url === null ? [{ path: `links.${index}.url`, code: 'not-a-web-address' }] : []));
  if (errors.length > 0) throw new ProblemError('validation-failed', { errors });
  assertRoom(head, links.length);
  return checked.map(({ url, title }) => ({ id: uuid(), title: title || linkTitle(url ?? ''), url, fileName: null, sha256: null }));
}

function publish(
  t: Transaction,
  event: 'task.part-updated' | 'task.evidence-added' | 'task.evidence-removed',
  key: PartKey,
  { number, title, partner }: PartHead,
  { at, personId }: Written,
  detail: Record<string, string | number>,
): void {
  const subject = { kind: 'task' as const, id: key.taskId, label: `${number} ${title}` };
  t.publish({ event, projectId: key.projectId, at, personId, subject, detail: { partner, ...detail } });
}
