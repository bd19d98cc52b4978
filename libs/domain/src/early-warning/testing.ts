import { plainDate } from '../kernel/plain-date.js';
import type {
  WatchedDeliverable,
  WatchedMilestone,
  WatchedPartner,
  WatchedProject,
  WatchedReport,
  WatchedTask,
  WatchedWorkPackage,
} from './facts.js';

/** M9 of a project that began on 1 January 2024; M9 ends on 30 September. */
export const TODAY = plainDate('2024-09-16');

export const project = (facts: Partial<WatchedProject>): WatchedProject => ({
  startDate: plainDate('2024-01-01'),
  today: TODAY,
  workPackages: [],
  tasks: [],
  deliverables: [],
  milestones: [],
  reports: [],
  partners: [],
  ...facts,
});

export const named = (id: string): { id: string; number: string; title: string; leadBeneficiaryId: string } => ({
  id,
  number: id,
  title: id,
  leadBeneficiaryId: 'lead',
});

export const task = (facts: Partial<WatchedTask> = {}): WatchedTask => ({
  ...named('T1.1'),
  workPackageId: 'WP1',
  participantIds: ['partner'],
  startMonth: 1,
  endMonth: 24,
  state: 'in-progress',
  overridden: false,
  narrative: 'Under way.',
  lastUpdateOn: TODAY,
  blockedParts: [],
  dependsOn: [],
  ...facts,
});
export const workPackage = (facts: Partial<WatchedWorkPackage> = {}): WatchedWorkPackage => ({ ...task(), ...named('WP1'), ...facts });
export const deliverable = (facts: Partial<WatchedDeliverable> = {}): WatchedDeliverable => ({
  ...named('D1.1'),
  workPackageId: 'WP1',
  dueMonth: 24,
  state: 'planned',
  dependsOn: [],
  review: null,
  ...facts,
});
export const milestone = (facts: Partial<WatchedMilestone> = {}): WatchedMilestone => ({
  ...named('MS1'),
  dueMonth: 24,
  workPackageIds: ['WP1'],
  state: 'open',
  estimate: null,
  ...facts,
});
export const report = (facts: Partial<WatchedReport> = {}): WatchedReport => ({
  id: 'RP1',
  number: 1,
  toMonth: 18,
  daysToReport: 60,
  state: 'not-open',
  ...facts,
});
export const partner = (facts: Partial<WatchedPartner> = {}): WatchedPartner => ({
  id: 'partner',
  shortName: 'QUI',
  name: 'Quang Ninh',
  lastUpdateOn: TODAY,
  ...facts,
});
