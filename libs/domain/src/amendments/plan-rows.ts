import type { Plan } from './plan.js';

/** The lists of a plan whose rows have an id. */
export type RowList = 'workPackages' | 'tasks' | 'deliverables' | 'milestones';
type RowOf<L extends RowList> = Plan[L][number];

const ROW_LISTS: readonly RowList[] = ['workPackages', 'tasks', 'deliverables', 'milestones'];

export const hasRow = (plan: Plan, list: RowList, id: string): boolean => plan[list].some((row) => row.id === id);

/** Whether any row of the plan has this id: ids are never shared. */
export const isTaken = (plan: Plan, id: string): boolean => ROW_LISTS.some((list) => hasRow(plan, list, id));

export const addRow = <L extends RowList>(plan: Plan, list: L, row: RowOf<L>): Plan => ({ ...plan, [list]: [...plan[list], row] });

export const withoutRow = (plan: Plan, list: RowList, id: string): Plan => ({
  ...plan,
  [list]: plan[list].filter((row: { readonly id: string }) => row.id !== id),
});

export const replaceRow = <L extends RowList>(plan: Plan, list: L, id: string, fields: Partial<RowOf<L>>): Plan => ({
  ...plan,
  [list]: plan[list].map((row: { readonly id: string }) => (row.id === id ? { ...row, ...fields } : row)),
});

/** Puts the row last in another work package. */
export function moveRow(
  plan: Plan,
  list: 'tasks' | 'deliverables',
  id: string,
  to: { readonly workPackageId: string; readonly number: string },
): Plan {
  const row = plan[list].find((one) => one.id === id);
  return row ? { ...plan, [list]: [...plan[list].filter((one) => one.id !== id), { ...row, ...to }] } : plan;
}

interface AnyRow {
  readonly id: string;
  readonly workPackageId?: string;
}

/** Rows that a row is ordered among: tasks and deliverables within their work package, the others all. */
export const siblingsOf = (rows: readonly AnyRow[], row: AnyRow): AnyRow[] =>
  rows.filter((other) => other.workPackageId === row.workPackageId);

/** Puts the row at a place among its siblings, from 0; beyond the end is the end. */
export function reorderRow(plan: Plan, list: RowList, id: string, position: number): Plan {
  const rows: readonly AnyRow[] = plan[list];
  const row = rows.find((one) => one.id === id);
  if (!row) return plan;
  const order = siblingsOf(rows, row).filter((one) => one.id !== id);
  order.splice(position, 0, row);
  const queue = order.values();
  return { ...plan, [list]: rows.map((one) => (one.workPackageId === row.workPackageId ? queue.next().value : one)) };
}
