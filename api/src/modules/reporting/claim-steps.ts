import { claimMachine, step, type ClaimAction, type ClaimFact, type ClaimState } from '@office/domain';
import type { Transaction } from '../../core/database/transaction.js';
import { ProblemError } from '../../core/http/problem.js';
import type { Claim } from './claims.mapper.js';
import type { Report } from './reports.mapper.js';

type ClaimTransition = (typeof claimMachine.transitions)[number];

const factsOf = ({ row }: Claim, report: Report): Readonly<Record<ClaimFact, boolean>> => ({
  'declaration-complete': row !== null && row.kind !== 'not-completed',
  'is-last-period': report.isLast,
});

const stateOf = ({ row }: Claim): ClaimState => row?.state ?? 'draft';

/** The row of the machine's table, or null where the claim stays as it is. */
export function claimStepIfAny(claim: Claim, action: ClaimAction, report: Report): ClaimTransition | null {
  const taken = step(claimMachine, stateOf(claim), action, factsOf(claim, report));
  return taken.ok ? taken.value : null;
}

/** @throws ProblemError `transition-refused` with the state, the action and the fact that is missing. */
export function claimStep(claim: Claim, action: ClaimAction, report: Report): ClaimTransition {
  const from = stateOf(claim);
  const taken = step(claimMachine, from, action, factsOf(claim, report));
  if (taken.ok) return taken.value;
  const fact = taken.reason.code === 'fact-missing' ? { fact: taken.reason.fact } : {};
  throw new ProblemError('transition-refused', { params: { from, action, ...fact } });
}

/** Who did it when, for the log. */
export interface ClaimMoment {
  readonly projectId: string;
  readonly personId: string;
  readonly at: Date;
}

export function publishClaim(
  t: Transaction,
  { projectId, personId, at }: ClaimMoment,
  { period }: Report,
  { workPackage }: Claim,
  { event }: ClaimTransition,
  detail: Readonly<Record<string, string>> = {},
): void {
  const subject = { kind: 'work-package', id: workPackage.id, label: `${workPackage.number} ${workPackage.title}` } as const;
  t.publish({ event, projectId, at, personId, subject, detail: { period: `RP${period.number}`, ...detail } });
}
