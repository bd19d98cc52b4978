import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Files on their way to a version: nobody sees them but who sends them, so they give the project no new revision, and
 * they go when they became a version or were not wanted in time.
 */
export class Uploads1764710000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
CREATE TABLE upload (
  project_id uuid NOT NULL,
  id uuid NOT NULL,
  deliverable_id uuid NOT NULL,
  person_id uuid NOT NULL REFERENCES person,
  file_name text NOT NULL CHECK (file_name <> ''),
  size_bytes bigint NOT NULL CHECK (size_bytes > 0),
  created_at timestamptz NOT NULL,
  expires_at timestamptz NOT NULL CHECK (expires_at > created_at),
  PRIMARY KEY (project_id, id),
  FOREIGN KEY (project_id, deliverable_id) REFERENCES deliverable ON DELETE CASCADE
);
CREATE INDEX upload_deliverable ON upload (project_id, deliverable_id);
CREATE INDEX upload_expiry ON upload (expires_at);
`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE upload');
  }
}
