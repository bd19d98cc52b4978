import { takesVerdicts, votingBeneficiaries, type Actor, type Tally } from '@office/domain';
import { panelAt, tallyOf, type BoardSeat, type PanelSeat } from '../deliverables/board-seats.js';
import type { DeliverableFacts, OpenRoundFacts } from './dashboard.repository.js';

/** The open round of a deliverable as one person meets it. */
export class OpenRound {
  private readonly panel: readonly PanelSeat[];

  constructor(
    deliverable: DeliverableFacts,
    private readonly round: OpenRoundFacts,
    private readonly seats: readonly BoardSeat[],
    now: Date,
  ) {
    const { authorId, reviewerIds, recusedPersonIds } = round;
    const subject = { leadBeneficiaryId: deliverable.lead.id, authorPersonId: authorId, recusedPersonIds };
    this.panel = panelAt(round, { seats, reviewerIds }, subject, now);
  }

  /** Whether the person's institution has a place on the panel: then it reviews what others lead. */
  isReviewedBy(actor: Actor): boolean {
    return this.panel.some((seat) => seat.beneficiaryId === actor.beneficiaryId);
  }

  awaitsVerdictOf(actor: Actor): boolean {
    if (!takesVerdicts(this.round.state) || this.round.votes.some((vote) => vote.beneficiaryId === actor.beneficiaryId)) return false;
    return this.panel.some((seat) => seat.personId === actor.personId && seat.mayVote);
  }

  /** The board has decided, and this person may sign or send back; without a quorum it is the chair who may. */
  awaitsSignatureOf(actor: Actor): boolean {
    const seat = this.panel.find(({ personId }) => personId === actor.personId);
    if (this.round.state === 'chair-decides') return this.seats.some(({ chair, personId }) => chair && personId === actor.personId);
    return seat !== undefined && seat.mayVote && this.outcome() !== 'pending';
  }

  /** Institutions that may vote and have not; none once the time for it is over. */
  awaitedBeneficiaryIds(): string[] {
    if (!takesVerdicts(this.round.state)) return [];
    const voted = new Set(this.round.votes.map(({ beneficiaryId }) => beneficiaryId));
    return this.votingBeneficiaryIds().filter((id) => !voted.has(id));
  }

  /** Institutions that may vote, whether they have or not. */
  votingBeneficiaryIds(): string[] {
    return [...votingBeneficiaries(this.panel)];
  }

  /** What the verdicts come to so far. */
  outcome(): Tally['outcome'] {
    return tallyOf({ ...this.round, closedAt: null, counted: null }, this.round.votes, this.panel).outcome;
  }
}

/** The deliverable's open round, or null. */
export const openRoundOf = (deliverable: DeliverableFacts, seats: readonly BoardSeat[], now: Date): OpenRound | null =>
  deliverable.openRound && new OpenRound(deliverable, deliverable.openRound, seats, now);
