import type { DiaryEntry, EvidenceView, MyTask, TaskPartSummary, TaskPartView } from '@office/contracts';
import { partProgress, timelinessOf } from '@office/domain';
import { CONSORTIUM, aPersonRef } from './consortium.js';
import { NOW, PROJECT_START, TODAY, dueOnOf, idOf } from './fixed.js';

export const aPartSummary = (overrides: Partial<TaskPartSummary> = {}): TaskPartSummary => ({
  beneficiary: { ...CONSORTIUM.QUI },
  state: 'in-progress',
  blockedReason: null,
  ...overrides,
});

export const anEvidence = (overrides: Partial<EvidenceView> = {}): EvidenceView => ({
  id: idOf('evidence', 1),
  kind: 'link',
  title: 'Programme of the seminar',
  url: 'https://qui.example/seminar/programme',
  fileName: null,
  sizeBytes: null,
  scan: null,
  addedAt: NOW,
  addedBy: aPersonRef(),
  ...overrides,
});

/** Timeliness, progress and the reason follow from state, note and criteria unless they are given. */
export function aTaskPart(overrides: Partial<TaskPartView> = {}): TaskPartView {
  const { state = 'in-progress', note = 'Rooms are booked.', criteria = [] } = overrides;
  const months = { startMonth: 6, endMonth: 10 };
  return {
    version: 1,
    task: {
      id: idOf('task', 22),
      number: 'T2.2',
      title: 'Seminar on KA1 and KA2 opportunities, Quang Ninh',
      lead: { ...CONSORTIUM.QUI },
      workPackage: { id: idOf('work-package', 2), number: 'WP2' },
      ...months,
      startsOn: '2024-06-01',
      dueOn: dueOnOf(months.endMonth),
    },
    beneficiary: { ...CONSORTIUM.QUI },
    state,
    timeliness: timelinessOf({ state, ...months }, PROJECT_START, TODAY),
    note,
    blockedReason: state === 'blocked' ? note : null,
    criteria,
    evidence: [],
    progress: partProgress({ state, criteria }),
    updatedAt: '2024-09-10T03:15:00.000Z',
    updatedBy: aPersonRef(),
    ...overrides,
  };
}

export const aMyTask = (overrides: Partial<MyTask> = {}): MyTask => ({
  id: idOf('task', 22),
  number: 'T2.2',
  title: 'Seminar on KA1 and KA2 opportunities, Quang Ninh',
  workPackage: 'WP2',
  lead: true,
  state: 'in-progress',
  timeliness: 'on-time',
  progress: 50,
  evidence: 0,
  startsOn: '2024-06-01',
  dueOn: dueOnOf(10),
  dueMonth: 10,
  ...overrides,
});

export const aDiaryEntry = (overrides: Partial<DiaryEntry> = {}): DiaryEntry => ({
  id: idOf('activity', 41),
  at: NOW,
  by: aPersonRef(),
  subject: {
    kind: 'part',
    id: idOf('task', 22),
    number: 'T2.2',
    title: 'Seminar on KA1 and KA2 opportunities, Quang Ninh',
    part: { ...CONSORTIUM.QUI },
  },
  state: 'in-progress',
  progress: 50,
  narrative: 'Rooms are booked.',
  nextSteps: '',
  trafficLight: null,
  progressSource: 'derived',
  ...overrides,
});
