import { Injectable } from '@nestjs/common';
import type { NationalApprovalRequest, PaymentTermsRequest } from '@office/contracts';
import type { PaymentKind, PlainDate, Provenance } from '@office/domain';
import { v7 as uuid } from 'uuid';
import { Database } from '../../core/database/database.js';
import type { Transaction } from '../../core/database/transaction.js';
import type { CashRow } from './cash.rows.js';
import { CASH } from './cash.sql.js';

/** Who writes when. */
export interface CashWrite {
  readonly projectId: string;
  readonly personId: string;
  readonly at: Date;
}

export interface PaymentWrite {
  readonly id: string;
  readonly kind: PaymentKind;
  readonly period: number | null;
  readonly expectedOn: PlainDate;
  readonly expectedCents: number;
  readonly note: string;
  readonly provenance: Provenance;
}

export interface PartWrite {
  readonly beneficiaryId: string;
  readonly amountCents: number;
  readonly heldReason: string;
}

/** Money moves by one step at a time in a project: every write holds the row of its payments. */
@Injectable()
export class CashRepository {
  constructor(private readonly database: Database) {}

  cash(projectId: string, now: Date): Promise<CashRow | null> {
    return this.database.row<CashRow & Record<string, unknown>>(CASH, [projectId, now]);
  }

  /** The cash as it stands while nobody else writes into it. */
  async lock(t: Transaction, projectId: string, now: Date): Promise<CashRow | null> {
    await t.rows(`SELECT pg_advisory_xact_lock(hashtextextended('cash ' || $1, 0))`, [projectId]);
    return t.row<CashRow>(CASH.text, [projectId, now]);
  }

  async writeTerms(t: Transaction, { projectId, personId, at }: CashWrite, terms: PaymentTermsRequest): Promise<void> {
    await t.rows(
      `INSERT INTO payment_terms AS p (project_id, interim_ceiling_basis_points, prefinancing_use_basis_points,
         early_clearing_basis_points, approval_countries, updated_at, updated_by, version)
       VALUES ($1, $2, $3, $4, $5, $6, $7, 1)
       ON CONFLICT (project_id) DO UPDATE SET interim_ceiling_basis_points = excluded.interim_ceiling_basis_points,
         prefinancing_use_basis_points = excluded.prefinancing_use_basis_points,
         early_clearing_basis_points = excluded.early_clearing_basis_points, approval_countries = excluded.approval_countries,
         updated_at = excluded.updated_at, updated_by = excluded.updated_by, version = p.version + 1`,
      [
        projectId,
        terms.interimCeilingBasisPoints,
        terms.prefinancingUseBasisPoints,
        terms.earlyClearingBasisPoints,
        terms.approvalCountries,
        at,
        personId,
      ],
    );
  }

  async writePayment(t: Transaction, { projectId, personId, at }: CashWrite, payment: PaymentWrite): Promise<void> {
    const { id, kind, period, expectedOn, expectedCents, note, provenance } = payment;
    await t.rows(
      `INSERT INTO payment AS y (project_id, id, kind, reporting_period_id, expected_on, expected_cents, note, provenance, updated_at,
         updated_by, version)
       VALUES ($1, $2, $3, (SELECT r.id FROM reporting_period r WHERE r.project_id = $1 AND r.number = $4), $5, $6, $7, $8, $9, $10, 1)
       ON CONFLICT (project_id, id) DO UPDATE SET kind = excluded.kind, reporting_period_id = excluded.reporting_period_id,
         expected_on = excluded.expected_on, expected_cents = excluded.expected_cents, note = excluded.note,
         updated_at = excluded.updated_at, updated_by = excluded.updated_by, version = y.version + 1`,
      [projectId, id, kind, period, expectedOn, expectedCents, note, provenance, at, personId],
    );
  }

