import { Injectable } from '@nestjs/common';
import type { DeliverableView, QualityBoardView, ReviewRequest } from '@office/contracts';
import { checkReview, roundResultOf, versionLabel, type Permission } from '@office/domain';
import { Clock } from '../../core/clock/clock.js';
import { Transactions, type Transaction } from '../../core/database/transaction.js';
import type { ProjectActor } from '../../core/http/access.js';
import { ProblemError } from '../../core/http/problem.js';
import { rulesOf, rulesView, type PanelSeat } from '../deliverables/board-seats.js';
import { assertCan, assertReadable, DeliverableSteps } from '../deliverables/deliverable-steps.js';
import { DeliverablesService } from '../deliverables/deliverables.service.js';
import { VersionReadingService } from '../deliverables/version-reading.service.js';
import type { Ballot } from './ballot.js';
import { qualityBoardView } from './quality-board.mapper.js';
import { QualityBoardRepository, type Signature } from './quality-board.repository.js';
import { ReviewDrafts } from './review-drafts.js';
import { Rounds } from './rounds.js';

/** A ballot with the seat of the one who may write into it. */
interface Voting {
  readonly ballot: Ballot;
  readonly seat: PanelSeat;
  readonly by: Signature;
}

/** What somebody does in a round, inside the unit of work. */
type Act = (t: Transaction, voting: Voting) => Promise<void>;

@Injectable()
export class QualityBoardService {
  constructor(
    private readonly repository: QualityBoardRepository,
    private readonly rounds: Rounds,
    private readonly drafts: ReviewDrafts,
    private readonly deliverables: DeliverablesService,
    private readonly steps: DeliverableSteps,
    private readonly reading: VersionReadingService,
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {}

  async board(actor: ProjectActor): Promise<QualityBoardView> {
    const now = this.clock.now();
    const [board, rows] = await Promise.all([this.repository.board(actor.projectId, now), this.repository.queue(actor.projectId)]);
    if (board === null) throw new ProblemError('not-found');
    return qualityBoardView(board, rows, actor, now);
  }

  /** The verdict of the member's institution: one a round, sent once, until the round's time is over. */
  sendReview(actor: ProjectActor, roundId: string, review: ReviewRequest): Promise<DeliverableView> {
    return this.act(actor, roundId, 'deliverable.review', async (t, { ballot, seat, by }) => {
      const { event } = ballot.step('send-review', seat);
      const checked = checkReview(review);
      if (!checked.ok) throw new ProblemError('validation-failed', { errors: checked.reason });
      await this.repository.addReview(t, roundId, by, review);
      await this.drafts.forget(t, actor, roundId);
      await this.steps.touch(t, actor, ballot.round.deliverableId);
      this.rounds.publish(t, by.projectId, ballot.round, event, { verdict: review.verdict }, by.personId);
    });
  }

  /** Whoever has a conflict of interest says so, and has no vote on this deliverable any more. */
  recuse(actor: ProjectActor, roundId: string, reason: string): Promise<DeliverableView> {
    return this.act(actor, roundId, 'deliverable.review', async (t, { ballot, seat, by }) => {
      const { event } = ballot.step('recuse', seat);
      await this.repository.addRecusal(t, ballot.round, by, reason);
      await this.drafts.forget(t, actor, roundId);
      await this.steps.touch(t, actor, ballot.round.deliverableId);
      this.rounds.publish(t, by.projectId, ballot.round, event, {}, by.personId);
    });
  }

  /** Fixes the board's decision in favour: the version with this hash is what the consortium stands for. */
  async signOff(actor: ProjectActor, roundId: string): Promise<DeliverableView> {
    await this.reading.readForSignOff(actor, roundId);
    return this.act(actor, roundId, 'deliverable.sign-off', async (t, voting) => {
      const { ballot, seat, by } = voting;
      await this.decide(t, actor, voting, 'sign-off');
      await this.repository.addSignOff(t, ballot.round, by, ballot.tally, {
        role: seat.chair ? 'chair' : seat.place,
        institution: seat.beneficiary,
        panel: ballot.round.panel,
        decidedBy: decidedBy(ballot),
        rules: rulesView(rulesOf(ballot.round)),
      });
    });
  }

  /** Fixes the board's decision against: the next round takes a new version. */
  requestChanges(actor: ProjectActor, roundId: string): Promise<DeliverableView> {
    return this.act(actor, roundId, 'deliverable.request-changes', (t, voting) => this.decide(t, actor, voting, 'request-changes'));
  }

  private async act(actor: ProjectActor, roundId: string, permission: Permission, act: Act): Promise<DeliverableView> {
    const { projectId, personId } = actor;
    const deliverableId = await this.transactions.run(async (t) => {
      const ballot = await this.rounds.open(t, projectId, roundId);
      if (ballot === null) throw new ProblemError('not-found');
      const { round } = ballot;
      assertReadable(actor, round);
      assertCan(actor, permission, round);
      const seat = ballot.seatOf(actor, permission);
      await act(t, { ballot, seat, by: { projectId, personId, beneficiaryId: seat.beneficiaryId, at: ballot.at } });
      return round.deliverableId;
    });
    return this.deliverables.view(actor, deliverableId);
  }

  private async decide(t: Transaction, actor: ProjectActor, { ballot, seat, by }: Voting, action: 'sign-off' | 'request-changes') {
    const { round, tally } = ballot;
    const { to } = ballot.step(action, seat);
    if (action === 'sign-off') await this.reading.assertChecked(t, by.projectId, round.versionId, ballot.facts.openMajors);
    const head = await this.steps.lock(t, actor, round.deliverableId);
    await this.steps.take(t, actor, head, action, {
      facts: { 'outcome-is-sign-off': action === 'sign-off', 'outcome-is-changes': action === 'request-changes' },
      detail: { version: versionLabel(round), round: round.round, inFavour: tally.inFavour, cast: tally.cast, eligible: tally.eligible },
    });
    const end = { state: to, result: roundResultOf(to), decidedBy: decidedBy(ballot), tally, at: by.at };
    await this.repository.endRound(t, by.projectId, round.roundId, end);
  }
}

const decidedBy = ({ round }: Ballot): 'vote' | 'chair' => (round.state === 'chair-decides' ? 'chair' : 'vote');
