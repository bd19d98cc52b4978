import type { MigrationInterface, QueryRunner } from 'typeorm';
import { chainsEvidence, revisesProject } from './project-table.js';

/** What the coordinator declares of a work package in a report, EACEA's word on it, and the money that followed. */
export class Claims1764770000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(TABLES);
    for (const table of ['work_package_claim', 'accepted_share']) await runner.query(revisesProject(table));
    await runner.query(chainsEvidence('accepted_share'));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE accepted_share, work_package_claim; DROP FUNCTION keep_decided_claim');
  }
}

/**
 * A work package without a claim is not declared. EACEA accepts a work package once, so that accepted shares of all
 * periods together never exceed it (handbook 6.2 no. 8); what it decided on stays.
 */
const TABLES = `
CREATE TABLE work_package_claim (
  project_id uuid NOT NULL,
  reporting_period_id uuid NOT NULL,
  work_package_id uuid NOT NULL,
  state text NOT NULL CHECK (state IN ('draft', 'under-assessment', 'accepted', 'partly-accepted', 'rejected', 'paid')),
  kind text NOT NULL CHECK (kind IN ('not-completed', 'completed', 'partially-completed')),
  completion_basis_points integer CHECK (completion_basis_points BETWEEN 1 AND 9999),
  justification text NOT NULL,
  gaps_reason text NOT NULL,
  declared_at timestamptz NOT NULL,
  declared_by uuid NOT NULL REFERENCES person,
  decided_at timestamptz,
  decided_by uuid REFERENCES person,
  decision_note text NOT NULL DEFAULT '',
  paid_on date,
  version integer NOT NULL,
  PRIMARY KEY (project_id, reporting_period_id, work_package_id),
  FOREIGN KEY (project_id, reporting_period_id) REFERENCES reporting_period,
  FOREIGN KEY (project_id, work_package_id) REFERENCES work_package ON DELETE CASCADE,
  CHECK ((kind = 'partially-completed') = (completion_basis_points IS NOT NULL)),
  CHECK (kind = 'not-completed' OR justification <> ''),
  CHECK (state = 'draft' OR kind <> 'not-completed'),
  CHECK (state IN ('draft', 'under-assessment') OR (decided_at IS NOT NULL AND decided_by IS NOT NULL)),
  CHECK (state <> 'rejected' OR decision_note <> ''),
  CHECK ((state = 'paid') = (paid_on IS NOT NULL))
);
CREATE INDEX work_package_claim_of ON work_package_claim (project_id, work_package_id);
CREATE UNIQUE INDEX work_package_accepted_once ON work_package_claim (project_id, work_package_id)
  WHERE state IN ('accepted', 'partly-accepted', 'paid');

CREATE TABLE accepted_share (
  project_id uuid NOT NULL,
  id uuid NOT NULL,
  reporting_period_id uuid NOT NULL,
  work_package_id uuid NOT NULL,
  beneficiary_id uuid NOT NULL,
  amount_cents bigint NOT NULL CHECK (amount_cents >= 0),
  PRIMARY KEY (project_id, id),
  UNIQUE (project_id, reporting_period_id, work_package_id, beneficiary_id),
  FOREIGN KEY (project_id, reporting_period_id, work_package_id) REFERENCES work_package_claim,
  FOREIGN KEY (project_id, beneficiary_id) REFERENCES beneficiary
);
CREATE INDEX accepted_share_of ON accepted_share (project_id, beneficiary_id);

CREATE FUNCTION keep_decided_claim() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'a decided claim stays' USING ERRCODE = 'restrict_violation';
END $$;
CREATE TRIGGER keep_decided BEFORE DELETE ON work_package_claim FOR EACH ROW
  WHEN (OLD.state NOT IN ('draft', 'under-assessment')) EXECUTE FUNCTION keep_decided_claim();
`;
