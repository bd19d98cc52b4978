import type { MigrationInterface, QueryRunner } from 'typeorm';
import { revisesProject } from './project-table.js';

/**
 * The agreement beside the plan: whether it is signed, its versions that stay readable, the baseline that the plan is
 * drawn over, and the amendments between them (ADR 9). What was imported before counts as signed on its first day.
 */
export class Amendments1764200000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const part of [TABLES, ...CHANGED_TABLES.map(revisesProject), APPEND_ONLY, FACTS_CHANGE, SIGNED]) await runner.query(part);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TRIGGER tell_session_change ON project;
      DROP FUNCTION tell_project_facts;
      DROP TABLE plan_baseline, plan_version, amendment, agreement`);
  }
}

const CHANGED_TABLES = ['agreement', 'amendment', 'plan_version', 'plan_baseline'];

const TABLES = `
CREATE TABLE agreement (
  project_id uuid PRIMARY KEY REFERENCES project,
  locked_on date,
  version integer NOT NULL DEFAULT 1,
  agreed integer NOT NULL DEFAULT 0,
  in_force integer NOT NULL DEFAULT 0,
  CHECK (0 <= in_force AND in_force <= agreed),
  CHECK (locked_on IS NOT NULL OR agreed = 0)
);

CREATE TABLE amendment (
  project_id uuid NOT NULL REFERENCES agreement,
  id uuid NOT NULL,
  title text NOT NULL,
  justification text NOT NULL,
  changes jsonb NOT NULL CHECK (jsonb_typeof(changes) = 'array'),
  clauses text[] NOT NULL,
  state text NOT NULL DEFAULT 'draft' CHECK (state IN ('draft', 'consortium-approved', 'informally-checked', 'submitted', 'accepted',
    'rejected', 'lapsed', 'withdrawn')),
  prepared_on integer NOT NULL CHECK (prepared_on >= 0),
  number integer CHECK (number >= 1),
  rejected_number integer CHECK (rejected_number >= 1),
  approved_on date,
  approval_reference text,
  checked_on date,
  check_note text,
  submitted_on date,
  decided_on date,
  effective_on date,
  reason text,
  created_at timestamptz NOT NULL,
  created_by uuid NOT NULL REFERENCES person,
  version integer NOT NULL DEFAULT 1,
  PRIMARY KEY (project_id, id),
  UNIQUE (project_id, number),
  UNIQUE (project_id, rejected_number),
  CHECK ((state = 'accepted') = (number IS NOT NULL)),
  CHECK ((state = 'accepted') = (effective_on IS NOT NULL)),
  CHECK ((state IN ('rejected', 'lapsed')) = (rejected_number IS NOT NULL)),
  CHECK (state NOT IN ('submitted', 'accepted', 'rejected', 'lapsed') OR submitted_on IS NOT NULL)
);

CREATE TABLE plan_version (
  project_id uuid NOT NULL REFERENCES agreement,
  number integer NOT NULL CHECK (number >= 0),
  amendment_id uuid,
  in_force_from date NOT NULL,
  plan jsonb NOT NULL,
  created_at timestamptz NOT NULL,
  PRIMARY KEY (project_id, number),
  FOREIGN KEY (project_id, amendment_id) REFERENCES amendment,
  CHECK ((number = 0) = (amendment_id IS NULL))
);

CREATE TABLE plan_baseline (
  project_id uuid NOT NULL REFERENCES agreement,
  subject_id uuid NOT NULL,
  start_month integer,
  end_month integer,
  due_month integer,
  PRIMARY KEY (project_id, subject_id),
  CHECK ((due_month IS NULL) = (start_month IS NOT NULL AND end_month IS NOT NULL))
);
`;

const APPEND_ONLY = `
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON plan_version FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER append_only_truncate BEFORE TRUNCATE ON plan_version EXECUTE FUNCTION refuse_change();
`;

/** Sessions remember the months of their projects for some seconds: an empty id makes every server forget. */
const FACTS_CHANGE = `
CREATE FUNCTION tell_project_facts() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_notify('session_changed', '');
  RETURN NULL;
