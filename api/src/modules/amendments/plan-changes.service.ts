import { Injectable } from '@nestjs/common';
import type { ClassificationView, PlanEditView, PlanVersionRef, PlanVersionView, SignatureRequest } from '@office/contracts';
import {
  addDays,
  applyChanges,
  differences,
  isPlainDate,
  plainDate,
  planFindings,
  type Plan,
  type PlanChange,
  type PlanDifference,
} from '@office/domain';
import { Clock } from '../../core/clock/clock.js';
import { Transactions, type Transaction } from '../../core/database/transaction.js';
import type { ProjectActor } from '../../core/http/access.js';
import { found } from '../../core/http/found.js';
import { ProblemError } from '../../core/http/problem.js';
import { Agreements } from './agreements.js';
import { AgreementsRepository, type PlanVersionRow } from './agreements.repository.js';
import { classificationView } from './amendments.mapper.js';
import { changesOrRefuse } from './changes.js';
import { assertDay } from './days.js';
import { agreedPlan, agreementView, classifyAll, factsOf, namesOf, type PlanState } from './plan-state.js';

interface Intended {
  readonly changes: readonly unknown[];
  readonly note: string;
}

/** Changes of the plan that need no amendment, and the versions of the agreement. */
@Injectable()
export class PlanChangesService {
  constructor(
    private readonly repository: AgreementsRepository,
    private readonly agreements: Agreements,
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {}

  async edit({ projectId }: ProjectActor): Promise<PlanEditView> {
    const state = found(await this.repository.state(projectId));
    const plan = agreedPlan(state);
    const { rowFacts, beneficiaries, version } = state;
    const facts = factsOf(state, this.clock.today(state.zone));
    return {
      agreement: agreementView(state),
      version,
      plan,
      beneficiaries,
      facts,
      rowFacts,
      findings: planFindings(plan, rowFacts.beneficiaryIds),
    };
  }

  async classification({ projectId }: ProjectActor, changes: readonly unknown[]): Promise<ClassificationView> {
    const state = found(await this.repository.state(projectId));
    return classificationView(changesOrRefuse(changes), state, this.clock.today(state.zone));
  }

  /** Changes that are free, together or not at all. What waits for its date must stay possible. */
  async apply(actor: ProjectActor, seen: number, { changes: content, note }: Intended): Promise<PlanEditView> {
    const changes = changesOrRefuse(content);
    await this.written(actor, seen, async (t, state) => {
      const { projectId, personId } = actor;
      this.assertFree(state, changes, note);
      const after = applied(state.plan, changes, state);
      applied(agreedPlan(state), changes, state);
      const told = differences(state.plan, after);
      if (told.length === 0) throw new ProblemError('validation-failed', { errors: [{ path: 'changes', code: 'changes-nothing' }] });
      await this.agreements.rewrite(t, projectId, state.plan, after, personId);
      await this.repository.update(t, projectId, state);
      for (const difference of told) this.tell(t, actor, difference, note, state);
    });
    return this.edit(actor);
  }

  /** From now on the plan is a contract: as it stands it is version 0, and the baseline. */
  async sign(actor: ProjectActor, seen: number, request: SignatureRequest): Promise<PlanEditView> {
    const on = plainDate(request.on);
    await this.written(actor, seen, async (t, state) => {
      if (state.lockedOn !== null) throw new ProblemError('agreement-signed');
      assertDay('on', on, { notAfter: this.clock.today(state.zone) });
      applied(state.plan, [], state);
      await this.repository.update(t, actor.projectId, { ...state, lockedOn: on });
      await this.agreements.keepAsSigned(t, actor.projectId, state.plan, on);
      const subject = { kind: 'project', id: actor.projectId, label: '' } as const;
      const { projectId, personId } = actor;
      t.publish({ event: 'agreement.signed', projectId, at: this.clock.now(), personId, subject, detail: { on } });
    });
    return this.edit(actor);
  }

  async versions({ projectId }: ProjectActor): Promise<PlanVersionRef[]> {
    return (await this.repository.versions(projectId)).map(versionRef);
  }

  async version(actor: ProjectActor, number: number): Promise<PlanVersionView> {
    const ref = found((await this.versions(actor)).find((version) => version.number === number) ?? null);
    const { plan, planBefore, beneficiaries } = found(await this.repository.planOf(actor.projectId, number));
    const plans = planBefore === null ? [plan] : [planBefore, plan];
    return { ...ref, plan, differences: planBefore === null ? [] : differences(planBefore, plan), names: namesOf(beneficiaries, ...plans) };
  }

  private assertFree(state: PlanState, changes: readonly PlanChange[], note: string): void {
    const classified = classifyAll(changes, state.plan, factsOf(state, this.clock.today(state.zone)));
    const bound = classified.find((one) => one.class === 'amendment');
    if (bound)
      throw new ProblemError('amendment-needed', { params: { kind: bound.change.kind, clause: bound.clause ?? '', why: bound.why } });
    if (state.lockedOn !== null && note.trim() === '') {
      throw new ProblemError('validation-failed', { errors: [{ path: 'note', code: 'is-not-empty' }] });
    }
  }

  private async written(actor: ProjectActor, seen: number, work: (t: Transaction, state: PlanState) => Promise<void>): Promise<void> {
    const done = await this.transactions.run(async (t) => {
      const state = await this.agreements.settle(t, actor.projectId);
      if (state.version !== seen) return false;
      await work(t, state);
      return true;
    });
    if (!done) throw new ProblemError('precondition-failed', { current: await this.edit(actor) });
  }

  private tell(
    t: Transaction,
    { projectId, personId }: ProjectActor,
    difference: PlanDifference,
    note: string,
    { rowFacts: _ }: PlanState,
  ): void {
    const { subject: kind, id, number, title, change, fields } = difference;
    const ofRow = kind === 'project' || kind === 'reporting-period' ? null : { kind, id, label: `${number} ${title}` };
    const [field, second] = fields;
    const single = change === 'changed' && field && !second ? { field: field.field, from: flat(field.before), to: flat(field.after) } : {};
    t.publish({
      event: 'plan.changed',
      projectId,
      at: this.clock.now(),
      personId,
      subject: ofRow ?? { kind: 'project', id: projectId, label: number },
      detail: { change, ...single, ...(note.trim() !== '' && { note: note.trim() }) },
    });
  }
}

const flat = (value: PlanDifference['fields'][number]['before']): string | number =>
  typeof value === 'number' ? value : String(value ?? '');

/** The plan after the changes, or every finding that refuses them. */
function applied(plan: Plan, changes: readonly PlanChange[], { rowFacts }: PlanState): Plan {
  const result = applyChanges(plan, changes, rowFacts);
  if (!result.ok) throw new ProblemError('validation-failed', { errors: result.reason });
  return result.value.plan;
}

const versionRef = ({ nextFrom, ...row }: PlanVersionRow): PlanVersionRef => ({
  ...row,
  inForceTo: nextFrom !== null && isPlainDate(nextFrom) ? addDays(nextFrom, -1) : null,
});
