import type {
  ActivityItem,
  AttentionItem,
  MyWorkPackage,
  MyWorkView,
  OverviewView,
  OverviewWorkPackage,
  PartnerProgress,
  RibbonMark,
  SearchHit,
  TodoItem,
} from '@office/contracts';
import { DELIVERABLE_STATES, daysBetween, monthOf, plainDate } from '@office/domain';
import { CONSORTIUM, aPersonRef, aReportingPeriod } from './consortium.js';
import { aDeliverableRow } from './deliverables.js';
import { aMyTask } from './task-parts.js';
import { NOW, PROJECT_MONTHS, PROJECT_START, TODAY, dueOnOf, idOf } from './fixed.js';

export const aTodo = (overrides: Partial<TodoItem> = {}): TodoItem => ({
  kind: 'upload-version',
  number: 'D2.2',
  title: 'Report on the seminar in Quang Ninh',
  deliverableId: idOf('deliverable', 22),
  taskId: null,
  milestoneId: null,
  dueOn: dueOnOf(10),
  dueAt: null,
  late: false,
  ...overrides,
});

export function aRibbonMark(overrides: Partial<RibbonMark> = {}): RibbonMark {
  const on = overrides.on ?? dueOnOf(10);
  return {
    kind: 'deliverable',
    id: idOf('deliverable', 22),
    number: 'D2.2',
    title: 'Report on the seminar in Quang Ninh',
    on,
    month: monthOf(PROJECT_START, plainDate(on)),
    state: 'drafting',
    done: false,
    late: false,
    ...overrides,
  };
}

export const aMyWorkPackage = (overrides: Partial<MyWorkPackage> = {}): MyWorkPackage => ({
  id: idOf('work-package', 2),
  number: 'WP2',
  title: 'Overview on Erasmus+ programme in higher education sector',
  lead: false,
  progress: 40,
  state: 'in-progress',
  timeliness: 'on-time',
  ...overrides,
});

export const aMyWork = (overrides: Partial<MyWorkView> = {}): MyWorkView => ({
  beneficiary: { ...CONSORTIUM.QUI, timeZone: 'Asia/Ho_Chi_Minh' },
  deliverables: { assigned: 1, total: 21, accepted: 0, inReview: 0, late: 0, items: [aDeliverableRow()] },
  nextDue: { deliverableId: idOf('deliverable', 22), number: 'D2.2', dueOn: dueOnOf(10), dueMonth: 10 },
  tasks: { total: 3, onTime: 2, late: 0, shouldHaveStarted: 1, blocked: 0 },
  share: { currency: 'EUR', totalCents: 4_630_000, doneCents: 900_000 },
  ribbon: [aRibbonMark()],
  todo: [aTodo()],
  myTasks: [aMyTask()],
  workPackages: [aMyWorkPackage()],
  ...overrides,
});

export const aPartnerProgress = (overrides: Partial<PartnerProgress> = {}): PartnerProgress => ({
  beneficiary: { ...CONSORTIUM.QUI },
  country: 'VN',
  tasksDone: 1,
  tasksLate: 0,
  tasks: 3,
  deliverablesDone: 0,
  deliverablesLate: 0,
  deliverables: 2,
  lastUpdateAt: '2024-09-10T03:15:00.000Z',
  shareCents: 4_630_000,
  ...overrides,
});

export const anOverviewWorkPackage = (overrides: Partial<OverviewWorkPackage> = {}): OverviewWorkPackage => ({
  id: idOf('work-package', 2),
  number: 'WP2',
  title: 'Overview on Erasmus+ programme in higher education sector',
  lead: { ...CONSORTIUM.UE },
  startMonth: 4,
  endMonth: 12,
  state: 'in-progress',
  progress: 40,
  timeliness: 'on-time',
  tasksLate: 0,
  tasksBlocked: 0,
  deliverables: { done: 1, late: 0, total: 3 },
  totalCents: 6_680_000,
  updatedAt: '2024-09-10T03:15:00.000Z',
  ...overrides,
});

export const anAttentionItem = (overrides: Partial<AttentionItem> = {}): AttentionItem => ({
  kind: 'deliverable-due-soon',
  severity: 'medium',
  subject: { kind: 'deliverable', id: idOf('deliverable', 22), number: 'D2.2', title: 'Report on the seminar in Quang Ninh' },
  lead: { ...CONSORTIUM.QUI },
  beneficiaries: [{ ...CONSORTIUM.QUI }],
  on: dueOnOf(10),
  days: daysBetween(plainDate(overrides.on ?? dueOnOf(10)), TODAY),
  detail: '',
  roles: ['partner-coordinator', 'contributor'],
  people: [aPersonRef()],
  ...overrides,
});

export const anActivityItem = (overrides: Partial<ActivityItem> = {}): ActivityItem => ({
  id: idOf('activity', 1),
  at: NOW,
  by: aPersonRef(),
  event: 'deliverable.version-uploaded',
  subject: { kind: 'deliverable', id: idOf('deliverable', 22), label: 'D2.2' },
  detail: { version: '0.3' },
  ...overrides,
});

export function anOverview(overrides: Partial<OverviewView> = {}): OverviewView {
  const { number, endsOn, reportDueOn } = aReportingPeriod();
  return {
    currency: 'EUR',
    month: monthOf(PROJECT_START, TODAY),
    durationMonths: PROJECT_MONTHS,
    counts: {
      deliverables: DELIVERABLE_STATES.map((state) => ({ state, count: state === 'planned' ? 20 : state === 'drafting' ? 1 : 0 })),
      deliverablesLate: 0,
      tasks: { total: 20, done: 2, late: 0, shouldHaveStarted: 1, blocked: 0 },
    },
    nextReport: { number, endsOn, dueOn: reportDueOn },
    workPackages: [anOverviewWorkPackage()],
    partners: [aPartnerProgress()],
    attention: [anAttentionItem()],
    activity: [anActivityItem()],
    ...overrides,
  };
}

export const aSearchHit = (overrides: Partial<SearchHit> = {}): SearchHit => ({
  kind: 'deliverable',
  id: idOf('deliverable', 22),
  number: 'D2.2',
  title: 'Report on the seminar in Quang Ninh',
  ...overrides,
});
