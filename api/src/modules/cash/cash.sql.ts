import { statement } from '../../core/database/statement.js';
import { annex2InForce } from '../consortium/annex2.sql.js';
import { beneficiaryRef, personRef } from '../consortium/references.sql.js';

/** `$1` is the project, `$2` the present instant everywhere in this file. */

const TERMS = `(
  SELECT json_build_object('interimCeilingBasisPoints', t.interim_ceiling_basis_points,
    'prefinancingUseBasisPoints', t.prefinancing_use_basis_points, 'earlyClearingBasisPoints', t.early_clearing_basis_points,
    'approvalCountries', t.approval_countries, 'version', t.version)
  FROM payment_terms t WHERE t.project_id = $1)`;

const PARTS = `(
  SELECT coalesce(json_agg(json_build_object('id', d.id, 'beneficiaryId', d.beneficiary_id, 'amountCents', d.amount_cents,
    'state', d.state, 'heldReason', d.held_reason, 'sentOn', d.sent_on, 'confirmedAt', d.confirmed_at,
    'confirmedBy', ${personRef('d.confirmed_by')}, 'version', d.version)), '[]')
  FROM distribution d WHERE d.project_id = $1 AND d.payment_id = y.id)`;

const PAYMENTS = `(
  SELECT coalesce(json_agg(json_build_object('id', y.id, 'kind', y.kind, 'period', r.number, 'expectedOn', y.expected_on,
    'expectedCents', y.expected_cents, 'receivedOn', y.received_on, 'receivedCents', y.received_cents, 'note', y.note,
    'provenance', y.provenance, 'version', y.version, 'parts', ${PARTS}) ORDER BY coalesce(y.received_on, y.expected_on), y.id), '[]')
  FROM payment y LEFT JOIN reporting_period r ON r.project_id = $1 AND r.id = y.reporting_period_id
  WHERE y.project_id = $1)`;

const PARTNERS = `(
  SELECT coalesce(json_agg(json_build_object('beneficiary', ${beneficiaryRef('b')}, 'country', b.country,
    'shareCents', (SELECT coalesce(sum(x.amount_cents), 0) FROM lump_sum_share x
      WHERE x.project_id = $1 AND x.beneficiary_id = b.id AND x.annex2_version_id = ${annex2InForce('$2')}),
    'accededOn', a.acceded_on, 'accessionVersion', coalesce(a.version, 0),
    'approval', CASE WHEN n.version IS NOT NULL THEN json_build_object('authority', n.authority, 'reference', n.reference,
      'submittedOn', n.submitted_on, 'approvedOn', n.approved_on, 'validUntil', n.valid_until, 'version', n.version) END)
    ORDER BY b.number), '[]')
  FROM beneficiary b
  LEFT JOIN accession a ON a.project_id = $1 AND a.beneficiary_id = b.id
  LEFT JOIN national_approval n ON n.project_id = $1 AND n.beneficiary_id = b.id
  WHERE b.project_id = $1 AND b.role <> 'associated-partner')`;

export const CASH = statement(
  'cash',
  `SELECT p.currency, p.deadline_time_zone AS "deadlineTimeZone", p.maximum_grant_cents AS "maximumGrantCents",
     (SELECT coalesce(sum(s.amount_cents), 0)::bigint FROM accepted_share s WHERE s.project_id = $1) AS "acceptedCents",
     ${TERMS} AS terms, ${PAYMENTS} AS payments, ${PARTNERS} AS partners
   FROM project p WHERE p.id = $1`,
);
