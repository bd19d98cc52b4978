import {
  dateIn,
  type PlainDate,
  type WatchedDeliverable,
  type WatchedMilestone,
  type WatchedProject,
  type WatchedReport,
  type WatchedTask,
  type WatchedWorkPackage,
} from '@office/domain';
import type { DeliverableFacts, OverviewFacts, TaskFacts, WorkPackageFacts } from './dashboard.repository.js';
import type { Moment } from './moment.js';
import { openRoundOf } from './open-round.js';

/** The days of instants where EU deadlines are counted. */
class Days {
  constructor(private readonly zone: string) {}

  of(instant: string): PlainDate {
    return dateIn(this.zone, new Date(instant));
  }

  ofOrNull(instant: string | null): PlainDate | null {
    return instant === null ? null : this.of(instant);
  }
}

const taskOf = (task: TaskFacts, days: Days): WatchedTask => ({
  ...task,
  leadBeneficiaryId: task.lead.id,
  participantIds: task.participants,
  lastUpdateOn: days.ofOrNull(task.updatedAt),
  blockedParts: task.blockedParts.map(({ beneficiaryId, reason, at }) => ({ beneficiaryId, reason, since: days.of(at) })),
});

const workPackageOf = (workPackage: WorkPackageFacts, days: Days): WatchedWorkPackage => ({
  ...workPackage,
  leadBeneficiaryId: workPackage.lead.id,
  lastUpdateOn: days.ofOrNull(workPackage.updatedAt),
});

function deliverableOf(deliverable: DeliverableFacts, facts: OverviewFacts, moment: Moment, days: Days): WatchedDeliverable {
  const { openRound, lead, workPackage } = deliverable;
  const round = openRoundOf(deliverable, facts.seats, moment.now);
  const review =
    openRound === null || round === null
      ? null
      : {
          closesOn: days.of(openRound.closesAt),
          isOver: new Date(openRound.closesAt) < moment.now,
          awaitedIds: round.awaitedBeneficiaryIds(),
          outcome: round.outcome(),
          votingIds: round.votingBeneficiaryIds(),
        };
  return { ...deliverable, leadBeneficiaryId: lead.id, workPackageId: workPackage.id, review };
}

const milestoneOf = (milestone: OverviewFacts['milestones'][number]): WatchedMilestone => ({
  ...milestone,
  leadBeneficiaryId: milestone.lead.id,
});

/** The facts of a project as its warnings are reckoned from them. */
export function watchedProject(facts: OverviewFacts, moment: Moment): WatchedProject {
  const days = new Days(facts.deadlineTimeZone);
  return {
    startDate: facts.startDate,
    today: moment.today,
    workPackages: facts.workPackages.map((workPackage) => workPackageOf(workPackage, days)),
    tasks: facts.tasks.map((task) => taskOf(task, days)),
    deliverables: facts.deliverables.map((deliverable) => deliverableOf(deliverable, facts, moment, days)),
    milestones: facts.milestones.map(milestoneOf),
    reports: facts.periods satisfies readonly WatchedReport[],
    partners: facts.partners.map(({ ref, lastUpdateAt }) => ({ ...ref, lastUpdateOn: days.ofOrNull(lastUpdateAt) })),
  };
}
