import type { ClaimGapView, ClaimView, DeclarationView } from '@office/contracts';
import { basisPoints, cents, claimOf, deliverableGaps, isFrozen, partGaps, sumCents } from '@office/domain';
import type { ClaimableRow, ClaimRow } from './claims.rows.js';
import type { ReportsRow } from './reports.rows.js';

const iso = (instant: string): string => new Date(instant).toISOString();

/** One work package in one report, with what was said of it in the others. */
export class Claim {
  constructor(
    readonly workPackage: ClaimableRow,
    /** Null until it is declared. */
    readonly row: ClaimRow | null,
    /** Number of another period in which EACEA accepted it. */
    readonly acceptedInPeriod: number | null,
  ) {}

  get gaps(): ClaimGapView[] {
    const { deliverables, parts } = this.workPackage;
    return [
      ...deliverableGaps(deliverables).map(({ kind, subject: { id, number, lead } }) => ({
        kind,
        subjectId: id,
        number,
        beneficiary: lead,
      })),
      ...partGaps(parts).map(({ kind, subject: { taskId, number, beneficiary } }) => ({ kind, subjectId: taskId, number, beneficiary })),
    ];
  }

  view(): ClaimView {
    const { workPackage, row } = this;
    const { id, number, title } = workPackage;
    const accepted = new Map(row?.accepted.map(({ beneficiaryId, cents: amount }) => [beneficiaryId, amount]));
    const shares = workPackage.shares.map((share) => ({ ...share, acceptedCents: accepted.get(share.beneficiary.id) ?? 0 }));
    return {
      workPackage: { id, number, title },
      state: row?.state ?? 'draft',
      version: row?.version ?? 0,
      declaration: row && declarationView(row),
      gaps: this.gaps,
      shareCents: sumCents(shares.map(({ shareCents }) => shareCents)),
      claimedCents: row ? sumCents(shares.map(({ shareCents }) => claimedOf(row, shareCents))) : 0,
      acceptedCents: sumCents(shares.map(({ acceptedCents }) => acceptedCents)),
      shares,
      acceptedInPeriod: this.acceptedInPeriod,
      decision: decisionOf(row),
      paidOn: row?.paidOn ?? null,
    };
  }
}

const claimedOf = ({ kind, completionBasisPoints }: ClaimRow, shareCents: number): number =>
  claimOf({ kind, completion: completionBasisPoints === null ? null : basisPoints(completionBasisPoints) }, cents(shareCents));

const declarationView = ({
  kind,
  completionBasisPoints,
  justification,
  gapsReason,
  declaredAt,
  declaredBy,
}: ClaimRow): DeclarationView => ({
  kind,
  completionBasisPoints,
  justification,
  gapsReason,
  at: iso(declaredAt),
  by: declaredBy,
});

function decisionOf(row: ClaimRow | null): ClaimView['decision'] {
  if (!row?.decidedAt || !row.decidedBy) return null;
  return { at: iso(row.decidedAt), by: row.decidedBy, note: row.decisionNote };
}

/** Every work package as it stands in one report, in the order of the agreement. */
export function claimsOf({ claimable, claims, periods }: ReportsRow, periodId: string): Claim[] {
  const numberOf = new Map(periods.map(({ id, number }) => [id, number]));
  return claimable.map((workPackage) => {
    const own = claims.filter(({ workPackageId }) => workPackageId === workPackage.id);
    const elsewhere = own.find((claim) => claim.periodId !== periodId && isFrozen(claim.state));
    const acceptedInPeriod = elsewhere ? (numberOf.get(elsewhere.periodId) ?? null) : null;
    return new Claim(workPackage, own.find((claim) => claim.periodId === periodId) ?? null, acceptedInPeriod);
  });
}
