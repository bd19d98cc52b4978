import type { Actor, Tally } from '@office/domain';
import { exclusionFrom, seatsAt, tallyOf, type BoardSeat, type ReviewSubject } from '../deliverables/board-seats.js';
import type { DeliverableFacts, OpenRoundFacts } from './dashboard.repository.js';

const subjectOf = (deliverable: DeliverableFacts, round: OpenRoundFacts): ReviewSubject => ({
  leadBeneficiaryId: deliverable.lead.id,
  authorPersonId: round.authorId,
});

/** The open round of a deliverable as one person meets it. */
export class OpenRound {
  private readonly sitting: readonly BoardSeat[];

  constructor(
    private readonly deliverable: DeliverableFacts,
    private readonly round: OpenRoundFacts,
    private readonly seats: readonly BoardSeat[],
    private readonly now: Date,
  ) {
    this.sitting = seatsAt(seats, now);
  }

  /** Whether the person's institution has a place on the board: then it reviews what others lead. */
  isReviewedBy(actor: Actor): boolean {
    return this.sitting.some((seat) => seat.beneficiary.id === actor.beneficiaryId);
  }

  awaitsVerdictOf(actor: Actor): boolean {
    return this.mayBeVotedOnBy(actor) && !this.round.votes.some((vote) => vote.beneficiaryId === actor.beneficiaryId);
  }

  /** The board has decided, and this person may sign or send back. */
  awaitsSignatureOf(actor: Actor): boolean {
    return this.mayBeVotedOnBy(actor) && this.outcome() !== 'pending';
  }

  /** Institutions that may vote and have not. */
  awaitedBeneficiaryIds(): string[] {
    const voted = new Set(this.round.votes.map(({ beneficiaryId }) => beneficiaryId));
    return this.votingBeneficiaryIds().filter((id) => !voted.has(id));
  }

  /** Institutions that may vote, whether they have or not. */
  votingBeneficiaryIds(): string[] {
    const subject = subjectOf(this.deliverable, this.round);
    const mayVote = this.sitting.filter(
      ({ personId, beneficiary }) => exclusionFrom({ beneficiaryId: beneficiary.id, personId }, subject) === null,
    );
    return [...new Set(mayVote.map(({ beneficiary }) => beneficiary.id))];
  }

  /** What the verdicts come to so far. */
  outcome(): Tally['outcome'] {
    return this.tally().outcome;
  }

  private mayBeVotedOnBy(actor: Actor): boolean {
    const seat = this.sitting.find(({ personId }) => personId === actor.personId);
    const subject = subjectOf(this.deliverable, this.round);
    return seat !== undefined && exclusionFrom({ beneficiaryId: seat.beneficiary.id, personId: seat.personId }, subject) === null;
  }

  private tally(): Tally {
    return tallyOf({ ...this.round, closedAt: null }, this.round.votes, this.seats, subjectOf(this.deliverable, this.round), this.now);
  }
}

/** The deliverable's open round, or null. */
export const openRoundOf = (deliverable: DeliverableFacts, seats: readonly BoardSeat[], now: Date): OpenRound | null =>
  deliverable.openRound && new OpenRound(deliverable, deliverable.openRound, seats, now);
