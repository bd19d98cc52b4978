import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Evidence that was taken away stays in the database (handbook 6.2 no. 11 and 13): it is withdrawn, by somebody at some time. */
export class KeptEvidence1764500000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
ALTER TABLE task_evidence
  ADD COLUMN withdrawn_at timestamptz,
  ADD COLUMN withdrawn_by uuid REFERENCES person,
  ADD CHECK ((withdrawn_at IS NULL) = (withdrawn_by IS NULL));
CREATE TRIGGER append_only BEFORE DELETE ON task_evidence FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER append_only_truncate BEFORE TRUNCATE ON task_evidence EXECUTE FUNCTION refuse_change();
`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
DROP TRIGGER append_only_truncate ON task_evidence;
DROP TRIGGER append_only ON task_evidence;
ALTER TABLE task_evidence DROP COLUMN withdrawn_at, DROP COLUMN withdrawn_by;
`);
  }
}
