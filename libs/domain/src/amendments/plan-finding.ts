/** Something wrong or odd about a plan. An error keeps it from becoming the plan; a warning is told. */
export interface PlanFinding {
  readonly level: 'error' | 'warning';
  /** Where: `tasks.<id>.endMonth`, `reportingPeriods.2`, or of a refused change `changes.3.dueMonth`. */
  readonly path: string;
  readonly code: PlanFindingCode;
  /** `subject` is the number of the row ("T2.2"), where there is one. */
  readonly params: Readonly<Record<string, string | number>>;
}

export const PLAN_FINDING_CODES = [
  // Of a plan (handbook 6.2 no. 5).
  'number-missing',
  'number-repeated',
  'title-missing',
  'months-reversed',
  'month-outside-project',
  'duration-out-of-bounds',
  'duration-unusual',
  'lead-unknown',
  'beneficiary-unknown',
  'beneficiary-repeated',
  'lead-repeated',
  'work-package-unknown',
  'work-package-repeated',
  'work-packages-missing',
  'period-not-contiguous',
  'period-not-at-end',
  'periods-missing',
  'task-outside-work-package',
  'deliverable-outside-work-package',
  'milestone-outside-work-package',
  'lead-without-task',
  'last-period-not-final',
  // Of a change.
  'subject-unknown',
  'id-taken',
  'changes-nothing',
  'split-outside-task',
  'work-package-not-empty',
  'work-package-has-share',
  'work-reported',
  'work-package-accepted',
  'project-ended',
  'has-version',
] as const;
export type PlanFindingCode = (typeof PLAN_FINDING_CODES)[number];
