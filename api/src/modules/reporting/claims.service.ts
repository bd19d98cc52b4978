import { Injectable } from '@nestjs/common';
import type { ClaimPartialAcceptanceRequest, DeclarationRequest, FieldProblem, ReportView } from '@office/contracts';
import {
  basisPoints,
  cents,
  checkAccepted,
  checkDeclaration,
  isFrozen,
  isReportEditable,
  plainDate,
  type ClaimAction,
  type Declaration,
} from '@office/domain';
import { Clock } from '../../core/clock/clock.js';
import { Transactions, type Transaction } from '../../core/database/transaction.js';
import type { ProjectActor } from '../../core/http/access.js';
import { ProblemError } from '../../core/http/problem.js';
import { claimStep, publishClaim } from './claim-steps.js';
import type { Claim } from './claims.mapper.js';
import { ClaimsRepository, type ClaimStep } from './claims.repository.js';
import type { Report } from './reports.mapper.js';
import { ReportsService } from './reports.service.js';

/** Which work package of which report, and the version of the claim that was seen. */
export interface ClaimAddress {
  readonly periodId: string;
  readonly workPackageId: string;
  readonly seen: number;
}

interface Opened {
  readonly report: Report;
  readonly claim: Claim;
  readonly at: ClaimStep;
}

/** The status of work packages: what the coordinator declares, what EACEA says of it, what is paid (handbook 1.5). */
@Injectable()
export class ClaimsService {
  constructor(
    private readonly reports: ReportsService,
    private readonly repository: ClaimsRepository,
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {}

  declare(actor: ProjectActor, address: ClaimAddress, request: DeclarationRequest): Promise<ReportView> {
    return this.write(actor, address, async (t, { report, claim, at }) => {
      const { state } = report.period;
      if (!isReportEditable(state)) throw new ProblemError('transition-refused', { params: { from: state, action: 'declare' } });
      const row = claimStep(claim, 'declare', report);
      const declaration = declarationOf(request);
      const facts = { isLastPeriod: report.isLast, accepted: claim.acceptedInPeriod !== null, hasGaps: claim.gaps.length > 0 };
      const checked = checkDeclaration(declaration, facts);
      if (!checked.ok) throw new ProblemError('validation-failed', { errors: checked.reason });
      await this.repository.declare(t, at, declaration);
      publishClaim(t, at, report, claim, row, { kind: declaration.kind });
    });
  }

  accept(actor: ProjectActor, address: ClaimAddress, note: string): Promise<ReportView> {
    return this.write(actor, address, async (t, opened) => {
      const accepted = opened.claim.workPackage.shares.map(({ beneficiary, shareCents }) => ({
        beneficiaryId: beneficiary.id,
        cents: shareCents,
      }));
      await this.decide(t, opened, 'record-acceptance', { note, accepted });
    });
  }

  acceptPartly(actor: ProjectActor, address: ClaimAddress, { amounts, note }: ClaimPartialAcceptanceRequest): Promise<ReportView> {
    return this.write(actor, address, async (t, opened) => {
      const errors = amountFindings(opened.claim, amounts);
      if (errors.length > 0) throw new ProblemError('validation-failed', { errors });
      await this.decide(t, opened, 'record-partial-acceptance', { note, accepted: amounts });
    });
  }

  reject(actor: ProjectActor, address: ClaimAddress, reason: string): Promise<ReportView> {
    return this.write(actor, address, (t, opened) => this.decide(t, opened, 'record-rejection', { note: reason, accepted: [] }));
  }

  pay(actor: ProjectActor, address: ClaimAddress, paidOn: string): Promise<ReportView> {
    return this.write(actor, address, async (t, { report, claim, at }) => {
      const row = claimStep(claim, 'record-payment', report);
      const day = plainDate(paidOn);
      if (day > report.today) {
        throw new ProblemError('validation-failed', { errors: [{ path: 'paidOn', code: 'must-not-be-in-the-future' }] });
      }
      await this.repository.pay(t, at, day);
      publishClaim(t, at, report, claim, row, { on: day });
    });
  }

  private async decide(
    t: Transaction,
    { report, claim, at }: Opened,
    action: ClaimAction,
    decision: { readonly note: string; readonly accepted: readonly { readonly beneficiaryId: string; readonly cents: number }[] },
  ): Promise<void> {
    const row = claimStep(claim, action, report);
    if (isFrozen(row.to) && claim.acceptedInPeriod !== null) {
      throw new ProblemError('transition-refused', { params: { from: 'accepted', action, period: claim.acceptedInPeriod } });
    }
    await this.repository.decide(t, at, { state: row.to, ...decision });
    publishClaim(t, at, report, claim, row);
  }

  private async write(
    actor: ProjectActor,
    { periodId, workPackageId, seen }: ClaimAddress,
    work: (t: Transaction, opened: Opened) => Promise<void>,
  ): Promise<ReportView> {
    const isWritten = await this.transactions.run(async (t) => {
      await this.repository.lockWorkPackage(t, actor.projectId, workPackageId);
      const report = await this.reports.open(t, actor, periodId);
      const claim = report.claims.find(({ workPackage }) => workPackage.id === workPackageId);
      if (claim === undefined) throw new ProblemError('not-found');
      if ((claim.row?.version ?? 0) !== seen) return false;
      const { projectId, personId } = actor;
      await work(t, { report, claim, at: { projectId, periodId, workPackageId, personId, at: this.clock.now() } });
      return true;
    });
    const current = await this.reports.report(actor, periodId);
    if (!isWritten) throw new ProblemError('precondition-failed', { current });
    return current;
  }
}

const declarationOf = ({ kind, completionBasisPoints, justification, gapsReason }: DeclarationRequest): Declaration => ({
  kind,
  completion: completionBasisPoints === null || completionBasisPoints === undefined ? null : basisPoints(completionBasisPoints),
  justification: justification.trim(),
  gapsReason: gapsReason?.trim() ?? '',
});

/** Each beneficiary with a share once, and none above its share. */
function amountFindings({ workPackage }: Claim, amounts: ClaimPartialAcceptanceRequest['amounts']): FieldProblem[] {
  const given = new Map(amounts.map(({ beneficiaryId, cents: amount }) => [beneficiaryId, amount]));
  const known = workPackage.shares.every(({ beneficiary }) => given.has(beneficiary.id));
  if (!known || given.size !== workPackage.shares.length || given.size !== amounts.length) {
    return [{ path: 'amounts', code: 'amount-for-each-share' }];
  }
  const wrong = checkAccepted(
    workPackage.shares.map(({ beneficiary, shareCents }) => ({
      beneficiary: beneficiary.id,
      shareCents: cents(shareCents),
      acceptedCents: cents(given.get(beneficiary.id) ?? 0),
    })),
  );
  if (wrong === null) return [];
  const place = amounts.findIndex(({ beneficiaryId }) => beneficiaryId === wrong.beneficiary);
  return [{ path: `amounts.${place}.cents`, code: wrong.code }];
}
