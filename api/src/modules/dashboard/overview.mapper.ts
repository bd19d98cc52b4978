import type { OverviewView, OverviewWorkPackage, PartnerProgress } from '@office/contracts';
import { DELIVERABLE_STATES, isWithEacea, monthOf, reportDueDate, sumCents } from '@office/domain';
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
  return { total: tasks.length, done: count('done'), late: count('late'), shouldHaveStarted: count('should-have-started') };
}

function workPackageView(workPackage: WorkPackageFacts, facts: OverviewFacts, moment: Moment): OverviewWorkPackage {
  return {
    ...workPackage,
    timeliness: moment.timelinessOf(workPackage),
    tasksLate: taskCounts(
      facts.tasks.filter((task) => task.workPackageId === workPackage.id),
      moment,
    ).late,
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
  const reports = facts.periods.map(({ number, toMonth, daysToReport }) => ({
    number,
    endsOn: moment.dueOn(toMonth),
    dueOn: reportDueDate(facts.startDate, toMonth, daysToReport),
  }));
  return reports.find(({ dueOn }) => dueOn >= moment.today) ?? null;
}

export function overviewView(facts: OverviewFacts, moment: Moment): OverviewView {
  const states = DELIVERABLE_STATES.map((state) => ({
    state,
    count: facts.deliverables.filter((deliverable) => deliverable.state === state).length,
  }));
  return {
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
    attention: attentionOf(facts, moment),
    activity: facts.activity.map((item) => ({ ...item, at: new Date(item.at).toISOString() })),
  };
}
