import type { MigrationInterface, QueryRunner } from 'typeorm';
import { revisesProject } from './project-table.js';

/** Milestones reported to EACEA, dependencies, reports on periods, and why a deliverable was late in one. */
export class Signals1764300000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(TABLES);
    for (const table of ['milestone_status', 'dependency', 'report', 'late_justification']) await runner.query(revisesProject(table));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE late_justification, report, dependency, milestone_status');
  }
}

/** A milestone without a status is open; a period without a report is not open: rows come with the first step. */
const TABLES = `
CREATE TABLE milestone_status (
  project_id uuid NOT NULL,
  milestone_id uuid NOT NULL,
  state text NOT NULL CHECK (state IN ('open', 'not-achieved', 'achieved')),
  achieved_on date,
  evidence text NOT NULL DEFAULT '',
  evidence_url text,
  estimate date,
  reason text NOT NULL DEFAULT '',
  updated_at timestamptz NOT NULL,
  updated_by uuid NOT NULL REFERENCES person,
  version integer NOT NULL,
  PRIMARY KEY (project_id, milestone_id),
  FOREIGN KEY (project_id, milestone_id) REFERENCES milestone ON DELETE CASCADE,
  CHECK ((state = 'achieved') = (achieved_on IS NOT NULL)),
  CHECK (state <> 'achieved' OR evidence <> ''),
  CHECK (state <> 'not-achieved' OR (estimate IS NOT NULL AND reason <> ''))
);

CREATE TABLE dependency (
  project_id uuid NOT NULL REFERENCES project,
  id uuid NOT NULL,
  successor_task_id uuid,
  successor_deliverable_id uuid,
  predecessor_task_id uuid,
  predecessor_deliverable_id uuid,
  successor_id uuid NOT NULL GENERATED ALWAYS AS (coalesce(successor_task_id, successor_deliverable_id)) STORED,
  predecessor_id uuid NOT NULL GENERATED ALWAYS AS (coalesce(predecessor_task_id, predecessor_deliverable_id)) STORED,
  added_at timestamptz NOT NULL,
  added_by uuid NOT NULL REFERENCES person,
  PRIMARY KEY (project_id, id),
  UNIQUE (project_id, successor_id, predecessor_id),
  FOREIGN KEY (project_id, successor_task_id) REFERENCES task ON DELETE CASCADE,
  FOREIGN KEY (project_id, successor_deliverable_id) REFERENCES deliverable ON DELETE CASCADE,
  FOREIGN KEY (project_id, predecessor_task_id) REFERENCES task ON DELETE CASCADE,
  FOREIGN KEY (project_id, predecessor_deliverable_id) REFERENCES deliverable ON DELETE CASCADE,
  CHECK (num_nonnulls(successor_task_id, successor_deliverable_id) = 1),
  CHECK (num_nonnulls(predecessor_task_id, predecessor_deliverable_id) = 1),
  CHECK (successor_id <> predecessor_id)
);
CREATE INDEX dependency_predecessor ON dependency (project_id, predecessor_id);

CREATE TABLE report (
  project_id uuid NOT NULL,
  reporting_period_id uuid NOT NULL,
  state text NOT NULL CHECK (state IN ('not-open', 'open', 'in-preparation', 'locked', 'submitted', 'returned', 'accepted')),
  first_locked_at timestamptz,
  submitted_at timestamptz,
  return_reason text NOT NULL DEFAULT '',
  updated_at timestamptz NOT NULL,
  updated_by uuid NOT NULL REFERENCES person,
  version integer NOT NULL,
  PRIMARY KEY (project_id, reporting_period_id),
  FOREIGN KEY (project_id, reporting_period_id) REFERENCES reporting_period,
  CHECK (state <> 'returned' OR return_reason <> '')
);

CREATE TABLE late_justification (
  project_id uuid NOT NULL,
  reporting_period_id uuid NOT NULL,
  deliverable_id uuid NOT NULL,
  text text NOT NULL CHECK (text <> ''),
  updated_at timestamptz NOT NULL,
  updated_by uuid NOT NULL REFERENCES person,
  version integer NOT NULL,
  PRIMARY KEY (project_id, reporting_period_id, deliverable_id),
  FOREIGN KEY (project_id, reporting_period_id) REFERENCES reporting_period,
  FOREIGN KEY (project_id, deliverable_id) REFERENCES deliverable ON DELETE CASCADE
);
CREATE INDEX late_justification_deliverable ON late_justification (project_id, deliverable_id);
`;
