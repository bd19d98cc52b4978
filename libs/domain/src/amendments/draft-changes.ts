import type { Plan } from './plan.js';
import type { PlanChange } from './plan-change.js';

/** How a draft became another: each change by the number of its row ("D3.3"), or by its kind where it is the whole project's. */
export interface DraftChanges {
  /** New, or told otherwise than before. */
  readonly put: readonly string[];
  readonly out: readonly string[];
}

function nameOf(change: PlanChange, plan: Plan): string {
  if ('row' in change) return change.row.number;
  if (!('id' in change)) return change.kind;
  const rows = [...plan.workPackages, ...plan.tasks, ...plan.deliverables, ...plan.milestones];
  return rows.find(({ id }) => id === change.id)?.number ?? '';
}

/** What was put into a draft and what was taken out of it; a row that an own change of the draft adds has its number there. */
export function draftChanges(before: readonly PlanChange[], after: readonly PlanChange[], plan: Plan): DraftChanges {
  const numberOf = (change: PlanChange): string => {
    const added = [...before, ...after].find((one) => 'id' in change && 'row' in one && one.row.id === change.id);
    return nameOf(added ?? change, plan);
  };
  const names = (changes: readonly PlanChange[], others: readonly PlanChange[]): string[] => {
    const known = new Set(others.map((change) => JSON.stringify(change)));
    return [...new Set(changes.filter((change) => !known.has(JSON.stringify(change))).map(numberOf))].filter((name) => name !== '');
  };
  const put = names(after, before);
  const kept = new Set([...put, ...after.map(numberOf)]);
  return { put, out: names(before, after).filter((name) => !kept.has(name)) };
}
