import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The proof of a milestone lies at an address of the web, as a task's evidence does: nothing that runs on the reader's machine. */
export class HttpsEvidence1764760000000 implements MigrationInterface {
  /** An address that may not stand there any more goes on as words of the proof. */
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
UPDATE milestone_status SET evidence = btrim(evidence || ' ' || evidence_url), evidence_url = NULL WHERE evidence_url !~* '^https?://';
-- What the change of a row still has to do at the end of the transaction stands in the way of changing its table.
SET CONSTRAINTS ALL IMMEDIATE;
ALTER TABLE milestone_status ADD CONSTRAINT milestone_status_evidence_url CHECK (evidence_url ~* '^https?://');
SET CONSTRAINTS ALL DEFERRED;
`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE milestone_status DROP CONSTRAINT milestone_status_evidence_url');
  }
}
