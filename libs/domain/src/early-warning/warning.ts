import type { Permission } from '../access/permissions.js';
import type { PlainDate } from '../kernel/plain-date.js';

/** Everything that is warned of; of two on the same day the earlier kind comes first. */
export const WARNING_KINDS = [
  'report-late',
  'deliverable-late',
  'milestone-late',
  'work-package-late',
  'task-late',
  'task-blocked',
  'work-package-blocked',
  'deliverable-waits',
  'task-waits',
  'milestone-at-risk',
  'task-should-have-started',
  'review-overdue',
  'report-due',
  'partner-silent',
  'work-package-silent',
  'task-silent',
  'review-closing',
  'deliverable-due-soon',
  'milestone-due-soon',
  'task-due-soon',
] as const;
export type WarningKind = (typeof WARNING_KINDS)[number];

export const WARNING_SEVERITIES = ['high', 'medium', 'low'] as const;
export type WarningSeverity = (typeof WARNING_SEVERITIES)[number];

export type WarningSubjectKind = 'deliverable' | 'task' | 'work-package' | 'milestone' | 'report' | 'beneficiary';

export interface WarningSubject {
  readonly kind: WarningSubjectKind;
  readonly id: string;
  readonly number: string;
  readonly title: string;
}

/** One way out: who holds the permission and acts for this beneficiary; null where it belongs to nobody's institution. */
export interface WayOut {
  readonly permission: Permission;
  readonly beneficiaryId: string | null;
}

export interface Warning {
  readonly kind: WarningKind;
  readonly severity: WarningSeverity;
  readonly subject: WarningSubject;
  readonly leadBeneficiaryId: string | null;
  /** Its day; of silence the day of the last word, of what is blocked the day it was said. */
  readonly on: PlainDate;
  /** Days since that day; negative while it lies ahead. */
  readonly days: number;
  /** Why it is blocked, or numbers of what holds it up; empty otherwise. */
  readonly detail: string;
  readonly waysOut: readonly WayOut[];
}

/** How far ahead and how long back the warnings look, in days. */
export interface WarningWindows {
  /** Due within so many days (handbook 3.2, 7: reminders from T-35). */
  readonly reminderDays: number;
  /** Late for longer is worse. */
  readonly longLateDays: number;
  /** Blocked for longer is worse. */
  readonly longBlockedDays: number;
  readonly reviewClosingDays: number;
  /** Work under way of which nothing was said for longer is silent. */
  readonly silenceDays: number;
  /** A milestone is looked at from so many days before it is expected. */
  readonly milestoneDays: number;
  /** A report is urgent from so many days before it is due. */
  readonly reportUrgentDays: number;
}

export const DEFAULT_WINDOWS: WarningWindows = {
  reminderDays: 35,
  longLateDays: 30,
  longBlockedDays: 14,
  reviewClosingDays: 3,
  silenceDays: 56,
  milestoneDays: 60,
  reportUrgentDays: 14,
};

const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Worst first, then the oldest day, then by kind and by subject: a total order, so that a list never jumps. */
export const compareWarnings = (a: Warning, b: Warning): number =>
  WARNING_SEVERITIES.indexOf(a.severity) - WARNING_SEVERITIES.indexOf(b.severity) ||
  byText(a.on, b.on) ||
  WARNING_KINDS.indexOf(a.kind) - WARNING_KINDS.indexOf(b.kind) ||
  byText(a.subject.number, b.subject.number) ||
  byText(a.subject.id, b.subject.id) ||
  byText(a.detail, b.detail);
