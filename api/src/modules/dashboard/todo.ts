import type { TodoItem } from '@office/contracts';
import { can, dateIn, daysBetween, type Actor, type DeliverableState, type Permission } from '@office/domain';
import type { DeliverableFacts, ProjectFacts, TaskFacts } from './dashboard.repository.js';
import type { Moment } from './moment.js';
import { openRoundOf } from './open-round.js';

/** A draft is asked for this many days before it is due: review takes 14 of them, corrections and approval a week. */
const DRAFT_WINDOW_DAYS = 60;
const MAX_ITEMS = 30;

/** What the person can do next, in due order. Only things that the person may really do. */
export function todoOf(facts: ProjectFacts, actor: Actor, moment: Moment): TodoItem[] {
  const items = [
    ...facts.deliverables.flatMap((deliverable) => deliverableTodo(deliverable, facts, actor, moment)),
    ...facts.tasks.flatMap((task) => taskTodo(task, actor, moment)),
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
    { kind, number, title, deliverableId: id, taskId: null, dueOn: moment.dueOn(dueMonth), dueAt: null, late: moment.isLate(deliverable) },
  ];
}

function roundTodo(deliverable: DeliverableFacts, facts: ProjectFacts, actor: Actor, moment: Moment): TodoItem[] {
  const closesAt = new Date(deliverable.openRound?.closesAt ?? 0);
  const round = openRoundOf(deliverable, facts.seats, moment.now);
  const kind = round?.awaitsSignatureOf(actor) ? 'sign-off' : 'review';
  if (kind === 'review' && !round?.awaitsVerdictOf(actor)) return [];
  const { id, number, title } = deliverable;
  const dueOn = dateIn(facts.deadlineTimeZone, closesAt);
  return [{ kind, number, title, deliverableId: id, taskId: null, dueOn, dueAt: closesAt.toISOString(), late: closesAt < moment.now }];
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

function taskTodo(task: TaskFacts, actor: Actor, moment: Moment): TodoItem[] {
  if (!may(actor, 'task.update-status', task.lead)) return [];
  const timeliness = moment.timelinessOf(task);
  if (timeliness !== 'late' && timeliness !== 'should-have-started') return [];
  const { id: taskId, number, title } = task;
  const late = timeliness === 'late';
  return [
    {
      kind: late ? 'update-task' : 'start-task',
      number,
      title,
      deliverableId: null,
      taskId,
      dueOn: moment.dueOn(task.endMonth),
      dueAt: null,
      late,
    },
  ];
}
