import { checkSpan, repeated } from './check-structure.js';
import { errorAt, warningAt, type ImportFinding, type Span } from './finding.js';
import type { DeliverableRecord, MilestoneRecord, ProjectFile, TaskRecord, WorkPackageRecord } from './project-file.js';

/** What the records of the plan are held against. */
interface Frame {
  readonly durationMonths: number;
  readonly shortNames: ReadonlySet<string>;
  readonly workPackages: ReadonlyMap<string, Span>;
}

const checkLead = (record: { number: string; lead: string }, frame: Frame): ImportFinding[] =>
  frame.shortNames.has(record.lead) ? [] : [errorAt(record.number, 'lead-unknown', { lead: record.lead })];

/** Names of beneficiaries beside the lead: known, each once, the lead not among them. */
function checkOthers(
  number: string,
  lead: string,
  names: readonly string[],
  kind: 'participant' | 'contributor',
  frame: Frame,
): ImportFinding[] {
  return [
    ...names.filter((name) => !frame.shortNames.has(name)).map((name) => errorAt(number, `${kind}-unknown`, { [kind]: name })),
    ...repeated(names, `${kind}-repeated`).map((finding) => errorAt(number, finding.rule, { [kind]: finding.record })),
    ...(names.includes(lead) ? [errorAt(number, `lead-is-${kind}`, { lead })] : []),
  ];
}

function checkWithin(number: string, workPackage: string, months: Span, rule: string, frame: Frame): ImportFinding[] {
  const span = frame.workPackages.get(workPackage);
  if (!span) return [errorAt(number, 'work-package-unknown', { workPackage })];
  const inside = span.startMonth <= months.startMonth && months.endMonth <= span.endMonth;
  return inside ? [] : [warningAt(number, rule, { workPackage, startMonth: span.startMonth, endMonth: span.endMonth })];
}

const dueSpan = ({ dueMonth }: { dueMonth: number }): Span => ({ startMonth: dueMonth, endMonth: dueMonth });

function checkWorkPackage(workPackage: WorkPackageRecord, frame: Frame): ImportFinding[] {
  return [...checkLead(workPackage, frame), ...checkSpan(workPackage.number, workPackage, frame.durationMonths)];
}

function checkTask(task: TaskRecord, frame: Frame): ImportFinding[] {
  return [
    ...checkLead(task, frame),
    ...checkOthers(task.number, task.lead, task.participants, 'participant', frame),
    ...checkSpan(task.number, task, frame.durationMonths),
    ...checkWithin(task.number, task.workPackage, task, 'task-outside-work-package', frame),
  ];
}

function checkDeliverable(deliverable: DeliverableRecord, frame: Frame): ImportFinding[] {
  const { number, lead, workPackage, contributors = [] } = deliverable;
  return [
    ...checkLead(deliverable, frame),
    ...checkOthers(number, lead, contributors, 'contributor', frame),
    ...checkSpan(number, dueSpan(deliverable), frame.durationMonths),
    ...checkWithin(number, workPackage, dueSpan(deliverable), 'deliverable-outside-work-package', frame),
  ];
}

function checkMilestone(milestone: MilestoneRecord, frame: Frame): ImportFinding[] {
  const { number, workPackages } = milestone;
  return [
    ...checkLead(milestone, frame),
    ...checkSpan(number, dueSpan(milestone), frame.durationMonths),
    ...repeated(workPackages, 'work-package-repeated').map((finding) => errorAt(number, finding.rule, { workPackage: finding.record })),
    ...workPackages.flatMap((name) => checkWithin(number, name, dueSpan(milestone), 'milestone-outside-work-package', frame)),
  ];
}

const numbers = (records: readonly { readonly number: string }[]): string[] => records.map(({ number }) => number);

/** The plan: numbers, leads, months, and what belongs to what. */
export function checkPlan(file: ProjectFile): ImportFinding[] {
  const frame: Frame = {
    durationMonths: file.project.durationMonths,
    shortNames: new Set(file.beneficiaries.map(({ shortName }) => shortName)),
    workPackages: new Map(file.workPackages.map((workPackage) => [workPackage.number, workPackage])),
  };
  return [
    ...repeated(numbers(file.workPackages), 'work-package-number-repeated'),
    ...repeated(numbers(file.tasks), 'task-number-repeated'),
    ...repeated(numbers(file.deliverables), 'deliverable-number-repeated'),
    ...repeated(numbers(file.milestones), 'milestone-number-repeated'),
    ...file.workPackages.flatMap((record) => checkWorkPackage(record, frame)),
    ...file.tasks.flatMap((record) => checkTask(record, frame)),
    ...file.deliverables.flatMap((record) => checkDeliverable(record, frame)),
    ...file.milestones.flatMap((record) => checkMilestone(record, frame)),
  ];
}
