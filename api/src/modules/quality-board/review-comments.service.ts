import { Injectable } from '@nestjs/common';
import type { CommentAgreementRequest, DeliverableView, EventCode } from '@office/contracts';
import { type CommentKind, type DeliverableState } from '@office/domain';
import { v7 as uuid } from 'uuid';
import { Clock } from '../../core/clock/clock.js';
import { Transactions, type Transaction } from '../../core/database/transaction.js';
import type { ProjectActor } from '../../core/http/access.js';
import { ProblemError } from '../../core/http/problem.js';
import { boardOf, exclusionFrom, seatsAt, type BoardSeat } from '../deliverables/board-seats.js';
import { assertCan, assertReadable, DeliverableSteps } from '../deliverables/deliverable-steps.js';
import { DeliverablesService } from '../deliverables/deliverables.service.js';
import { COMMENT_HEAD } from './quality-board.sql.js';

interface CommentHead {
  readonly id: string;
  readonly kind: CommentKind;
  readonly deliverableId: string;
  readonly number: string;
  readonly title: string;
  readonly leadBeneficiaryId: string;
  readonly state: DeliverableState;
  /** Who wrote it, for whom. */
  readonly personId: string;
  readonly beneficiaryId: string;
  /** The newest answer. */
  readonly answerId: string | null;
  readonly seats: BoardSeat[];
  /** Of the newest version. */
  readonly authorPersonId: string | null;
  readonly recusedPersonIds: readonly string[];
}

/** What was signed off goes on as it is: its comments are settled until a revision is asked for. */
const SETTLED: readonly DeliverableState[] = ['signed-off', 'approved', 'submitted', 'accepted'];

/** Comments are answered by the lead; the reviewer agrees with the answer or not. Each word is kept, the newest counts. */
@Injectable()
export class ReviewCommentsService {
  constructor(
    private readonly deliverables: DeliverablesService,
    private readonly steps: DeliverableSteps,
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {}

  answer(actor: ProjectActor, commentId: string, text: string): Promise<DeliverableView> {
    return this.write(actor, commentId, async (t, comment) => {
      assertCan(actor, 'deliverable.answer-comment', comment);
      assertOpen(comment);
      await t.rows(
        `INSERT INTO comment_answer (project_id, id, comment_id, text, person_id, answered_at) VALUES ($1, $2, $3, $4, $5, $6)`,
        [actor.projectId, uuid(), commentId, text, actor.personId, this.clock.now()],
      );
      return 'comment.answered';
    });
  }

  agree(actor: ProjectActor, commentId: string, { agreed, why = '' }: CommentAgreementRequest): Promise<DeliverableView> {
    return this.write(actor, commentId, async (t, comment) => {
      assertCan(actor, 'deliverable.review', comment);
      assertUnbiased(actor, comment);
      const forAnother = this.speaksForAnother(actor, comment);
      assertOpen(comment);
      if (comment.answerId === null) throw new ProblemError('comment-unanswered');
      if (why === '' && (!agreed || forAnother))
        throw new ProblemError('validation-failed', { errors: [{ path: 'why', code: 'reason-needed' }] });
      await t.rows(
        `INSERT INTO comment_agreement (project_id, id, answer_id, agreed, why, person_id, said_at) VALUES ($1, $2, $3, $4, $5, $6, $7)`,
        [actor.projectId, uuid(), comment.answerId, agreed, why, actor.personId, this.clock.now()],
      );
      return agreed ? 'comment.agreed' : 'comment.contested';
    });
  }

  /** The reviewer speaks, or a colleague on the board; a reviewer who is gone or silent does not hold up a deliverable for ever: the chair may. */
  private speaksForAnother(actor: ProjectActor, { personId, beneficiaryId, seats }: CommentHead): boolean {
    if (actor.personId === personId) return false;
    const own = seatsAt(seats, this.clock.now()).filter(({ membershipId }) => membershipId === actor.membershipId);
    if (own.some(({ beneficiary }) => beneficiary.id === beneficiaryId)) return false;
    if (boardOf(own).some(({ chair }) => chair)) return true;
    throw new ProblemError('forbidden', { params: { permission: 'deliverable.review', reason: 'role' } });
  }

  /** Under the deliverable's lock: a sign-off sees a comment as it is, or waits for the word that is being said. */
  private async write(
    actor: ProjectActor,
    commentId: string,
    say: (t: Transaction, comment: CommentHead) => Promise<EventCode>,
  ): Promise<DeliverableView> {
    const deliverableId = await this.transactions.run(async (t) => {
      const found = await t.row<CommentHead>(COMMENT_HEAD, [actor.projectId, commentId]);
      if (found === null) throw new ProblemError('not-found');
      assertReadable(actor, found);
      await this.steps.hold(t, actor.projectId, found.deliverableId);
      const comment = (await t.row<CommentHead>(COMMENT_HEAD, [actor.projectId, commentId])) ?? found;
      const event = await say(t, comment);
      await this.steps.touch(t, actor, comment.deliverableId);
      const subject = { kind: 'deliverable' as const, id: comment.deliverableId, label: `${comment.number} ${comment.title}` };
      const { projectId, personId } = actor;
      t.publish({ event, projectId, at: this.clock.now(), personId, subject, detail: { kind: comment.kind } });
      return comment.deliverableId;
    });
    return this.deliverables.view(actor, deliverableId);
  }
}

/** Who may not vote on a deliverable does not settle its comments either. */
function assertUnbiased({ personId, beneficiaryId }: ProjectActor, comment: CommentHead): void {
  const reason = exclusionFrom({ personId, beneficiaryId: beneficiaryId ?? '' }, comment);
  if (reason !== null) throw new ProblemError('forbidden', { params: { permission: 'deliverable.review', reason } });
}

function assertOpen({ state }: CommentHead): void {
  if (SETTLED.includes(state)) throw new ProblemError('comment-settled');
}
