import { Injectable } from '@nestjs/common';
import type { DeliverableView, QualityBoardView, ReviewRequest } from '@office/contracts';
import { checkReview, roundResultOf, versionLabel, type Permission, type RoundAction, type Tally } from '@office/domain';
import { Clock } from '../../core/clock/clock.js';
import { Transactions, type Transaction } from '../../core/database/transaction.js';
import type { ProjectActor } from '../../core/http/access.js';
import { ProblemError } from '../../core/http/problem.js';
import { exclusionFrom, seatsAt, tallyOf, type BoardSeat } from '../deliverables/board-seats.js';
import { assertCan, assertReadable, DeliverableSteps } from '../deliverables/deliverable-steps.js';
import { DeliverablesService } from '../deliverables/deliverables.service.js';
import { qualityBoardView } from './quality-board.mapper.js';
import { QualityBoardRepository, type RoundFacts, type RoundRow, type Signature } from './quality-board.repository.js';
import { roundStep } from './round-steps.js';

/** A round under its lock, with the board, the votes as they count, and the signature of the one who may write into it. */
interface Ballot extends RoundFacts {
  readonly round: RoundRow;
  readonly tally: Tally;
  readonly by: Signature;
}

@Injectable()
export class QualityBoardService {
  constructor(
    private readonly repository: QualityBoardRepository,
    private readonly deliverables: DeliverablesService,
    private readonly steps: DeliverableSteps,
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {}

  async board(actor: ProjectActor): Promise<QualityBoardView> {
    const [board, rows] = await Promise.all([this.repository.board(actor.projectId), this.repository.queue(actor.projectId)]);
    if (board === null) throw new ProblemError('not-found');
    return qualityBoardView(board, rows, actor, this.clock.now());
  }

  /** The verdict of the member's institution: one a round, sent once. A round takes verdicts until it is decided, late ones too. */
  async sendReview(actor: ProjectActor, roundId: string, review: ReviewRequest): Promise<DeliverableView> {
    const deliverableId = await this.transactions.run(async (t) => {
      const ballot = await this.openBallot(t, actor, roundId, 'deliverable.review');
      const { round, by } = ballot;
      const { event } = stepOf(ballot, 'send-review');
      const checked = checkReview(review);
      if (!checked.ok) throw new ProblemError('validation-failed', { errors: checked.reason });
      await this.repository.addReview(t, roundId, by, review);
      await this.steps.touch(t, actor, round.deliverableId);
      const detail = { version: versionLabel(round), round: round.round, verdict: review.verdict };
      const subject = { kind: 'deliverable' as const, id: round.deliverableId, label: `${round.number} ${round.title}` };
      t.publish({ event, projectId: by.projectId, at: by.at, personId: by.personId, subject, detail });
      return round.deliverableId;
    });
    return this.deliverables.view(actor, deliverableId);
  }

  /** Fixes the board's decision in favour: the version with this hash is what the consortium stands for. */
  async signOff(actor: ProjectActor, roundId: string): Promise<DeliverableView> {
    const deliverableId = await this.transactions.run(async (t) => {
      const ballot = await this.openBallot(t, actor, roundId, 'deliverable.sign-off');
      await this.decide(t, actor, ballot, 'sign-off');
      await this.repository.addSignOff(t, ballot.round, ballot.by, ballot.tally);
      return ballot.round.deliverableId;
    });
    return this.deliverables.view(actor, deliverableId);
  }

  /** Fixes the board's decision against: the next round takes a new version. */
  async requestChanges(actor: ProjectActor, roundId: string): Promise<DeliverableView> {
    const deliverableId = await this.transactions.run(async (t) => {
      const ballot = await this.openBallot(t, actor, roundId, 'deliverable.request-changes');
      await this.decide(t, actor, ballot, 'request-changes');
      return ballot.round.deliverableId;
    });
    return this.deliverables.view(actor, deliverableId);
  }

  private async openBallot(t: Transaction, actor: ProjectActor, roundId: string, permission: Permission): Promise<Ballot> {
    const { projectId, personId } = actor;
    const round = await this.repository.lockRound(t, projectId, roundId);
    if (round === null) throw new ProblemError('not-found');
    assertReadable(actor, round);
    assertCan(actor, permission, round);
    const facts = await this.repository.facts(t, projectId, roundId);
    const at = this.clock.now();
    const { beneficiary } = assertVoter(seatsAt(facts.seats, at), actor, round, permission);
    return {
      ...facts,
      round,
      tally: tallyOf(round, facts.votes, facts.seats, round, at),
      by: { projectId, personId, beneficiaryId: beneficiary.id, at },
    };
  }

  private async decide(t: Transaction, actor: ProjectActor, ballot: Ballot, action: 'sign-off' | 'request-changes'): Promise<void> {
    const { round, tally, by } = ballot;
    const result = roundResultOf(stepOf(ballot, action).to);
    const head = await this.steps.lock(t, actor, round.deliverableId);
    await this.steps.take(t, actor, head, action, {
      facts: { 'outcome-is-sign-off': tally.outcome === 'sign-off', 'outcome-is-changes': tally.outcome === 'changes' },
      detail: { version: versionLabel(round), round: round.round, inFavour: tally.inFavour, cast: tally.cast, eligible: tally.eligible },
    });
    await this.repository.closeRound(t, by.projectId, round.roundId, result, by.at);
  }
}

const stepOf = ({ round, votes, tally, by }: Ballot, action: RoundAction): ReturnType<typeof roundStep> =>
  roundStep(action, { round, votes, tally, beneficiaryId: by.beneficiaryId });

/** Only who sits on the board votes, and nobody on what the own institution leads or what one wrote. */
function assertVoter(sitting: readonly BoardSeat[], actor: ProjectActor, round: RoundRow, permission: Permission): BoardSeat {
  const seat = sitting.find(({ membershipId }) => membershipId === actor.membershipId);
  if (!seat) throw new ProblemError('forbidden', { params: { permission, reason: 'role' } });
  const reason = exclusionFrom({ beneficiaryId: seat.beneficiary.id, personId: actor.personId }, round);
  if (reason !== null) throw new ProblemError('forbidden', { params: { permission, reason } });
  return seat;
}
