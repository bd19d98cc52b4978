import { Injectable } from '@nestjs/common';
import type { DeliverablePage, DeliverableQuery, DeliverableRow, DeliverableView } from '@office/contracts';
import { addDays, DEFAULT_BOARD_RULES, endOfDay, panelOf, versionLabel, type DeliverableAction } from '@office/domain';
import { v7 as uuid } from 'uuid';
import { Clock } from '../../core/clock/clock.js';
import { Transactions, type Transaction } from '../../core/database/transaction.js';
import type { ProjectActor } from '../../core/http/access.js';
import { pageOf, Paging } from '../../core/http/paging.js';
import { ProblemError } from '../../core/http/problem.js';
import { FileStore } from '../../core/storage/file-store.js';
import { DocumentTexts } from '../documents/document-texts.js';
import { assertMayTake, assertReadable, DeliverableSteps, transitionOf, type StepEffect } from './deliverable-steps.js';
import type { DeliverableHead } from './deliverable.rows.js';
import { deliverableRow, deliverableView, mediaTypeOf } from './deliverables.mapper.js';
import { DeliverablesRepository, type ListedDeliverable } from './deliverables.repository.js';
import { downloadHeaders } from './download.js';
import type { FileDownload } from './send-file.js';
import type { IncomingFile } from './stored-files.js';
import { VersionUploads } from './version-uploads.js';

/** What a step does beside the change of state, and what the log tells of it. */
type Effect = (t: Transaction, head: DeliverableHead) => StepEffect | Promise<StepEffect>;

const versionDetail = ({ latest }: DeliverableHead): Record<string, string> => (latest ? { version: versionLabel(latest) } : {});

@Injectable()
export class DeliverablesService {
  constructor(
    private readonly repository: DeliverablesRepository,
    private readonly steps: DeliverableSteps,
    private readonly uploads: VersionUploads,
    private readonly transactions: Transactions,
    private readonly files: FileStore,
    private readonly texts: DocumentTexts,
    private readonly paging: Paging,
    private readonly clock: Clock,
  ) {}

  async list(actor: ProjectActor, query: DeliverableQuery): Promise<DeliverablePage> {
    const page = this.paging.boundsOf(query);
    const rows = await this.repository.list(actor, query, page, this.clock.now());
    return { ...pageOf<ListedDeliverable, DeliverableRow>(rows, page, deliverableRow), views: rows[0]?.views ?? [] };
  }

  async view(actor: ProjectActor, id: string): Promise<DeliverableView> {
    const now = this.clock.now();
    const row = await this.repository.detail(actor, id, now);
    if (row === null) throw new ProblemError('not-found');
    assertReadable(actor, { leadBeneficiaryId: row.leadId });
    const [newest] = row.versions;
    if (newest !== undefined && row.reading === null) this.texts.soon({ ...newest, projectId: actor.projectId });
    return deliverableView(row, now, this.files.scanning);
  }

  /** What can be refused without looking at the file is refused before the first byte is read. */
  async assertMayUpload(actor: ProjectActor, id: string, seen: number): Promise<void> {
    const head = await this.repository.head(actor.projectId, id);
    if (head === null) throw new ProblemError('not-found');
    assertReadable(actor, head);
    assertMayTake(actor, 'upload-version', head);
    if (head.version !== seen) throw await this.stale(actor, id);
    transitionOf(head, 'upload-version');
  }

  async uploadVersion(actor: ProjectActor, id: string, seen: number, incoming: IncomingFile): Promise<DeliverableView> {
    await this.assertMayUpload(actor, id, seen);
    if (!(await this.uploads.upload(actor, id, seen, incoming))) throw await this.stale(actor, id);
    return this.view(actor, id);
  }

  /** How a version's file is answered; it is opened only when it is wanted. */
  async readVersion(actor: ProjectActor, id: string, versionId: string): Promise<FileDownload> {
    const file = await this.repository.versionFile(actor.projectId, id, versionId);
    if (file === null) throw new ProblemError('not-found');
    assertReadable(actor, file);
    const headers = downloadHeaders({ ...file, mediaType: mediaTypeOf(file.fileName) });
    return { headers, open: (range) => this.files.open(actor.projectId, file.sha256, range) };
  }

  openReview(actor: ProjectActor, id: string, seen: number): Promise<DeliverableView> {
    return this.take(actor, id, seen, 'open-review', (t, head) => this.addRound(t, actor, head));
  }

  approve(actor: ProjectActor, id: string, seen: number): Promise<DeliverableView> {
    return this.take(actor, id, seen, 'approve');
  }

  /** To EACEA; what it said of an earlier version is answered by this. */
  submit(actor: ProjectActor, id: string, seen: number): Promise<DeliverableView> {
    return this.take(actor, id, seen, 'submit', (_, head) => ({ answerReason: null, detail: versionDetail(head) }));
  }

  recordAcceptance(actor: ProjectActor, id: string, seen: number): Promise<DeliverableView> {
    return this.take(actor, id, seen, 'record-acceptance');
  }

  requestRevision(actor: ProjectActor, id: string, seen: number, reason: string): Promise<DeliverableView> {
    return this.take(actor, id, seen, 'record-revision-request', (_, head) => ({
      answerReason: reason,
      detail: { ...versionDetail(head), reason },
    }));
  }

  private async take(
    actor: ProjectActor,
    id: string,
    seen: number,
    action: DeliverableAction,
    effect: Effect = (_, head) => ({ detail: versionDetail(head) }),
  ): Promise<DeliverableView> {
    const taken = await this.transactions.run(async (t) => {
      const head = await this.steps.lock(t, actor, id);
      assertMayTake(actor, action, head);
      if (head.version !== seen) return false;
      transitionOf(head, action);
      await this.steps.take(t, actor, head, action, await effect(t, head));
      return true;
    });
    if (!taken) throw await this.stale(actor, id);
    return this.view(actor, id);
  }

  /** The next round on the newest version, by the rules that the board has now. */
  private async addRound(t: Transaction, actor: ProjectActor, head: DeliverableHead): Promise<StepEffect> {
    const { projectId, personId } = actor;
    const number = (head.lastRound?.number ?? 0) + 1;
    const opening = await this.repository.opening(t, projectId, head.id);
    const rules = opening?.rules ?? DEFAULT_BOARD_RULES;
    const panel = panelOf(number, rules, opening?.hasSteeringCommittee ?? false);
    if (panel === 'reviewers' && opening?.reviewers === 0) throw new ProblemError('reviewers-needed');
    const closesAt = endOfDay(head.deadlineTimeZone, addDays(this.clock.today(head.deadlineTimeZone), rules.reviewDays));
    await this.repository.addRound(t, {
      projectId,
      id: uuid(),
      deliverableId: head.id,
      number,
      versionId: head.latest?.id ?? '',
      openedAt: this.clock.now(),
      openedBy: personId,
      closesAt,
      panel,
      rules,
    });
    return { detail: { ...versionDetail(head), round: number } };
  }

  /** Answered outside of the transaction: the page as it is now goes along. */
  private async stale(actor: ProjectActor, id: string): Promise<ProblemError> {
    return new ProblemError('precondition-failed', { current: await this.view(actor, id) });
  }
}
