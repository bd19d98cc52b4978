import type { ClaimView, ReportDeliverable, ReportView } from '@office/contracts';
import { endOfDay, isLate, monthEnd, monthStart, plainDate, reportDueDate } from '@office/domain';
import { aBeneficiaryRef, CONSORTIUM } from './consortium.js';
import { PROJECT_START, TODAY, dueOnOf, idOf } from './fixed.js';
import { aMilestone } from './work-plan.js';

/** Due day and lateness follow from month and state unless they are given. */
export function aReportDeliverable(overrides: Partial<ReportDeliverable> = {}): ReportDeliverable {
  const dueMonth = overrides.dueMonth ?? 10;
  const state = overrides.state ?? 'drafting';
  return {
    id: idOf('deliverable', 22),
    number: 'D2.2',
    title: 'Report on the seminar in Quang Ninh',
    lead: { ...CONSORTIUM.QUI },
    dueMonth,
    dueOn: dueOnOf(dueMonth),
    state,
    late: isLate(state, plainDate(dueOnOf(dueMonth)), TODAY),
    justification: { text: '', version: 0, updatedAt: null, updatedBy: null },
    ...overrides,
  };
}

/** The report on M1 to M18, with its check-list done unless it is given. */
export function aReport(overrides: Partial<ReportView> = {}): ReportView {
  const [fromMonth, toMonth] = [overrides.fromMonth ?? 1, overrides.toMonth ?? 18];
  const dueOn = reportDueDate(PROJECT_START, toMonth);
  return {
    id: idOf('activity', 91),
    number: 1,
    kind: 'periodic',
    fromMonth,
    toMonth,
    startsOn: monthStart(PROJECT_START, fromMonth),
    endsOn: monthEnd(PROJECT_START, toMonth),
    dueOn,
    dueAt: endOfDay('Europe/Rome', dueOn).toISOString(),
    state: 'in-preparation',
    version: 3,
    firstLockedAt: null,
    submittedAt: null,
    returnReason: '',
    updatedAt: null,
    updatedBy: null,
    deliverables: [aReportDeliverable()],
    milestones: [aMilestone()],
    workPackages: [],
    claims: [],
    checks: [
      { kind: 'period-ended', required: true, done: true, missing: [] },
      { kind: 'late-deliverables-justified', required: true, done: true, missing: [] },
      { kind: 'milestones-estimated', required: true, done: true, missing: [] },
      { kind: 'work-packages-described', required: false, done: true, missing: [] },
    ],
    provenance: 'demonstration',
    ...overrides,
  };
}

/** WP2 as nobody has declared it yet, with one partner whose part is missing. */
export function aClaim(overrides: Partial<ClaimView> = {}): ClaimView {
  const beneficiary = aBeneficiaryRef();
  return {
    workPackage: { id: idOf('work-package', 2), number: 'WP2', title: 'Needs analysis' },
    state: 'draft',
    version: 0,
    declaration: null,
    gaps: [{ kind: 'part-unfinished', subjectId: idOf('task', 22), number: 'T2.2', beneficiary }],
    shareCents: 100_000,
    claimedCents: 0,
    acceptedCents: 0,
    shares: [{ beneficiary, shareCents: 100_000, acceptedCents: 0 }],
    acceptedInPeriod: null,
    decision: null,
    paidOn: null,
    ...overrides,
  };
}
