import type { PlanState } from '@office/domain';

/** Query parameters of lists. */
export interface PageQuery {
  /** Rows to leave out, 0 by default. */
  offset?: number;
  /** Rows of the page, at most `MAX_PAGE_SIZE`. */
  limit?: number;
}

export interface SearchQuery {
  q: string;
}

export interface WorkPlanQuery {
  /** Project year, counted from 1; all years without it. */
  year?: number;
}

export interface DiaryQuery extends PageQuery {
  /** With `to`: the two days that are compared, each as it was at its end. */
  from?: string;
  to?: string;
}

export interface BudgetQuery {
  /** Whether the estimate by cost category comes along. */
  categories?: boolean;
}

/** The filter of the work plan, as its page has it in the address: what `GET .../work-plan/export.xlsx` and `.pdf` hold. */
export interface WorkPlanExportQuery {
  /** Project year, counted from 1; all years without it. */
  year?: number;
  /** Short name of a beneficiary that leads or takes part. */
  partner?: string;
  /** Number of a work package: WP2. */
  wp?: string;
  /** Working state of tasks, or `late` for tasks, deliverables and milestones past their day. */
  state?: PlanState;
  /** Part of a number or a title. */
  q?: string;
}
