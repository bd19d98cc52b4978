import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The ground: who takes part, what was agreed (contract layer), what people do (working layer), and the audit log.
 * Every table of a project carries `project_id` first in its keys and indexes, so that projects can be spread later.
 */
export class Foundation1764000000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const part of [INSTALLATION, CONSORTIUM, PLAN, BUDGET, WORKING, REVIEWS, AUDIT, REVISION]) await runner.query(part);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP SCHEMA public CASCADE; CREATE SCHEMA public');
  }
}

const INSTALLATION = `
CREATE EXTENSION IF NOT EXISTS unaccent;

CREATE TABLE person (
  id uuid PRIMARY KEY,
  email text NOT NULL CHECK (email = lower(email)),
  name text NOT NULL,
  password_hash text NOT NULL,
  language text NOT NULL DEFAULT 'en',
  time_zone text NOT NULL DEFAULT 'Europe/Rome',
  administrator boolean NOT NULL DEFAULT false,
  demonstration boolean NOT NULL DEFAULT false,
  disabled_at timestamptz,
  created_at timestamptz NOT NULL
);
CREATE UNIQUE INDEX person_email ON person (email);

CREATE TABLE session (
  token_hash bytea PRIMARY KEY,
  id uuid NOT NULL UNIQUE,
  person_id uuid NOT NULL REFERENCES person,
  created_at timestamptz NOT NULL,
  last_seen_at timestamptz NOT NULL,
  expires_at timestamptz NOT NULL,
  device text NOT NULL
);
CREATE INDEX session_person ON session (person_id);

CREATE TABLE idempotency_record (
  person_id uuid NOT NULL REFERENCES person,
  key text NOT NULL,
  fingerprint text NOT NULL,
  claim uuid NOT NULL,
  status integer,
  body jsonb,
  created_at timestamptz NOT NULL,
  PRIMARY KEY (person_id, key)
);

CREATE TABLE login_throttle (
  key text PRIMARY KEY,
  failures integer NOT NULL,
  window_ends_at timestamptz NOT NULL
);
`;

