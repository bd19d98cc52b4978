import type { ReportDeliverable, ReportView } from '@office/contracts';
import { endOfDay, isLate, monthEnd, monthStart, plainDate, reportDueDate } from '@office/domain';
import { CONSORTIUM } from './consortium.js';
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
