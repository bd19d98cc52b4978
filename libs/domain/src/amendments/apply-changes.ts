import { ok, refuse, type Result } from '../kernel/result.js';
import { touchedAcceptedWork } from './accepted-work.js';
import { normalised, type Plan, type PlanPeriod } from './plan.js';
import type { DeliverableChange, MilestoneChange, PlanChange, ProjectChange, TaskChange, WorkPackageChange } from './plan-change.js';
import { errorAt, type FindingParams } from './finding-at.js';
import type { PlanFinding, PlanFindingCode } from './plan-finding.js';
import { planFindings } from './plan-findings.js';
import { addRow, hasRow, isTaken, moveRow, reorderRow, replaceRow, withoutRow } from './plan-rows.js';

/** What has happened to rows beside the plan: a row that holds money or work cannot be removed. */
export interface ChangeFacts {
  readonly beneficiaryIds: readonly string[];
  /** Work packages with a lump-sum share (Annex 2). */
  readonly shareIds: readonly string[];
  /** Work packages, tasks and milestones that somebody reported on. */
  readonly reportedIds: readonly string[];
  /** Deliverables with an uploaded version. */
  readonly versionIds: readonly string[];
  /** Numbers of reporting periods that a report was begun on. */
  readonly reportedPeriods: readonly number[];
  /** Those of them whose report EACEA has, or has accepted: their months stand. */
  readonly periodsWithEacea: readonly number[];
  /** Work packages that EACEA accepted or paid: nothing of them changes any more. */
  readonly acceptedIds: readonly string[];
}

export interface AppliedPlan {
  readonly plan: Plan;
  readonly warnings: readonly PlanFinding[];
}

/** Why one change cannot be made: the field of the change, and the code. */
interface Refusal {
  readonly field: string;
  readonly code: PlanFindingCode;
  readonly params?: FindingParams;
}
type Step = Result<Plan, Refusal>;

const no = (field: string, code: PlanFindingCode, params?: FindingParams): Step => refuse({ field, code, ...(params && { params }) });

/** What EACEA was told of a period, it was told of these months. */
const movesReported = (before: readonly PlanPeriod[], after: readonly PlanPeriod[], { periodsWithEacea }: ChangeFacts): boolean =>
  periodsWithEacea.some((number) => {
    const [was, is] = [before, after].map((periods) => periods.find((period) => period.number === number));
    return was !== undefined && (was.fromMonth !== is?.fromMonth || was.toMonth !== is.toMonth);
  });

/** A longer or shorter project: its last reporting period ends with it. */
function projectStep(plan: Plan, change: ProjectChange, facts: ChangeFacts): Step {
  switch (change.kind) {
    case 'project.start-date':
      return facts.periodsWithEacea.length > 0 && change.startDate !== plan.startDate
        ? no('startDate', 'work-reported')
        : ok({ ...plan, startDate: change.startDate });
    case 'project.reporting-periods':
      return facts.reportedPeriods.some((number) => !change.periods.some((period) => period.number === number)) ||
        movesReported(plan.reportingPeriods, change.periods, facts)
        ? no('periods', 'work-reported')
        : ok({ ...plan, reportingPeriods: change.periods });
    case 'project.duration': {
      const last = plan.reportingPeriods.at(-1);
      const moved = last ? [...plan.reportingPeriods.slice(0, -1), { ...last, toMonth: change.durationMonths }] : [];
      return movesReported(plan.reportingPeriods, moved, facts)
        ? no('durationMonths', 'work-reported')
        : ok({ ...plan, durationMonths: change.durationMonths, reportingPeriods: moved });
    }
  }
}

function removeWorkPackage(plan: Plan, id: string, facts: ChangeFacts): Step {
  const within = [...plan.tasks, ...plan.deliverables].filter((row) => row.workPackageId === id);
  const linked = plan.milestones.filter(({ workPackageIds }) => workPackageIds.includes(id));
  const first = [...within, ...linked][0];
  if (first) return no('id', 'work-package-not-empty', { row: first.number });
  if (facts.shareIds.includes(id)) return no('id', 'work-package-has-share');
  if (facts.reportedIds.includes(id)) return no('id', 'work-reported');
  return ok(withoutRow(plan, 'workPackages', id));
}

function workPackageStep(plan: Plan, change: Exclude<WorkPackageChange, { kind: 'work-package.add' }>, facts: ChangeFacts): Step {
  const { id } = change;
  switch (change.kind) {
    case 'work-package.remove':
      return removeWorkPackage(plan, id, facts);
    case 'work-package.retitle':
      return ok(replaceRow(plan, 'workPackages', id, { title: change.title }));
    case 'work-package.objectives':
      return ok(replaceRow(plan, 'workPackages', id, { objectives: change.objectives }));
    case 'work-package.months':
      return ok(replaceRow(plan, 'workPackages', id, { startMonth: change.startMonth, endMonth: change.endMonth }));
    case 'work-package.lead':
      return ok(replaceRow(plan, 'workPackages', id, { leadId: change.leadId }));
    case 'work-package.renumber':
      return ok(replaceRow(plan, 'workPackages', id, { number: change.number }));
    case 'work-package.reorder':
      return ok(reorderRow(plan, 'workPackages', id, change.position));
  }
}

