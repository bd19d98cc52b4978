import { Injectable } from '@nestjs/common';
import type { Dependency } from '@office/domain';
import type { Transaction } from '../../core/database/transaction.js';

export interface DependentRow {
  readonly id: string;
  readonly kind: 'task' | 'deliverable';
  readonly number: string;
  readonly title: string;
  readonly leadBeneficiaryId: string;
}

export interface DependencyWrite extends Dependency {
  readonly id: string;
  readonly projectId: string;
  readonly at: Date;
  readonly personId: string;
}

@Injectable()
export class DependenciesRepository {
  /** Dependencies of a project change one after the other: two that are sound each could go in circles together. */
  async lock(t: Transaction, projectId: string): Promise<void> {
    await t.rows(`SELECT 1 FROM project WHERE id = $1 FOR NO KEY UPDATE`, [projectId]);
  }

  async row(t: Transaction, projectId: string, id: string): Promise<DependentRow | null> {
    return t.row<DependentRow>(
      `SELECT id, 'task' AS kind, number, title, lead_id AS "leadBeneficiaryId" FROM task WHERE project_id = $1 AND id = $2
       UNION ALL
       SELECT id, 'deliverable', number, title, lead_id FROM deliverable WHERE project_id = $1 AND id = $2`,
      [projectId, id],
    );
  }

  all(t: Transaction, projectId: string): Promise<Dependency[]> {
    return t.rows<Dependency>(
      `SELECT successor_id AS "successorId", predecessor_id AS "predecessorId" FROM dependency
       WHERE project_id = $1 ORDER BY added_at, id`,
      [projectId],
    );
  }

  /** Numbers of tasks and deliverables, in the order of the ids. */
  async numbers(t: Transaction, projectId: string, ids: readonly string[]): Promise<string[]> {
    const rows = await t.rows<{ number: string }>(
      `SELECT r.number FROM unnest($2::uuid[]) WITH ORDINALITY AS wanted (id, position)
       JOIN (SELECT id, number FROM task WHERE project_id = $1
             UNION ALL SELECT id, number FROM deliverable WHERE project_id = $1) r ON r.id = wanted.id
       ORDER BY wanted.position`,
      [projectId, ids],
    );
    return rows.map(({ number }) => number);
  }

  async add(
    t: Transaction,
    { id, projectId, at, personId }: DependencyWrite,
    successor: DependentRow,
    predecessor: DependentRow,
  ): Promise<void> {
    const keyOf = (row: DependentRow): (string | null)[] => (row.kind === 'task' ? [row.id, null] : [null, row.id]);
    await t.rows(
      `INSERT INTO dependency (project_id, id, successor_task_id, successor_deliverable_id, predecessor_task_id,
         predecessor_deliverable_id, added_at, added_by)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [projectId, id, ...keyOf(successor), ...keyOf(predecessor), at, personId],
    );
  }

  async remove(t: Transaction, projectId: string, { successorId, predecessorId }: Dependency): Promise<void> {
    await t.rows(`DELETE FROM dependency WHERE project_id = $1 AND successor_id = $2 AND predecessor_id = $3`, [
      projectId,
      successorId,
      predecessorId,
    ]);
  }
}
