import { type Permission, type RoundAction, type RoundFact, type Tally } from '@office/domain';
import type { ProjectActor } from '../../core/http/access.js';
import { ProblemError } from '../../core/http/problem.js';
import { exclusionFrom, panelAt, rulesOf, seatsAt, tallyOf, type PanelSeat, type ReviewSubject } from '../deliverables/board-seats.js';
import type { RoundFacts, RoundRow } from './quality-board.repository.js';
import { roundStep } from './round-steps.js';

/** A round under its lock, with its panel and its votes as they count at one instant. */
export class Ballot {
  readonly panel: readonly PanelSeat[];
  readonly tally: Tally;

  constructor(
    readonly round: RoundRow,
    readonly facts: RoundFacts,
    readonly at: Date,
  ) {
    this.panel = panelAt(round, facts, this.subject, at);
    this.tally = tallyOf(round, facts.votes, this.panel);
  }

  /** The machine's row. @throws ProblemError as `roundStep` does. */
  step(action: RoundAction, seat: Pick<PanelSeat, 'beneficiaryId' | 'chair'> | null = null): ReturnType<typeof roundStep> {
    return roundStep(this.round.state, action, this.factsFor(seat));
  }

  /** Whether the rules hand the round to a chair who may decide: one who is excluded may not. */
  get chairDecides(): boolean {
    return rulesOf(this.round).inquorate === 'chair-decides' && this.chairs.some(({ exclusion }) => exclusion === null);
  }

  /**
   * The seat from which a person acts: of the round's panel or, where the chair decides, of who chairs the board.
   * @throws ProblemError `forbidden` with the reason; `alternate-waits`.
   */
  seatOf(actor: ProjectActor, permission: Permission): PanelSeat {
    const own = ({ membershipId }: PanelSeat): boolean => membershipId === actor.membershipId;
    const seat = (this.round.state === 'chair-decides' ? this.chairs.find(own) : undefined) ?? this.panel.find(own);
    if (!seat) throw new ProblemError('forbidden', { params: { permission, reason: 'role' } });
    if (seat.exclusion !== null) throw new ProblemError('forbidden', { params: { permission, reason: seat.exclusion } });
    if (!seat.mayVote) throw new ProblemError('alternate-waits');
    return seat;
  }

  private get subject(): ReviewSubject {
    const { leadBeneficiaryId, authorPersonId } = this.round;
    return { leadBeneficiaryId, authorPersonId, recusedPersonIds: this.facts.recusedPersonIds };
  }

  private get chairs(): PanelSeat[] {
    const bodies = this.round.panel === 'steering-committee' ? ['steering-committee', 'quality-board'] : ['quality-board'];
    return seatsAt(this.facts.seats, this.at)
      .filter(({ chair, body }) => chair && bodies.includes(body))
      .map((seat) => {
        const beneficiaryId = seat.beneficiary.id;
        const exclusion = exclusionFrom({ beneficiaryId, personId: seat.personId }, this.subject);
        return { ...seat, beneficiaryId, exclusion, absent: false, reviewer: false, mayVote: exclusion === null };
      });
  }

  private factsFor(seat: Pick<PanelSeat, 'beneficiaryId' | 'chair'> | null): Record<RoundFact, boolean> {
    const { tally, chairDecides } = this;
    return {
      'first-of-institution': !this.facts.votes.some((vote) => vote.beneficiaryId === seat?.beneficiaryId),
      'outcome-is-sign-off': tally.outcome === 'sign-off',
      'outcome-is-changes': tally.outcome === 'changes',
      'majors-agreed': this.facts.openMajors === 0,
      'is-chair': seat?.chair ?? false,
      'time-is-over': this.at >= this.round.closesAt,
      'has-quorum': tally.quorumReached,
      'lacks-quorum': !tally.quorumReached,
      'rules-name-chair': chairDecides,
      'rules-ask-changes': !chairDecides,
    };
  }
}
