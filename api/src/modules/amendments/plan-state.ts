import type { AgreementView, BeneficiaryRef, PlanRowFacts } from '@office/contracts';
import {
  applyChanges,
  classify,
  type ClassificationFacts,
  type ClassifiedPlanChange,
  type DeliverableState,
  type Plan,
  type PlainDate,
  type PlanChange,
} from '@office/domain';

/** An accepted amendment whose date has not come. */
export interface PendingAmendment {
  readonly id: string;
  readonly number: number;
  readonly title: string;
  readonly changes: PlanChange[];
  readonly effectiveOn: PlainDate;
}

/** Where the agreement stands. */
export interface AgreementState {
  readonly lockedOn: PlainDate | null;
  readonly version: number;
  readonly agreed: number;
  readonly inForce: number;
  readonly zone: string;
}

/** The agreement and the plan in force, as one statement reads them. */
export interface PlanState extends AgreementState {
  /** The day from which the plan as agreed holds; null before the signature. */
  readonly agreedFrom: PlainDate | null;
  readonly plan: Plan;
  readonly rowFacts: PlanRowFacts;
  readonly pending: readonly PendingAmendment[];
  readonly deliverableStates: Readonly<Record<string, DeliverableState>>;
  readonly beneficiaries: BeneficiaryRef[];
}

export const agreementView = ({ lockedOn, version, agreed, inForce }: AgreementState): AgreementView => ({
  locked: lockedOn !== null,
  lockedOn,
  version,
  agreed,
  inForce,
});

/** The plan as agreed: what was accepted and waits for its date is in it. One that cannot be made any more is left out. */
export function agreedPlan({ plan, pending, rowFacts }: PlanState): Plan {
  return pending.reduce((agreed, { changes }) => {
    const applied = applyChanges(agreed, changes, rowFacts);
    return applied.ok ? applied.value.plan : agreed;
  }, plan);
}

export const factsOf = ({ lockedOn, deliverableStates }: PlanState, today: PlainDate): ClassificationFacts => ({
  locked: lockedOn !== null,
  today,
  deliverableStates,
});

/** Short names of beneficiaries and numbers of work packages, for what names them by id. */
export function namesOf(beneficiaries: readonly BeneficiaryRef[], ...plans: readonly Plan[]): Record<string, string> {
  const workPackages = plans.flatMap((plan) => plan.workPackages.map(({ id, number }): [string, string] => [id, number]));
  return Object.fromEntries([...workPackages, ...beneficiaries.map(({ id, shortName }): [string, string] => [id, shortName])]);
}

export const classifyAll = (changes: readonly PlanChange[], plan: Plan, facts: ClassificationFacts): ClassifiedPlanChange[] =>
  changes.map((change) => ({ change, ...classify(change, plan, facts) }));
