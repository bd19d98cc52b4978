import { Injectable } from '@nestjs/common';
import {
  can,
  deliverableMachine,
  step,
  type Actor,
  type DeliverableAction,
  type DeliverableFact,
  type LedResource,
  type Permission,
  type Transition,
  type DeliverableState,
  type DeliverableEvent,
} from '@office/domain';
import { Clock } from '../../core/clock/clock.js';
import type { Transaction } from '../../core/database/transaction.js';
import type { ProjectActor } from '../../core/http/access.js';
import { ProblemError } from '../../core/http/problem.js';
import type { DeliverableHead } from './deliverable.rows.js';
import { DeliverablesRepository } from './deliverables.repository.js';

type DeliverableTransition = Transition<DeliverableState, DeliverableAction, DeliverableFact, Permission, DeliverableEvent>;

/** What a step brings along beside the new state. */
export interface StepEffect {
  /** Facts that only the caller knows. */
  readonly facts?: Partial<Record<DeliverableFact, boolean>>;
  readonly latestVersionId?: string;
  /** Null forgets it. */
  readonly answerReason?: string | null;
  readonly detail: Readonly<Record<string, string | number>>;
}

/** Who takes a step; nobody where the clock does. */
export interface StepActor {
  readonly projectId: string;
  readonly personId: string | null;
}

/** @throws ProblemError `not-found` for what one may not even see. */
export function assertReadable(actor: Actor, resource: LedResource): void {
  if (!can(actor, 'deliverable.read', resource).ok) throw new ProblemError('not-found');
}

/** @throws ProblemError `forbidden` with the reason of the rule. */
export function assertCan(actor: Actor, permission: Permission, resource: LedResource): void {
  const allowed = can(actor, permission, resource);
  if (!allowed.ok) throw new ProblemError('forbidden', { params: { permission, reason: allowed.reason } });
}

/** @throws ProblemError `forbidden` whatever the state: the permission goes with the action. */
export function assertMayTake(actor: Actor, action: DeliverableAction, resource: LedResource): void {
  const permissions = deliverableMachine.transitions.filter((row) => row.action === action).map((row) => row.who);
  for (const permission of new Set(permissions)) assertCan(actor, permission, resource);
}

/** @throws ProblemError `transition-refused` naming the state, the action and the fact that is missing. */
export function transitionOf(
  head: DeliverableHead,
  action: DeliverableAction,
  facts: Partial<Record<DeliverableFact, boolean>> = {},
): DeliverableTransition {
  const taken = step(deliverableMachine, head.state, action, {
    'has-version': head.latest !== null,
    'has-new-version': head.latest !== null && head.latest.id !== head.lastRound?.versionId,
    'not-infected': head.latest?.verdict !== 'infected',
    'outcome-is-sign-off': false,
    'outcome-is-changes': false,
    ...facts,
  });
  if (taken.ok) return taken.value;
  const missing = taken.reason.code === 'fact-missing' ? { fact: taken.reason.fact } : {};
  throw new ProblemError('transition-refused', { params: { from: head.state, action, ...missing } });
}

/** The one way in which a deliverable changes its state; the quality board takes it too. */
@Injectable()
export class DeliverableSteps {
  constructor(
    private readonly repository: DeliverablesRepository,
    private readonly clock: Clock,
  ) {}

  /** The deliverable as it is, kept so until the transaction ends. */
  async lock(t: Transaction, actor: ProjectActor, id: string): Promise<DeliverableHead> {
    const head = await this.hold(t, actor.projectId, id);
    assertReadable(actor, head);
    return head;
  }

  /** The same for who has shown already that it may be seen, or for the clock. */
  async hold(t: Transaction, projectId: string, id: string): Promise<DeliverableHead> {
    const head = await this.repository.lock(t, projectId, id);
    if (head === null) throw new ProblemError('not-found');
    return head;
  }

  /** The page shows something new in the same state: who saw it before has seen an older version. */
  touch(t: Transaction, { projectId }: Pick<ProjectActor, 'projectId'>, id: string): Promise<void> {
    return this.repository.raiseVersion(t, projectId, id);
  }

  async take(t: Transaction, actor: StepActor, head: DeliverableHead, action: DeliverableAction, effect: StepEffect): Promise<void> {
    const { to, event } = transitionOf(head, action, effect.facts);
    const { projectId, personId } = actor;
    const at = this.clock.now();
    const changed = await this.repository.changeState(t, {
      projectId,
      from: head,
      to,
      latestVersionId: effect.latestVersionId ?? head.latest?.id ?? null,
      answerReason: effect.answerReason === undefined ? head.answerReason : effect.answerReason,
      at,
    });
    if (!changed) throw new ProblemError('state-changed');
    const subject = { kind: 'deliverable' as const, id: head.id, label: `${head.number} ${head.title}` };
    t.publish({ event, projectId, at, personId, subject, detail: effect.detail });
  }
}
