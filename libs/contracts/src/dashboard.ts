import type { DeliverableState, Timeliness, WorkState } from '@office/domain';
import type { BeneficiaryRef, PersonRef } from './common.js';
import type { AttentionItem } from './early-warning.js';
import type { EventCode } from './events.js';
import type { DeliverableRow } from './deliverables.js';
import type { MyTask } from './task-parts.js';

/** What the person can do next, in due order; the page words it by `kind`. */
export interface TodoItem {
  kind:
    | 'review'
    | 'upload-version'
    | 'answer-changes'
    | 'open-review'
    | 'update-task'
    | 'start-task'
    | 'unblock-task'
    | 'unblock-part'
    | 'finish-part'
    | 'start-part'
    | 'report-milestone'
    | 'approve'
    | 'submit'
    | 'record-answer'
    | 'sign-off';
  /** Number and title of what it is about: "D2.3", "Guide to ...". */
  number: string;
  title: string;
  deliverableId: string | null;
  taskId: string | null;
  milestoneId: string | null;
  dueOn: string;
  /** Instant of a deadline within a day, where there is one (a round's closing). */
  dueAt: string | null;
  late: boolean;
}

/** One mark on the ribbon of the next six months. */
export interface RibbonMark {
  kind: 'deliverable' | 'milestone' | 'report';
  id: string | null;
  number: string;
  title: string;
  on: string;
  month: number;
  state: DeliverableState | null;
  /** Of a milestone or a report: whether nothing is owed any more. */
  done: boolean;
  late: boolean;
}

export interface MyWorkPackage {
  id: string;
  number: string;
  title: string;
  lead: boolean;
  progress: number;
  state: WorkState;
  timeliness: Timeliness;
}

/** The page "My work": what the person's university owes the consortium. One request. */
export interface MyWorkView {
  beneficiary: (BeneficiaryRef & { timeZone: string }) | null;
  deliverables: { assigned: number; total: number; accepted: number; inReview: number; late: number; items: DeliverableRow[] };
  /** The first that is led and not with EACEA yet; it may be late already. */
  nextDue: { deliverableId: string; number: string; dueOn: string; dueMonth: number } | null;
  tasks: { total: number; onTime: number; late: number; shouldHaveStarted: number; blocked: number };
  share: { currency: string; totalCents: number; doneCents: number };
  ribbon: RibbonMark[];
  todo: TodoItem[];
  /** Tasks that the beneficiary has a part of, the most urgent first; empty without a beneficiary. */
  myTasks: MyTask[];
  workPackages: MyWorkPackage[];
}

export interface PartnerProgress {
  beneficiary: BeneficiaryRef;
  country: string;
  tasksDone: number;
  tasksLate: number;
  tasks: number;
  deliverablesDone: number;
  deliverablesLate: number;
  deliverables: number;
  lastUpdateAt: string | null;
  shareCents: number;
}

export interface OverviewWorkPackage {
  id: string;
  number: string;
  title: string;
  lead: BeneficiaryRef;
  startMonth: number;
  endMonth: number;
  state: WorkState;
  progress: number;
  timeliness: Timeliness;
  tasksLate: number;
  tasksBlocked: number;
  deliverables: { done: number; late: number; total: number };
  totalCents: number;
  updatedAt: string | null;
}

/** The page "Overview" of the project coordinator. One request. */
export interface OverviewView {
  /** Of every amount on the page. */
  currency: string;
  month: number;
  durationMonths: number;
  counts: {
    deliverables: { state: DeliverableState; count: number }[];
    deliverablesLate: number;
    tasks: { total: number; done: number; late: number; shouldHaveStarted: number; blocked: number };
  };
  nextReport: { number: number; endsOn: string; dueOn: string } | null;
  workPackages: OverviewWorkPackage[];
  partners: PartnerProgress[];
  attention: AttentionItem[];
  activity: ActivityItem[];
}

/** One row of the audit log in words; the page words it by `event`. */
export interface ActivityItem {
  id: string;
  at: string;
  by: PersonRef | null;
  event: EventCode;
  subject: { kind: string; id: string; label: string };
  detail: Record<string, string | number>;
}

export interface SearchHit {
  kind: 'deliverable' | 'task' | 'work-package' | 'milestone' | 'beneficiary' | 'person';
  id: string;
  number: string;
  title: string;
}
