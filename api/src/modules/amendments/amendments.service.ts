import { Injectable } from '@nestjs/common';
import type {
  AcceptanceRequest,
  AmendmentsView,
  AmendmentView,
  ConsortiumApprovalRequest,
  InformalCheckRequest,
  RejectionRequest,
  SubmissionRequest,
} from '@office/contracts';
import {
  amendmentMachine,
  answerDueOn,
  applyChanges,
  clausesOf,
  draftChanges,
  lastDayToAsk,
  nextAmendmentNumber,
  plainDate,
  stateOn,
  step,
  type AmendmentAction,
  type AmendmentFact,
  type AmendmentState,
  type PlainDate,
  type PlanChange,
  type Provenance,
} from '@office/domain';
import { v7 as uuid } from 'uuid';
import { Clock } from '../../core/clock/clock.js';
import { Transactions, type Transaction } from '../../core/database/transaction.js';
import type { ProjectActor } from '../../core/http/access.js';
import { found } from '../../core/http/found.js';
import { ProblemError } from '../../core/http/problem.js';
import { Agreements, subjectOf } from './agreements.js';
import { AgreementsRepository } from './agreements.repository.js';
import { amendmentRow, amendmentView } from './amendments.mapper.js';
import { AmendmentsRepository, type AmendmentFacts, type LockedAmendment } from './amendments.repository.js';
import { assertDay } from './days.js';
import { changesOrRefuse } from './changes.js';
import { agreedPlan, agreementView, classifyAll, factsOf, type PlanState } from './plan-state.js';
import { PlanDays } from './plan-days.js';

/** An amendment as its author writes it; the changes are read by the domain. */
interface Written {
  readonly title: string;
  readonly justification: string;
  readonly changes: readonly unknown[];
}

/** One step of an amendment, with what it writes and tells. */
interface Step {
  readonly action: AmendmentAction;
  /** Day that the person names, where the step has one. */
  readonly on?: PlainDate;
  readonly write: (held: Held) => Partial<AmendmentFacts> | Promise<Partial<AmendmentFacts>>;
  readonly detail?: Readonly<Record<string, string | number>>;
}

interface Held {
  readonly t: Transaction;
  readonly actor: ProjectActor;
  readonly amendment: LockedAmendment;
  readonly plan: PlanState;
  readonly today: PlainDate;
}

/** What a draft has of the steps that led to nothing: opened again it starts anew. */
const NOTHING_DECIDED = {
  approvedOn: null,
  approvalReference: null,
  checkedOn: null,
  checkNote: null,
  submittedOn: null,
  decidedOn: null,
  effectiveOn: null,
  reason: null,
} as const;

@Injectable()
export class AmendmentsService {
  constructor(
    private readonly repository: AmendmentsRepository,
    private readonly agreementsRepository: AgreementsRepository,
    private readonly agreements: Agreements,
    private readonly transactions: Transactions,
    private readonly days: PlanDays,
    private readonly clock: Clock,
  ) {}

  async list({ projectId }: ProjectActor): Promise<AmendmentsView> {
    const agreement = found(await this.repository.list(projectId));
    const today = this.clock.today(agreement.zone);
    return { agreement: agreementView(agreement), items: agreement.items.map((row) => amendmentRow(row, agreement, today)) };
  }

  async view({ projectId }: ProjectActor, id: string): Promise<AmendmentView> {
    const [row, state] = await Promise.all([this.repository.amendment(projectId, id), this.agreementsRepository.state(projectId)]);
    const plan = found(state);
    return amendmentView(found(row), plan, this.clock.today(plan.zone));
  }

  /** A draft may be incomplete or wrong: the findings are shown, and keep it from being approved. */
  async prepare(actor: ProjectActor, written: Written, provenance: Provenance = 'stated'): Promise<AmendmentView> {
    const changes = changesOrRefuse(written.changes);
    const id = uuid();
    await this.transactions.run(async (t) => {
      const { projectId, personId } = actor;
      const plan = await this.agreements.settle(t, projectId);
      if (plan.lockedOn === null) throw new ProblemError('agreement-open');
      const facts = {
        ...this.draftOf(written, changes, plan),
        state: 'draft',
        number: null,
        rejectedNumber: null,
        ...NOTHING_DECIDED,
      } as const;
      await this.repository.add(t, projectId, id, facts, { personId, at: this.clock.now(), provenance });
      this.tell(t, actor, 'amendment.prepared', { id, title: written.title }, { changes: changes.length });
    });
    return this.view(actor, id);
  }

