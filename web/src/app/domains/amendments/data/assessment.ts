import type { PlanEditView } from '@office/contracts';
import {
  classify,
  intendedPlan,
  lateRequests,
  newFindings,
  type ClassifiedPlanChange,
  type Plan,
  type PlanChange,
  type PlanFinding,
} from '@office/domain';

/** What a list of changes would make of the plan, before and after the one that is looked at. */
export interface Assessment {
  readonly classified: ClassifiedPlanChange;
  /** Findings that this change brings about. */
  readonly findings: readonly PlanFinding[];
  readonly changesNothing: boolean;
}

/** The plan as the other changes of the list leave it. */
export const planWithout = (edit: PlanEditView, changes: readonly PlanChange[], index: number): Plan =>
  intendedPlan(
    edit.plan,
    changes.filter((_, at) => at !== index),
    edit.rowFacts,
  ).plan;

/** Judges one change within a list, by the same functions as the API. */
export function assess(edit: PlanEditView, changes: readonly PlanChange[], index: number): Assessment | null {
  const change = changes[index];
  if (!change) return null;
  const others = changes.filter((_, at) => at !== index);
  const before = intendedPlan(edit.plan, others, edit.rowFacts);
  const after = intendedPlan(edit.plan, changes, edit.rowFacts);
  const own = after.refusals.filter(({ path }) => path.startsWith(`changes.${index}.`));
  const refused = after.refusals.length - own.length > before.refusals.length ? after.refusals : own;
  const late = edit.agreement.locked ? lateRequests([change], edit.plan, edit.facts.today) : [];
  return {
    classified: { change, ...classify(change, edit.plan, edit.facts) },
    findings: [...refused, ...late, ...newFindings(before.findings, after.findings)],
    changesNothing: after.refusals.length === 0 && JSON.stringify(before.plan) === JSON.stringify(after.plan),
  };
}

/** Changes with one put in place of another that is told by its content, or at the end when that is not there any more. */
export function withChange(changes: readonly PlanChange[], original: PlanChange | null, change: PlanChange): PlanChange[] {
  const at = original === null ? -1 : indexOfChange(changes, original);
  return at < 0 ? [...changes, change] : changes.map((one, index) => (index === at ? change : one));
}

export const indexOfChange = (changes: readonly PlanChange[], change: PlanChange): number => {
  const text = JSON.stringify(change);
  return changes.findIndex((one) => JSON.stringify(one) === text);
};