const CONSORTIUM = `
CREATE TABLE project (
  id uuid PRIMARY KEY,
  acronym text NOT NULL,
  title text NOT NULL,
  grant_number text NOT NULL UNIQUE,
  call text NOT NULL,
  programme text NOT NULL,
  strand integer NOT NULL,
  start_date date NOT NULL,
  duration_months integer NOT NULL CHECK (duration_months BETWEEN 1 AND 120),
  granting_authority text NOT NULL,
  deadline_time_zone text NOT NULL DEFAULT 'Europe/Rome',
  currency char(3) NOT NULL,
  maximum_grant_cents bigint NOT NULL CHECK (maximum_grant_cents >= 0),
  funding_rate_basis_points integer NOT NULL CHECK (funding_rate_basis_points BETWEEN 0 AND 10000),
  indirect_rate_basis_points integer NOT NULL CHECK (indirect_rate_basis_points BETWEEN 0 AND 10000),
  provenance text NOT NULL,
  money_provenance text NOT NULL
);

CREATE TABLE beneficiary (
  project_id uuid NOT NULL REFERENCES project,
  id uuid NOT NULL,
  number integer NOT NULL,
  short_name text NOT NULL,
  name text NOT NULL,
  local_name text NOT NULL,
  country char(2) NOT NULL,
  city text NOT NULL,
  website text NOT NULL,
  role text NOT NULL CHECK (role IN ('coordinator', 'beneficiary', 'affiliated-entity', 'associated-partner')),
  time_zone text NOT NULL,
  provenance text NOT NULL,
  PRIMARY KEY (project_id, id),
  UNIQUE (project_id, number),
  UNIQUE (project_id, short_name)
);

CREATE TABLE beneficiary_alias (
  project_id uuid NOT NULL,
  id uuid NOT NULL,
  beneficiary_id uuid NOT NULL,
  name text NOT NULL,
  valid_from date,
  valid_to date,
  PRIMARY KEY (project_id, id),
  FOREIGN KEY (project_id, beneficiary_id) REFERENCES beneficiary,
  CHECK (valid_from IS NULL OR valid_to IS NULL OR valid_from <= valid_to)
);
CREATE INDEX beneficiary_alias_of ON beneficiary_alias (project_id, beneficiary_id);

CREATE TABLE membership (
  project_id uuid NOT NULL REFERENCES project,
  id uuid NOT NULL,
  person_id uuid NOT NULL REFERENCES person,
  beneficiary_id uuid,
  roles text[] NOT NULL CHECK (cardinality(roles) > 0),
  active_from timestamptz NOT NULL,
  active_to timestamptz,
  PRIMARY KEY (project_id, id),
  UNIQUE (project_id, person_id),
  FOREIGN KEY (project_id, beneficiary_id) REFERENCES beneficiary
);
CREATE INDEX membership_person ON membership (person_id);

CREATE FUNCTION tell_session_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_notify('session_changed', to_jsonb(NEW) ->> TG_ARGV[0]);
  RETURN NULL;
END $$;
CREATE TRIGGER tell_session_change AFTER UPDATE ON person FOR EACH ROW EXECUTE FUNCTION tell_session_change('id');
CREATE TRIGGER tell_session_change AFTER INSERT OR UPDATE ON membership FOR EACH ROW EXECUTE FUNCTION tell_session_change('person_id');

CREATE TABLE body (
  project_id uuid NOT NULL REFERENCES project,
  id uuid NOT NULL,
  kind text NOT NULL CHECK (kind IN ('steering-committee', 'quality-board')),
  name text NOT NULL,
  quorum_basis_points integer NOT NULL CHECK (quorum_basis_points BETWEEN 0 AND 10000),
  majority_basis_points integer NOT NULL CHECK (majority_basis_points BETWEEN 0 AND 10000),
  review_days integer NOT NULL CHECK (review_days BETWEEN 1 AND 90),
  PRIMARY KEY (project_id, id),
  UNIQUE (project_id, kind)
);

CREATE TABLE body_member (
  project_id uuid NOT NULL,
  body_id uuid NOT NULL,
  membership_id uuid NOT NULL,
  chair boolean NOT NULL DEFAULT false,
  PRIMARY KEY (project_id, body_id, membership_id),
  FOREIGN KEY (project_id, body_id) REFERENCES body,
  FOREIGN KEY (project_id, membership_id) REFERENCES membership
);

CREATE TABLE reporting_period (
  project_id uuid NOT NULL REFERENCES project,
  id uuid NOT NULL,
  number integer NOT NULL,
  from_month integer NOT NULL CHECK (from_month >= 1),
  to_month integer NOT NULL,
  kind text NOT NULL CHECK (kind IN ('periodic', 'progress', 'additional-prefinancing', 'final')),
  days_to_report integer NOT NULL DEFAULT 60,
  provenance text NOT NULL,
  PRIMARY KEY (project_id, id),
  UNIQUE (project_id, number),
  CHECK (from_month <= to_month)
);
`;

