import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Whoever raises a project's revision tells every server, once per transaction, and the database delivers it when the
 * transaction is committed: project, revision, and which transaction it was. Transactions that notify are committed one
 * after the other, so only one at a time does; the listeners look after it for those that were committed beside it.
 */
export class Live1764400000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
CREATE OR REPLACE FUNCTION revise_project() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  change text;
BEGIN
  INSERT INTO project_revision AS r (project_id, revision, transaction_id)
  VALUES (coalesce(NEW.project_id, OLD.project_id), 1, pg_current_xact_id())
  ON CONFLICT (project_id) DO UPDATE SET revision = r.revision + 1, transaction_id = excluded.transaction_id
  WHERE r.transaction_id <> excluded.transaction_id
  RETURNING concat_ws(' ', r.project_id, r.revision, r.transaction_id) INTO change;
  IF change IS NOT NULL AND pg_try_advisory_xact_lock(7262102) THEN PERFORM pg_notify('project_changed', change); END IF;
  RETURN NULL;
END $$;

CREATE OR REPLACE FUNCTION revise_this_project() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  change text;
BEGIN
  UPDATE project_revision SET revision = revision + 1, transaction_id = pg_current_xact_id()
  WHERE project_id = NEW.id AND transaction_id <> pg_current_xact_id()
  RETURNING concat_ws(' ', project_id, revision, transaction_id) INTO change;
  IF change IS NOT NULL AND pg_try_advisory_xact_lock(7262102) THEN PERFORM pg_notify('project_changed', change); END IF;
  RETURN NULL;
END $$;
`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
CREATE OR REPLACE FUNCTION revise_project() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO project_revision AS r (project_id, revision, transaction_id)
  VALUES (coalesce(NEW.project_id, OLD.project_id), 1, pg_current_xact_id())
  ON CONFLICT (project_id) DO UPDATE SET revision = r.revision + 1, transaction_id = excluded.transaction_id
  WHERE r.transaction_id <> excluded.transaction_id;
  RETURN NULL;
END $$;

CREATE OR REPLACE FUNCTION revise_this_project() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE project_revision SET revision = revision + 1, transaction_id = pg_current_xact_id()
  WHERE project_id = NEW.id AND transaction_id <> pg_current_xact_id();
  RETURN NULL;
END $$;
`);
  }
}
