import type { MigrationInterface, QueryRunner } from 'typeorm';
import { revisesProject } from './project-table.js';

/** A person's own views of the list of deliverables: filters under a name, one of which may be what the list opens with. */
export class SavedViews1764750000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
CREATE TABLE saved_view (
  project_id uuid NOT NULL REFERENCES project,
  id uuid NOT NULL,
  person_id uuid NOT NULL REFERENCES person,
  name text NOT NULL CHECK (name = btrim(name) AND name <> ''),
  filter jsonb NOT NULL CHECK (jsonb_typeof(filter) = 'object'),
  standard boolean NOT NULL DEFAULT false,
  version integer NOT NULL DEFAULT 1,
  PRIMARY KEY (project_id, id)
);
CREATE UNIQUE INDEX saved_view_name ON saved_view (project_id, person_id, lower(name));
CREATE UNIQUE INDEX saved_view_standard ON saved_view (project_id, person_id) WHERE standard;
${revisesProject('saved_view')}
`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE saved_view');
  }
}
