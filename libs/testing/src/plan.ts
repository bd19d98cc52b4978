import type { Plan, PlanDeliverable, PlanMilestone, PlanTask, PlanWorkPackage } from '@office/domain';
import { CONSORTIUM } from './consortium.js';
import { PROJECT_MONTHS, PROJECT_START, idOf } from './fixed.js';

/** Ids of the rows of `aPlan`, by number. */
export const planId = (number: string): string => {
  const [, kind = '', rest = ''] = /^([A-Z]+)(.*)$/.exec(number) ?? [];
  const serial = Number(rest.replace('.', ''));
  switch (kind) {
    case 'WP':
      return idOf('work-package', serial);
    case 'T':
      return idOf('task', serial);
    case 'D':
      return idOf('deliverable', serial);
    default:
      return idOf('milestone', serial);
  }
};

export const aPlanWorkPackage = (overrides: Partial<PlanWorkPackage> = {}): PlanWorkPackage => ({
  id: planId(overrides.number ?? 'WP2'),
  number: 'WP2',
  title: 'Overview on Erasmus+ programme in higher education sector',
  objectives: '',
  leadId: CONSORTIUM.UE.id,
  startMonth: 4,
  endMonth: 12,
  ...overrides,
});

export const aPlanTask = (overrides: Partial<PlanTask> = {}): PlanTask => ({
  id: planId(overrides.number ?? 'T2.2'),
  number: 'T2.2',
  workPackageId: planId('WP2'),
  title: 'Seminar on KA1 and KA2 opportunities, Quang Ninh',
  leadId: CONSORTIUM.QUI.id,
  participantIds: [CONSORTIUM.UE.id],
  startMonth: 6,
  endMonth: 10,
  ...overrides,
});

export const aPlanDeliverable = (overrides: Partial<PlanDeliverable> = {}): PlanDeliverable => ({
  id: planId(overrides.number ?? 'D2.2'),
  number: 'D2.2',
  workPackageId: planId('WP2'),
  title: 'Report on the seminar in Quang Ninh',
  leadId: CONSORTIUM.QUI.id,
  contributorIds: [],
  type: 'R',
  disseminationLevel: 'PU',
  dueMonth: 10,
  ...overrides,
});

export const aPlanMilestone = (overrides: Partial<PlanMilestone> = {}): PlanMilestone => ({
  id: planId(overrides.number ?? 'MS2'),
  number: 'MS2',
  workPackageIds: [planId('WP1')],
  title: 'Managing structure in place',
  leadId: CONSORTIUM.AL.id,
  dueMonth: 3,
  meansOfVerification: 'Minutes naming the committees',
  ...overrides,
});

/** Two work packages of STRIVE, without a finding. */
export const aPlan = (overrides: Partial<Plan> = {}): Plan => ({
  startDate: PROJECT_START,
  durationMonths: PROJECT_MONTHS,
  reportingPeriods: [
    { number: 1, fromMonth: 1, toMonth: 18, kind: 'periodic', daysToReport: 60 },
    { number: 2, fromMonth: 19, toMonth: 36, kind: 'periodic', daysToReport: 60 },
    { number: 3, fromMonth: 37, toMonth: PROJECT_MONTHS, kind: 'final', daysToReport: 60 },
  ],
  workPackages: [
    aPlanWorkPackage({ number: 'WP1', title: 'Project coordination', leadId: CONSORTIUM.AL.id, startMonth: 1, endMonth: PROJECT_MONTHS }),
    aPlanWorkPackage(),
  ],
  tasks: [
    aPlanTask({ number: 'T1.1', workPackageId: planId('WP1'), leadId: CONSORTIUM.AL.id, participantIds: [], startMonth: 1, endMonth: 3 }),
    aPlanTask({ number: 'T1.2', workPackageId: planId('WP1'), leadId: CONSORTIUM.AL.id, participantIds: [], startMonth: 4, endMonth: 48 }),
    aPlanTask({ number: 'T2.1', startMonth: 4, endMonth: 7 }),
    aPlanTask(),
    aPlanTask({ number: 'T2.3', startMonth: 9, endMonth: 12 }),
  ],
  deliverables: [
    aPlanDeliverable({ number: 'D1.1', workPackageId: planId('WP1'), leadId: CONSORTIUM.AL.id, dueMonth: 4 }),
    aPlanDeliverable({ number: 'D2.1', dueMonth: 7 }),
    aPlanDeliverable(),
  ],
  milestones: [aPlanMilestone(), aPlanMilestone({ number: 'MS3', workPackageIds: [planId('WP2')], dueMonth: 12 })],
  ...overrides,
});
