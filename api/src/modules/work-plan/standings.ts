import { Injectable } from '@nestjs/common';
import { taskStanding, workPackageStanding, type Standing } from '@office/domain';
import { v7 as uuid } from 'uuid';
import type { Transaction } from '../../core/database/transaction.js';
import { StandingRepository, type StandingRow } from './standing.repository.js';
import type { WorkSubjectKind } from './work-subject.js';

/** Who moved something, and when. */
export interface Moved {
  readonly at: Date;
  readonly personId: string;
}

const isSame = (a: Standing, b: Standing): boolean => a.state === b.state && a.progress === b.progress;

/**
 * Keeps the derived figures of tasks and work packages in step with what they are derived from. Whoever changes parts,
 * participants, or the tasks of a work package calls this in the same transaction.
 */
@Injectable()
export class Standings {
  constructor(private readonly repository: StandingRepository) {}

  /** After a change of parts or of who takes part; the work packages follow. */
  async refreshTasks(t: Transaction, projectId: string, taskIds: readonly string[], moved: Moved): Promise<void> {
    const rows = await this.repository.lockTasks(t, projectId, taskIds);
    for (const row of rows) await this.settle(t, 'task', projectId, row, taskStanding(row.children), moved);
    await this.refreshWorkPackages(t, projectId, [...new Set(rows.map((row) => row.workPackageId))], moved);
  }

  /** After a change of a task's figures or months, and where tasks come, go or move. */
  async refreshWorkPackages(t: Transaction, projectId: string, workPackageIds: readonly string[], moved: Moved): Promise<void> {
    const rows = await this.repository.lockWorkPackages(t, projectId, workPackageIds);
    for (const row of rows) await this.settle(t, 'work-package', projectId, row, workPackageStanding(row.children), moved);
  }

  private async settle(
    t: Transaction,
    kind: WorkSubjectKind,
    projectId: string,
    row: StandingRow<unknown>,
    standing: Standing,
    moved: Moved,
  ): Promise<void> {
    if (isSame(row.derived, standing)) return;
    const keeping = this.repository.keepDerived(t, kind, projectId, row.id, standing);
    const line = { id: uuid(), projectId, subjectId: row.id, standing, ...moved };
    await Promise.all([keeping, row.overridden || isSame(row, standing) ? null : this.repository.addLine(t, kind, line)]);
  }
}
