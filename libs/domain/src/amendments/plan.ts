import type { ReportKind } from '../consortium/consortium.js';
import type { DeliverableType, DisseminationLevel } from '../deliverables/deliverable.js';
import type { PlainDate } from '../kernel/plain-date.js';
import type { ProjectMonth } from '../kernel/project-month.js';

/** What the agreement says of the work (Annex 1 and points 1 and 4 of the Data Sheet); beneficiaries are named by id. */
export interface Plan {
  readonly startDate: PlainDate;
  readonly durationMonths: number;
  readonly reportingPeriods: readonly PlanPeriod[];
  readonly workPackages: readonly PlanWorkPackage[];
  /** In the order of their work packages, then in their own. */
  readonly tasks: readonly PlanTask[];
  /** In the order of their work packages, then in their own. */
  readonly deliverables: readonly PlanDeliverable[];
  readonly milestones: readonly PlanMilestone[];
}

export interface PlanPeriod {
  readonly number: number;
  readonly fromMonth: ProjectMonth;
  readonly toMonth: ProjectMonth;
  readonly kind: ReportKind;
  readonly daysToReport: number;
}

export interface PlanWorkPackage {
  readonly id: string;
  readonly number: string;
  readonly title: string;
  readonly objectives: string;
  readonly leadId: string;
  readonly startMonth: ProjectMonth;
  readonly endMonth: ProjectMonth;
}

export interface PlanTask {
  readonly id: string;
  readonly number: string;
  readonly workPackageId: string;
  readonly title: string;
  readonly leadId: string;
  /** The lead is not repeated; sorted. */
  readonly participantIds: readonly string[];
  readonly startMonth: ProjectMonth;
  readonly endMonth: ProjectMonth;
}

export interface PlanDeliverable {
  readonly id: string;
  readonly number: string;
  readonly workPackageId: string;
  readonly title: string;
  readonly leadId: string;
  /** Who helps the lead; sorted. The agreement names the lead only. */
  readonly contributorIds: readonly string[];
  readonly type: DeliverableType;
  readonly disseminationLevel: DisseminationLevel;
  readonly dueMonth: ProjectMonth;
}

export interface PlanMilestone {
  readonly id: string;
  readonly number: string;
  /** At least one; in the order of the work packages. */
  readonly workPackageIds: readonly string[];
  readonly title: string;
  readonly leadId: string;
  readonly dueMonth: ProjectMonth;
  readonly meansOfVerification: string;
}

/** The kinds of row that a plan has. */
export const PLAN_SUBJECTS = ['work-package', 'task', 'deliverable', 'milestone'] as const;
export type PlanSubject = (typeof PLAN_SUBJECTS)[number];

/** The one way of writing a plan down: rows in the order of their work packages, sets sorted. Equal plans are deeply equal. */
export function normalised(plan: Plan): Plan {
  const places = new Map(plan.workPackages.map(({ id }, index) => [id, index]));
  const place = (id: string): number => places.get(id) ?? places.size;
  const byWorkPackage = <Row extends { readonly workPackageId: string }>(rows: readonly Row[]): Row[] =>
    rows.toSorted((a, b) => place(a.workPackageId) - place(b.workPackageId));
  return {
    startDate: plan.startDate,
    durationMonths: plan.durationMonths,
    reportingPeriods: plan.reportingPeriods.toSorted((a, b) => a.number - b.number),
    workPackages: [...plan.workPackages],
    tasks: byWorkPackage(plan.tasks).map((task) => ({ ...task, participantIds: task.participantIds.toSorted() })),
    deliverables: byWorkPackage(plan.deliverables).map((row) => ({ ...row, contributorIds: row.contributorIds.toSorted() })),
    milestones: plan.milestones.map((row) => ({ ...row, workPackageIds: row.workPackageIds.toSorted((a, b) => place(a) - place(b)) })),
  };
}

/**
 * The number that the next row would get: WP6, T4.6, D4.5, MS9. One more than the highest of its siblings, so a number
 * that was given up is not used again while a later one stands.
 */
export function nextNumber(plan: Plan, subject: PlanSubject, workPackageId: string | null = null): string {
  const after = (prefix: string, numbers: readonly string[]): string => {
    const taken = numbers.filter((number) => number.startsWith(prefix)).map((number) => Number(number.slice(prefix.length)));
    return `${prefix}${Math.max(0, ...taken.filter(Number.isInteger)) + 1}`;
  };
  const numbersOf = (rows: readonly { readonly number: string }[]): string[] => rows.map(({ number }) => number);
  const inWorkPackage = plan.workPackages.find(({ id }) => id === workPackageId)?.number.replace(/^\D*/, '') ?? '';
  switch (subject) {
    case 'work-package':
      return after('WP', numbersOf(plan.workPackages));
    case 'milestone':
      return after('MS', numbersOf(plan.milestones));
    case 'task':
      return after(`T${inWorkPackage}.`, numbersOf(plan.tasks));
    case 'deliverable':
      return after(`D${inWorkPackage}.`, numbersOf(plan.deliverables));
  }
}
