import type { AgreementView, AmendmentRow, AmendmentsView, AmendmentView, PlanEditView } from '@office/contracts';
import { amendmentMachine, classify, differences, intendedPlan, planFindings, type Plan, type PlanChange } from '@office/domain';
import { CONSORTIUM, aPersonRef } from './consortium.js';
import { NOW, TODAY, idOf } from './fixed.js';
import { aPlan } from './plan.js';

export const anAgreement = (overrides: Partial<AgreementView> = {}): AgreementView => ({
  locked: true,
  lockedOn: '2024-01-01',
  agreed: 0,
  inForce: 0,
  version: 1,
  ...overrides,
});

/** A draft without changes. */
export const anAmendmentRow = (overrides: Partial<AmendmentRow> = {}): AmendmentRow => ({
  id: idOf('amendment', 1),
  title: 'Six months more',
  state: 'draft',
  label: null,
  clauses: [],
  changeCount: 0,
  preparedOn: 0,
  stale: false,
  createdAt: NOW,
  createdBy: aPersonRef(),
  approvedOn: null,
  checkedOn: null,
  submittedOn: null,
  answerDueOn: null,
  decidedOn: null,
  effectiveOn: null,
  inForce: false,
  provenance: 'demonstration',
  version: 1,
  ...overrides,
});

export const anAmendmentsView = (overrides: Partial<AmendmentsView> = {}): AmendmentsView => ({
  agreement: anAgreement(),
  items: [anAmendmentRow()],
  ...overrides,
});

const names = (plan: Plan): Record<string, string> => ({
  ...Object.fromEntries(plan.workPackages.map(({ id, number }) => [id, number])),
  ...Object.fromEntries(Object.values(CONSORTIUM).map(({ id, shortName }) => [id, shortName])),
});

/** What the office answers to changes of `aPlan`. */
export const aPlanEdit = (overrides: Partial<PlanEditView> = {}): PlanEditView => {
  const beneficiaries = Object.values(CONSORTIUM);
  const plan = overrides.plan ?? aPlan();
  const beneficiaryIds = beneficiaries.map(({ id }) => id);
  return {
    agreement: anAgreement(),
    plan,
    beneficiaries,
    facts: { locked: overrides.agreement?.locked ?? true, today: TODAY, deliverableStates: {} },
    rowFacts: { beneficiaryIds, shareIds: [], reportedIds: [], versionIds: [], reportedPeriods: [], periodsWithEacea: [], acceptedIds: [] },
    findings: planFindings(plan, beneficiaryIds),
    version: 1,
    ...overrides,
  };
};

/** An amendment with these changes of `aPlan`, judged as the office does. */
export function anAmendment(changes: readonly PlanChange[] = [], overrides: Partial<AmendmentView> = {}): AmendmentView {
  const { plan, facts, rowFacts, agreement } = aPlanEdit();
  const { plan: after, refusals, findings } = intendedPlan(plan, changes, rowFacts);
  const row = anAmendmentRow({ changeCount: changes.length, ...overrides });
  return {
    ...row,
    justification: 'The partners need the time.',
    agreement,
    changes: changes.map((change) => ({ change, ...classify(change, plan, facts) })),
    differences: differences(plan, after),
    findings: [...refusals, ...findings],
    names: names(after),
    approvalReference: null,
    checkNote: null,
    reason: null,
    history: [{ at: NOW, by: aPersonRef(), event: 'amendment.prepared', detail: {} }],
    actions: amendmentMachine.transitions
      .filter(({ from, action }) => from === row.state && action !== 'lapse')
      .map(({ action }) => action),
    ...overrides,
  };
}
