import { Injectable } from '@nestjs/common';
import type { ChainEntry, ChainHead, PlainDate } from '@office/domain';
import { Database } from '../../core/database/database.js';
import { statement } from '../../core/database/statement.js';
import type { Transaction } from '../../core/database/transaction.js';

const HEAD = `(SELECT json_build_object('seq', c.seq, 'hash', c.hash) FROM audit_chain c WHERE c.project_id = $1 ORDER BY c.seq DESC LIMIT 1)`;

const OVERVIEW = statement(
  'evidence-overview',
  `SELECT ${HEAD} AS head,
     (SELECT coalesce(json_agg(x ORDER BY x."table"), '[]') FROM (
       SELECT table_name AS "table", count(*)::int AS count FROM audit_chain WHERE project_id = $1 GROUP BY table_name) x) AS records,
     (SELECT json_build_object('count', count(*)::int, 'sizeBytes', coalesce(sum(size_bytes), 0)::float8)
      FROM stored_file WHERE project_id = $1) AS files,
     (SELECT count(*)::int FROM audit_seal WHERE project_id = $1) AS "sealCount"`,
);

const RETENTION = statement(
  'evidence-retention',
  `SELECT p.acronym, p.grant_number AS "grantNumber", p.deadline_time_zone AS "deadlineTimeZone", p.final_payment_on AS "finalPaymentOn",
     (SELECT coalesce(json_agg(json_build_object('id', h.id, 'reason', h.reason, 'placedAt', h.placed_at) ORDER BY h.placed_at), '[]')
      FROM retention_hold h WHERE h.project_id = p.id AND h.lifted_at IS NULL) AS holds
   FROM project p WHERE p.id = $1`,
);

const ENTRIES = `
  SELECT seq, table_name AS "table", record_key AS key, record, previous_hash AS "previousHash", hash
  FROM audit_chain WHERE project_id = $1 AND seq > $2 ORDER BY seq LIMIT $3`;

/** Tables that are in the chain, or were; how a row is found, and what a column that came later was given. */
const TABLES = `
  SELECT name AS "table",
    (SELECT array_agg(a.attname::text ORDER BY array_position(i.indkey::int2[], a.attnum)) FROM pg_attribute a
     WHERE a.attrelid = c.oid AND a.attnum = ANY (i.indkey) AND a.attname <> 'project_id') AS key,
    (SELECT coalesce(array_agg(t.tgname::text), '{}') FROM pg_trigger t WHERE t.tgrelid = c.oid AND t.tgenabled IN ('O', 'A')) AS guards,
    (SELECT coalesce(json_object_agg(d.attname, pg_get_expr(f.adbin, f.adrelid)), '{}')
     FROM pg_attrdef f JOIN pg_attribute d ON d.attrelid = f.adrelid AND d.attnum = f.adnum AND d.attgenerated = ''
     WHERE f.adrelid = c.oid) AS defaults
  FROM (SELECT DISTINCT table_name FROM audit_chain WHERE project_id = $1
        UNION SELECT c.relname::text FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid WHERE t.tgname = 'seal_into_chain') x (name)
  JOIN pg_class c ON c.relname = name AND c.relnamespace = 'public'::regnamespace
  JOIN pg_index i ON i.indrelid = c.oid AND i.indisprimary
  ORDER BY name`;

const FILES = statement(
  'evidence-files',
  `SELECT f.sha256, f.size_bytes AS "sizeBytes",
     coalesce((SELECT d.number || ' ' || v.major || '.' || v.minor || ' ' || v.file_name FROM deliverable_version v
        JOIN deliverable d ON d.project_id = $1 AND d.id = v.deliverable_id
        WHERE v.project_id = $1 AND v.sha256 = f.sha256 ORDER BY v.id LIMIT 1),
       (SELECT t.number || ' ' || e.file_name FROM task_evidence e JOIN task t ON t.project_id = $1 AND t.id = e.task_id
        WHERE e.project_id = $1 AND e.sha256 = f.sha256 ORDER BY e.id LIMIT 1)) AS label
   FROM stored_file f WHERE f.project_id = $1 ORDER BY f.sha256`,
);