const PLAN = `
CREATE TABLE work_package (
  project_id uuid NOT NULL REFERENCES project,
  id uuid NOT NULL,
  position integer NOT NULL,
  number text NOT NULL,
  title text NOT NULL,
  objectives text NOT NULL,
  lead_id uuid NOT NULL,
  start_month integer NOT NULL CHECK (start_month >= 1),
  end_month integer NOT NULL,
  provenance text NOT NULL,
  PRIMARY KEY (project_id, id),
  UNIQUE (project_id, number),
  FOREIGN KEY (project_id, lead_id) REFERENCES beneficiary,
  CHECK (start_month <= end_month)
);

CREATE TABLE task (
  project_id uuid NOT NULL REFERENCES project,
  id uuid NOT NULL,
  work_package_id uuid NOT NULL,
  position integer NOT NULL,
  number text NOT NULL,
  title text NOT NULL,
  lead_id uuid NOT NULL,
  start_month integer NOT NULL CHECK (start_month >= 1),
  end_month integer NOT NULL,
  provenance text NOT NULL,
  PRIMARY KEY (project_id, id),
  UNIQUE (project_id, number),
  FOREIGN KEY (project_id, work_package_id) REFERENCES work_package,
  FOREIGN KEY (project_id, lead_id) REFERENCES beneficiary,
  CHECK (start_month <= end_month)
);
CREATE INDEX task_work_package ON task (project_id, work_package_id, position);

CREATE TABLE task_participant (
  project_id uuid NOT NULL,
  task_id uuid NOT NULL,
  beneficiary_id uuid NOT NULL,
  PRIMARY KEY (project_id, task_id, beneficiary_id),
  FOREIGN KEY (project_id, task_id) REFERENCES task,
  FOREIGN KEY (project_id, beneficiary_id) REFERENCES beneficiary
);
CREATE INDEX task_participant_of ON task_participant (project_id, beneficiary_id);

CREATE TABLE milestone (
  project_id uuid NOT NULL REFERENCES project,
  id uuid NOT NULL,
  position integer NOT NULL,
  number text NOT NULL,
  title text NOT NULL,
  lead_id uuid NOT NULL,
  due_month integer NOT NULL CHECK (due_month >= 1),
  means_of_verification text NOT NULL,
  provenance text NOT NULL,
  PRIMARY KEY (project_id, id),
  UNIQUE (project_id, number),
  FOREIGN KEY (project_id, lead_id) REFERENCES beneficiary
);

CREATE TABLE milestone_work_package (
  project_id uuid NOT NULL,
  milestone_id uuid NOT NULL,
  work_package_id uuid NOT NULL,
  PRIMARY KEY (project_id, milestone_id, work_package_id),
  FOREIGN KEY (project_id, milestone_id) REFERENCES milestone,
  FOREIGN KEY (project_id, work_package_id) REFERENCES work_package
);

CREATE TABLE deliverable (
  project_id uuid NOT NULL REFERENCES project,
  id uuid NOT NULL,
  work_package_id uuid NOT NULL,
  position integer NOT NULL,
  number text NOT NULL,
  title text NOT NULL,
  lead_id uuid NOT NULL,
  type text NOT NULL CHECK (type IN ('R', 'DEM', 'DEC', 'DATA', 'DMP', 'ETHICS', 'SECURITY', 'OTHER')),
  dissemination_level text NOT NULL CHECK (dissemination_level IN ('PU', 'SEN', 'R-UE/EU-R', 'C-UE/EU-C', 'S-UE/EU-S')),
  due_month integer NOT NULL CHECK (due_month >= 1),
  provenance text NOT NULL,
  PRIMARY KEY (project_id, id),
  UNIQUE (project_id, number),
  FOREIGN KEY (project_id, work_package_id) REFERENCES work_package,
  FOREIGN KEY (project_id, lead_id) REFERENCES beneficiary
);
CREATE INDEX deliverable_due ON deliverable (project_id, due_month, position);
CREATE INDEX deliverable_work_package ON deliverable (project_id, work_package_id);
CREATE INDEX deliverable_lead ON deliverable (project_id, lead_id);

CREATE TABLE deliverable_contributor (
  project_id uuid NOT NULL,
  deliverable_id uuid NOT NULL,
  beneficiary_id uuid NOT NULL,
  PRIMARY KEY (project_id, deliverable_id, beneficiary_id),
  FOREIGN KEY (project_id, deliverable_id) REFERENCES deliverable,
  FOREIGN KEY (project_id, beneficiary_id) REFERENCES beneficiary
);
CREATE INDEX deliverable_contributor_of ON deliverable_contributor (project_id, beneficiary_id);
`;

