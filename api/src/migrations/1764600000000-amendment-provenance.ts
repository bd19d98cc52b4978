import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What somebody writes in a demonstration is theirs: only the amendment that was loaded with it is invented. */
export class AmendmentProvenance1764600000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
ALTER TABLE amendment ADD COLUMN provenance text NOT NULL DEFAULT 'stated';
UPDATE amendment SET provenance = 'demonstration'
WHERE title = 'One month more for the seminar in Quang Ninh (T2.2)' AND created_by IN (SELECT id FROM person WHERE demonstration);
`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE amendment DROP COLUMN provenance`);
  }
}