export interface OverviewRow {
  readonly head: ChainHead | null;
  readonly records: { table: string; count: number }[];
  readonly files: { count: number; sizeBytes: number };
  readonly sealCount: number;
}

export interface RetentionRow {
  readonly acronym: string;
  readonly grantNumber: string;
  readonly deadlineTimeZone: string;
  readonly finalPaymentOn: PlainDate | null;
  readonly holds: { id: string; reason: string; placedAt: string }[];
}

export interface EntryRow extends ChainEntry {
  readonly key: string;
}

export interface EvidenceTable {
  readonly table: string;
  /** Columns of the key beside the project. */
  readonly key: readonly string[];
  readonly guards: readonly string[];
  /** Expressions by column. */
  readonly defaults: Readonly<Record<string, string>>;
}

export interface FileRow {
  readonly sha256: string;
  readonly sizeBytes: number;
  readonly label: string | null;
}

/** The key as the chain writes it. */
const keyOf = (columns: readonly string[]): string => `concat_ws('/', ${columns.map((column) => `x.${quoted(column)}`).join(', ')})`;

const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;

@Injectable()
export class EvidenceRepository {
  constructor(private readonly database: Database) {}

  overview(projectId: string): Promise<OverviewRow | null> {
    return this.database.row<OverviewRow>(OVERVIEW, [projectId]);
  }

  retention(projectId: string): Promise<RetentionRow | null> {
    return this.database.row<RetentionRow>(RETENTION, [projectId]);
  }

  files(projectId: string): Promise<FileRow[]> {
    return this.database.rows<FileRow>(FILES, [projectId]);
  }

  tables(t: Transaction, projectId: string): Promise<EvidenceTable[]> {
    return t.rows<EvidenceTable>(TABLES, [projectId]);
  }

  /** What each column would hold that nobody filled. */
  async defaults(t: Transaction, { defaults }: EvidenceTable): Promise<Record<string, unknown>> {
    const pairs = Object.entries(defaults).map(([column, expression]) => `'${column.replaceAll("'", "''")}', to_jsonb(${expression})`);
    if (pairs.length === 0) return {};
    const row = await t.row<{ defaults: Record<string, unknown> }>(`SELECT jsonb_build_object(${pairs.join(', ')}) AS defaults`, []);
    return row?.defaults ?? {};
  }

  entries(t: Transaction, projectId: string, after: number, limit: number): Promise<EntryRow[]> {
    return t.rows<EntryRow>(ENTRIES, [projectId, after, limit]);
  }

  /** Rows as they would be recorded now, by key. */
  async rowsOf(t: Transaction, projectId: string, { table, key }: EvidenceTable, records: readonly string[]): Promise<Map<string, string>> {
    const columns = key.map(quoted);
    const rows = await t.rows<{ key: string; record: string }>(
      `SELECT ${keyOf(key)} AS key, to_jsonb(x)::text AS record
       FROM (SELECT DISTINCT ${columns.map((column) => `r.${column}`).join(', ')}
             FROM unnest($2::jsonb[]) j, jsonb_populate_record(NULL::${quoted(table)}, j) r) k
       JOIN ${quoted(table)} x USING (${columns.join(', ')}) WHERE x.project_id = $1`,
      [projectId, records],
    );
    return new Map(rows.map((row) => [row.key, row.record]));
  }

  /** Keys of rows that never entered the chain. */
  async unrecorded(t: Transaction, projectId: string, { table, key }: EvidenceTable, limit: number): Promise<string[]> {
    const rows = await t.rows<{ key: string }>(
      `SELECT ${keyOf(key)} AS key FROM ${quoted(table)} x
       WHERE x.project_id = $1 AND NOT EXISTS (
         SELECT FROM audit_chain c WHERE c.project_id = $1 AND c.table_name = $2 AND c.record_key = ${keyOf(key)})
       ORDER BY 1 LIMIT $3`,
      [projectId, table, limit],
    );
    return rows.map((row) => row.key);
  }
}
