import { Injectable } from '@nestjs/common';
import { Database } from '../database/database.js';
import { statement } from '../database/statement.js';

const REVISIONS = statement(
  'project-revisions',
  `SELECT project_id AS id, revision FROM project_revision WHERE project_id = ANY($1::uuid[])`,
);

type Revisions = ReadonlyMap<string, number>;

/**
 * The present revision of projects. Whoever asks while a lookup is under way is answered by the next one, together with
 * all others that asked meanwhile: it begins after each of the questions, so that nobody hears of less than was committed
 * before asking, and a crowd costs no more than one.
 */
@Injectable()
export class ProjectRevisions {
  private underWay: Promise<unknown> = Promise.resolve();
  private asked = new Set<string>();
  private next: Promise<Revisions> | null = null;

  constructor(private readonly database: Database) {}

  /** 0 for a project that nothing is known of. */
  async of(projectId: string): Promise<number> {
    this.asked.add(projectId);
    this.next ??= this.lookUpAfter(this.underWay);
    return (await this.next).get(projectId) ?? 0;
  }

  private async lookUpAfter(before: Promise<unknown>): Promise<Revisions> {
    await before.catch(() => undefined);
    const ids = [...this.asked];
    this.asked = new Set();
    this.next = null;
    const lookup = this.database.rows<{ id: string; revision: number }>(REVISIONS, [ids]);
    this.underWay = lookup;
    return new Map((await lookup).map(({ id, revision }) => [id, revision]));
  }
}