  /** Saving a draft prepares it anew, on the plan as agreed now. */
  async change(actor: ProjectActor, id: string, seen: number, written: Written): Promise<AmendmentView> {
    const changes = changesOrRefuse(written.changes);
    await this.written(actor, id, seen, async ({ t, amendment, plan }) => {
      if (amendment.state !== 'draft') throw refusedFrom(amendment.state, 'change');
      await this.repository.update(t, actor.projectId, id, { ...amendment, ...this.draftOf(written, changes, plan) });
      const { put, out } = draftChanges(amendment.changes, changes, agreedPlan(plan));
      const told = {
        changes: changes.length,
        ...(put.length > 0 && { put: put.join(' ') }),
        ...(out.length > 0 && { out: out.join(' ') }),
      };
      this.tell(t, actor, 'amendment.changed', { id, title: written.title }, told);
    });
    return this.view(actor, id);
  }

  approve(actor: ProjectActor, id: string, seen: number, { on, reference }: ConsortiumApprovalRequest): Promise<AmendmentView> {
    const write = (): Partial<AmendmentFacts> => ({ approvedOn: plainDate(on), approvalReference: reference });
    return this.take(actor, id, seen, { action: 'approve', on: plainDate(on), write, detail: { reference } });
  }

  checkInformally(actor: ProjectActor, id: string, seen: number, { on, note }: InformalCheckRequest): Promise<AmendmentView> {
    const write = ({ amendment }: Held): Partial<AmendmentFacts> => {
      assertDay('on', plainDate(on), { notBefore: amendment.approvedOn });
      return { checkedOn: plainDate(on), checkNote: note };
    };
    return this.take(actor, id, seen, { action: 'check-informally', on: plainDate(on), write });
  }

  submit(actor: ProjectActor, id: string, seen: number, { on }: SubmissionRequest): Promise<AmendmentView> {
    const write = ({ amendment }: Held): Partial<AmendmentFacts> => {
      assertDay('on', plainDate(on), { notBefore: amendment.checkedOn });
      return { submittedOn: plainDate(on) };
    };
    return this.take(actor, id, seen, { action: 'submit', on: plainDate(on), write, detail: { answerDueOn: answerDueOn(plainDate(on)) } });
  }

  accept(actor: ProjectActor, id: string, seen: number, request: AcceptanceRequest): Promise<AmendmentView> {
    const [on, effectiveOn] = [plainDate(request.on), plainDate(request.effectiveOn)];
    return this.take(actor, id, seen, { action: 'accept', on, write: (held) => this.agree(held, on, effectiveOn) });
  }

  reject(actor: ProjectActor, id: string, seen: number, { on, reason }: RejectionRequest): Promise<AmendmentView> {
    const write = async ({ t, amendment }: Held): Promise<Partial<AmendmentFacts>> => {
      assertDay('on', plainDate(on), { notBefore: amendment.submittedOn });
      const rejectedNumber = nextAmendmentNumber(await this.repository.rejectedNumbers(t, actor.projectId));
      return { decidedOn: plainDate(on), reason, rejectedNumber };
    };
    return this.take(actor, id, seen, { action: 'reject', on: plainDate(on), write });
  }

  withdraw(actor: ProjectActor, id: string, seen: number): Promise<AmendmentView> {
    return this.take(actor, id, seen, { action: 'withdraw', write: () => ({}) });
  }

  /** Back to a draft on the plan as agreed now: the way on for one that was overtaken. */
  reopen(actor: ProjectActor, id: string, seen: number): Promise<AmendmentView> {
    return this.take(actor, id, seen, { action: 'reopen', write: ({ plan }) => ({ ...NOTHING_DECIDED, preparedOn: plan.agreed }) });
  }

  private draftOf(
    { title, justification }: Written,
    changes: readonly PlanChange[],
    plan: PlanState,
  ): Pick<AmendmentFacts, 'title' | 'justification' | 'changes' | 'clauses' | 'preparedOn'> {
    const classified = classifyAll(changes, agreedPlan(plan), factsOf(plan, this.clock.today(plan.zone)));
    return { title, justification, changes, clauses: clausesOf(classified), preparedOn: plan.agreed };
  }

