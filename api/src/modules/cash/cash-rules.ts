import type { FieldProblem, NationalApprovalRequest } from '@office/contracts';
import { distributionMachine, plainDate, step, sumCents, type DistributionAction, type HoldReason, type PlainDate } from '@office/domain';
import { ProblemError } from '../../core/http/problem.js';
import type { Cash } from './cash.mapper.js';
import type { DistributionRow } from './cash.rows.js';

/** @throws ProblemError `validation-failed` for a day that has not come. */
export function notInTheFuture(path: string, text: string, today: PlainDate): PlainDate {
  const day = plainDate(text);
  if (day > today) throw new ProblemError('validation-failed', { errors: [{ path, code: 'must-not-be-in-the-future' }] });
  return day;
}

/** EACEA never pays more than the maximum grant, all payments together (handbook 1.8). */
export function withinGrant(path: string, { payments, maximumGrantCents }: Cash, paymentId: string, amountCents: number): void {
  const others = payments.filter(({ id }) => id !== paymentId).map(({ receivedCents, expectedCents }) => receivedCents ?? expectedCents);
  if (sumCents([...others, amountCents]) <= maximumGrantCents) return;
  throw new ProblemError('validation-failed', { errors: [{ path, code: 'more-than-maximum-grant', params: { maximumGrantCents } }] });
}

/** One step of a part; a refusal names what holds it back. */
export function distributionStep(
  { state }: DistributionRow,
  action: DistributionAction,
  hold: HoldReason | 'held-back' | null,
  isReceived: boolean,
): (typeof distributionMachine.transitions)[number] {
  const taken = step(distributionMachine, state, action, { 'not-held': hold === null, 'money-received': isReceived });
  if (taken.ok) return taken.value;
  const fact = taken.reason.code === 'fact-missing' ? { fact: taken.reason.fact } : {};
  throw new ProblemError('transition-refused', { params: { from: state, action, ...fact, ...(hold !== null && { hold }) } });
}

/** An approval is submitted before it is given, given no later than today, and valid from then on. */
export function checkApproval({ submittedOn, approvedOn, validUntil }: NationalApprovalRequest, today: PlainDate): void {
  const errors: FieldProblem[] = [];
  if (submittedOn && submittedOn > today) errors.push({ path: 'submittedOn', code: 'must-not-be-in-the-future' });
  if (approvedOn && approvedOn > today) errors.push({ path: 'approvedOn', code: 'must-not-be-in-the-future' });
  if (approvedOn && submittedOn && approvedOn < submittedOn) errors.push({ path: 'approvedOn', code: 'must-not-be-before-submission' });
  if (validUntil && !approvedOn) errors.push({ path: 'approvedOn', code: 'approval-day-needed' });
  if (validUntil && approvedOn && validUntil < approvedOn) errors.push({ path: 'validUntil', code: 'must-not-be-before-approval' });
  if (errors.length > 0) throw new ProblemError('validation-failed', { errors });
}
