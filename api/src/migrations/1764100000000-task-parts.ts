import type { MigrationInterface, QueryRunner } from 'typeorm';
import { revisesProject } from './project-table.js';

/**
 * A partner's own part of a task, with its check-list and its evidence. A part has a row from the first word that is said
 * of it; until then it is not started, so tasks of any age have the parts of those who take part now. State and progress
 * of tasks and work packages follow from the parts from here on; what leads had reported before stands as their word.
 */
export class TaskParts1764100000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const part of [PARTS, STATUS, REPORTED, DIARY, ...['task_part', 'task_evidence'].map(revisesProject)]) await runner.query(part);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(UNDO);
  }
}

const PARTS = `
CREATE TABLE task_part (
  project_id uuid NOT NULL,
  task_id uuid NOT NULL,
  beneficiary_id uuid NOT NULL,
  state text NOT NULL CHECK (state IN ('not-started', 'in-progress', 'blocked', 'done')),
  note text NOT NULL,
  criteria jsonb NOT NULL CHECK (jsonb_typeof(criteria) = 'array'),
  updated_at timestamptz NOT NULL,
  updated_by uuid NOT NULL REFERENCES person,
  version integer NOT NULL DEFAULT 1,
  PRIMARY KEY (project_id, task_id, beneficiary_id),
  FOREIGN KEY (project_id, task_id) REFERENCES task,
  FOREIGN KEY (project_id, beneficiary_id) REFERENCES beneficiary,
  CHECK (state <> 'blocked' OR btrim(note) <> '')
);
CREATE INDEX task_part_of ON task_part (project_id, beneficiary_id);

CREATE TABLE task_evidence (
  project_id uuid NOT NULL,
  id uuid NOT NULL,
  task_id uuid NOT NULL,
  beneficiary_id uuid NOT NULL,
  title text NOT NULL CHECK (title <> ''),
  url text CHECK (url ~* '^https?://'),
  file_name text,
  sha256 char(64),
  added_at timestamptz NOT NULL,
  added_by uuid NOT NULL REFERENCES person,
  PRIMARY KEY (project_id, id),
  FOREIGN KEY (project_id, task_id, beneficiary_id) REFERENCES task_part,
  FOREIGN KEY (project_id, sha256) REFERENCES stored_file,
  CHECK ((url IS NULL) <> (sha256 IS NULL) AND (sha256 IS NULL) = (file_name IS NULL))
);
CREATE INDEX task_evidence_of ON task_evidence (project_id, task_id, beneficiary_id, added_at);
`;

const sourced = (table: string): string => `
ALTER TABLE ${table}
  ADD COLUMN derived_state text NOT NULL DEFAULT 'not-started' CHECK (derived_state IN ('not-started', 'in-progress', 'blocked', 'done')),
  ADD COLUMN derived_progress integer NOT NULL DEFAULT 0 CHECK (derived_progress BETWEEN 0 AND 100),
  ADD COLUMN override_reason text,
  ADD CHECK (btrim(override_reason) <> '');
`;

const STATUS = `
${sourced('task_status')}
${sourced('work_package_status')}
ALTER TABLE work_package_status
  ADD COLUMN traffic_light text CHECK (traffic_light IN ('green', 'amber', 'red')),
  ADD COLUMN next_steps text NOT NULL DEFAULT '';
`;

/** Whoever reported before parts were kept has said how it stands; the narrative was the reason. */
const reported = (table: string): string => `
UPDATE ${table} SET override_reason = coalesce(nullif(btrim(narrative), ''), 'Reported before partners reported their own parts.')
WHERE state <> 'not-started' OR progress > 0;
SET CONSTRAINTS ALL IMMEDIATE;
SET CONSTRAINTS ALL DEFERRED;
ALTER TABLE ${table} ADD CHECK (override_reason IS NOT NULL OR (state = derived_state AND progress = derived_progress));
`;

const REPORTED = ['task_status', 'work_package_status'].map(reported).join('');

/** Lines of partners carry whose part they tell of; \`derived\` are those that the rule wrote, not a person. */
const DIARY = `
ALTER TABLE status_update
  ADD COLUMN beneficiary_id uuid,
  ADD COLUMN derived boolean NOT NULL DEFAULT false,
  ADD COLUMN overridden boolean NOT NULL DEFAULT false,
  ADD COLUMN traffic_light text CHECK (traffic_light IN ('green', 'amber', 'red')),
  ADD COLUMN next_steps text NOT NULL DEFAULT '',
  ADD FOREIGN KEY (project_id, beneficiary_id) REFERENCES beneficiary,
  ADD CHECK (beneficiary_id IS NULL OR subject_kind = 'task'),
  ADD CHECK (NOT derived OR (beneficiary_id IS NULL AND NOT overridden AND narrative = ''));
`;

const UNDO = `
ALTER TABLE status_update DROP COLUMN beneficiary_id, DROP COLUMN derived, DROP COLUMN overridden, DROP COLUMN traffic_light,
  DROP COLUMN next_steps;
ALTER TABLE work_package_status DROP COLUMN traffic_light, DROP COLUMN next_steps, DROP COLUMN derived_state,
  DROP COLUMN derived_progress, DROP COLUMN override_reason;
ALTER TABLE task_status DROP COLUMN derived_state, DROP COLUMN derived_progress, DROP COLUMN override_reason;
DROP TABLE task_evidence;
DROP TABLE task_part;
`;