  /** The next version of the agreement; it is in force at once where its date has come. */
  private async agree({ t, actor, amendment, plan, today }: Held, on: PlainDate, effectiveOn: PlainDate): Promise<Partial<AmendmentFacts>> {
    assertDay('on', on, { notBefore: amendment.submittedOn, notAfter: today });
    assertDay('effectiveOn', effectiveOn, { notBefore: plan.agreedFrom });
    const applied = applyChanges(agreedPlan(plan), amendment.changes, plan.rowFacts);
    if (!applied.ok) throw new ProblemError('validation-failed', { errors: applied.reason });
    const number = plan.agreed + 1;
    const version = { number, amendmentId: amendment.id, inForceFrom: effectiveOn, plan: applied.value.plan, at: this.clock.now() };
    await this.agreementsRepository.addVersion(t, actor.projectId, version);
    await this.agreementsRepository.update(t, actor.projectId, { ...plan, agreed: number });
    return { decidedOn: on, effectiveOn, number, rejectedNumber: null };
  }

  private async take(actor: ProjectActor, id: string, seen: number, { action, on, write, detail }: Step): Promise<AmendmentView> {
    await this.written(actor, id, seen, async (held) => {
      const { t, amendment, today } = held;
      if (on !== undefined) assertDay('on', on, { notAfter: today });
      const row = this.allowed(held, action, on);
      const facts: AmendmentFacts = { ...amendment, ...(await write(held)), state: row.to };
      await this.repository.update(t, actor.projectId, id, facts);
      const number = facts.number ?? undefined;
      const told = { ...detail, ...(on !== undefined && { on }), ...(number !== undefined && { number }) };
      this.tell(t, actor, row.event, amendment, told);
      if (action === 'accept') await this.agreements.settle(t, actor.projectId);
    });
    await this.days.lookAfterWrite();
    return this.view(actor, id);
  }

  /** The machine's row for the step, or the refusal that says why there is none. */
  private allowed({ amendment, plan, today }: Held, action: AmendmentAction, on: PlainDate | undefined) {
    const state = stateOn(amendment.state, amendment.submittedOn, today);
    const agreed = agreedPlan(plan);
    const applied = applyChanges(agreed, amendment.changes, plan.rowFacts);
    const latest = lastDayToAsk(amendment.changes, agreed);
    const facts: Record<AmendmentFact, boolean> = {
      'has-changes': amendment.changes.length > 0,
      'has-justification': amendment.justification.trim() !== '',
      'on-current-plan': amendment.preparedOn === plan.agreed,
      'changes-apply': applied.ok,
      'silent-for-45-days': state === 'lapsed',
      'asked-in-time': latest === null || (on ?? today) <= latest,
      'answered-in-time': amendment.submittedOn !== null && (on ?? today) <= answerDueOn(amendment.submittedOn),
    };
    const taken = step(amendmentMachine, state, action, facts);
    if (taken.ok) return taken.value;
    const { reason } = taken;
    if (reason.code === 'no-such-transition') throw refusedFrom(state, action);
    if (reason.fact === 'on-current-plan') {
      throw new ProblemError('plan-stale', { params: { preparedOn: amendment.preparedOn, agreed: plan.agreed } });
    }
    if (reason.fact === 'asked-in-time') {
      throw new ProblemError('validation-failed', { errors: [{ path: 'on', code: 'project-ended', params: { latest: latest ?? '' } }] });
    }
    if (reason.fact === 'changes-apply' && !applied.ok) throw new ProblemError('validation-failed', { errors: applied.reason });
    throw new ProblemError('transition-refused', { params: { from: state, action, fact: reason.fact } });
  }

  /** One write of an amendment by whoever has seen its present version; whoever has not gets it as it is now. */
  private async written(actor: ProjectActor, id: string, seen: number, work: (held: Held) => Promise<void>): Promise<void> {
    const done = await this.transactions.run(async (t) => {
      const plan = await this.agreements.settle(t, actor.projectId);
      const amendment = found(await this.repository.lock(t, actor.projectId, id));
      if (amendment.version !== seen) return false;
      await work({ t, actor, amendment, plan, today: this.clock.today(plan.zone) });
      return true;
    });
    if (!done) throw new ProblemError('precondition-failed', { current: await this.view(actor, id) });
  }

  private tell(
    t: Transaction,
    { projectId, personId }: ProjectActor,
    event: Parameters<Transaction['publish']>[0]['event'],
    amendment: { readonly id: string; readonly title: string },
    detail: Readonly<Record<string, string | number>>,
  ): void {
    t.publish({ event, projectId, at: this.clock.now(), personId, subject: subjectOf(amendment), detail });
  }
}

const refusedFrom = (from: AmendmentState, action: string): ProblemError =>
  new ProblemError('transition-refused', { params: { from, action } });
