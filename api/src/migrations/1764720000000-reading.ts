import type { MigrationInterface, QueryRunner } from 'typeorm';
import { chainsEvidence, revisesProject } from './project-table.js';

/**
 * What was read in files, once for each content and kind, and what people confirmed of a version. The second is evidence;
 * the first can be read again from the files at any time.
 */
export class Reading1764720000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
CREATE TABLE document_text (
  project_id uuid NOT NULL,
  sha256 char(64) NOT NULL,
  kind text NOT NULL CHECK (kind IN ('pdf', 'docx', 'odt', 'csv')),
  reading text NOT NULL CHECK (reading IN ('read', 'too-large', 'too-slow', 'unreadable', 'empty')),
  pages integer CHECK (pages >= 0),
  text text,
  cut boolean NOT NULL,
  has_statement boolean NOT NULL,
  has_disclaimer boolean NOT NULL,
  read_at timestamptz NOT NULL,
  PRIMARY KEY (project_id, sha256, kind),
  FOREIGN KEY (project_id, sha256) REFERENCES stored_file,
  CHECK ((text IS NOT NULL) = (reading = 'read'))
);

CREATE TABLE version_confirmation (
  project_id uuid NOT NULL,
  id uuid NOT NULL,
  version_id uuid NOT NULL,
  item text NOT NULL CHECK (item IN ('emblem-and-statement', 'disclaimer')),
  person_id uuid NOT NULL REFERENCES person,
  confirmed_at timestamptz NOT NULL,
  PRIMARY KEY (project_id, id),
  UNIQUE (project_id, version_id, item),
  FOREIGN KEY (project_id, version_id) REFERENCES deliverable_version
);

CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON document_text FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER append_only_truncate BEFORE TRUNCATE ON document_text EXECUTE FUNCTION refuse_change();
${revisesProject('document_text')}
${revisesProject('version_confirmation')}
${chainsEvidence('version_confirmation')}
`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE version_confirmation, document_text');
  }
}
