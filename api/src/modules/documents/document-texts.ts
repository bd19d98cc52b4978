import { AsyncLocalStorage } from 'node:async_hooks';
import { buffer } from 'node:stream/consumers';
import { Injectable, Logger, type BeforeApplicationShutdown } from '@nestjs/common';
import type { TextDifferenceView } from '@office/contracts';
import { findVisibility, textKindOf, type TextKind, type TextReading } from '@office/domain';
import { Clock } from '../../core/clock/clock.js';
import { Settings } from '../../core/config/settings.js';
import { Database } from '../../core/database/database.js';
import { Transactions } from '../../core/database/transaction.js';
import { ProblemError } from '../../core/http/problem.js';
import { FileStore } from '../../core/storage/file-store.js';
import { DOCUMENT_TEXT } from './document-text.sql.js';
import { ReadingStoppedError, TextReader } from './text-reader.js';
import type { ReadText } from './worker/messages.js';

/** A stored file and the name under which it is read. */
export interface DocumentFile {
  readonly projectId: string;
  readonly sha256: string;
  readonly fileName: string;
  readonly sizeBytes: number;
}

export interface DocumentText {
  readonly reading: Exclude<TextReading, 'waiting'>;
  readonly pages: number | null;
  readonly text: string | null;
  readonly cut: boolean;
}

const NO_TEXT_KIND: DocumentText = { reading: 'kind', pages: null, text: null, cut: false };

/** Whoever has just uploaded something gets the answer first. */
const QUIET_MS = 400;

const nameOf = ({ projectId, sha256 }: DocumentFile, kind: TextKind): string => `${projectId}/${sha256}/${kind}`;

/** What was read in files: once for each content, and kept beside it. */
@Injectable()
export class DocumentTexts implements BeforeApplicationShutdown {
  private readonly logger = new Logger(DocumentTexts.name);
  private readonly underWay = new Map<string, Promise<DocumentText>>();
  private readonly waiting = new Map<string, () => Promise<void>>();
  private timer: NodeJS.Timeout | undefined;
  private stopped = false;

  constructor(
    private readonly settings: Settings,
    private readonly database: Database,
    private readonly transactions: Transactions,
    private readonly files: FileStore,
    private readonly reader: TextReader,
    private readonly clock: Clock,
  ) {}

  /**
   * The text of a file, read now if nobody has. Never to be waited for inside of a transaction.
   * @throws ProblemError `file-being-checked` or `file-infected`: such a file is opened for nobody.
   */
  async of(file: DocumentFile): Promise<DocumentText> {
    const kind = textKindOf(file.fileName);
    if (kind === null) return NO_TEXT_KIND;
    const kept = await this.database.row<DocumentText>(DOCUMENT_TEXT, [file.projectId, file.sha256, kind]);
    return kept ?? this.readOnce(file, kind);
  }

  /** Reads while nobody waits; what cannot be read then is asked for again by whoever needs it. */
  soon(file: DocumentFile): void {
    const kind = textKindOf(file.fileName);
    if (kind === null || this.stopped) return;
    const asAskedFor = AsyncLocalStorage.snapshot();
    this.waiting.set(nameOf(file, kind), () => asAskedFor(() => this.readQuietly(file, kind)));
    this.timer ??= setTimeout(() => void this.readWaiting(), QUIET_MS).unref();
  }

  /** One after the other: each is held in memory while it is read. */
  private async readWaiting(): Promise<void> {
    for (const read of this.waiting.values()) if (!this.stopped) await read();
    this.timer = undefined;
  }

  private async readQuietly(file: DocumentFile, kind: TextKind): Promise<void> {
    try {
      await this.readOnce(file, kind);
    } catch (error) {
      if (!(error instanceof ProblemError) && !(error instanceof ReadingStoppedError))
        this.logger.warn(error, 'A document could not be read.');
    }
  }

  compare(from: string, to: string): Promise<TextDifferenceView | null> {
    return this.reader.compare(from, to);
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.stopped = true;
    clearTimeout(this.timer);
    await Promise.allSettled(this.underWay.values());
  }

  private readOnce(file: DocumentFile, kind: TextKind): Promise<DocumentText> {
    const name = nameOf(file, kind);
    this.waiting.delete(name);
    const begun = this.underWay.get(name);
    if (begun !== undefined) return begun;
    const reading = this.read(file, kind).finally(() => this.underWay.delete(name));
    this.underWay.set(name, reading);
    return reading;
  }

  private async read(file: DocumentFile, kind: TextKind): Promise<DocumentText> {
    const answer = await this.contentOf(file, kind);
    const read: DocumentText =
      typeof answer === 'string' ? { reading: answer, pages: null, text: null, cut: false } : { reading: 'read', ...answer };
    await this.keep(file, kind, read);
    return read;
  }

  private async contentOf(
    { projectId, sha256, sizeBytes }: DocumentFile,
    kind: TextKind,
  ): Promise<ReadText | Exclude<DocumentText['reading'], 'read'>> {
    if (sizeBytes > this.settings.readingBytes) return 'too-large';
    const content = await buffer(await this.files.open(projectId, sha256));
    return this.reader.read(kind, new Uint8Array(content));
  }

  private async keep({ projectId, sha256 }: DocumentFile, kind: TextKind, { reading, pages, text, cut }: DocumentText): Promise<void> {
    const { statement, disclaimer } = findVisibility(text ?? '');
    await this.transactions.run((t) =>
      t.rows(
        `INSERT INTO document_text (project_id, sha256, kind, reading, pages, text, cut, has_statement, has_disclaimer, read_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) ON CONFLICT DO NOTHING`,
        [projectId, sha256, kind, reading, pages, text, cut, statement, disclaimer, this.clock.now()],
      ),
    );
  }
}
