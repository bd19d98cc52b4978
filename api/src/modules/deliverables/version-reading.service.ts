import { Injectable } from '@nestjs/common';
import type { ComparisonView, DeliverableView, PreviewView } from '@office/contracts';
import {
  fileKindOf,
  fileRefusal,
  fileScanOf,
  isChecked,
  openChecks,
  textKindOf,
  versionLabel,
  type ConfirmableCheck,
} from '@office/domain';
import { Clock } from '../../core/clock/clock.js';
import { Transactions, type Transaction } from '../../core/database/transaction.js';
import type { ProjectActor } from '../../core/http/access.js';
import { ProblemError } from '../../core/http/problem.js';
import { FileStore } from '../../core/storage/file-store.js';
import { DocumentTexts, type DocumentText } from '../documents/document-texts.js';
import { checkListOf } from './check-list.js';
import { assertCan, assertReadable, DeliverableSteps } from './deliverable-steps.js';
import { DeliverablesService } from './deliverables.service.js';
import { VersionReadingRepository, type ReadableVersionRow } from './version-reading.repository.js';

/** A page shows so much of a text; the file has the rest. */
const SHOWN_CHARACTERS = 200_000;

/** What is told of versions without opening their files: their text, what differs, and whether it holds before a sign-off. */
@Injectable()
export class VersionReadingService {
  constructor(
    private readonly repository: VersionReadingRepository,
    private readonly deliverables: DeliverablesService,
    private readonly steps: DeliverableSteps,
    private readonly texts: DocumentTexts,
    private readonly files: FileStore,
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {}

  async preview(actor: ProjectActor, deliverableId: string, versionId: string): Promise<PreviewView> {
    const versions = await this.versionsFor(actor, deliverableId);
    const version = this.versionOf(versions, versionId);
    const { text, reading } = await this.textOf(actor, version);
    return {
      number: versionLabel(version),
      fileName: version.fileName,
      sizeBytes: version.sizeBytes,
      pages: textKindOf(version.fileName) === 'pdf',
      text: text?.slice(0, SHOWN_CHARACTERS) ?? null,
      cut: (text?.length ?? 0) > SHOWN_CHARACTERS,
      reading,
    };
  }

  async comparison(actor: ProjectActor, deliverableId: string, ids: { from: string; to: string }): Promise<ComparisonView> {
    const versions = await this.versionsFor(actor, deliverableId);
    const [from, to] = [this.versionOf(versions, ids.from), this.versionOf(versions, ids.to)];
    const [before, after] = await Promise.all([this.textOf(actor, from), this.textOf(actor, to)]);
    const text = before.text === null || after.text === null ? null : await this.texts.compare(before.text, after.text);
    return {
      deliverable: { id: deliverableId, number: from.deliverableNumber, title: from.title },
      from: comparedView(from, before),
      to: comparedView(to, after),
      text,
      versions: versions.map((version) => ({
        id: version.id,
        number: versionLabel(version),
        fileName: version.fileName,
        createdAt: version.createdAt.toISOString(),
      })),
    };
  }

  /** Somebody has looked at the newest version and says that it is there. */
  async confirm(actor: ProjectActor, deliverableId: string, versionId: string, check: ConfirmableCheck): Promise<DeliverableView> {
    await this.transactions.run(async (t) => {
      const head = await this.steps.lock(t, actor, deliverableId);
      assertCan(actor, 'deliverable.confirm-check', head);
      if (head.latest?.id !== versionId) throw new ProblemError('state-changed');
      if (!isChecked(head.state)) throw new ProblemError('transition-refused', { params: { from: head.state, action: 'confirm-check' } });
      const { projectId, personId } = actor;
      const at = this.clock.now();
      if (!(await this.repository.confirm(t, { projectId, versionId, check, personId, at }))) return;
      await this.steps.touch(t, actor, deliverableId);
      const subject = { kind: 'deliverable' as const, id: head.id, label: `${head.number} ${head.title}` };
      t.publish({ event: 'check.confirmed', projectId, at, personId, subject, detail: { version: versionLabel(head.latest), check } });
    });
    return this.deliverables.view(actor, deliverableId);
  }

  /** To be done before the transaction of a sign-off: nothing of it waits for the reading of a file then. */
  async readForSignOff(actor: ProjectActor, roundId: string): Promise<void> {
    const file = await this.repository.roundFile(actor.projectId, roundId);
    if (file !== null) await this.texts.of({ ...file, projectId: actor.projectId });
  }

  /** @throws ProblemError `checks-open` naming what is missing. */
  async assertChecked(t: Transaction, projectId: string, versionId: string, openMajors: number): Promise<void> {
    const row = await this.repository.checkList(t, projectId, versionId);
    const open = row === null ? [] : openChecks(checkListOf(row, openMajors));
    if (row === null || open.length > 0) throw new ProblemError('checks-open', { params: { checks: open.join() } });
  }

  private async versionsFor(actor: ProjectActor, deliverableId: string): Promise<ReadableVersionRow[]> {
    const versions = await this.repository.versions(actor.projectId, deliverableId);
    for (const version of versions) assertReadable(actor, version);
    return versions;
  }

  private versionOf(versions: readonly ReadableVersionRow[], id: string): ReadableVersionRow {
    const version = versions.find((one) => one.id === id);
    if (version === undefined) throw new ProblemError('not-found');
    return version;
  }

  /** What the scanner found something in is shown to nobody, not even as text. */
  private textOf({ projectId }: ProjectActor, version: ReadableVersionRow): Promise<DocumentText> {
    const refusal = fileRefusal(fileScanOf(version.verdict, this.files.scanning));
    if (refusal !== null) throw new ProblemError(refusal);
    return this.texts.of({ ...version, projectId });
  }
}

const comparedView = (version: ReadableVersionRow, { pages, reading }: DocumentText): ComparisonView['from'] => ({
  id: version.id,
  number: versionLabel(version),
  fileName: version.fileName,
  kind: fileKindOf(version.fileName),
  sizeBytes: version.sizeBytes,
  pages,
  author: version.author,
  createdAt: version.createdAt.toISOString(),
  note: version.note,
  reading,
});
