import { Injectable } from '@nestjs/common';
import type { ReviewDraftRequest, ReviewDraftView } from '@office/contracts';
import { takesVerdicts, type RoundState } from '@office/domain';
import { Clock } from '../../core/clock/clock.js';
import { Database } from '../../core/database/database.js';
import { statement } from '../../core/database/statement.js';
import { Transactions, type Transaction } from '../../core/database/transaction.js';
import type { ProjectActor } from '../../core/http/access.js';
import { ProblemError } from '../../core/http/problem.js';
import { assertCan } from '../deliverables/deliverable-steps.js';

interface DraftRow {
  readonly state: RoundState;
  readonly leadBeneficiaryId: string;
  readonly draft: ReviewDraftRequest | null;
  readonly savedAt: Date | null;
}

/** The round with the person's own draft, `$3`; there is no way to another's. */
const OWN_DRAFT = statement(
  'review-draft',
  `SELECT r.state, d.lead_id AS "leadBeneficiaryId", x.content AS draft, x.saved_at AS "savedAt"
   FROM review_round r
   JOIN deliverable d ON d.project_id = $1 AND d.id = r.deliverable_id
   LEFT JOIN review_draft x ON x.project_id = $1 AND x.round_id = r.id AND x.person_id = $3
   WHERE r.project_id = $1 AND r.id = $2`,
);

/** Of two devices the one on which it was typed later is kept, whichever arrives first. */
const KEEP = `
  INSERT INTO review_draft AS x (project_id, round_id, person_id, content, typed_at, saved_at) VALUES ($1, $2, $3, $4, $5, $6)
  ON CONFLICT (project_id, round_id, person_id)
  DO UPDATE SET content = excluded.content, typed_at = excluded.typed_at, saved_at = excluded.saved_at WHERE x.typed_at <= excluded.typed_at`;

/** Reviews that are being typed: their writer's alone until they are sent. */
@Injectable()
export class ReviewDrafts {
  constructor(
    private readonly database: Database,
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {}

  async view(actor: ProjectActor, roundId: string): Promise<ReviewDraftView> {
    const { draft, savedAt } = await this.own(actor, roundId);
    return { draft: draft && savedAt && { ...draft, savedAt: savedAt.toISOString() } };
  }

  async keep(actor: ProjectActor, roundId: string, draft: ReviewDraftRequest): Promise<ReviewDraftView> {
    const { state } = await this.own(actor, roundId);
    if (!takesVerdicts(state)) throw new ProblemError('round-closed');
    const { projectId, personId } = actor;
    const now = this.clock.now();
    // A device whose clock is ahead would win over all that is typed until then.
    const typedAt = new Date(Math.min(Date.parse(draft.typedAt), now.getTime()));
    const values = [projectId, roundId, personId, JSON.stringify(draft), typedAt, now];
    await this.transactions.run((t) => t.rows(KEEP, values));
    return this.view(actor, roundId);
  }

  async remove(actor: ProjectActor, roundId: string): Promise<void> {
    await this.own(actor, roundId);
    await this.transactions.run((t) => this.forget(t, actor, roundId));
  }

  async forget(t: Transaction, { projectId, personId }: ProjectActor, roundId: string): Promise<void> {
    await t.rows(`DELETE FROM review_draft WHERE project_id = $1 AND round_id = $2 AND person_id = $3`, [projectId, roundId, personId]);
  }

  private async own(actor: ProjectActor, roundId: string): Promise<DraftRow> {
    const row = await this.database.row<DraftRow>(OWN_DRAFT, [actor.projectId, roundId, actor.personId]);
    if (row === null) throw new ProblemError('not-found');
    assertCan(actor, 'deliverable.review', row);
    return row;
  }
}