/** The lead is not repeated among the participants: who led goes on taking part. */
function leadTask(plan: Plan, id: string, leadId: string): Plan {
  const task = plan.tasks.find((row) => row.id === id);
  if (!task || task.leadId === leadId) return plan;
  const others = task.participantIds.filter((one) => one !== leadId && one !== task.leadId);
  return replaceRow(plan, 'tasks', id, { leadId, participantIds: [...others, task.leadId].toSorted() });
}

function splitTask(plan: Plan, change: Extract<TaskChange, { kind: 'task.split' }>): Step {
  const { id, lastMonth, newId, newNumber, newTitle } = change;
  const task = plan.tasks.find((row) => row.id === id);
  if (!task || lastMonth < task.startMonth || lastMonth >= task.endMonth) return no('lastMonth', 'split-outside-task');
  if (isTaken(plan, newId)) return no('newId', 'id-taken');
  const second = { ...task, id: newId, number: newNumber, title: newTitle, startMonth: lastMonth + 1 };
  const tasks = plan.tasks.flatMap((row) => (row.id === id ? [{ ...row, endMonth: lastMonth }, second] : [row]));
  return ok({ ...plan, tasks });
}

function taskStep(plan: Plan, change: Exclude<TaskChange, { kind: 'task.add' }>, facts: ChangeFacts): Step {
  const { id } = change;
  switch (change.kind) {
    case 'task.remove':
      return facts.reportedIds.includes(id) ? no('id', 'work-reported') : ok(withoutRow(plan, 'tasks', id));
    case 'task.retitle':
      return ok(replaceRow(plan, 'tasks', id, { title: change.title }));
    case 'task.months':
      return ok(replaceRow(plan, 'tasks', id, { startMonth: change.startMonth, endMonth: change.endMonth }));
    case 'task.lead':
      return ok(leadTask(plan, id, change.leadId));
    case 'task.participants':
      return ok(replaceRow(plan, 'tasks', id, { participantIds: change.participantIds }));
    case 'task.move':
      return ok(moveRow(plan, 'tasks', id, { workPackageId: change.workPackageId, number: change.number }));
    case 'task.split':
      return splitTask(plan, change);
    case 'task.renumber':
      return ok(replaceRow(plan, 'tasks', id, { number: change.number }));
    case 'task.reorder':
      return ok(reorderRow(plan, 'tasks', id, change.position));
  }
}

/** A new lead is no contributor any more; who led goes on as one only when it is said. */
function leadDeliverable(plan: Plan, id: string, leadId: string): Plan {
  const contributorIds = plan.deliverables.find((row) => row.id === id)?.contributorIds.filter((one) => one !== leadId);
  return replaceRow(plan, 'deliverables', id, { leadId, ...(contributorIds && { contributorIds }) });
}

function deliverableStep(plan: Plan, change: Exclude<DeliverableChange, { kind: 'deliverable.add' }>, facts: ChangeFacts): Step {
  const { id } = change;
  switch (change.kind) {
    case 'deliverable.remove':
      return facts.versionIds.includes(id) ? no('id', 'has-version') : ok(withoutRow(plan, 'deliverables', id));
    case 'deliverable.retitle':
      return ok(replaceRow(plan, 'deliverables', id, { title: change.title }));
    case 'deliverable.type':
      return ok(replaceRow(plan, 'deliverables', id, { type: change.type }));
    case 'deliverable.level':
      return ok(replaceRow(plan, 'deliverables', id, { disseminationLevel: change.disseminationLevel }));
    case 'deliverable.due':
      return ok(replaceRow(plan, 'deliverables', id, { dueMonth: change.dueMonth }));
    case 'deliverable.lead':
      return ok(leadDeliverable(plan, id, change.leadId));
    case 'deliverable.contributors':
      return ok(replaceRow(plan, 'deliverables', id, { contributorIds: change.contributorIds }));
    case 'deliverable.move':
      return ok(moveRow(plan, 'deliverables', id, { workPackageId: change.workPackageId, number: change.number }));
    case 'deliverable.renumber':
      return ok(replaceRow(plan, 'deliverables', id, { number: change.number }));
    case 'deliverable.reorder':
      return ok(reorderRow(plan, 'deliverables', id, change.position));
  }
}