  async receive(t: Transaction, { projectId, personId, at }: CashWrite, id: string, on: PlainDate, amountCents: number): Promise<void> {
    await t.rows(
      `UPDATE payment SET received_on = $3, received_cents = $4, updated_at = $5, updated_by = $6, version = version + 1
       WHERE project_id = $1 AND id = $2`,
      [projectId, id, on, amountCents, at, personId],
    );
  }

  /** Parts that were not sent are replaced; what was sent stays as it is. */
  async plan(t: Transaction, { projectId, personId, at }: CashWrite, paymentId: string, parts: readonly PartWrite[]): Promise<void> {
    await t.rows(`DELETE FROM distribution WHERE project_id = $1 AND payment_id = $2 AND state = 'planned'`, [projectId, paymentId]);
    await t.rows(
      `INSERT INTO distribution (project_id, id, payment_id, beneficiary_id, amount_cents, state, held_reason, version)
       SELECT $1, one.id, $2, one.beneficiary_id, one.amount_cents, 'planned', one.held_reason, 1
       FROM unnest($3::uuid[], $4::uuid[], $5::bigint[], $6::text[]) AS one (id, beneficiary_id, amount_cents, held_reason)`,
      [
        projectId,
        paymentId,
        parts.map(() => uuid()),
        parts.map(({ beneficiaryId }) => beneficiaryId),
        parts.map(({ amountCents }) => amountCents),
        parts.map(({ heldReason }) => heldReason),
      ],
    );
    await t.rows(`UPDATE payment SET updated_at = $3, updated_by = $4, version = version + 1 WHERE project_id = $1 AND id = $2`, [
      projectId,
      paymentId,
      at,
      personId,
    ]);
  }

  async send(t: Transaction, { projectId }: CashWrite, id: string, on: PlainDate): Promise<void> {
    await t.rows(
      `UPDATE distribution SET state = 'sent', sent_on = $3, held_reason = '', version = version + 1 WHERE project_id = $1 AND id = $2`,
      [projectId, id, on],
    );
  }

  async confirm(t: Transaction, { projectId, personId, at }: CashWrite, id: string): Promise<void> {
    await t.rows(
      `UPDATE distribution SET state = 'confirmed', confirmed_at = $3, confirmed_by = $4, version = version + 1
       WHERE project_id = $1 AND id = $2`,
      [projectId, id, at, personId],
    );
  }

  async writeAccession(t: Transaction, { projectId, personId, at }: CashWrite, beneficiaryId: string, on: PlainDate): Promise<void> {
    await t.rows(
      `INSERT INTO accession AS a (project_id, beneficiary_id, acceded_on, updated_at, updated_by, version)
       VALUES ($1, $2, $3, $4, $5, 1)
       ON CONFLICT (project_id, beneficiary_id) DO UPDATE SET acceded_on = excluded.acceded_on, updated_at = excluded.updated_at,
         updated_by = excluded.updated_by, version = a.version + 1`,
      [projectId, beneficiaryId, on, at, personId],
    );
  }

  async writeApproval(
    t: Transaction,
    { projectId, personId, at }: CashWrite,
    beneficiaryId: string,
    { authority, reference = '', submittedOn = null, approvedOn = null, validUntil = null }: NationalApprovalRequest,
  ): Promise<void> {
    await t.rows(
      `INSERT INTO national_approval AS n (project_id, beneficiary_id, authority, reference, submitted_on, approved_on, valid_until,
         updated_at, updated_by, version)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, 1)
       ON CONFLICT (project_id, beneficiary_id) DO UPDATE SET authority = excluded.authority, reference = excluded.reference,
         submitted_on = excluded.submitted_on, approved_on = excluded.approved_on, valid_until = excluded.valid_until,
         updated_at = excluded.updated_at, updated_by = excluded.updated_by, version = n.version + 1`,
      [projectId, beneficiaryId, authority, reference, submittedOn, approvedOn, validUntil, at, personId],
    );
  }
}
