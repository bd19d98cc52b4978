import { isLate, isWithEacea } from '../deliverables/deliverable.js';
import { addDays, daysBetween } from '../kernel/plain-date.js';
import { monthEnd, monthStart, reportDueDate } from '../kernel/project-month.js';
import { expectedOn, isMilestoneLate } from '../milestones/milestone-states.js';
import { isReportWithEacea } from '../reporting/report-states.js';
import { timelinessOf } from '../work-plan/work-status.js';
import type { WatchedDeliverable, WatchedMilestone, WatchedPartner, WatchedReport, WatchedTask } from './facts.js';
import { numbersOf, waysOutOfDeliverable, waysOutOfPredecessors, type Said, type Watch } from './watch.js';
import type { Warning, WarningSubject, WayOut } from './warning.js';

function reviewSigns({ state, review }: WatchedDeliverable, waysOut: readonly WayOut[], watch: Watch): Said[] {
  if (state !== 'in-review' || review === null) return [];
  const { closesOn, isOver } = review;
  if (isOver) return [{ kind: 'review-overdue', severity: 'medium', on: closesOn, waysOut }];
  return watch.isWithin(closesOn, watch.windows.reviewClosingDays)
    ? [{ kind: 'review-closing', severity: 'low', on: closesOn, waysOut }]
    : [];
}

export function deliverableWarnings(deliverable: WatchedDeliverable, watch: Watch): Warning[] {
  const { state, leadBeneficiaryId } = deliverable;
  if (isWithEacea(state)) return [];
  const dueOn = monthEnd(watch.project.startDate, deliverable.dueMonth);
  const waysOut = waysOutOfDeliverable(deliverable);
  const late = isLate(state, dueOn, watch.today);
  const isNear = late || watch.isWithin(dueOn, watch.windows.reminderDays);
  const waitedFor = isNear ? watch.waitedFor(deliverable.dependsOn) : [];
  const due: Said = late
    ? { kind: 'deliverable-late', severity: 'high', on: dueOn, waysOut }
    : { kind: 'deliverable-due-soon', severity: state === 'planned' ? 'medium' : 'low', on: dueOn, waysOut };
  const waits: Said = {
    kind: 'deliverable-waits',
    severity: 'medium',
    on: dueOn,
    detail: numbersOf(waitedFor),
    waysOut: waysOutOfPredecessors(waitedFor),
  };
  const signs = [...(isNear ? [due] : []), ...(waitedFor.length > 0 ? [waits] : []), ...reviewSigns(deliverable, waysOut, watch)];
  const subject: WarningSubject = { ...deliverable, kind: 'deliverable' };
  return signs.map((said) => watch.warn(subject, leadBeneficiaryId, said));
}

/** Tasks and deliverables of the milestone's work packages that are due by its month and are late or blocked. */
function holdingUp(milestone: WatchedMilestone, watch: Watch): { readonly number: string }[] {
  const { project, today } = watch;
  const isInside = (workPackageId: string, month: number): boolean =>
    milestone.workPackageIds.includes(workPackageId) && month <= milestone.dueMonth;
  const isHeld = (task: WatchedTask): boolean => ['late', 'at-risk'].includes(timelinessOf(task, project.startDate, today));
  return [
    ...project.tasks.filter((task) => isInside(task.workPackageId, task.endMonth) && isHeld(task)),
    ...project.deliverables.filter(
      ({ workPackageId, dueMonth, state }) =>
        isInside(workPackageId, dueMonth) && isLate(state, monthEnd(project.startDate, dueMonth), today),
    ),
  ];
}

export function milestoneWarnings(milestone: WatchedMilestone, watch: Watch): Warning[] {
  if (milestone.state === 'achieved') return [];
  const { startDate } = watch.project;
  const on = expectedOn(milestone, startDate);
  const waysOut: WayOut[] = [{ permission: 'milestone.report', beneficiaryId: milestone.leadBeneficiaryId }];
  const subject: WarningSubject = { ...milestone, kind: 'milestone' };
  const said = (sign: Pick<Said, 'kind' | 'severity' | 'detail'>): Warning[] => [
    watch.warn(subject, milestone.leadBeneficiaryId, { ...sign, on, waysOut }),
  ];
  if (isMilestoneLate(milestone, startDate, watch.today)) return said({ kind: 'milestone-late', severity: 'high' });
  const holders = watch.isWithin(on, watch.windows.milestoneDays) ? holdingUp(milestone, watch) : [];
  if (holders.length > 0) return said({ kind: 'milestone-at-risk', severity: 'medium', detail: numbersOf(holders) });
  return watch.isWithin(on, watch.windows.reminderDays) ? said({ kind: 'milestone-due-soon', severity: 'low' }) : [];
}

/** A report is asked for from the end of its period; nobody's institution in particular owes it. */
export function reportWarnings(report: WatchedReport, watch: Watch): Warning[] {
  const { startDate } = watch.project;
  if (isReportWithEacea(report.state) || watch.today <= monthEnd(startDate, report.toMonth)) return [];
  const on = reportDueDate(startDate, report.toMonth, report.daysToReport);
  const isOver = watch.today > on;
  const isUrgent = isOver || watch.isWithin(on, watch.windows.reportUrgentDays);
  const subject: WarningSubject = { kind: 'report', id: report.id, number: `RP${report.number}`, title: '' };
  const waysOut: WayOut[] = [{ permission: 'report.manage', beneficiaryId: null }];
  return [watch.warn(subject, null, { kind: isOver ? 'report-late' : 'report-due', severity: isUrgent ? 'high' : 'medium', on, waysOut })];
}

/** A partner with work under way of which nobody has done anything here for long. */
export function partnerWarnings(partner: WatchedPartner, watch: Watch): Warning[] {
  const { tasks, startDate } = watch.project;
  const begins = tasks
    .filter(
      ({ state, leadBeneficiaryId, participantIds }) => state !== 'done' && [leadBeneficiaryId, ...participantIds].includes(partner.id),
    )
    .map((task) => monthStart(startDate, task.startMonth))
    .filter((begin) => begin <= watch.today)
    .sort();
  const first = begins[0];
  if (first === undefined) return [];
  const on = partner.lastUpdateOn ?? first;
  const { silenceDays } = watch.windows;
  if (daysBetween(on, watch.today) <= silenceDays) return [];
  const severity = addDays(on, 2 * silenceDays) < watch.today ? 'high' : 'medium';
  const subject: WarningSubject = { kind: 'beneficiary', id: partner.id, number: partner.shortName, title: partner.name };
  return [
    watch.warn(subject, partner.id, {
      kind: 'partner-silent',
      severity,
      on,
      waysOut: [{ permission: 'task.update-part', beneficiaryId: partner.id }],
    }),
  ];
}