function milestoneStep(plan: Plan, change: Exclude<MilestoneChange, { kind: 'milestone.add' }>, facts: ChangeFacts): Step {
  const { id } = change;
  switch (change.kind) {
    case 'milestone.remove':
      return facts.reportedIds.includes(id) ? no('id', 'work-reported') : ok(withoutRow(plan, 'milestones', id));
    case 'milestone.retitle':
      return ok(replaceRow(plan, 'milestones', id, { title: change.title }));
    case 'milestone.due':
      return ok(replaceRow(plan, 'milestones', id, { dueMonth: change.dueMonth }));
    case 'milestone.means':
      return ok(replaceRow(plan, 'milestones', id, { meansOfVerification: change.meansOfVerification }));
    case 'milestone.lead':
      return ok(replaceRow(plan, 'milestones', id, { leadId: change.leadId }));
    case 'milestone.work-packages':
      return ok(replaceRow(plan, 'milestones', id, { workPackageIds: change.workPackageIds }));
    case 'milestone.renumber':
      return ok(replaceRow(plan, 'milestones', id, { number: change.number }));
    case 'milestone.reorder':
      return ok(reorderRow(plan, 'milestones', id, change.position));
  }
}

type WithSubject<C extends PlanChange> = Extract<C, { id: string }>;

/** A change of a row that is there. */
function rowStep(plan: Plan, change: WithSubject<PlanChange>, facts: ChangeFacts): Step {
  if (isWorkPackageChange(change)) {
    return hasRow(plan, 'workPackages', change.id) ? workPackageStep(plan, change, facts) : no('id', 'subject-unknown');
  }
  if (isTaskChange(change)) return hasRow(plan, 'tasks', change.id) ? taskStep(plan, change, facts) : no('id', 'subject-unknown');
  if (isDeliverableChange(change)) {
    return hasRow(plan, 'deliverables', change.id) ? deliverableStep(plan, change, facts) : no('id', 'subject-unknown');
  }
  return hasRow(plan, 'milestones', change.id) ? milestoneStep(plan, change, facts) : no('id', 'subject-unknown');
}

const isWorkPackageChange = (change: WithSubject<PlanChange>): change is WithSubject<WorkPackageChange> =>
  change.kind.startsWith('work-package.');
const isTaskChange = (change: WithSubject<PlanChange>): change is WithSubject<TaskChange> => change.kind.startsWith('task.');
const isDeliverableChange = (change: WithSubject<PlanChange>): change is WithSubject<DeliverableChange> =>
  change.kind.startsWith('deliverable.');

function changeStep(plan: Plan, change: PlanChange, facts: ChangeFacts): Step {
  const closed = touchedAcceptedWork(change, plan, facts.acceptedIds);
  if (closed !== null) return no(closed.field, 'work-package-accepted', { row: closed.row });
  switch (change.kind) {
    case 'project.start-date':
    case 'project.duration':
    case 'project.reporting-periods':
      return projectStep(plan, change, facts);
    case 'work-package.add':
      return isTaken(plan, change.row.id) ? no('row.id', 'id-taken') : ok(addRow(plan, 'workPackages', change.row));
    case 'task.add':
      return isTaken(plan, change.row.id) ? no('row.id', 'id-taken') : ok(addRow(plan, 'tasks', change.row));
    case 'deliverable.add':
      return isTaken(plan, change.row.id) ? no('row.id', 'id-taken') : ok(addRow(plan, 'deliverables', change.row));
    case 'milestone.add':
      return isTaken(plan, change.row.id) ? no('row.id', 'id-taken') : ok(addRow(plan, 'milestones', change.row));
    default:
      return rowStep(plan, change, facts);
  }
}

/** What changes would make of a plan, right or wrong. */
export interface IntendedPlan {
  /** With every change that can be made; the others are left out. */
  readonly plan: Plan;
  /** Changes that cannot be made: `changes.<index>.<field>`. */
  readonly refusals: readonly PlanFinding[];
  /** Everything wrong or odd about the plan (handbook 6.2). */
  readonly findings: readonly PlanFinding[];
}

/** The plan that changes are meant to lead to, in their order: a draft is looked at while it is still wrong. The plan given is never touched. */
export function intendedPlan(plan: Plan, changes: readonly PlanChange[], facts: ChangeFacts): IntendedPlan {
  let next = plan;
  const refusals: PlanFinding[] = [];
  changes.forEach((change, index) => {
    const step = changeStep(next, change, facts);
    if (step.ok) next = step.value;
    else refusals.push(errorAt(`changes.${index}.${step.reason.field}`, step.reason.code, step.reason.params));
  });
  const changed = normalised(next);
  return { plan: changed, refusals, findings: planFindings(changed, facts.beneficiaryIds) };
}

/**
 * The plan after all changes in their order, or why not: every change that cannot be made (`changes.<index>.<field>`),
 * else every error that the plan would then have (handbook 6.2). The plan given is never touched.
 */
export function applyChanges(plan: Plan, changes: readonly PlanChange[], facts: ChangeFacts): Result<AppliedPlan, readonly PlanFinding[]> {
  const { plan: changed, refusals, findings } = intendedPlan(plan, changes, facts);
  if (refusals.length > 0) return refuse(refusals);
  const errors = findings.filter(({ level }) => level === 'error');
  return errors.length > 0 ? refuse(errors) : ok({ plan: changed, warnings: findings });
}
