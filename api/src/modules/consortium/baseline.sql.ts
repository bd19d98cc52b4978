/** `$1` is the project. Rows of the plan beside the agreement as signed (`plan_baseline`); before the signature there is none. */
const SIGNED = `EXISTS (SELECT FROM agreement WHERE project_id = $1 AND locked_on IS NOT NULL)`;

export const baselineJoin = (row: string, baseline: string): string =>
  `LEFT JOIN plan_baseline ${baseline} ON ${baseline}.project_id = $1 AND ${baseline}.subject_id = ${row}.id`;

export const addedLater = (baseline: string): string => `(${baseline}.subject_id IS NULL AND ${SIGNED})`;

/** Null where the months are those of the plan. */
export const baselineMonths = (row: string, baseline: string): string => `CASE
  WHEN (${baseline}.start_month, ${baseline}.end_month) <> (${row}.start_month, ${row}.end_month)
  THEN json_build_object('startMonth', ${baseline}.start_month, 'endMonth', ${baseline}.end_month) END`;

export const baselineDue = (row: string, baseline: string): string =>
  `CASE WHEN ${baseline}.due_month <> ${row}.due_month THEN json_build_object('dueMonth', ${baseline}.due_month) END`;

/** The two fields of `WithBaseline`, inside a `json_build_object`. */
export const baselineFields = (kind: 'months' | 'due', row: string, baseline: string): string =>
  `'baseline', ${(kind === 'months' ? baselineMonths : baselineDue)(row, baseline)}, 'added', ${addedLater(baseline)}`;
