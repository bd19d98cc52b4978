import { Injectable } from '@nestjs/common';
import type { SavedView, SavedViewRequest } from '@office/contracts';
import { savedViewErrors } from '@office/domain';
import { v7 as uuid } from 'uuid';
import { Transactions, type Transaction } from '../../core/database/transaction.js';
import type { ProjectActor } from '../../core/http/access.js';
import { ProblemError } from '../../core/http/problem.js';
import { SavedViewsRepository } from './saved-views.repository.js';

/** A person's own views: whoever else asks for one is told that there is none. Every change answers all that are kept then. */
@Injectable()
export class SavedViewsService {
  constructor(
    private readonly repository: SavedViewsRepository,
    private readonly transactions: Transactions,
  ) {}

  create(actor: ProjectActor, request: SavedViewRequest): Promise<SavedView[]> {
    return this.write(actor, async (t, kept) => {
      this.check(request, kept, true);
      if (request.standard) await this.repository.clearStandard(t, actor);
      await this.repository.insert(t, actor, uuid(), request);
    });
  }

  change(actor: ProjectActor, id: string, seen: number, request: SavedViewRequest): Promise<SavedView[]> {
    return this.write(actor, async (t, kept) => {
      this.assertSeen(kept, id, seen);
      this.check(
        request,
        kept.filter((view) => view.id !== id),
        false,
      );
      if (request.standard) await this.repository.clearStandard(t, actor, id);
      await this.repository.update(t, actor, id, request);
    });
  }

  remove(actor: ProjectActor, id: string, seen: number): Promise<SavedView[]> {
    return this.write(actor, (t, kept) => {
      this.assertSeen(kept, id, seen);
      return this.repository.remove(t, actor, id);
    });
  }

  private write(actor: ProjectActor, change: (t: Transaction, kept: readonly SavedView[]) => Promise<void>): Promise<SavedView[]> {
    return this.transactions.run(async (t) => {
      await this.repository.lock(t, actor);
      await change(t, await this.repository.all(t, actor));
      return this.repository.all(t, actor);
    });
  }

  private assertSeen(kept: readonly SavedView[], id: string, seen: number): void {
    const current = kept.find((view) => view.id === id);
    if (current === undefined) throw new ProblemError('not-found');
    if (current.version !== seen) throw new ProblemError('precondition-failed', { current });
  }

  private check({ name }: SavedViewRequest, others: readonly SavedView[], creating: boolean): void {
    const errors = savedViewErrors(name, others, creating);
    if (errors.length > 0) throw new ProblemError('validation-failed', { errors });
  }
}