END $$;
CREATE TRIGGER tell_session_change AFTER UPDATE OF start_date, duration_months ON project
  FOR EACH ROW EXECUTE FUNCTION tell_project_facts();
`;

const SIGNED = `
INSERT INTO agreement (project_id, locked_on) SELECT id, start_date FROM project;

INSERT INTO plan_baseline (project_id, subject_id, start_month, end_month, due_month)
SELECT project_id, id, start_month, end_month, NULL::integer FROM work_package
UNION ALL SELECT project_id, id, start_month, end_month, NULL FROM task
UNION ALL SELECT project_id, id, NULL, NULL, due_month FROM deliverable
UNION ALL SELECT project_id, id, NULL, NULL, due_month FROM milestone;

INSERT INTO plan_version (project_id, number, in_force_from, plan, created_at)
SELECT p.id, 0, p.start_date, jsonb_build_object(
  'startDate', p.start_date, 'durationMonths', p.duration_months,
  'reportingPeriods', (
    SELECT coalesce(jsonb_agg(jsonb_build_object('number', number, 'fromMonth', from_month, 'toMonth', to_month, 'kind', kind,
      'daysToReport', days_to_report) ORDER BY number), '[]') FROM reporting_period WHERE project_id = p.id),
  'workPackages', (
    SELECT coalesce(jsonb_agg(jsonb_build_object('id', id, 'number', number, 'title', title, 'objectives', objectives, 'leadId', lead_id,
      'startMonth', start_month, 'endMonth', end_month) ORDER BY position), '[]') FROM work_package WHERE project_id = p.id),
  'tasks', (
    SELECT coalesce(jsonb_agg(jsonb_build_object('id', t.id, 'number', t.number, 'workPackageId', t.work_package_id, 'title', t.title,
      'leadId', t.lead_id, 'participantIds', (
        SELECT coalesce(jsonb_agg(beneficiary_id ORDER BY beneficiary_id), '[]') FROM task_participant
        WHERE project_id = p.id AND task_id = t.id),
      'startMonth', t.start_month, 'endMonth', t.end_month) ORDER BY w.position, t.position), '[]')
    FROM task t JOIN work_package w ON w.project_id = p.id AND w.id = t.work_package_id WHERE t.project_id = p.id),
  'deliverables', (
    SELECT coalesce(jsonb_agg(jsonb_build_object('id', d.id, 'number', d.number, 'workPackageId', d.work_package_id, 'title', d.title,
      'leadId', d.lead_id, 'contributorIds', (
        SELECT coalesce(jsonb_agg(beneficiary_id ORDER BY beneficiary_id), '[]') FROM deliverable_contributor
        WHERE project_id = p.id AND deliverable_id = d.id),
      'type', d.type, 'disseminationLevel', d.dissemination_level, 'dueMonth', d.due_month) ORDER BY w.position, d.position), '[]')
    FROM deliverable d JOIN work_package w ON w.project_id = p.id AND w.id = d.work_package_id WHERE d.project_id = p.id),
  'milestones', (
    SELECT coalesce(jsonb_agg(jsonb_build_object('id', m.id, 'number', m.number, 'workPackageIds', (
        SELECT coalesce(jsonb_agg(w.id ORDER BY w.position), '[]') FROM milestone_work_package mw
        JOIN work_package w ON w.project_id = p.id AND w.id = mw.work_package_id WHERE mw.project_id = p.id AND mw.milestone_id = m.id),
      'title', m.title, 'leadId', m.lead_id, 'dueMonth', m.due_month, 'meansOfVerification', m.means_of_verification)
      ORDER BY m.position), '[]') FROM milestone m WHERE m.project_id = p.id)), now()
FROM project p;
`;
