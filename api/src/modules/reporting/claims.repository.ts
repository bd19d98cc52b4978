import { Injectable } from '@nestjs/common';
import type { ClaimState, Declaration, PlainDate } from '@office/domain';
import { v7 as uuid } from 'uuid';
import type { Transaction } from '../../core/database/transaction.js';

/** Which claim, and who writes into it when. */
export interface ClaimStep {
  readonly projectId: string;
  readonly periodId: string;
  readonly workPackageId: string;
  readonly personId: string;
  readonly at: Date;
}

export interface ClaimDecision {
  readonly state: ClaimState;
  readonly note: string;
  readonly accepted: readonly { readonly beneficiaryId: string; readonly cents: number }[];
}

@Injectable()
export class ClaimsRepository {
  /** Decisions on one work package go one after the other, whatever the period. */
  async lockWorkPackage(t: Transaction, projectId: string, workPackageId: string): Promise<void> {
    await t.rows('SELECT 1 FROM work_package WHERE project_id = $1 AND id = $2 FOR NO KEY UPDATE', [projectId, workPackageId]);
  }

  async declare(t: Transaction, step: ClaimStep, { kind, completion, justification, gapsReason }: Declaration): Promise<void> {
    await t.rows(
      `INSERT INTO work_package_claim AS c (project_id, reporting_period_id, work_package_id, state, kind, completion_basis_points,
         justification, gaps_reason, declared_at, declared_by, version)
       VALUES ($1, $2, $3, 'draft', $4, $5, $6, $7, $8, $9, 1)
       ON CONFLICT (project_id, reporting_period_id, work_package_id) DO UPDATE SET kind = excluded.kind,
         completion_basis_points = excluded.completion_basis_points, justification = excluded.justification,
         gaps_reason = excluded.gaps_reason, declared_at = excluded.declared_at, declared_by = excluded.declared_by, version = c.version + 1`,
      [...keyOf(step), kind, completion, justification, gapsReason, step.at, step.personId],
    );
  }

  async decide(t: Transaction, step: ClaimStep, { state, note, accepted }: ClaimDecision): Promise<void> {
    await Promise.all([
      t.rows(
        `UPDATE work_package_claim SET state = $4, decision_note = $5, decided_at = $6, decided_by = $7, version = version + 1
         WHERE project_id = $1 AND reporting_period_id = $2 AND work_package_id = $3`,
        [...keyOf(step), state, note, step.at, step.personId],
      ),
      t.rows(
        `INSERT INTO accepted_share (project_id, reporting_period_id, work_package_id, id, beneficiary_id, amount_cents)
         SELECT $1, $2, $3, a.id, a.beneficiary_id, a.cents FROM unnest($4::uuid[], $5::uuid[], $6::bigint[]) AS a (id, beneficiary_id, cents)`,
        [
          ...keyOf(step),
          accepted.map(() => uuid()),
          accepted.map(({ beneficiaryId }) => beneficiaryId),
          accepted.map(({ cents }) => cents),
        ],
      ),
    ]);
  }

  async pay(t: Transaction, step: ClaimStep, paidOn: PlainDate): Promise<void> {
    await t.rows(
      `UPDATE work_package_claim SET state = 'paid', paid_on = $4, version = version + 1
       WHERE project_id = $1 AND reporting_period_id = $2 AND work_package_id = $3`,
      [...keyOf(step), paidOn],
    );
  }

  /** Claims that go to EACEA or come back with their report. */
  async move(t: Transaction, projectId: string, periodId: string, workPackageIds: readonly string[], state: ClaimState): Promise<void> {
    await t.rows(
      `UPDATE work_package_claim SET state = $4, version = version + 1
       WHERE project_id = $1 AND reporting_period_id = $2 AND work_package_id = ANY ($3)`,
      [projectId, periodId, workPackageIds, state],
    );
  }
}

const keyOf = ({ projectId, periodId, workPackageId }: ClaimStep): string[] => [projectId, periodId, workPackageId];