const BUDGET = `
CREATE TABLE annex2_version (
  project_id uuid NOT NULL REFERENCES project,
  id uuid NOT NULL,
  number integer NOT NULL,
  in_force_from date NOT NULL,
  provenance text NOT NULL,
  PRIMARY KEY (project_id, id),
  UNIQUE (project_id, number)
);

CREATE TABLE lump_sum_share (
  project_id uuid NOT NULL,
  annex2_version_id uuid NOT NULL,
  work_package_id uuid NOT NULL,
  beneficiary_id uuid NOT NULL,
  amount_cents bigint NOT NULL CHECK (amount_cents >= 0),
  PRIMARY KEY (project_id, annex2_version_id, work_package_id, beneficiary_id),
  FOREIGN KEY (project_id, annex2_version_id) REFERENCES annex2_version,
  FOREIGN KEY (project_id, work_package_id) REFERENCES work_package,
  FOREIGN KEY (project_id, beneficiary_id) REFERENCES beneficiary
);

CREATE TABLE budget_line (
  project_id uuid NOT NULL,
  work_package_id uuid NOT NULL,
  beneficiary_id uuid NOT NULL,
  category text NOT NULL CHECK (category IN ('A', 'B', 'C1', 'C2', 'C3', 'D', 'E')),
  amount_cents bigint NOT NULL CHECK (amount_cents >= 0),
  PRIMARY KEY (project_id, work_package_id, beneficiary_id, category),
  FOREIGN KEY (project_id, work_package_id) REFERENCES work_package,
  FOREIGN KEY (project_id, beneficiary_id) REFERENCES beneficiary
);
`;

const WORKING = `
CREATE TABLE work_package_status (
  project_id uuid NOT NULL,
  work_package_id uuid NOT NULL,
  state text NOT NULL DEFAULT 'not-started' CHECK (state IN ('not-started', 'in-progress', 'blocked', 'done')),
  progress integer NOT NULL DEFAULT 0 CHECK (progress BETWEEN 0 AND 100),
  narrative text NOT NULL DEFAULT '',
  updated_at timestamptz,
  updated_by uuid REFERENCES person,
  version integer NOT NULL DEFAULT 1,
  PRIMARY KEY (project_id, work_package_id),
  FOREIGN KEY (project_id, work_package_id) REFERENCES work_package
);

CREATE TABLE task_status (
  project_id uuid NOT NULL,
  task_id uuid NOT NULL,
  state text NOT NULL DEFAULT 'not-started' CHECK (state IN ('not-started', 'in-progress', 'blocked', 'done')),
  progress integer NOT NULL DEFAULT 0 CHECK (progress BETWEEN 0 AND 100),
  narrative text NOT NULL DEFAULT '',
  updated_at timestamptz,
  updated_by uuid REFERENCES person,
  version integer NOT NULL DEFAULT 1,
  PRIMARY KEY (project_id, task_id),
  FOREIGN KEY (project_id, task_id) REFERENCES task
);

CREATE TABLE status_update (
  project_id uuid NOT NULL REFERENCES project,
  id uuid NOT NULL,
  subject_kind text NOT NULL CHECK (subject_kind IN ('work-package', 'task')),
  subject_id uuid NOT NULL,
  state text NOT NULL,
  progress integer NOT NULL,
  narrative text NOT NULL,
  at timestamptz NOT NULL,
  person_id uuid NOT NULL REFERENCES person,
  PRIMARY KEY (project_id, id)
);
CREATE INDEX status_update_of ON status_update (project_id, subject_id, at DESC, id DESC);

CREATE TABLE deliverable_status (
  project_id uuid NOT NULL,
  deliverable_id uuid NOT NULL,
  state text NOT NULL DEFAULT 'planned' CHECK (state IN ('planned', 'drafting', 'in-review', 'changes-requested', 'signed-off',
    'approved', 'submitted', 'revision-requested', 'accepted')),
  latest_version_id uuid,
  answer_reason text,
  updated_at timestamptz,
  version integer NOT NULL DEFAULT 1,
  PRIMARY KEY (project_id, deliverable_id),
  FOREIGN KEY (project_id, deliverable_id) REFERENCES deliverable
);

CREATE TABLE stored_file (
  project_id uuid NOT NULL REFERENCES project,
  sha256 char(64) NOT NULL,
  size_bytes bigint NOT NULL CHECK (size_bytes >= 0),
  media_type text NOT NULL,
  stored_at timestamptz NOT NULL,
  PRIMARY KEY (project_id, sha256)
);

CREATE TABLE deliverable_version (
  project_id uuid NOT NULL,
  id uuid NOT NULL,
  deliverable_id uuid NOT NULL,
  major integer NOT NULL,
  minor integer NOT NULL,
  file_name text NOT NULL,
  sha256 char(64) NOT NULL,
  note text NOT NULL,
  author_id uuid NOT NULL REFERENCES person,
  created_at timestamptz NOT NULL,
  PRIMARY KEY (project_id, id),
  UNIQUE (project_id, deliverable_id, major, minor),
  FOREIGN KEY (project_id, deliverable_id) REFERENCES deliverable,
  FOREIGN KEY (project_id, sha256) REFERENCES stored_file
);
ALTER TABLE deliverable_status ADD FOREIGN KEY (project_id, latest_version_id) REFERENCES deliverable_version;
`;

