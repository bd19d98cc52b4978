import type { MyTask, TodoItem } from '@office/contracts';
import { can, dateIn, daysBetween, expectedOn, isMilestoneLate, type Actor, type DeliverableState, type Permission } from '@office/domain';
import type { DeliverableFacts, MilestoneFacts, MyWorkFacts, ProjectFacts, TaskFacts } from './dashboard.repository.js';
import type { Moment } from './moment.js';
import { myTasksOf } from './my-tasks.js';
import { openRoundOf } from './open-round.js';

/** A draft is asked for this many days before it is due: review takes 14 of them, corrections and approval a week. */
const DRAFT_WINDOW_DAYS = 60;
const MILESTONE_WINDOW_DAYS = 7;
const MAX_ITEMS = 30;

/** What the person can do next, in due order. Only things that the person may really do. */
export function todoOf(facts: MyWorkFacts, actor: Actor, moment: Moment): TodoItem[] {
  const parts = new Map(myTasksOf(facts, actor, moment).map((part) => [part.id, part]));
  const items = [
    ...facts.deliverables.flatMap((deliverable) => deliverableTodo(deliverable, facts, actor, moment)),
    ...facts.tasks.flatMap((task) => taskTodo(task, parts.get(task.id), actor, moment)),
    ...facts.milestones.flatMap((milestone) => milestoneTodo(milestone, facts, actor, moment)),
  ];
  return items.sort((a, b) => (a.dueOn < b.dueOn ? -1 : a.dueOn > b.dueOn ? 1 : 0)).slice(0, MAX_ITEMS);
}

const may = (actor: Actor, permission: Permission, lead: { id: string }): boolean =>
  can(actor, permission, { leadBeneficiaryId: lead.id }).ok;

function deliverableTodo(deliverable: DeliverableFacts, facts: ProjectFacts, actor: Actor, moment: Moment): TodoItem[] {
  if (deliverable.openRound !== null) return roundTodo(deliverable, facts, actor, moment);
  const kind = stepOfLeadOrCoordinator(deliverable, actor, moment);
  if (kind === null) return [];
  const { id, number, title, dueMonth } = deliverable;
  return [
    {
      kind,
      number,
      title,
      deliverableId: id,
      taskId: null,
      milestoneId: null,
      dueOn: moment.dueOn(dueMonth),
      dueAt: null,
      late: moment.isLate(deliverable),
    },
  ];
}

function roundTodo(deliverable: DeliverableFacts, facts: ProjectFacts, actor: Actor, moment: Moment): TodoItem[] {
  const closesAt = new Date(deliverable.openRound?.closesAt ?? 0);
  const round = openRoundOf(deliverable, facts.seats, moment.now);
  const kind = round?.awaitsSignatureOf(actor) ? 'sign-off' : 'review';
  if (kind === 'review' && !round?.awaitsVerdictOf(actor)) return [];
  const { id, number, title } = deliverable;
  const dueOn = dateIn(facts.deadlineTimeZone, closesAt);
  return [
    {
      kind,
      number,
      title,
      deliverableId: id,
      taskId: null,
      milestoneId: null,
      dueOn,
      dueAt: closesAt.toISOString(),
      late: closesAt < moment.now,
    },
  ];
}

function stepOfLeadOrCoordinator(deliverable: DeliverableFacts, actor: Actor, moment: Moment): TodoItem['kind'] | null {
  const next = NEXT_STEPS[deliverable.state];
  if (next === null || !may(actor, next.permission, deliverable.lead)) return null;
  if (deliverable.state === 'planned' && !isDraftTime(deliverable, moment)) return null;
  return deliverable.state === 'drafting' && !hasUnreviewedVersion(deliverable) ? 'upload-version' : next.kind;
}

/** What a state asks for next, and who may do it; a round that is open is looked at apart. */
const NEXT_STEPS: Readonly<Record<DeliverableState, { readonly kind: TodoItem['kind']; readonly permission: Permission } | null>> = {
  planned: { kind: 'upload-version', permission: 'deliverable.upload-version' },
  drafting: { kind: 'open-review', permission: 'deliverable.open-review' },
  'in-review': null,
  'changes-requested': { kind: 'answer-changes', permission: 'deliverable.upload-version' },
  'signed-off': { kind: 'approve', permission: 'deliverable.approve' },
  approved: { kind: 'submit', permission: 'deliverable.submit' },
  submitted: { kind: 'record-answer', permission: 'deliverable.record-answer' },
  'revision-requested': { kind: 'answer-changes', permission: 'deliverable.upload-version' },
  accepted: null,
};

const isDraftTime = (deliverable: DeliverableFacts, moment: Moment): boolean =>
  daysBetween(moment.today, moment.dueOn(deliverable.dueMonth)) <= DRAFT_WINDOW_DAYS;

const hasUnreviewedVersion = ({ latestVersionId, lastRound }: DeliverableFacts): boolean =>
  latestVersionId !== null && lastRound?.versionId !== latestVersionId;

/** What a task asks of who leads it, the worst first: to be unblocked, finished, or begun. */
function taskStep(task: TaskFacts, moment: Moment): TodoItem['kind'] | null {
  if (task.state === 'blocked') return 'unblock-task';
  const timeliness = moment.timelinessOf(task);
  if (timeliness === 'late') return 'update-task';
  return timeliness === 'should-have-started' ? 'start-task' : null;
}

/** What the own part asks for: whoever takes part is behind by it, however the others stand. */
function partStep({ state, timeliness }: MyTask): TodoItem['kind'] | null {
  if (state === 'blocked') return 'unblock-part';
  if (timeliness === 'late') return 'finish-part';
  return timeliness === 'should-have-started' ? 'start-part' : null;
}

/** Who leads is asked for the task, whose part it is for the part; never for both at once. */
function taskTodo(task: TaskFacts, part: MyTask | undefined, actor: Actor, moment: Moment): TodoItem[] {
  const ofTask = may(actor, 'task.update-status', task.lead) ? taskStep(task, moment) : null;
  if (ofTask !== null) return [taskItem(ofTask, task, moment)];
  if (task.state === 'done') return [];
  const ofPart = part && may(actor, 'task.update-part', { id: actor.beneficiaryId ?? '' }) ? partStep(part) : null;
  return ofPart === null ? [] : [{ ...taskItem(ofPart, task, moment), late: part?.timeliness === 'late' }];
}

function taskItem(kind: TodoItem['kind'], task: TaskFacts, moment: Moment): TodoItem {
  const { id: taskId, number, title } = task;
  const late = moment.timelinessOf(task) === 'late';
  return { kind, number, title, deliverableId: null, taskId, milestoneId: null, dueOn: moment.dueOn(task.endMonth), dueAt: null, late };
}

/** A milestone is asked for from the week before its day until it is achieved. */
function milestoneTodo(milestone: MilestoneFacts, facts: ProjectFacts, actor: Actor, moment: Moment): TodoItem[] {
  const { id: milestoneId, number, title, state, lead } = milestone;
  const dueOn = expectedOn(milestone, facts.startDate);
  if (state === 'achieved' || daysBetween(moment.today, dueOn) > MILESTONE_WINDOW_DAYS) return [];
  // The project coordinator may report any milestone, but is asked for the own ones only; the rest is on the overview.
  if (lead.id !== actor.beneficiaryId || !may(actor, 'milestone.report', lead)) return [];
  const late = isMilestoneLate(milestone, facts.startDate, moment.today);
  return [{ kind: 'report-milestone', number, title, deliverableId: null, taskId: null, milestoneId, dueOn, dueAt: null, late }];
}
