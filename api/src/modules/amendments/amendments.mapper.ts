import type { AmendmentRow, AmendmentView, ClassificationView } from '@office/contracts';
import {
  amendmentLabel,
  amendmentMachine,
  answerDueOn,
  applyChanges,
  clausesOf,
  differences,
  intendedPlan,
  isOpenAmendment,
  lateRequests,
  newFindings,
  planFindings,
  stateOn,
  strongest,
  type ChangeFacts,
  type PlainDate,
  type Plan,
  type PlanChange,
  type PlanDifference,
  type PlanFinding,
} from '@office/domain';
import type { AmendmentListRow, AmendmentRowFull } from './amendments.repository.js';
import { agreedPlan, agreementView, classifyAll, factsOf, namesOf, type AgreementState, type PlanState } from './plan-state.js';

export function amendmentRow(row: AmendmentListRow, { agreed, inForce }: AgreementState, today: PlainDate): AmendmentRow {
  const { rejectedNumber, submittedOn, number, preparedOn } = row;
  const state = stateOn(row.state, submittedOn, today);
  return {
    id: row.id,
    title: row.title,
    state,
    label: amendmentLabel(number, rejectedNumber),
    clauses: row.clauses,
    changeCount: row.changeCount,
    preparedOn,
    stale: isOpenAmendment(state) && preparedOn < agreed,
    createdAt: new Date(row.createdAt).toISOString(),
    createdBy: row.createdBy,
    provenance: row.provenance,
    approvedOn: row.approvedOn,
    checkedOn: row.checkedOn,
    submittedOn,
    answerDueOn: submittedOn === null ? null : answerDueOn(submittedOn),
    decidedOn: row.decidedOn,
    effectiveOn: row.effectiveOn,
    inForce: number !== null && number <= inForce,
    version: row.version,
  };
}

interface Preview {
  readonly findings: readonly PlanFinding[];
  readonly differences: PlanDifference[];
  readonly after: Plan;
}

/** What the changes are meant to lead to, shown while they are still wrong: every error, and the warnings that they are to blame for. */
function previewOf(plan: Plan, changes: readonly PlanChange[], facts: ChangeFacts): Preview {
  const { plan: after, refusals, findings } = intendedPlan(plan, changes, facts);
  const errors = findings.filter(({ level }) => level === 'error');
  const warnings = newFindings(planFindings(plan, facts.beneficiaryIds), findings).filter(({ level }) => level === 'warning');
  return { findings: [...refusals, ...errors, ...warnings], differences: differences(plan, after), after };
}

/** What has been decided is shown as it was: nothing that happened to rows since stands in its way. */
const asThen = ({ beneficiaryIds }: ChangeFacts): ChangeFacts => ({
  beneficiaryIds,
  shareIds: [],
  reportedIds: [],
  versionIds: [],
  reportedPeriods: [],
  periodsWithEacea: [],
  acceptedIds: [],
});

/** Once it is submitted it was asked for in time. */
const lateFindings = ({ submittedOn }: AmendmentRow, changes: readonly PlanChange[], basis: Plan, today: PlainDate): PlanFinding[] =>
  submittedOn === null ? lateRequests(changes, basis, today) : [];

/** Why the next one to take effect could not: something happened to its rows since it was accepted. */
function heldBy({ number, changes }: AmendmentRowFull, { plan, rowFacts, inForce }: PlanState): PlanFinding[] {
  if (number !== inForce + 1) return [];
  const applied = applyChanges(plan, changes, rowFacts);
  return applied.ok ? [] : [...applied.reason];
}

export function amendmentView(row: AmendmentRowFull, plan: PlanState, today: PlainDate): AmendmentView {
  const list = amendmentRow(row, plan, today);
  const open = isOpenAmendment(list.state);
  const current = open && !list.stale;
  const basis = current ? agreedPlan(plan) : row.basis;
  const preview = previewOf(basis, row.changes, open ? plan.rowFacts : asThen(plan.rowFacts));
  return {
    ...list,
    justification: row.justification,
    agreement: agreementView(plan),
    changes: classifyAll(row.changes, basis, factsOf(plan, today)),
    differences: preview.differences,
    findings: open ? [...lateFindings(list, row.changes, basis, today), ...preview.findings] : heldBy(row, plan),
    names: namesOf(plan.beneficiaries, basis, preview.after),
    approvalReference: row.approvalReference,
    checkNote: row.checkNote,
    reason: row.reason,
    history: row.history.map((item) => ({ ...item, at: new Date(item.at).toISOString() })),
    actions: amendmentMachine.transitions
      .filter(({ from, action }) => from === list.state && action !== 'lapse')
      .map(({ action }) => action),
  };
}

export function classificationView(changes: readonly PlanChange[], state: PlanState, today: PlainDate): ClassificationView {
  const plan = agreedPlan(state);
  const classified = classifyAll(changes, plan, factsOf(state, today));
  const preview = previewOf(plan, changes, state.rowFacts);
  return {
    class: strongest(classified),
    clauses: clausesOf(classified),
    changes: classified,
    findings: [...(state.lockedOn === null ? [] : lateRequests(changes, plan, today)), ...preview.findings],
    differences: preview.differences,
    names: namesOf(state.beneficiaries, plan, preview.after),
  };
}