const REVIEWS = `
CREATE TABLE review_round (
  project_id uuid NOT NULL,
  id uuid NOT NULL,
  deliverable_id uuid NOT NULL,
  number integer NOT NULL CHECK (number >= 1),
  version_id uuid NOT NULL,
  opened_at timestamptz NOT NULL,
  opened_by uuid NOT NULL REFERENCES person,
  closes_at timestamptz NOT NULL,
  quorum_basis_points integer NOT NULL,
  majority_basis_points integer NOT NULL,
  closed_at timestamptz,
  result text CHECK (result IN ('sign-off', 'changes')),
  PRIMARY KEY (project_id, id),
  UNIQUE (project_id, deliverable_id, number),
  FOREIGN KEY (project_id, deliverable_id) REFERENCES deliverable,
  FOREIGN KEY (project_id, version_id) REFERENCES deliverable_version,
  CHECK ((closed_at IS NULL) = (result IS NULL))
);
CREATE UNIQUE INDEX review_round_open ON review_round (project_id, deliverable_id) WHERE closed_at IS NULL;

CREATE TABLE review (
  project_id uuid NOT NULL,
  id uuid NOT NULL,
  round_id uuid NOT NULL,
  person_id uuid NOT NULL REFERENCES person,
  beneficiary_id uuid NOT NULL,
  verdict text NOT NULL CHECK (verdict IN ('accept', 'minor-changes', 'major-changes', 'reject')),
  relevance integer NOT NULL CHECK (relevance BETWEEN 1 AND 5),
  completeness integer NOT NULL CHECK (completeness BETWEEN 1 AND 5),
  quality integer NOT NULL CHECK (quality BETWEEN 1 AND 5),
  clarity integer NOT NULL CHECK (clarity BETWEEN 1 AND 5),
  visibility integer NOT NULL CHECK (visibility BETWEEN 1 AND 5),
  sent_at timestamptz NOT NULL,
  PRIMARY KEY (project_id, id),
  UNIQUE (project_id, round_id, beneficiary_id),
  FOREIGN KEY (project_id, round_id) REFERENCES review_round,
  FOREIGN KEY (project_id, beneficiary_id) REFERENCES beneficiary
);

CREATE TABLE review_comment (
  project_id uuid NOT NULL,
  id uuid NOT NULL,
  review_id uuid NOT NULL,
  position integer NOT NULL,
  kind text NOT NULL CHECK (kind IN ('major', 'minor', 'advice')),
  anchor text NOT NULL,
  text text NOT NULL,
  PRIMARY KEY (project_id, id),
  FOREIGN KEY (project_id, review_id) REFERENCES review
);
CREATE INDEX review_comment_of ON review_comment (project_id, review_id, position);

CREATE TABLE sign_off (
  project_id uuid NOT NULL,
  id uuid NOT NULL,
  round_id uuid NOT NULL,
  deliverable_id uuid NOT NULL,
  version_id uuid NOT NULL,
  sha256 char(64) NOT NULL,
  person_id uuid NOT NULL REFERENCES person,
  beneficiary_id uuid NOT NULL,
  eligible integer NOT NULL,
  votes_cast integer NOT NULL,
  in_favour integer NOT NULL,
  signed_at timestamptz NOT NULL,
  PRIMARY KEY (project_id, id),
  UNIQUE (project_id, round_id),
  FOREIGN KEY (project_id, round_id) REFERENCES review_round,
  FOREIGN KEY (project_id, version_id) REFERENCES deliverable_version,
  FOREIGN KEY (project_id, beneficiary_id) REFERENCES beneficiary
);
CREATE INDEX sign_off_of ON sign_off (project_id, deliverable_id);
`;

