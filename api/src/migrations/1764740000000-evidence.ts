import type { MigrationInterface, QueryRunner } from 'typeorm';
import { revisesProject } from './project-table.js';

/**
 * What may be shown to an auditor years later (ADR 18): every row of evidence enters its project's hash chain at commit,
 * a signed head of the chain is kept for each day, and how long all of it has to be kept is known.
 */
export class Evidence1764740000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    // A trigger is not made on a table that still has one to run.
    await runner.query('SET CONSTRAINTS ALL IMMEDIATE; SET CONSTRAINTS ALL DEFERRED');
    for (const part of [CHAIN, CHAIN_TABLE, SEALS, RETENTION, JOBS, ...['audit_seal', 'retention_hold'].map(revisesProject), CHAIN_ALL])
      await runner.query(part);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(UNDO);
  }
}

/**
 * The trigger runs after `revise_project`, whose lock on the project's revision orders the chain: its name comes later.
 * A record is the row as \`jsonb\` writes it, times in UTC; what a record is hashed with is documented in ADR 18.
 */
const CHAIN = `
CREATE TABLE audit_chain (
  project_id uuid NOT NULL REFERENCES project,
  seq bigint NOT NULL CHECK (seq >= 1),
  table_name text NOT NULL,
  record_key text NOT NULL,
  record text NOT NULL,
  previous_hash char(64) NOT NULL,
  hash char(64) NOT NULL,
  PRIMARY KEY (project_id, seq)
);
CREATE INDEX audit_chain_sign_off ON audit_chain (project_id, record_key) WHERE table_name = 'sign_off';
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON audit_chain FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER append_only_truncate BEFORE TRUNCATE ON audit_chain EXECUTE FUNCTION refuse_change();

CREATE FUNCTION sha256_hex(content text) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
RETURN encode(sha256(convert_to(content, 'UTF8')), 'hex');

CREATE FUNCTION append_to_chain(project uuid, name text, key text, content text) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  last_seq bigint;
  last_hash text;
BEGIN
  SELECT seq, hash INTO last_seq, last_hash FROM audit_chain WHERE project_id = project ORDER BY seq DESC LIMIT 1;
  last_seq := coalesce(last_seq, 0) + 1;
  last_hash := coalesce(last_hash, sha256_hex(project::text));
  INSERT INTO audit_chain (project_id, seq, table_name, record_key, record, previous_hash, hash)
  VALUES (project, last_seq, name, key, content, last_hash,
    sha256_hex(concat_ws(E'\\n', last_hash, last_seq, name, sha256_hex(content))));
END $$;

CREATE FUNCTION record_key_of(content jsonb, columns text[]) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
RETURN (SELECT string_agg(content ->> c.name, '/' ORDER BY c.position) FROM unnest(columns) WITH ORDINALITY AS c (name, position));

CREATE FUNCTION chain_evidence() RETURNS trigger LANGUAGE plpgsql SET timezone TO 'UTC' AS $$
DECLARE
  content jsonb := to_jsonb(NEW);
BEGIN
  PERFORM append_to_chain(NEW.project_id, TG_TABLE_NAME, record_key_of(content, TG_ARGV), content::text);
  RETURN NULL;
END $$;
`;

/** Takes a table into the chain: its rows so far in the order of their keys, which is that of time, and from now on each new one. */
const CHAIN_TABLE = `
CREATE FUNCTION chain_table(name text) RETURNS void LANGUAGE plpgsql SET timezone TO 'UTC' AS $$
DECLARE
  key text[];
  found record;
BEGIN
  SELECT array_agg(a.attname ORDER BY array_position(i.indkey::int2[], a.attnum)) INTO key
  FROM pg_index i JOIN pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = ANY (i.indkey)
  WHERE i.indrelid = name::regclass AND i.indisprimary AND a.attname <> 'project_id';
  FOR found IN EXECUTE format('SELECT project_id, to_jsonb(t) AS content FROM %I t ORDER BY project_id, %s', name,
    (SELECT string_agg(quote_ident(c), ', ') FROM unnest(key) c)) LOOP
    PERFORM append_to_chain(found.project_id, name, record_key_of(found.content, key), found.content::text);
  END LOOP;
  EXECUTE format('CREATE CONSTRAINT TRIGGER seal_into_chain AFTER INSERT OR UPDATE ON %I
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION chain_evidence(%s)', name,
    (SELECT string_agg(quote_literal(c), ', ') FROM unnest(key) c));
END $$;
`;

const SEALS = `
CREATE TABLE audit_seal (
  project_id uuid NOT NULL REFERENCES project,
  day date NOT NULL,
  seq bigint NOT NULL,
  head_hash char(64) NOT NULL,
  key_id text NOT NULL,
  signature text NOT NULL,
  sealed_at timestamptz NOT NULL,
  PRIMARY KEY (project_id, day),
  FOREIGN KEY (project_id, seq) REFERENCES audit_chain
);
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON audit_seal FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER append_only_truncate BEFORE TRUNCATE ON audit_seal EXECUTE FUNCTION refuse_change();
`;

/** The end of what has to be kept is counted from the final payment; a hold keeps everything for as long as it lasts. */
const RETENTION = `
ALTER TABLE project ADD COLUMN final_payment_on date;

CREATE TABLE retention_hold (
  project_id uuid NOT NULL REFERENCES project,
  id uuid NOT NULL,
  reason text NOT NULL CHECK (btrim(reason) <> ''),
  placed_at timestamptz NOT NULL,
  lifted_at timestamptz CHECK (lifted_at >= placed_at),
  PRIMARY KEY (project_id, id)
);
CREATE TRIGGER append_only BEFORE DELETE ON retention_hold FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER append_only_truncate BEFORE TRUNCATE ON retention_hold EXECUTE FUNCTION refuse_change();
`;

/** When each job last began, and until when its server may be believed to work at it. */
const JOBS = `
CREATE TABLE job (
  name text PRIMARY KEY,
  started_at timestamptz NOT NULL,
  busy_until timestamptz
);
`;

/** Every table that refuses changes is evidence, but the chain itself and what can be read again from the files. */
const CHAIN_ALL = `
DO $$
DECLARE
  name text;
BEGIN
  FOR name IN
    SELECT DISTINCT c.relname FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid
    WHERE t.tgfoid = 'refuse_change'::regproc AND c.relname NOT IN ('audit_chain', 'audit_seal', 'document_text') ORDER BY c.relname
  LOOP
    PERFORM chain_table(name);
  END LOOP;
END $$;
`;

const UNDO = `
DO $$
DECLARE
  name text;
BEGIN
  FOR name IN SELECT c.relname FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid WHERE t.tgfoid = 'chain_evidence'::regproc LOOP
    EXECUTE format('DROP TRIGGER seal_into_chain ON %I', name);
  END LOOP;
END $$;
DROP TABLE job, retention_hold, audit_seal, audit_chain;
DROP FUNCTION chain_table, chain_evidence, record_key_of, append_to_chain, sha256_hex;
ALTER TABLE project DROP COLUMN final_payment_on;
`;
