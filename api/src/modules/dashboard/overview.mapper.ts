import type { OverviewView, OverviewWorkPackage, PartnerProgress } from '@office/contracts';
import { DELIVERABLE_STATES, isReportWithEacea, isWithEacea, monthOf, reportDueDate, sumCents, type WarningWindows } from '@office/domain';
import { isoOrNull } from '../deliverables/deliverables.mapper.js';
import { attentionOf } from './attention.js';
import type { DeliverableFacts, OverviewFacts, TaskFacts, WorkPackageFacts } from './dashboard.repository.js';
import type { Moment } from './moment.js';

function deliverableCounts(deliverables: readonly DeliverableFacts[], moment: Moment): { done: number; late: number; total: number } {
  return {
    done: deliverables.filter(({ state }) => isWithEacea(state)).length,
    late: deliverables.filter((deliverable) => moment.isLate(deliverable)).length,
    total: deliverables.length,
  };
}

function taskCounts(tasks: readonly TaskFacts[], moment: Moment): OverviewView['counts']['tasks'] {
  const timeliness = tasks.map((task) => moment.timelinessOf(task));
  const count = (value: string): number => timeliness.filter((item) => item === value).length;
  const blocked = tasks.filter(({ state }) => state === 'blocked').length;
  return { total: tasks.length, done: count('done'), late: count('late'), shouldHaveStarted: count('should-have-started'), blocked };
}

function workPackageView(
  { narrative: _, overridden: _derivedOrNot, ...workPackage }: WorkPackageFacts,
  facts: OverviewFacts,
  moment: Moment,
): OverviewWorkPackage {
  const tasks = facts.tasks.filter((task) => task.workPackageId === workPackage.id);
  const { late, blocked } = taskCounts(tasks, moment);
  return {
    ...workPackage,
    timeliness: moment.workPackageTimeliness(workPackage, facts),
    tasksLate: late,
    tasksBlocked: blocked,
    deliverables: deliverableCounts(
      facts.deliverables.filter((deliverable) => deliverable.workPackage.id === workPackage.id),
      moment,
    ),
    totalCents: sumCents(facts.shares.filter((share) => share.workPackageId === workPackage.id).map((share) => share.cents)),
    updatedAt: isoOrNull(workPackage.updatedAt),
  };
}

function partnerView(partner: OverviewFacts['partners'][number], facts: OverviewFacts, moment: Moment): PartnerProgress {
  const tasks = taskCounts(
    facts.tasks.filter((task) => task.lead.id === partner.ref.id),
    moment,
  );
  const deliverables = deliverableCounts(
    facts.deliverables.filter((deliverable) => deliverable.lead.id === partner.ref.id),
    moment,
  );
  return {
    beneficiary: partner.ref,
    country: partner.country,
    tasksDone: tasks.done,
    tasksLate: tasks.late,
    tasks: tasks.total,
    deliverablesDone: deliverables.done,
    deliverablesLate: deliverables.late,
    deliverables: deliverables.total,
    lastUpdateAt: isoOrNull(partner.lastUpdateAt),
    shareCents: sumCents(facts.shares.filter((share) => share.beneficiaryId === partner.ref.id).map((share) => share.cents)),
  };
}

function nextReportOf(facts: OverviewFacts, moment: Moment): OverviewView['nextReport'] {
  const owed = facts.periods.filter(({ state }) => !isReportWithEacea(state));
  const reports = owed.map(({ number, toMonth, daysToReport }) => ({
    number,
    endsOn: moment.dueOn(toMonth),
    dueOn: reportDueDate(facts.startDate, toMonth, daysToReport),
  }));
  return reports.find(({ dueOn }) => dueOn >= moment.today) ?? reports.at(-1) ?? null;
}

export function overviewView(facts: OverviewFacts, moment: Moment, windows: WarningWindows): OverviewView {
  const states = DELIVERABLE_STATES.map((state) => ({
    state,
    count: facts.deliverables.filter((deliverable) => deliverable.state === state).length,
  }));
  return {
    currency: facts.currency,
    month: monthOf(facts.startDate, moment.today),
    durationMonths: facts.durationMonths,
    counts: {
      deliverables: states.filter(({ count }) => count > 0),
      deliverablesLate: deliverableCounts(facts.deliverables, moment).late,
      tasks: taskCounts(facts.tasks, moment),
    },
    nextReport: nextReportOf(facts, moment),
    workPackages: facts.workPackages.map((workPackage) => workPackageView(workPackage, facts, moment)),
    partners: facts.partners.map((partner) => partnerView(partner, facts, moment)),
    attention: attentionOf(facts, moment, windows),
    activity: facts.activity.map((item) => ({ ...item, at: new Date(item.at).toISOString() })),
  };
}
