import { Injectable } from '@nestjs/common';
import type { DependsOnView } from '@office/contracts';
import { can, checkDependency, type Dependency } from '@office/domain';
import { v7 as uuid } from 'uuid';
import { Clock } from '../../core/clock/clock.js';
import { Transactions, type Transaction } from '../../core/database/transaction.js';
import type { ProjectActor } from '../../core/http/access.js';
import { ProblemError } from '../../core/http/problem.js';
import { DependenciesRepository, type DependentRow } from './dependencies.repository.js';

interface Ends {
  readonly successor: DependentRow;
  readonly predecessor: DependentRow;
}

/** Adding what is there and removing what is not changes nothing: both may be sent again, and need no version. */
@Injectable()
export class DependenciesService {
  constructor(
    private readonly repository: DependenciesRepository,
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {}

  add(actor: ProjectActor, wanted: Dependency): Promise<DependsOnView> {
    return this.change(actor, wanted, async (t, existing, ends) => {
      if (existing.some((known) => isSame(known, wanted))) return existing;
      await this.assertNoCircle(t, actor.projectId, existing, wanted);
      const { projectId, personId } = actor;
      await this.repository.add(t, { ...wanted, id: uuid(), projectId, personId, at: this.clock.now() }, ends.successor, ends.predecessor);
      this.publish(t, actor, 'dependency.added', ends);
      return [...existing, wanted];
    });
  }

  remove(actor: ProjectActor, unwanted: Dependency): Promise<DependsOnView> {
    return this.change(actor, unwanted, async (t, existing, ends) => {
      if (!existing.some((known) => isSame(known, unwanted))) return existing;
      await this.repository.remove(t, actor.projectId, unwanted);
      this.publish(t, actor, 'dependency.removed', ends);
      return existing.filter((known) => !isSame(known, unwanted));
    });
  }

  private change(
    actor: ProjectActor,
    { successorId, predecessorId }: Dependency,
    work: (t: Transaction, existing: readonly Dependency[], ends: Ends) => Promise<readonly Dependency[]>,
  ): Promise<DependsOnView> {
    const { projectId } = actor;
    return this.transactions.run(async (t) => {
      await this.repository.lock(t, projectId);
      const successor = await this.repository.row(t, projectId, successorId);
      const predecessor = await this.repository.row(t, projectId, predecessorId);
      if (successor === null || predecessor === null) throw new ProblemError('not-found');
      const allowed = can(actor, 'dependency.edit', successor);
      if (!allowed.ok) throw new ProblemError('forbidden', { params: { permission: 'dependency.edit', reason: allowed.reason } });
      const after = await work(t, await this.repository.all(t, projectId), { successor, predecessor });
      const own = after.filter((dependency) => dependency.successorId === successorId);
      return { id: successorId, dependsOn: own.map((dependency) => dependency.predecessorId) };
    });
  }

  private async assertNoCircle(t: Transaction, projectId: string, existing: readonly Dependency[], wanted: Dependency): Promise<void> {
    const checked = checkDependency(existing, wanted);
    if (checked.ok) return;
    const ids = checked.reason.code === 'would-go-in-circles' ? checked.reason.path : [wanted.successorId];
    const path = (await this.repository.numbers(t, projectId, ids)).join(' → ');
    throw new ProblemError('dependency-refused', { params: { reason: checked.reason.code, path } });
  }

  private publish(
    t: Transaction,
    { projectId, personId }: ProjectActor,
    event: 'dependency.added' | 'dependency.removed',
    ends: Ends,
  ): void {
    const { kind, id, number, title } = ends.successor;
    const subject = { kind, id, label: `${number} ${title}` };
    t.publish({ event, projectId, personId, at: this.clock.now(), subject, detail: { dependsOn: ends.predecessor.number } });
  }
}

const isSame = (a: Dependency, b: Dependency): boolean => a.successorId === b.successorId && a.predecessorId === b.predecessorId;
