import type { BeneficiaryRef, WorkPackagePlan } from '@office/contracts';
import { type Dependency, waitingFor } from '@office/domain';

/** A task or a deliverable as others may depend on it. */
export interface LinkEnd {
  readonly id: string;
  readonly number: string;
  readonly title: string;
  readonly lead: BeneficiaryRef;
  readonly dependsOn: readonly string[];
  readonly slipMonths: number;
}

/** Tasks and deliverables of the plan in its order. */
export const endsOf = (plan: readonly WorkPackagePlan[]): LinkEnd[] =>
  plan.flatMap(({ tasks, deliverables }) => [...tasks, ...deliverables]);

const dependenciesOf = (ends: readonly LinkEnd[]): Dependency[] =>
  ends.flatMap(({ id: successorId, dependsOn }) => dependsOn.map((predecessorId) => ({ successorId, predecessorId })));

/** What a row may be made to depend on: not itself, not what it depends on already, nothing that waits for it. */
export function candidatesFor(row: LinkEnd, ends: readonly LinkEnd[]): LinkEnd[] {
  const refused = waitingFor(dependenciesOf(ends), row.id);
  return ends.filter(({ id }) => !refused.has(id) && !row.dependsOn.includes(id));
}
