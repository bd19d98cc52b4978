import { Injectable } from '@nestjs/common';
import type { DeliverableView, ReviewerChoiceView } from '@office/contracts';
import {
  checkReviewers,
  DEFAULT_BOARD_RULES,
  originOf,
  suggestReviewers,
  type AppointmentRefusal,
  type BoardRules,
  type ReviewerCandidate,
} from '@office/domain';
import { v7 as uuid } from 'uuid';
import { Clock } from '../../core/clock/clock.js';
import { Database } from '../../core/database/database.js';
import { Transactions, type Transaction } from '../../core/database/transaction.js';
import type { ProjectActor } from '../../core/http/access.js';
import { ProblemError } from '../../core/http/problem.js';
import { panelAt, type BoardSeat, type PanelSeat } from '../deliverables/board-seats.js';
import { assertReadable, DeliverableSteps } from '../deliverables/deliverable-steps.js';
import { DeliverablesService } from '../deliverables/deliverables.service.js';
import { assertManagesBoard } from './board-settings.service.js';
import { REVIEWER_CHOICE } from './quality-board.sql.js';

interface ChoiceRow {
  readonly leadBeneficiaryId: string;
  readonly version: number;
  readonly authorPersonId: string | null;
  readonly number: string;
  readonly title: string;
  /** Null where there is no quality board. */
  readonly rules: BoardRules | null;
  readonly seats: BoardSeat[];
  readonly reviewerIds: string[];
  readonly recusedPersonIds: string[];
  /** Appointments to other deliverables that are not through, by membership. */
  readonly loads: Readonly<Record<string, number>>;
}

interface Choice {
  readonly rules: BoardRules;
  readonly seats: readonly PanelSeat[];
  readonly candidates: readonly ReviewerCandidate[];
}

function choiceOf(row: ChoiceRow, now: Date): Choice {
  const seats = panelAt({ panel: 'board', state: 'open' }, row, row, now);
  const candidates = seats.map(({ membershipId, beneficiaryId, country, place, exclusion }) => ({
    membershipId,
    beneficiaryId,
    country,
    place,
    exclusion,
    origin: originOf(country),
    load: row.loads[membershipId] ?? 0,
  }));
  return { rules: row.rules ?? DEFAULT_BOARD_RULES, seats, candidates };
}

function refusalOf(refusal: AppointmentRefusal): ProblemError {
  switch (refusal.code) {
    case 'unknown-member':
      return new ProblemError('not-found');
    case 'conflict':
      return new ProblemError('reviewer-conflict', { params: { membershipId: refusal.membershipId, reason: refusal.reason } });
    case 'too-few':
      return new ProblemError('reviewers-incomplete', { params: { needed: refusal.needed } });
    case 'origin-missing':
      return new ProblemError('reviewers-incomplete', { params: { origin: refusal.origin } });
  }
}

/** Who reviews a deliverable: suggested by a fair spread, appointed by the coordinator or the chair. */
@Injectable()
export class ReviewersService {
  constructor(
    private readonly database: Database,
    private readonly deliverables: DeliverablesService,
    private readonly steps: DeliverableSteps,
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {}

  async choice(actor: ProjectActor, deliverableId: string): Promise<ReviewerChoiceView> {
    const row = await this.database.row<ChoiceRow>(REVIEWER_CHOICE, [actor.projectId, deliverableId]);
    if (row === null) throw new ProblemError('not-found');
    assertReadable(actor, row);
    const { rules, seats, candidates } = choiceOf(row, this.clock.now());
    return {
      version: row.version,
      needed: rules.reviewersPerDeliverable,
      origins: [...rules.origins],
      candidates: suggestReviewers(candidates, rules).flatMap(({ membershipId, suggested, reasons }) => {
        const seat = seats.find((one) => one.membershipId === membershipId);
        const candidate = candidates.find((one) => one.membershipId === membershipId);
        if (seat === undefined || candidate === undefined) return [];
        const { name, beneficiary, reviewer: appointed } = seat;
        const { country, origin, load, exclusion } = candidate;
        return { membershipId, name, beneficiary, country, origin, load, appointed, suggested, exclusion, reasons: [...reasons] };
      }),
    };
  }

  async appoint(actor: ProjectActor, deliverableId: string, seen: number, membershipIds: readonly string[]): Promise<DeliverableView> {
    const written = await this.transactions.run(async (t) => {
      const head = await this.steps.lock(t, actor, deliverableId);
      const row = await t.row<ChoiceRow>(REVIEWER_CHOICE.text, [actor.projectId, deliverableId]);
      if (row === null) throw new ProblemError('not-found');
      const now = this.clock.now();
      assertManagesBoard(actor, row.seats, now);
      if (head.version !== seen) return false;
      const { rules, candidates } = choiceOf(row, now);
      const checked = checkReviewers(membershipIds, candidates, rules);
      if (!checked.ok) throw refusalOf(checked.reason);
      await this.write(t, actor, deliverableId, membershipIds, now);
      await this.steps.touch(t, actor, deliverableId);
      const names = row.seats
        .filter(({ membershipId }) => membershipIds.includes(membershipId))
        .map(({ beneficiary }) => beneficiary.shortName);
      const subject = { kind: 'deliverable' as const, id: deliverableId, label: `${row.number} ${row.title}` };
      const { projectId, personId } = actor;
      const detail = { reviewers: [...new Set(names)].join(', ') };
      t.publish({ event: 'reviewers.appointed', projectId, at: now, personId, subject, detail });
      return true;
    });
    const current = await this.deliverables.view(actor, deliverableId);
    if (!written) throw new ProblemError('precondition-failed', { current });
    return current;
  }

  /** Who stays appointed keeps the day of it. */
  private async write(
    t: Transaction,
    actor: ProjectActor,
    deliverableId: string,
    membershipIds: readonly string[],
    now: Date,
  ): Promise<void> {
    const { projectId, personId } = actor;
    await t.rows(
      `UPDATE reviewer_appointment SET ended_at = $4
       WHERE project_id = $1 AND deliverable_id = $2 AND ended_at IS NULL AND membership_id <> ALL($3::uuid[])`,
      [projectId, deliverableId, membershipIds, now],
    );
    await t.rows(
      `INSERT INTO reviewer_appointment (project_id, id, deliverable_id, membership_id, appointed_at, appointed_by)
       SELECT $1, x.id, $2, x.membership, $5, $6 FROM unnest($3::uuid[], $4::uuid[]) AS x (id, membership)
       ON CONFLICT (project_id, deliverable_id, membership_id) WHERE ended_at IS NULL DO NOTHING`,
      [projectId, deliverableId, membershipIds.map(() => uuid()), membershipIds, now, personId],
    );
  }
}
