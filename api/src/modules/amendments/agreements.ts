import { Injectable } from '@nestjs/common';
import {
  addDays,
  AMENDMENT_ANSWER_DAYS,
  applyChanges,
  nextAmendmentNumber,
  type PlainDate,
  type Plan,
  type PlanTask,
  type Provenance,
} from '@office/domain';
import { Clock } from '../../core/clock/clock.js';
import type { Transaction } from '../../core/database/transaction.js';
import { found } from '../../core/http/found.js';
import { Standings } from '../work-plan/standings.js';
import { AgreementsRepository } from './agreements.repository.js';
import { AmendmentsRepository, type LockedAmendment } from './amendments.repository.js';
import type { PendingAmendment, PlanState } from './plan-state.js';
import { PlanWriter } from './plan-writer.js';

/** The agreement of each project inside a transaction: locked, brought up to the clock, and changed. */
@Injectable()
export class Agreements {
  constructor(
    private readonly repository: AgreementsRepository,
    private readonly amendments: AmendmentsRepository,
    private readonly writer: PlanWriter,
    private readonly standings: Standings,
    private readonly clock: Clock,
  ) {}

  /** Of a project that was just made: signed on a day, or still being prepared. */
  async begin(t: Transaction, projectId: string, lockedOn: PlainDate | null): Promise<void> {
    await this.repository.begin(t, projectId, lockedOn);
    if (lockedOn === null) return;
    const state = found(await this.repository.stateIn(t, projectId));
    await this.keepAsSigned(t, projectId, state.plan, lockedOn);
  }

  /** The plan as it stands becomes version 0 and the baseline. */
  async keepAsSigned(t: Transaction, projectId: string, plan: Plan, on: PlainDate): Promise<void> {
    await this.repository.addVersion(t, projectId, { number: 0, amendmentId: null, inForceFrom: on, plan, at: this.clock.now() });
    await this.repository.writeBaseline(t, projectId);
  }

  /**
   * Takes the agreement's lock and does what the clock alone does: requests without an answer lapse, accepted amendments
   * whose date has come take effect in the order of their numbers. Answers the state from which anything else starts.
   */
  async settle(t: Transaction, projectId: string): Promise<PlanState> {
    const state = found(await this.repository.lock(t, projectId));
    const today = this.clock.today(state.zone);
    await this.lapse(t, projectId, today);
    return this.takeEffect(t, projectId, state, today);
  }

  /** Changes the plan in force; what of it the agreement says (versions, baseline) stays. */
  async rewrite(t: Transaction, projectId: string, before: Plan, after: Plan, personId: string): Promise<void> {
    const demonstration = await this.repository.isDemonstration(t, personId);
    const provenance: Provenance = demonstration ? 'demonstration' : 'stated';
    await this.writer.write(t, projectId, before, after, provenance);
    const moved = { at: this.clock.now(), personId };
    const { taskIds, workPackageIds } = movedFigures(before, after);
    await this.standings.refreshTasks(t, projectId, taskIds, moved);
    await this.standings.refreshWorkPackages(t, projectId, workPackageIds, moved);
  }

  private async lapse(t: Transaction, projectId: string, today: PlainDate): Promise<void> {
    const silent = await this.amendments.submittedBefore(t, projectId, addDays(today, -AMENDMENT_ANSWER_DAYS));
    for (const amendment of silent) {
      const rejectedNumber = nextAmendmentNumber(await this.amendments.rejectedNumbers(t, projectId));
      await this.amendments.update(t, projectId, amendment.id, { ...amendment, state: 'lapsed', rejectedNumber });
      t.publish({
        event: 'amendment.lapsed',
        projectId,
        at: this.clock.now(),
        personId: null,
        subject: subjectOf(amendment),
        detail: { label: `R${rejectedNumber}` },
      });
    }
  }

  private async takeEffect(t: Transaction, projectId: string, state: PlanState, today: PlainDate): Promise<PlanState> {
    const [next] = state.pending;
    if (!next || next.effectiveOn > today) return state;
    const applied = applyChanges(state.plan, next.changes, state.rowFacts);
    // It was sound when it was accepted; what happened since keeps it back until somebody has put that right.
    if (!applied.ok) return state;
    const by = await this.preparedBy(t, projectId, next);
    await this.rewrite(t, projectId, state.plan, applied.value.plan, by);
    await this.repository.update(t, projectId, { ...state, inForce: next.number });
    t.publish({
      event: 'amendment.in-force',
      projectId,
      at: this.clock.now(),
      personId: null,
      subject: subjectOf(next),
      detail: { number: next.number, effectiveOn: next.effectiveOn },
    });
    return this.takeEffect(t, projectId, found(await this.repository.stateIn(t, projectId)), today);
  }

  private async preparedBy(t: Transaction, projectId: string, { id }: PendingAmendment): Promise<string> {
    const row = await t.row<{ by: string }>(`SELECT created_by AS by FROM amendment WHERE project_id = $1 AND id = $2`, [projectId, id]);
    return found(row).by;
  }
}

/** Tasks whose partners changed, and work packages whose tasks came, went or moved: their figures follow from these. */
function movedFigures(before: Plan, after: Plan): { taskIds: string[]; workPackageIds: string[] } {
  const earlier = new Map(before.tasks.map((task) => [task.id, task]));
  const later = new Map(after.tasks.map((task) => [task.id, task]));
  const people = ({ leadId, participantIds }: PlanTask): string => [leadId, ...participantIds].toSorted().join();
  const place = ({ workPackageId, startMonth, endMonth }: PlanTask): string => [workPackageId, startMonth, endMonth].join();
  const taskIds = after.tasks.filter((task) => people(task) !== people(earlier.get(task.id) ?? task)).map(({ id }) => id);
  const moved = [...new Set([...earlier.keys(), ...later.keys()])].flatMap((id) => {
    const [was, is] = [earlier.get(id), later.get(id)];
    return was && is && place(was) === place(is) ? [] : [was?.workPackageId, is?.workPackageId];
  });
  const there = new Set(after.workPackages.map(({ id }) => id));
  return { taskIds, workPackageIds: [...new Set(moved)].filter((id) => id !== undefined && there.has(id)) as string[] };
}

export const subjectOf = ({ id, title }: Pick<LockedAmendment, 'id' | 'title'>): { kind: 'amendment'; id: string; label: string } => ({
  kind: 'amendment',
  id,
  label: title,
});
