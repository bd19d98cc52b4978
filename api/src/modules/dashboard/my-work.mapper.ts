import type { DeliverableRow, MyWorkPackage, MyWorkView } from '@office/contracts';
import { isWithEacea, portalStateOf, sumCents, type Actor, type DeliverablePart } from '@office/domain';
import type { DeliverableFacts, MyWorkFacts, WorkPackageFacts } from './dashboard.repository.js';
import type { Moment } from './moment.js';
import { myTasksOf } from './my-tasks.js';
import { openRoundOf } from './open-round.js';
import { ribbonOf } from './ribbon.js';
import { todoOf } from './todo.js';

/** What the actor's beneficiary has to do with a deliverable; leading outweighs reviewing, reviewing contributing. */
function partOf(deliverable: DeliverableFacts, facts: MyWorkFacts, actor: Actor, moment: Moment): DeliverablePart | null {
  if (actor.beneficiaryId === null) return null;
  if (deliverable.lead.id === actor.beneficiaryId) return 'lead';
  if (openRoundOf(deliverable, facts.seats, moment.now)?.isReviewedBy(actor)) return 'reviewer';
  return deliverable.contributors.includes(actor.beneficiaryId) ? 'contributor' : null;
}

function deliverableRow(deliverable: DeliverableFacts, part: DeliverablePart | null, moment: Moment): DeliverableRow {
  const { contributors: _, openRound, lastRound, latestVersionId: __, dependsOn: ___, ...row } = deliverable;
  return {
    ...row,
    dueOn: moment.dueOn(row.dueMonth),
    portalState: portalStateOf(row.state),
    late: moment.isLate(deliverable),
    round: openRound?.number ?? lastRound?.number ?? null,
    part,
  };
}

function deliverablesOf(facts: MyWorkFacts, actor: Actor, moment: Moment): MyWorkView['deliverables'] {
  const items = facts.deliverables
    .map((deliverable) => deliverableRow(deliverable, partOf(deliverable, facts, actor, moment), moment))
    .filter((row) => row.part !== null || actor.beneficiaryId === null);
  return {
    assigned: items.length,
    total: facts.deliverables.length,
    accepted: items.filter((row) => row.state === 'accepted').length,
    inReview: items.filter((row) => row.state === 'in-review').length,
    late: items.filter((row) => row.late).length,
    items,
  };
}

function tasksOf(facts: MyWorkFacts, actor: Actor, moment: Moment): MyWorkView['tasks'] {
  const parts = new Map(myTasksOf(facts, actor, moment).map((part) => [part.id, part]));
  const mine = facts.tasks.filter(({ id }) => actor.beneficiaryId === null || parts.has(id));
  // Who leads answers for the whole task, who takes part for the own part.
  const timeliness = mine.map((task) => {
    const part = parts.get(task.id);
    return part === undefined || part.lead || task.state === 'done' ? moment.timelinessOf(task) : part.timeliness;
  });
  const late = timeliness.filter((value) => value === 'late').length;
  const shouldHaveStarted = timeliness.filter((value) => value === 'should-have-started').length;
  const blocked = timeliness.filter((value) => value === 'at-risk').length;
  return { total: mine.length, onTime: mine.length - late - shouldHaveStarted - blocked, late, shouldHaveStarted, blocked };
}

function workPackagesOf(facts: MyWorkFacts, actor: Actor, moment: Moment): MyWorkPackage[] {
  const takesPart = (workPackage: WorkPackageFacts): boolean =>
    actor.beneficiaryId === null ||
    workPackage.lead.id === actor.beneficiaryId ||
    facts.tasks.some(
      (task) =>
        task.workPackageId === workPackage.id &&
        (task.lead.id === actor.beneficiaryId || task.participants.includes(actor.beneficiaryId ?? '')),
    );
  return facts.workPackages.filter(takesPart).map((workPackage) => ({
    id: workPackage.id,
    number: workPackage.number,
    title: workPackage.title,
    lead: workPackage.lead.id === actor.beneficiaryId,
    progress: workPackage.progress,
    state: workPackage.state,
    timeliness: moment.workPackageTimeliness(workPackage, facts),
  }));
}

/** The own lump sum, and the part of it that hangs on work packages whose work is done. */
function shareOf(facts: MyWorkFacts, actor: Actor): MyWorkView['share'] {
  const mine = facts.shares.filter((share) => share.beneficiaryId === actor.beneficiaryId);
  const done = new Set(facts.workPackages.filter(({ state }) => state === 'done').map(({ id }) => id));
  return {
    currency: facts.currency,
    totalCents: sumCents(mine.map((share) => share.cents)),
    doneCents: sumCents(mine.filter((share) => done.has(share.workPackageId)).map((share) => share.cents)),
  };
}

export function myWorkView(facts: MyWorkFacts, actor: Actor, moment: Moment): MyWorkView {
  const deliverables = deliverablesOf(facts, actor, moment);
  const assigned = new Set(deliverables.items.map(({ id }) => id));
  const led = deliverables.items.find(({ part, state }) => part === 'lead' && !isWithEacea(state));
  return {
    beneficiary: facts.beneficiary,
    deliverables,
    nextDue: led === undefined ? null : { deliverableId: led.id, number: led.number, dueOn: led.dueOn, dueMonth: led.dueMonth },
    tasks: tasksOf(facts, actor, moment),
    share: shareOf(facts, actor),
    ribbon: ribbonOf(
      facts,
      facts.deliverables.filter(({ id }) => assigned.has(id)),
      moment,
    ),
    todo: todoOf(facts, actor, moment),
    myTasks: myTasksOf(facts, actor, moment),
    workPackages: workPackagesOf(facts, actor, moment),
  };
}
