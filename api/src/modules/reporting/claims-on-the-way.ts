import { Injectable } from '@nestjs/common';
import type { ClaimAction, ReportAction } from '@office/domain';
import type { Transaction } from '../../core/database/transaction.js';
import type { ProjectActor } from '../../core/http/access.js';
import { claimStepIfAny, publishClaim } from './claim-steps.js';
import { ClaimsRepository } from './claims.repository.js';
import type { Report } from './reports.mapper.js';

/** What a step of the report does to the claims in it. */
const FOLLOWING: Readonly<Partial<Record<ReportAction, ClaimAction>>> = { submit: 'send', 'record-return': 'return' };

/** Claims go to EACEA with their report, and come back with it. */
@Injectable()
export class ClaimsOnTheWay {
  constructor(private readonly repository: ClaimsRepository) {}

  async follow(t: Transaction, { projectId, personId }: ProjectActor, report: Report, taken: ReportAction, at: Date): Promise<void> {
    const action = FOLLOWING[taken];
    if (action === undefined) return;
    const moving = report.claims.flatMap((claim) => {
      const row = claimStepIfAny(claim, action, report);
      return row === null ? [] : [{ claim, row }];
    });
    const [first] = moving;
    if (first === undefined) return;
    const ids = moving.map(({ claim }) => claim.workPackage.id);
    await this.repository.move(t, projectId, report.period.id, ids, first.row.to);
    for (const { claim, row } of moving) publishClaim(t, { projectId, personId, at }, report, claim, row);
  }
}
