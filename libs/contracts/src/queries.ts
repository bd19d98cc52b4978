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

export interface BudgetQuery {
  /** Whether the estimate by cost category comes along. */
  categories?: boolean;
}
