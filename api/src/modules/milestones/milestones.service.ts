import { Injectable } from '@nestjs/common';
import type { AchievementRequest, FieldProblem, MilestoneView, PostponementRequest } from '@office/contracts';
import {
  can,
  checkAchievement,
  checkPostponement,
  evidenceUrl,
  milestoneMachine,
  plainDate,
  step,
  type MilestoneAction,
  type MilestoneEvent,
  type PlainDate,
  type Result,
} from '@office/domain';
import { Clock } from '../../core/clock/clock.js';
import { Transactions, type Transaction } from '../../core/database/transaction.js';
import type { ProjectActor } from '../../core/http/access.js';
import { ProblemError } from '../../core/http/problem.js';
import { milestoneView } from './milestones.mapper.js';
import { MilestonesRepository, type LockedMilestone, type MilestoneStanding } from './milestones.repository.js';

/** A step on a milestone: which, what it is checked by, and what stands after it. */
interface MilestoneStep {
  readonly action: MilestoneAction;
  readonly check: (milestone: LockedMilestone, today: PlainDate) => Result<unknown, readonly FieldProblem[]>;
  readonly standing: Omit<MilestoneStanding, 'state'>;
  readonly detail: Readonly<Record<string, string>>;
}

@Injectable()
export class MilestonesService {
  constructor(
    private readonly repository: MilestonesRepository,
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {}

  async milestone(actor: ProjectActor, id: string): Promise<MilestoneView> {
    const row = await this.repository.milestone(actor.projectId, id);
    if (row === null) throw new ProblemError('not-found');
    return milestoneView(row.milestone, row.projectStart, this.clock.today(row.deadlineTimeZone));
  }

  achieve(actor: ProjectActor, id: string, seen: number, request: AchievementRequest): Promise<MilestoneView> {
    const achievedOn = plainDate(request.achievedOn);
    const typed = request.evidenceUrl?.trim() ?? '';
    const url = typed === '' ? null : (evidenceUrl(typed) ?? typed);
    const evidence = request.evidence.trim();
    return this.take(actor, id, seen, {
      action: 'report-achieved',
      check: ({ startDate }, today) => checkAchievement({ achievedOn, evidence, evidenceUrl: url }, startDate, today),
      standing: { achievedOn, evidence, evidenceUrl: url, estimate: null, reason: '' },
      detail: { on: achievedOn },
    });
  }

  postpone(actor: ProjectActor, id: string, seen: number, request: PostponementRequest): Promise<MilestoneView> {
    const estimate = plainDate(request.estimate);
    const reason = request.reason.trim();
    return this.take(actor, id, seen, {
      action: 'report-not-achieved',
      check: (milestone, today) => checkPostponement({ estimate, reason }, milestone, today),
      standing: { achievedOn: null, evidence: '', evidenceUrl: null, estimate, reason },
      detail: { on: estimate },
    });
  }

  private async take(actor: ProjectActor, id: string, seen: number, taken: MilestoneStep): Promise<MilestoneView> {
    const isWritten = await this.transactions.run((t) => this.write(t, actor, id, seen, taken));
    const current = await this.milestone(actor, id);
    if (!isWritten) throw new ProblemError('precondition-failed', { current });
    return current;
  }

  /** False when the milestone was changed since it was seen. */
  private async write(t: Transaction, actor: ProjectActor, id: string, seen: number, taken: MilestoneStep): Promise<boolean> {
    const milestone = await this.repository.lock(t, actor.projectId, id);
    if (milestone === null) throw new ProblemError('not-found');
    const allowed = can(actor, 'milestone.report', milestone);
    if (!allowed.ok) throw new ProblemError('forbidden', { params: { permission: 'milestone.report', reason: allowed.reason } });
    if (milestone.version !== seen) return false;
    const { to, event } = rowOf(milestone, taken.action);
    const checked = taken.check(milestone, this.clock.today(milestone.deadlineTimeZone));
    if (!checked.ok) throw new ProblemError('validation-failed', { errors: checked.reason });
    const { projectId, personId } = actor;
    const at = this.clock.now();
    await this.repository.write(t, { projectId, milestoneId: id, standing: { ...taken.standing, state: to }, at, personId });
    const subject = { kind: 'milestone', id, label: `${milestone.number} ${milestone.title}` } as const;
    t.publish({ event, projectId, at, personId, subject, detail: taken.detail });
    return true;
  }
}

function rowOf({ state }: LockedMilestone, action: MilestoneAction): { to: LockedMilestone['state']; event: MilestoneEvent } {
  const taken = step(milestoneMachine, state, action, {});
  if (!taken.ok) throw new ProblemError('transition-refused', { params: { from: state, action } });
  return taken.value;
}
