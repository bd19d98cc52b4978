import type {
  DeliverableMark,
  MilestoneView,
  StatusUpdateView,
  TaskView,
  WorkPackagePlan,
  WorkPackageView,
  WorkPlanView,
  WorkStatusRequest,
  WorkStatusView,
} from '@office/contracts';
import { isLate, isMilestoneLate, plainDate, projectYears, timelinessOf } from '@office/domain';
import { CONSORTIUM, aPersonRef } from './consortium.js';
import { aPartSummary } from './task-parts.js';
import { NOW, PROJECT_MONTHS, PROJECT_START, TODAY, dueOnOf, idOf } from './fixed.js';

export const aWorkStatus = (overrides: Partial<WorkStatusView> = {}): WorkStatusView => ({
  version: 1,
  state: 'in-progress',
  progress: 40,
  narrative: 'The programme is agreed; invitations go out this week.',
  progressSource: 'derived',
  overrideReason: '',
  derived: { state: overrides.state ?? 'in-progress', progress: overrides.progress ?? 40 },
  trafficLight: null,
  nextSteps: '',
  updatedAt: '2024-09-10T03:15:00.000Z',
  updatedBy: aPersonRef(),
  ...overrides,
});

export const aWorkStatusRequest = (overrides: Partial<WorkStatusRequest> = {}): WorkStatusRequest => ({
  state: 'in-progress',
  progress: 60,
  narrative: 'Sixty participants have registered.',
  ...overrides,
});

interface Work {
  startMonth: number;
  endMonth: number;
  status: WorkStatusView;
}

/** Months and status as overridden, and how they stand today. */
function standing(defaults: { startMonth: number; endMonth: number }, overrides: Partial<Work>) {
  const startMonth = overrides.startMonth ?? defaults.startMonth;
  const endMonth = overrides.endMonth ?? defaults.endMonth;
  const status = overrides.status ?? aWorkStatus();
  return { startMonth, endMonth, status, timeliness: timelinessOf({ state: status.state, startMonth, endMonth }, PROJECT_START, TODAY) };
}

/** Timeliness follows from months and status unless it is given. */
export const aTask = (overrides: Partial<TaskView> = {}): TaskView => ({
  id: idOf('task', 22),
  number: 'T2.2',
  title: 'Seminar on KA1 and KA2 opportunities, Quang Ninh',
  workPackageId: idOf('work-package', 2),
  lead: { ...CONSORTIUM.QUI },
  participants: ['AL', 'HANU', 'PXU', 'APAG', 'UÉ', 'UNITUS'],
  parts: [aPartSummary(), aPartSummary({ beneficiary: { ...CONSORTIUM.HANU }, state: 'not-started' })],
  ...standing({ startMonth: 6, endMonth: 10 }, overrides),
  dependsOn: [],
  slipMonths: 0,
  baseline: null,
  added: false,
  provenance: 'demonstration',
  ...overrides,
});

export function aMilestone(overrides: Partial<MilestoneView> = {}): MilestoneView {
  const dueMonth = overrides.dueMonth ?? 3;
  return {
    id: idOf('milestone', 2),
    number: 'MS2',
    title: 'Managing structure in place',
    workPackages: ['WP1'],
    lead: { ...CONSORTIUM.AL },
    dueMonth,
    dueOn: dueOnOf(dueMonth),
    meansOfVerification: 'Minutes naming the committees',
    state: 'open',
    achievedOn: null,
    evidence: '',
    evidenceUrl: null,
    estimate: null,
    reason: '',
    late: isMilestoneLate({ state: 'open', dueMonth, estimate: null }, PROJECT_START, TODAY),
    version: 1,
    baseline: null,
    added: false,
    provenance: 'demonstration',
    ...overrides,
  };
}

/** Due day and lateness follow from month and state unless they are given. */
export function aDeliverableMark(overrides: Partial<DeliverableMark> = {}): DeliverableMark {
  const dueMonth = overrides.dueMonth ?? 10;
  const dueOn = plainDate(overrides.dueOn ?? dueOnOf(dueMonth));
  const state = overrides.state ?? 'drafting';
  return {
    id: idOf('deliverable', 22),
    number: 'D2.2',
    title: 'Report on the seminar in Quang Ninh',
    lead: { ...CONSORTIUM.QUI },
    dueMonth,
    dueOn,
    state,
    late: isLate(state, dueOn, TODAY),
    dependsOn: [],
    slipMonths: 0,
    baseline: null,
    added: false,
    ...overrides,
  };
}

/** Timeliness follows from months and status unless it is given. */
export const aWorkPackage = (overrides: Partial<WorkPackageView> = {}): WorkPackageView => ({
  id: idOf('work-package', 2),
  number: 'WP2',
  title: 'Overview on Erasmus+ programme in higher education sector',
  objectives: 'Shows newcomer universities what the programme offers and how to enter it.',
  lead: { ...CONSORTIUM.UE },
  ...standing({ startMonth: 4, endMonth: 12 }, overrides),
  baseline: null,
  added: false,
  provenance: 'stated',
  ...overrides,
});

export const aWorkPackagePlan = (overrides: Partial<WorkPackagePlan> = {}): WorkPackagePlan => ({
  ...aWorkPackage(overrides),
  tasks: [aTask()],
  deliverables: [aDeliverableMark()],
  milestones: [aMilestone()],
  ...overrides,
});

export const aWorkPlan = (overrides: Partial<WorkPlanView> = {}): WorkPlanView => ({
  startDate: PROJECT_START,
  durationMonths: PROJECT_MONTHS,
  years: projectYears(overrides.durationMonths ?? PROJECT_MONTHS),
  year: null,
  agreement: { locked: true, amendment: 0 },
  workPackages: [aWorkPackagePlan()],
  ...overrides,
});

export const aStatusUpdate = (overrides: Partial<StatusUpdateView> = {}): StatusUpdateView => ({
  id: idOf('activity', 40),
  at: NOW,
  by: aPersonRef(),
  state: 'in-progress',
  progress: 40,
  narrative: 'The programme is agreed; invitations go out this week.',
  part: null,
  progressSource: 'derived',
  trafficLight: null,
  nextSteps: '',
  ...overrides,
});
