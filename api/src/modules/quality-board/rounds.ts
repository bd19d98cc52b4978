import { Injectable } from '@nestjs/common';
import {
  addDays,
  closingActionOf,
  dateIn,
  endOfDay,
  roundResultOf,
  versionLabel,
  type RoundAction,
  type RoundEvent,
  type RoundState,
} from '@office/domain';
import { Clock } from '../../core/clock/clock.js';
import type { Transaction } from '../../core/database/transaction.js';
import { rulesOf } from '../deliverables/board-seats.js';
import { DeliverableSteps } from '../deliverables/deliverable-steps.js';
import { Ballot } from './ballot.js';
import { QualityBoardRepository, type RoundRow } from './quality-board.repository.js';

/** What the log tells of a round. */
type Told = Readonly<Record<string, string | number>>;

/** A round under its lock, brought to where its clock has it; whoever writes into one begins here. */
@Injectable()
export class Rounds {
  constructor(
    private readonly repository: QualityBoardRepository,
    private readonly steps: DeliverableSteps,
    private readonly clock: Clock,
  ) {}

  /**
   * Locks the round and its deliverable, in this order everywhere, and closes it if its time is over: a verdict is in time
   * or not by the one clock that is read under this lock. Null where there is no such round.
   */
  async open(t: Transaction, projectId: string, roundId: string): Promise<Ballot | null> {
    const round = await this.repository.lockRound(t, projectId, roundId);
    if (round === null) return null;
    await this.steps.hold(t, projectId, round.deliverableId);
    return this.settle(t, projectId, round);
  }

  publish(t: Transaction, projectId: string, round: RoundRow, event: RoundEvent, told: Told, personId: string | null): void {
    const subject = { kind: 'deliverable' as const, id: round.deliverableId, label: `${round.number} ${round.title}` };
    const detail = { version: versionLabel(round), round: round.round, ...told };
    t.publish({ event, projectId, at: this.clock.now(), personId, subject, detail });
  }

  /** At most two steps: extended, and then counted, handed over or lapsed. */
  private async settle(t: Transaction, projectId: string, round: RoundRow): Promise<Ballot> {
    const facts = await this.repository.facts(t, projectId, round.roundId);
    const now = this.clock.now();
    const closing = new Ballot(round, facts, round.closesAt);
    const inquorate = closing.chairDecides ? ('chair-decides' as const) : ('changes' as const);
    const action = closingActionOf({ ...round, inquorate }, closing.tally.quorumReached, now);
    if (action === null) return new Ballot(round, facts, now);
    await this.close(t, projectId, closing, action);
    const moved = await this.repository.lockRound(t, projectId, round.roundId);
    return this.settle(t, projectId, moved ?? round);
  }

  private async close(t: Transaction, projectId: string, ballot: Ballot, action: RoundAction): Promise<void> {
    const { round, tally } = ballot;
    const { to, event } = ballot.step(action);
    const { cast, quorum } = tally;
    if (action === 'lapse') await this.lapse(t, projectId, ballot, to);
    else await this.steps.touch(t, { projectId }, round.deliverableId);
    if (action !== 'lapse' && action !== 'extend') await this.repository.moveRound(t, projectId, round.roundId, to);
    const told = action === 'extend' ? { closesOn: await this.extend(t, projectId, round) } : {};
    this.publish(t, projectId, round, event, { cast, quorum, ...told }, null);
  }

  private async extend(t: Transaction, projectId: string, round: RoundRow): Promise<string> {
    const zone = round.deadlineTimeZone;
    const until = addDays(dateIn(zone, round.closesAt), rulesOf(round).extensionDays);
    await this.repository.extendRound(t, projectId, round, endOfDay(zone, until));
    return until;
  }

  private async lapse(t: Transaction, projectId: string, { round, tally }: Ballot, state: RoundState): Promise<void> {
    const head = await this.steps.hold(t, projectId, round.deliverableId);
    await this.steps.take(t, { projectId, personId: null }, head, 'request-changes', {
      facts: { 'outcome-is-changes': true },
      detail: { version: versionLabel(round), round: round.round, inFavour: tally.inFavour, cast: tally.cast, eligible: tally.eligible },
    });
    const end = { state, result: roundResultOf(state), decidedBy: 'clock' as const, tally, at: this.clock.now() };
    await this.repository.endRound(t, projectId, round.roundId, end);
  }
}
