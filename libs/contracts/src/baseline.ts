/** Months of a work package or a task in the agreement as signed. */
export interface BaselineMonths {
  startMonth: number;
  endMonth: number;
}

/** Due month of a deliverable or a milestone in the agreement as signed. */
export interface BaselineDue {
  dueMonth: number;
}

/** How a row stands against the agreement as signed (version 0 of the plan); nothing of it before the signature. */
export interface WithBaseline<Baseline> {
  /** Null where it equals the current plan, and where the row was added later. */
  baseline: Baseline | null;
  /** Not in the agreement as signed. */
  added: boolean;
}

/** "Baseline: grant agreement, amendment 1 in force". */
export interface AgreementInForce {
  locked: boolean;
  /** Number of the last amendment in force; 0 before the first. */
  amendment: number;
}
