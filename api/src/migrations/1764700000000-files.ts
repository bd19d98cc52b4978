import type { MigrationInterface, QueryRunner } from 'typeorm';
import { revisesProject } from './project-table.js';

/** What a virus scanner said of a file's content: facts that are added to, of which the newest counts. */
export class Files1764700000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
CREATE TABLE file_scan (
  project_id uuid NOT NULL,
  id uuid NOT NULL,
  sha256 char(64) NOT NULL,
  verdict text NOT NULL CHECK (verdict IN ('clean', 'infected')),
  signature text NOT NULL,
  at timestamptz NOT NULL,
  PRIMARY KEY (project_id, id),
  FOREIGN KEY (project_id, sha256) REFERENCES stored_file,
  CHECK ((verdict = 'infected') = (signature <> ''))
);
CREATE INDEX file_scan_of ON file_scan (project_id, sha256, at DESC);
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON file_scan FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER append_only_truncate BEFORE TRUNCATE ON file_scan EXECUTE FUNCTION refuse_change();
${revisesProject('file_scan')}
`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE file_scan');
  }
}