const AUDIT = `
CREATE TABLE audit_entry (
  project_id uuid NOT NULL REFERENCES project,
  id uuid NOT NULL,
  at timestamptz NOT NULL,
  person_id uuid REFERENCES person,
  event text NOT NULL,
  subject_kind text NOT NULL,
  subject_id uuid NOT NULL,
  subject_label text NOT NULL,
  detail jsonb NOT NULL,
  PRIMARY KEY (project_id, id)
);
CREATE INDEX audit_entry_newest ON audit_entry (project_id, at DESC, id DESC);
CREATE INDEX audit_entry_subject ON audit_entry (project_id, subject_id, at DESC);

CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% is append-only', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
END $$;

DO $$
DECLARE append_only text;
BEGIN
  FOREACH append_only IN ARRAY ARRAY['audit_entry', 'status_update', 'deliverable_version', 'stored_file', 'review', 'review_comment', 'sign_off'] LOOP
    EXECUTE format('CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON %I FOR EACH ROW EXECUTE FUNCTION refuse_change()', append_only);
    EXECUTE format('CREATE TRIGGER append_only_truncate BEFORE TRUNCATE ON %I EXECUTE FUNCTION refuse_change()', append_only);
  END LOOP;
END $$;
`;

/** A number that grows with every committed change of a project, once a transaction and as its very last step. */
const REVISION = `
CREATE TABLE project_revision (
  project_id uuid PRIMARY KEY REFERENCES project,
  revision bigint NOT NULL,
  transaction_id xid8 NOT NULL
);

CREATE FUNCTION revise_project() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO project_revision AS r (project_id, revision, transaction_id)
  VALUES (coalesce(NEW.project_id, OLD.project_id), 1, pg_current_xact_id())
  ON CONFLICT (project_id) DO UPDATE SET revision = r.revision + 1, transaction_id = excluded.transaction_id
  WHERE r.transaction_id <> excluded.transaction_id;
  RETURN NULL;
END $$;

CREATE FUNCTION revise_this_project() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE project_revision SET revision = revision + 1, transaction_id = pg_current_xact_id()
  WHERE project_id = NEW.id AND transaction_id <> pg_current_xact_id();
  RETURN NULL;
END $$;

CREATE CONSTRAINT TRIGGER revise_project AFTER UPDATE ON project
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION revise_this_project();

DO $$
DECLARE of_project name;
BEGIN
  FOR of_project IN
    SELECT c.relname FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = 'project_id'
    WHERE c.relkind = 'r' AND c.relnamespace = 'public'::regnamespace AND c.relname <> 'project_revision'
  LOOP
    EXECUTE format('CREATE CONSTRAINT TRIGGER revise_project AFTER INSERT OR UPDATE OR DELETE ON %I
      DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION revise_project()', of_project);
  END LOOP;
END $$;
`;
