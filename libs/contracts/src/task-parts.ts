import type {
  PartCriterion,
  DiaryAspect,
  DiaryPoint,
  EvidenceLink,
  FileScan,
  HoldUp,
  ProgressSource,
  Timeliness,
  TrafficLight,
  WorkState,
} from '@office/domain';
import type { BeneficiaryRef, Page, PersonRef, Versioned } from './common.js';

/** One partner's part of a task, as the plan shows it. */
export interface TaskPartSummary {
  beneficiary: BeneficiaryRef;
  state: WorkState;
  /** Why it stands still; null where it does not. */
  blockedReason: string | null;
}

/** What shows that a part is done: a link (`url`) or a stored file (`fileName`, `sizeBytes`). */
export interface EvidenceView {
  id: string;
  kind: 'link' | 'file';
  title: string;
  url: string | null;
  fileName: string | null;
  sizeBytes: number | null;
  /** Null for a link. */
  scan: FileScan | null;
  addedAt: string;
  addedBy: PersonRef;
}

/** `GET .../tasks/{id}/parts/{beneficiaryId}`; version 0 where nobody has said anything yet. */
export interface TaskPartView extends Versioned {
  task: {
    id: string;
    number: string;
    title: string;
    lead: BeneficiaryRef;
    workPackage: { id: string; number: string };
    startMonth: number;
    endMonth: number;
    startsOn: string;
    dueOn: string;
  };
  beneficiary: BeneficiaryRef;
  state: WorkState;
  timeliness: Timeliness;
  /** What happened; the reason where it is blocked. */
  note: string;
  /** The note where the part is blocked, null otherwise. */
  blockedReason: string | null;
  criteria: PartCriterion[];
  evidence: EvidenceView[];
  /** Whole percent of this part by the rule of progress. */
  progress: number;
  updatedAt: string | null;
  updatedBy: PersonRef | null;
}

/** `PUT .../tasks/{id}/parts/{beneficiaryId}`, with `If-Match`. */
export interface TaskPartRequest {
  state: WorkState;
  note: string;
  /** The whole check-list as it is from now on. */
  criteria: PartCriterion[];
  /** Links that are added to the evidence in the same step; http or https. */
  links?: EvidenceLink[];
}

/** What a line of the diary is about: the work package, one of its tasks, or a partner's part of one. */
export interface DiarySubject {
  kind: 'work-package' | 'task' | 'part';
  /** Of the work package or the task. */
  id: string;
  number: string;
  title: string;
  /** Whose part; null for the whole. */
  part: BeneficiaryRef | null;
}

export interface DiaryEntry {
  id: string;
  at: string;
  by: PersonRef;
  subject: DiarySubject;
  state: WorkState;
  progress: number;
  narrative: string;
  nextSteps: string;
  trafficLight: TrafficLight | null;
  progressSource: ProgressSource;
}

/** One subject at the end of two days. */
export interface DiaryComparisonRow {
  subject: DiarySubject;
  before: DiaryPoint;
  after: DiaryPoint;
  changes: DiaryAspect[];
}

/** `GET .../work-packages/{id}/diary?from=&to=&offset=&limit=`: all that was said, newest first, and what is another at `to` than at `from`. */
export interface WorkPackageDiaryView {
  workPackage: { id: string; number: string; title: string; lead: BeneficiaryRef };
  entries: Page<DiaryEntry>;
  /** Null unless both dates are given. */
  comparison: { from: string; to: string; rows: DiaryComparisonRow[] } | null;
}

/** A part as the completion board shows it. */
export interface CompletionPart {
  taskId: string;
  number: string;
  title: string;
  state: WorkState;
  timeliness: Timeliness;
  dueOn: string;
  /** Why it stands still, null otherwise. */
  blockedReason: string | null;
  evidence: number;
  holdUp: HoldUp | null;
}

export interface PartnerCompletion {
  beneficiary: BeneficiaryRef;
  /** The partner's share of the work package in the Annex 2 in force. */
  shareCents: number;
  done: number;
  parts: CompletionPart[];
  /** The worst of its open parts; null when it holds nothing up. */
  holdUp: HoldUp | null;
}

/** `GET .../work-packages/{id}/completion`: who holds a work package up, and what hangs on it. */
export interface CompletionView {
  workPackage: { id: string; number: string; title: string; lead: BeneficiaryRef; state: WorkState; progress: number };
  currency: string;
  /** The lump sum of the work package: paid for all partners or for none. */
  totalCents: number;
  /** What is held up by open parts: all of it as soon as one is open. */
  heldUpCents: number;
  partners: PartnerCompletion[];
}

/** One task on "My work" with the own part of it. */
export interface MyTask {
  id: string;
  number: string;
  title: string;
  workPackage: string;
  lead: boolean;
  /** Of the own part. */
  state: WorkState;
  timeliness: Timeliness;
  progress: number;
  evidence: number;
  startsOn: string;
  dueOn: string;
  dueMonth: number;
}
