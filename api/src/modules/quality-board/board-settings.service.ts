import { Injectable } from '@nestjs/common';
import type { BoardMembersRequest, BoardRulesView, QualityBoardView } from '@office/contracts';
import { mayManageBoard } from '@office/domain';
import { Clock } from '../../core/clock/clock.js';
import { Transactions, type Transaction } from '../../core/database/transaction.js';
import type { ProjectActor } from '../../core/http/access.js';
import { ProblemError } from '../../core/http/problem.js';
import { boardOf, seatsAt, type BoardSeat } from '../deliverables/board-seats.js';
import { BoardSettingsRepository, type BoardHead } from './board-settings.repository.js';
import { QualityBoardService } from './quality-board.service.js';

/** @throws ProblemError `forbidden`: it is for the project's coordinator, and for who chairs the board now. */
export function assertManagesBoard(actor: ProjectActor, seats: readonly BoardSeat[], now: Date): void {
  if (mayManageBoard(actor, boardOf(seatsAt(seats, now)))) return;
  throw new ProblemError('forbidden', { params: { permission: 'quality-board.manage', reason: 'role' } });
}

/** The board's rules and who sits on it. Rounds that are open keep the rules of their opening. */
@Injectable()
export class BoardSettingsService {
  constructor(
    private readonly repository: BoardSettingsRepository,
    private readonly qualityBoard: QualityBoardService,
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {}

  changeRules(actor: ProjectActor, seen: number, rules: BoardRulesView): Promise<QualityBoardView> {
    return this.change(actor, seen, async (t, { bodyId, label }) => {
      await this.repository.setRules(t, actor.projectId, bodyId, rules);
      const { quorumBasisPoints, majorityBasisPoints, reviewDays } = rules;
      this.publish(t, actor, 'board.rules-changed', label, { quorumBasisPoints, majorityBasisPoints, reviewDays });
    });
  }

  changeMembers(actor: ProjectActor, seen: number, { members }: BoardMembersRequest): Promise<QualityBoardView> {
    return this.change(actor, seen, async (t, { bodyId, label, eligibleIds }) => {
      const chairs = members.filter(({ chair, place }) => chair && place === 'member');
      const stranger = members.find(({ membershipId }) => !eligibleIds.includes(membershipId));
      if (stranger) throw new ProblemError('board-incomplete', { params: { membershipId: stranger.membershipId } });
      if (chairs.length !== 1 || members.filter(({ chair }) => chair).length !== 1)
        throw new ProblemError('board-incomplete', { params: { chairs: chairs.length } });
      await this.repository.setMembers(t, actor.projectId, bodyId, members);
      this.publish(t, actor, 'board.members-changed', label, { members: members.length });
    });
  }

  private async change(
    actor: ProjectActor,
    seen: number,
    write: (t: Transaction, board: BoardHead) => Promise<void>,
  ): Promise<QualityBoardView> {
    const written = await this.transactions.run(async (t) => {
      const board = await this.repository.lock(t, actor.projectId, this.clock.now());
      if (board === null) throw new ProblemError('not-found');
      assertManagesBoard(actor, board.seats, this.clock.now());
      if (board.version !== seen) return false;
      await write(t, board);
      return true;
    });
    const current = await this.qualityBoard.board(actor);
    if (!written) throw new ProblemError('precondition-failed', { current });
    return current;
  }

  private publish(
    t: Transaction,
    { projectId, personId }: ProjectActor,
    event: 'board.rules-changed' | 'board.members-changed',
    label: string,
    detail: Readonly<Record<string, number>>,
  ): void {
    t.publish({ event, projectId, at: this.clock.now(), personId, subject: { kind: 'project', id: projectId, label }, detail });
  }
}
