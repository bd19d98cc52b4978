import type { Permission } from '../access/permissions.js';
import type { DeliverableState } from '../deliverables/deliverable-states.js';
import { addDays, daysBetween, type PlainDate } from '../kernel/plain-date.js';
import { unfinishedOf, type Predecessor, type WatchedDeliverable, type WatchedProject, type WatchedReview } from './facts.js';
import type { Warning, WarningKind, WarningSeverity, WarningSubject, WarningWindows, WayOut } from './warning.js';

/** What a warning says of itself; days are reckoned from its day. */
export interface Said {
  readonly kind: WarningKind;
  readonly severity: WarningSeverity;
  readonly on: PlainDate;
  readonly detail?: string;
  readonly waysOut: readonly WayOut[];
}

/** Who moves a deliverable on from each state; null where nobody in the consortium can. */
const NEXT_STEP: Readonly<Record<DeliverableState, Permission | null>> = {
  planned: 'deliverable.upload-version',
  drafting: 'deliverable.upload-version',
  'in-review': 'deliverable.review',
  'changes-requested': 'deliverable.upload-version',
  'signed-off': 'deliverable.approve',
  approved: 'deliverable.submit',
  submitted: 'deliverable.record-answer',
  'revision-requested': 'deliverable.upload-version',
  accepted: null,
};

/** A project on one day, looked at through its windows. */
export class Watch {
  readonly today: PlainDate;
  private readonly unfinished: ReadonlyMap<string, Predecessor>;

  constructor(
    readonly project: WatchedProject,
    readonly windows: WarningWindows,
  ) {
    this.today = project.today;
    this.unfinished = unfinishedOf(project);
  }

  /** Short name of an institution; empty for one that is not known. */
  nameOf(beneficiaryId: string): string {
    return this.project.partners.find(({ id }) => id === beneficiaryId)?.shortName ?? '';
  }

  /** A day on which something has begun: never one that is still to come. */
  since(on: PlainDate): PlainDate {
    return on > this.today ? this.today : on;
  }

  /** What of these is not finished yet. */
  waitedFor(dependsOn: readonly string[]): Predecessor[] {
    return dependsOn.flatMap((id) => this.unfinished.get(id) ?? []);
  }

  isLong(on: PlainDate, days: number): boolean {
    return daysBetween(on, this.today) > days;
  }

  /** From today to so many days ahead. */
  isWithin(on: PlainDate, days: number): boolean {
    return on >= this.today && on <= addDays(this.today, days);
  }

  warn(subject: WarningSubject, leadBeneficiaryId: string | null, { detail = '', ...said }: Said): Warning {
    const { id, kind, number, title } = subject;
    return { ...said, subject: { id, kind, number, title }, leadBeneficiaryId, days: daysBetween(said.on, this.today), detail };
  }

  /** Severity of what is late since a day. */
  lateness(on: PlainDate): WarningSeverity {
    return this.isLong(on, this.windows.longLateDays) ? 'high' : 'medium';
  }
}

const CLOSING = { 'sign-off': 'deliverable.sign-off', changes: 'deliverable.request-changes' } as const;

/** Members whose verdict is awaited; where the verdicts have an outcome, who can close the round by it as well. */
function waysOutOfReview(review: WatchedReview | null): WayOut[] {
  const awaited = (review?.awaitedIds ?? []).map((beneficiaryId): WayOut => ({ permission: 'deliverable.review', beneficiaryId }));
  const outcome = review?.outcome ?? 'pending';
  const closing =
    outcome === 'pending'
      ? []
      : (review?.votingIds ?? []).map((beneficiaryId): WayOut => ({ permission: CLOSING[outcome], beneficiaryId }));
  const waysOut = [...awaited, ...closing];
  return waysOut.length > 0 ? waysOut : [{ permission: 'deliverable.sign-off', beneficiaryId: null }];
}

/** Who can move a deliverable on from where it stands. */
export function waysOutOfDeliverable({ state, leadBeneficiaryId, review }: WatchedDeliverable): WayOut[] {
  if (state === 'in-review') return waysOutOfReview(review);
  const permission = NEXT_STEP[state];
  if (permission === null) return [];
  const ofEacea = permission === 'deliverable.approve' || permission === 'deliverable.submit' || permission === 'deliverable.record-answer';
  return [{ permission, beneficiaryId: ofEacea ? null : leadBeneficiaryId }];
}

/** Who can finish what is waited for. */
export const waysOutOfPredecessors = (predecessors: readonly Predecessor[]): WayOut[] =>
  predecessors.map(({ kind, leadBeneficiaryId }) => ({
    permission: kind === 'task' ? 'task.update-status' : 'deliverable.upload-version',
    beneficiaryId: leadBeneficiaryId,
  }));

/** In the order in which people count: T1.2 before T1.10. */
export const numbersOf = (rows: readonly { readonly number: string }[]): string =>
  rows
    .map(({ number }) => number)
    .sort((a, b) => a.localeCompare(b, 'en', { numeric: true }))
    .join(', ');
