import { createHash } from 'node:crypto';
import { changedFields, chainOrigin, linkFault, type ChainHead } from '@office/domain';
import type { Transaction, Transactions } from '../../core/database/transaction.js';
import type { EntryRow, EvidenceRepository, EvidenceTable } from './evidence.repository.js';
import type { Findings } from './findings.js';

export const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

const BATCH = 1_000;
/** What keeps a table of evidence from being changed by mistake. */
const GUARDS = ['append_only', 'append_only_truncate', 'seal_into_chain'];

type Row = Record<string, unknown>;
type Mismatch = Parameters<Findings['add']>;

const labelOf = (row: Row): string | null => {
  const label = row['subject_label'] ?? row['file_name'] ?? row['title'];
  return typeof label === 'string' ? label : null;
};

/**
 * Goes through a project's chain once, entry by entry, and holds each against its row. It takes what the office writes
 * meanwhile, and is never in a transaction for long; hashes are computed here, not by the database that is examined.
 */
export class ChainWalk {
  head: ChainHead;
  /** Hashes at the places that seals speak of. */
  readonly hashAt = new Map<number, string>();
  private readonly tables = new Map<string, EvidenceTable>();
  private readonly defaults = new Map<string, Row>();
  /** Rows that differ from an entry; a row that may change has another entry for each change, and the last one counts. */
  private readonly mismatches = new Map<string, Mismatch>();

  constructor(
    private readonly projectId: string,
    private readonly repository: EvidenceRepository,
    private readonly transactions: Transactions,
    private readonly findings: Findings,
    private readonly placesOfSeals: ReadonlySet<number>,
  ) {
    this.head = chainOrigin(projectId, sha256);
  }

  async run(): Promise<void> {
    await this.inUtc((t) => this.prepare(t));
    while ((await this.inUtc((t) => this.batch(t))) === BATCH);
    for (const mismatch of this.mismatches.values()) this.findings.add(...mismatch);
    for (const table of this.tables.values()) await this.inUtc((t) => this.strangers(t, table));
  }

  /** Records are written with times in UTC, wherever the server stands. */
  private inUtc<T>(work: (t: Transaction) => Promise<T>): Promise<T> {
    return this.transactions.run(async (t) => {
      await t.rows(`SET LOCAL timezone TO 'UTC'`, []);
      return work(t);
    });
  }

  private async prepare(t: Transaction): Promise<void> {
    for (const table of await this.repository.tables(t, this.projectId)) {
      this.tables.set(table.table, table);
      this.defaults.set(table.table, await this.repository.defaults(t, table));
      for (const guard of GUARDS.filter((name) => !table.guards.includes(name)))
        this.findings.add('guard-off', { table: table.table, id: guard });
    }
  }

  private async batch(t: Transaction): Promise<number> {
    const entries = await this.repository.entries(t, this.projectId, this.head.seq, BATCH);
    const sound = entries.filter((entry) => this.follow(entry));
    for (const table of new Set(sound.map((entry) => entry.table)))
      await this.compare(
        t,
        table,
        sound.filter((entry) => entry.table === table),
      );
    return entries.length;
  }

  /** Whether the entry is what it was, wherever it stands now. */
  private follow(entry: EntryRow): boolean {
    const fault = linkFault(this.head, entry, sha256);
    const { seq, table, key: id } = entry;
    if (fault !== null) this.findings.add(fault, { seq, table, id });
    this.head = entry;
    if (this.placesOfSeals.has(seq)) this.hashAt.set(seq, entry.hash);
    return fault !== 'entry-altered';
  }

  private async compare(t: Transaction, table: string, entries: readonly EntryRow[]): Promise<void> {
    const found = this.tables.get(table);
    const keyed = entries.map((entry) => ({ entry, recorded: JSON.parse(entry.record) as Row }));
    const keyOf = (recorded: Row): string => (found?.key ?? ['id']).map((column) => String(recorded[column])).join('/');
    const keysOf = (recorded: Row): string => JSON.stringify(Object.fromEntries((found?.key ?? []).map((name) => [name, recorded[name]])));
    const keys = keyed.map(({ recorded }) => keysOf(recorded));
    const rows = found ? await this.repository.rowsOf(t, this.projectId, found, keys) : new Map<string, string>();
    for (const { entry, recorded } of keyed) this.hold(entry, recorded, keyOf(recorded), rows.get(keyOf(recorded)));
  }

  private hold({ seq, table, record }: EntryRow, recorded: Row, id: string, now: string | undefined): void {
    const name = `${table}/${id}`;
    const where = { table, id, seq, label: labelOf(recorded) };
    if (now === undefined) {
      this.mismatches.set(name, ['row-removed', where]);
      return;
    }
    const fields = now === record ? [] : changedFields(recorded, JSON.parse(now) as Row, this.defaults.get(table) ?? {});
    if (fields.length === 0) this.mismatches.delete(name);
    else this.mismatches.set(name, ['row-altered', { ...where, fields }]);
  }

  private async strangers(t: Transaction, table: EvidenceTable): Promise<void> {
    for (const id of await this.repository.unrecorded(t, this.projectId, table, BATCH))
      this.findings.add('row-unrecorded', { table: table.table, id });
  }
}
