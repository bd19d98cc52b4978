import { Injectable } from '@nestjs/common';
import type { BeneficiaryRef, BudgetClaim } from '@office/contracts';
import type { CostCategory, PlainDate, Provenance } from '@office/domain';
import { Database } from '../../core/database/database.js';
import { statement } from '../../core/database/statement.js';
import { annex2InForce } from '../consortium/annex2.sql.js';

export interface BudgetFactsRow {
  readonly currency: string;
  readonly maximumGrantCents: number;
  readonly fundingRateBasisPoints: number;
  readonly moneyProvenance: Provenance;
  readonly annex2Version: number;
  readonly inForceFrom: PlainDate;
  readonly beneficiaries: BeneficiaryRef[];
  readonly workPackages: { id: string; number: string; title: string; progress: number; claim: BudgetClaim | null }[];
  /** One entry a cell that has a share. */
  readonly shares: { workPackageId: string; beneficiaryId: string; cents: number }[];
  /** Empty unless asked for. */
  readonly estimate: { workPackageId: string; beneficiaryId: string; category: CostCategory; cents: number }[];
}

/** The claim that EACEA accepted, else the newest; what is declared as not completed claims nothing. */
const CLAIM = `(
  SELECT json_build_object('state', c.state, 'period', r.number, 'paidOn', c.paid_on, 'acceptedCents', (
    SELECT coalesce(sum(a.amount_cents), 0) FROM accepted_share a
    WHERE a.project_id = $1 AND a.reporting_period_id = r.id AND a.work_package_id = w.id))
  FROM work_package_claim c JOIN reporting_period r ON r.project_id = $1 AND r.id = c.reporting_period_id
  WHERE c.project_id = $1 AND c.work_package_id = w.id AND c.kind <> 'not-completed'
  ORDER BY c.state IN ('accepted', 'partly-accepted', 'paid') DESC, r.number DESC LIMIT 1)`;

/** `$1` project, `$2` the present instant, `$3` whether the estimate comes along. */
const BUDGET = statement(
  'budget',
  `SELECT p.currency, p.maximum_grant_cents AS "maximumGrantCents", p.funding_rate_basis_points AS "fundingRateBasisPoints",
     p.money_provenance AS "moneyProvenance", a.number AS "annex2Version", a.in_force_from AS "inForceFrom",
     (SELECT json_agg(json_build_object('id', b.id, 'shortName', b.short_name, 'name', b.name) ORDER BY b.number)
      FROM beneficiary b WHERE b.project_id = $1 AND b.role <> 'associated-partner') AS beneficiaries,
     (SELECT json_agg(json_build_object('id', w.id, 'number', w.number, 'title', w.title, 'progress', s.progress,
          'claim', ${CLAIM}) ORDER BY w.position)
      FROM work_package w JOIN work_package_status s ON s.project_id = $1 AND s.work_package_id = w.id
      WHERE w.project_id = $1) AS "workPackages",
     (SELECT coalesce(json_agg(json_build_object('workPackageId', l.work_package_id, 'beneficiaryId', l.beneficiary_id, 'cents', l.amount_cents)), '[]')
      FROM lump_sum_share l WHERE l.project_id = $1 AND l.annex2_version_id = a.id) AS shares,
     CASE WHEN $3::boolean THEN
       (SELECT coalesce(json_agg(json_build_object('workPackageId', e.work_package_id, 'beneficiaryId', e.beneficiary_id,
                 'category', e.category, 'cents', e.amount_cents) ORDER BY e.category), '[]')
        FROM budget_line e WHERE e.project_id = $1)
     ELSE '[]' END AS estimate
   FROM project p
   JOIN annex2_version a ON a.project_id = $1 AND a.id = ${annex2InForce('$2')}
   WHERE p.id = $1`,
);

@Injectable()
export class BudgetRepository {
  constructor(private readonly database: Database) {}

  budget(projectId: string, now: Date, withEstimate: boolean): Promise<BudgetFactsRow | null> {
    return this.database.row<BudgetFactsRow>(BUDGET, [projectId, now, withEstimate]);
  }
}
