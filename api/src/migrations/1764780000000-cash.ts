import type { MigrationInterface, QueryRunner } from 'typeorm';
import { revisesProject } from './project-table.js';

/** The project's money as it comes and goes on: terms of payment, payments, each partner's part, and what a partner needs to be paid. */
export class Cash1764780000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(TABLES);
    for (const table of TABLE_NAMES) await runner.query(revisesProject(table));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE ${TABLE_NAMES.toReversed().join(', ')}`);
  }
}

const TABLE_NAMES = ['payment_terms', 'accession', 'national_approval', 'payment', 'distribution'];

/** A project without terms has the defaults; a beneficiary without an accession has not acceded. */
const TABLES = `
CREATE TABLE payment_terms (
  project_id uuid PRIMARY KEY REFERENCES project,
  interim_ceiling_basis_points integer NOT NULL CHECK (interim_ceiling_basis_points BETWEEN 0 AND 10000),
  prefinancing_use_basis_points integer NOT NULL CHECK (prefinancing_use_basis_points BETWEEN 0 AND 10000),
  early_clearing_basis_points integer NOT NULL CHECK (early_clearing_basis_points BETWEEN 0 AND 10000),
  approval_countries text[] NOT NULL,
  updated_at timestamptz NOT NULL,
  updated_by uuid NOT NULL REFERENCES person,
  version integer NOT NULL
);

CREATE TABLE accession (
  project_id uuid NOT NULL,
  beneficiary_id uuid NOT NULL,
  acceded_on date NOT NULL,
  updated_at timestamptz NOT NULL,
  updated_by uuid NOT NULL REFERENCES person,
  version integer NOT NULL,
  PRIMARY KEY (project_id, beneficiary_id),
  FOREIGN KEY (project_id, beneficiary_id) REFERENCES beneficiary
);

CREATE TABLE national_approval (
  project_id uuid NOT NULL,
  beneficiary_id uuid NOT NULL,
  authority text NOT NULL CHECK (authority <> ''),
  reference text NOT NULL,
  submitted_on date,
  approved_on date,
  valid_until date,
  updated_at timestamptz NOT NULL,
  updated_by uuid NOT NULL REFERENCES person,
  version integer NOT NULL,
  PRIMARY KEY (project_id, beneficiary_id),
  FOREIGN KEY (project_id, beneficiary_id) REFERENCES beneficiary,
  CHECK (approved_on IS NULL OR submitted_on IS NULL OR submitted_on <= approved_on),
  CHECK (valid_until IS NULL OR approved_on IS NOT NULL AND approved_on <= valid_until)
);

CREATE TABLE payment (
  project_id uuid NOT NULL REFERENCES project,
  id uuid NOT NULL,
  kind text NOT NULL CHECK (kind IN ('prefinancing', 'additional-prefinancing', 'interim', 'balance')),
  reporting_period_id uuid,
  expected_on date NOT NULL,
  expected_cents bigint NOT NULL CHECK (expected_cents > 0),
  received_on date,
  received_cents bigint CHECK (received_cents > 0),
  note text NOT NULL,
  provenance text NOT NULL,
  updated_at timestamptz NOT NULL,
  updated_by uuid NOT NULL REFERENCES person,
  version integer NOT NULL,
  PRIMARY KEY (project_id, id),
  FOREIGN KEY (project_id, reporting_period_id) REFERENCES reporting_period,
  CHECK ((received_on IS NULL) = (received_cents IS NULL))
);
CREATE INDEX payment_expected ON payment (project_id, expected_on, id);

CREATE TABLE distribution (
  project_id uuid NOT NULL,
  id uuid NOT NULL,
  payment_id uuid NOT NULL,
  beneficiary_id uuid NOT NULL,
  amount_cents bigint NOT NULL CHECK (amount_cents >= 0),
  state text NOT NULL CHECK (state IN ('planned', 'sent', 'confirmed')),
  sent_on date,
  confirmed_at timestamptz,
  confirmed_by uuid REFERENCES person,
  held_reason text NOT NULL DEFAULT '',
  version integer NOT NULL,
  PRIMARY KEY (project_id, id),
  UNIQUE (project_id, payment_id, beneficiary_id),
  FOREIGN KEY (project_id, payment_id) REFERENCES payment,
  FOREIGN KEY (project_id, beneficiary_id) REFERENCES beneficiary,
  CHECK ((state = 'planned') = (sent_on IS NULL)),
  CHECK ((state = 'confirmed') = (confirmed_at IS NOT NULL AND confirmed_by IS NOT NULL))
);
CREATE INDEX distribution_of ON distribution (project_id, beneficiary_id);
`;
