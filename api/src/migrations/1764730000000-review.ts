import type { MigrationInterface, QueryRunner } from 'typeorm';
import { chainsEvidence, revisesProject } from './project-table.js';

/**
 * The board's rules as data, its alternates and appointed reviewers, rounds that the clock closes, comments that are
 * answered and agreed, and drafts that only their writer sees. Rounds and sign-offs that are there keep what they have.
 */
export class Review1764730000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const part of [BOARD, ROUNDS, EVIDENCE, DRAFTS]) await runner.query(part);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
DROP TABLE review_draft, comment_agreement, comment_answer, review_recusal, reviewer_appointment;
ALTER TABLE sign_off DROP COLUMN bound;
ALTER TABLE review_round DROP CONSTRAINT review_round_decided, DROP COLUMN state, DROP COLUMN panel, DROP COLUMN rules,
  DROP COLUMN extended_from, DROP COLUMN decided_by, DROP COLUMN counted;
ALTER TABLE body_member DROP COLUMN place, DROP COLUMN absent_until;
ALTER TABLE body DROP COLUMN extension_days, DROP COLUMN inquorate, DROP COLUMN reviewers_per_deliverable,
  DROP COLUMN reviewer_origins, DROP COLUMN first_panel, DROP COLUMN rounds_before_board, DROP COLUMN version;
`);
  }
}

const BOARD = `
ALTER TABLE body
  ADD COLUMN extension_days integer NOT NULL DEFAULT 7 CHECK (extension_days BETWEEN 1 AND 30),
  ADD COLUMN inquorate text NOT NULL DEFAULT 'chair-decides' CHECK (inquorate IN ('chair-decides', 'changes')),
  ADD COLUMN reviewers_per_deliverable integer NOT NULL DEFAULT 2 CHECK (reviewers_per_deliverable BETWEEN 1 AND 6),
  ADD COLUMN reviewer_origins text[] NOT NULL DEFAULT '{eu,partner-country}' CHECK (reviewer_origins <@ '{eu,partner-country}'),
  ADD COLUMN first_panel text NOT NULL DEFAULT 'board' CHECK (first_panel IN ('reviewers', 'board')),
  ADD COLUMN rounds_before_board integer NOT NULL DEFAULT 2 CHECK (rounds_before_board BETWEEN 1 AND 9),
  ADD COLUMN version integer NOT NULL DEFAULT 1;
ALTER TABLE body_member
  ADD COLUMN place text NOT NULL DEFAULT 'member' CHECK (place IN ('member', 'alternate')),
  ADD COLUMN absent_until date;

CREATE TABLE reviewer_appointment (
  project_id uuid NOT NULL,
  id uuid NOT NULL,
  deliverable_id uuid NOT NULL,
  membership_id uuid NOT NULL,
  appointed_at timestamptz NOT NULL,
  appointed_by uuid NOT NULL REFERENCES person,
  ended_at timestamptz,
  PRIMARY KEY (project_id, id),
  FOREIGN KEY (project_id, deliverable_id) REFERENCES deliverable,
  FOREIGN KEY (project_id, membership_id) REFERENCES membership,
  CHECK (ended_at >= appointed_at)
);
CREATE UNIQUE INDEX reviewer_appointment_now ON reviewer_appointment (project_id, deliverable_id, membership_id) WHERE ended_at IS NULL;
${revisesProject('reviewer_appointment')}
`;

/** Its rules are those of its opening; `counted` is how the board stood when it was decided, whoever sits there later. */
const ROUNDS = `
ALTER TABLE review_round
  ADD COLUMN state text NOT NULL DEFAULT 'open'
    CHECK (state IN ('open', 'extended', 'counted', 'chair-decides', 'signed-off', 'changes-requested')),
  ADD COLUMN panel text NOT NULL DEFAULT 'board' CHECK (panel IN ('reviewers', 'board', 'steering-committee')),
  ADD COLUMN rules jsonb,
  ADD COLUMN extended_from timestamptz,
  ADD COLUMN decided_by text CHECK (decided_by IN ('vote', 'chair', 'clock')),
  ADD COLUMN counted jsonb;
UPDATE review_round SET decided_by = 'vote', state = CASE result WHEN 'sign-off' THEN 'signed-off' ELSE 'changes-requested' END
WHERE closed_at IS NOT NULL;
SET CONSTRAINTS ALL IMMEDIATE;
ALTER TABLE review_round ADD CONSTRAINT review_round_decided CHECK (
  (state IN ('signed-off', 'changes-requested')) = (closed_at IS NOT NULL) AND (closed_at IS NULL) = (decided_by IS NULL));
ALTER TABLE sign_off ADD COLUMN bound jsonb;
`;

const EVIDENCE = `
CREATE TABLE review_recusal (
  project_id uuid NOT NULL,
  id uuid NOT NULL,
  round_id uuid NOT NULL,
  deliverable_id uuid NOT NULL,
  person_id uuid NOT NULL REFERENCES person,
  beneficiary_id uuid NOT NULL,
  reason text NOT NULL,
  declared_at timestamptz NOT NULL,
  PRIMARY KEY (project_id, id),
  UNIQUE (project_id, deliverable_id, person_id),
  FOREIGN KEY (project_id, round_id) REFERENCES review_round,
  FOREIGN KEY (project_id, deliverable_id) REFERENCES deliverable,
  FOREIGN KEY (project_id, beneficiary_id) REFERENCES beneficiary
);
${revisesProject('review_recusal')}
${chainsEvidence('review_recusal')}

CREATE TABLE comment_answer (
  project_id uuid NOT NULL,
  id uuid NOT NULL,
  comment_id uuid NOT NULL,
  text text NOT NULL CHECK (text <> ''),
  person_id uuid NOT NULL REFERENCES person,
  answered_at timestamptz NOT NULL,
  PRIMARY KEY (project_id, id),
  FOREIGN KEY (project_id, comment_id) REFERENCES review_comment
);
CREATE INDEX comment_answer_of ON comment_answer (project_id, comment_id, id DESC);
${revisesProject('comment_answer')}
${chainsEvidence('comment_answer')}

CREATE TABLE comment_agreement (
  project_id uuid NOT NULL,
  id uuid NOT NULL,
  answer_id uuid NOT NULL,
  agreed boolean NOT NULL,
  why text NOT NULL,
  person_id uuid NOT NULL REFERENCES person,
  said_at timestamptz NOT NULL,
  PRIMARY KEY (project_id, id),
  FOREIGN KEY (project_id, answer_id) REFERENCES comment_answer
);
CREATE INDEX comment_agreement_of ON comment_agreement (project_id, answer_id, id DESC);
${revisesProject('comment_agreement')}
${chainsEvidence('comment_agreement')}
`;

/** Private to its writer: it is on no page of the project, so it gives the project no revision. */
const DRAFTS = `
CREATE TABLE review_draft (
  project_id uuid NOT NULL,
  round_id uuid NOT NULL,
  person_id uuid NOT NULL REFERENCES person,
  content jsonb NOT NULL,
  typed_at timestamptz NOT NULL,
  saved_at timestamptz NOT NULL,
  PRIMARY KEY (project_id, round_id, person_id),
  FOREIGN KEY (project_id, round_id) REFERENCES review_round
);
`;
