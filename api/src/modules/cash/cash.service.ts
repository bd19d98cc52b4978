import { Injectable } from '@nestjs/common';
import type {
  CashView,
  DistributionRequest,
  EventCode,
  NationalApprovalRequest,
  PaymentRequest,
  PaymentTermsRequest,
  ReceiptRequest,
} from '@office/contracts';
import { can, cents, checkDistribution, plainDate, proposeDistribution, sumCents, type Permission, type Provenance } from '@office/domain';
import { v7 as uuid } from 'uuid';
import { Clock } from '../../core/clock/clock.js';
import { Transactions, type Transaction } from '../../core/database/transaction.js';
import type { ProjectActor } from '../../core/http/access.js';
import { ProblemError } from '../../core/http/problem.js';
import { checkApproval, distributionStep, notInTheFuture, withinGrant } from './cash-rules.js';
import { Cash } from './cash.mapper.js';
import { CashRepository, type CashWrite } from './cash.repository.js';
import type { DistributionRow, PartnerRow, PaymentRow } from './cash.rows.js';

interface Opened {
  readonly cash: Cash;
  readonly write: CashWrite;
}

/** The event of a step, and what it is about. */
interface Told {
  readonly event: EventCode;
  readonly label: string;
  readonly detail?: Readonly<Record<string, string | number>>;
}

/** Payments of EACEA and what becomes of them, until each partner has confirmed its part (handbook 1.6, 6.1). */
@Injectable()
export class CashService {
  constructor(
    private readonly repository: CashRepository,
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {}

  async cash(actor: ProjectActor): Promise<CashView> {
    const row = await this.repository.cash(actor.projectId, this.clock.now());
    if (row === null) throw new ProblemError('not-found');
    return new Cash(row, this.clock.today(row.deadlineTimeZone)).view();
  }

  writeTerms(actor: ProjectActor, seen: number, terms: PaymentTermsRequest): Promise<CashView> {
    return this.write(actor, async (t, { cash, write }) => {
      if (cash.terms.version !== seen) return null;
      await this.repository.writeTerms(t, write, terms);
      return { event: 'cash.terms-changed', label: '' };
    });
  }

  add(actor: ProjectActor, request: PaymentRequest, provenance: Provenance = 'stated'): Promise<CashView> {
    return this.write(actor, async (t, { cash, write }) => {
      const id = uuid();
      withinGrant('expectedCents', cash, id, request.expectedCents);
      await this.repository.writePayment(t, write, { ...paymentOf(request), id, provenance });
      return { event: 'payment.expected', label: request.kind, detail: { cents: request.expectedCents, on: request.expectedOn } };
    });
  }

  change(actor: ProjectActor, id: string, seen: number, request: PaymentRequest): Promise<CashView> {
    return this.write(actor, async (t, { cash, write }) => {
      const payment = paymentIn(cash, id);
      if (payment.version !== seen) return null;
      if (payment.receivedOn !== null) throw new ProblemError('transition-refused', { params: { from: 'received', action: 'change' } });
      withinGrant('expectedCents', cash, id, request.expectedCents);
      await this.repository.writePayment(t, write, { ...paymentOf(request), id, provenance: payment.provenance });
      return { event: 'payment.expected', label: request.kind, detail: { cents: request.expectedCents, on: request.expectedOn } };
    });
  }

  /** What came; the parts are proposed as the shares stand to each other, and can be changed until they are sent. */
  receive(actor: ProjectActor, id: string, seen: number, { receivedOn, receivedCents }: ReceiptRequest): Promise<CashView> {
    return this.write(actor, async (t, { cash, write }) => {
      const payment = paymentIn(cash, id);
      if (payment.version !== seen) return null;
      if (payment.receivedOn !== null) throw new ProblemError('transition-refused', { params: { from: 'received', action: 'receive' } });
      const on = notInTheFuture('receivedOn', receivedOn, cash.today);
      withinGrant('receivedCents', cash, id, receivedCents);
      await this.repository.receive(t, write, id, on, receivedCents);
      await this.repository.plan(t, write, id, proposed(cash.partners, receivedCents));
      return { event: 'payment.received', label: payment.kind, detail: { cents: receivedCents, on } };
    });
  }

  plan(actor: ProjectActor, id: string, seen: number, { parts }: DistributionRequest): Promise<CashView> {
    return this.write(actor, async (t, { cash, write }) => {
      const payment = paymentIn(cash, id);
      if (payment.version !== seen) return null;
      if (payment.receivedCents === null) throw new ProblemError('transition-refused', { params: { from: 'expected', action: 'plan' } });
      const sent = payment.parts.filter(({ state }) => state !== 'planned');
      assertDistribution(cash, payment.receivedCents, sent, parts);
      await this.repository.plan(
        t,
        write,
        id,
        parts.map((part) => ({ ...part, heldReason: part.heldReason?.trim() ?? '' })),
      );
      return { event: 'distribution.planned', label: payment.kind, detail: { partners: parts.length } };
    });
  }

  send(actor: ProjectActor, id: string, seen: number, sentOn: string): Promise<CashView> {
    return this.write(actor, async (t, { cash, write }) => {
      const { payment, part } = partIn(cash, id);
      if (part.version !== seen) return null;
      const on = notInTheFuture('sentOn', sentOn, cash.today);
      const hold = part.heldReason !== '' ? 'held-back' : cash.holdOf(part.beneficiaryId, on);
      const { event } = distributionStep(part, 'send', hold, payment.receivedOn !== null && payment.receivedOn <= on);
      await this.repository.send(t, write, id, on);
      return { event, label: nameIn(cash, part), detail: { cents: part.amountCents, on } };
    });
  }

  /** The partner says that its part has come. */
  confirm(actor: ProjectActor, id: string, seen: number): Promise<CashView> {
    return this.write(actor, async (t, { cash, write }) => {
      const { part } = partIn(cash, id);
      assertOwn(actor, 'distribution.confirm', part.beneficiaryId);
      if (part.version !== seen) return null;
      const { event } = distributionStep(part, 'confirm', null, true);
      await this.repository.confirm(t, write, id);
      return { event, label: nameIn(cash, part), detail: { cents: part.amountCents } };
    });
  }

  recordAccession(actor: ProjectActor, beneficiaryId: string, seen: number, accededOn: string): Promise<CashView> {
    return this.write(actor, async (t, { cash, write }) => {
      const partner = partnerIn(cash, beneficiaryId);
      if (partner.accessionVersion !== seen) return null;
      const on = notInTheFuture('accededOn', accededOn, cash.today);
      await this.repository.writeAccession(t, write, beneficiaryId, on);
      return { event: 'beneficiary.acceded', label: partner.beneficiary.shortName, detail: { on } };
    });
  }

  recordApproval(actor: ProjectActor, beneficiaryId: string, seen: number, request: NationalApprovalRequest): Promise<CashView> {
    return this.write(actor, async (t, { cash, write }) => {
      const partner = partnerIn(cash, beneficiaryId);
      if (!can(actor, 'budget.manage', { leadBeneficiaryId: beneficiaryId }).ok) assertOwn(actor, 'expenditure.record', beneficiaryId);
      if ((partner.approval?.version ?? 0) !== seen) return null;
      checkApproval(request, cash.today);
      await this.repository.writeApproval(t, write, beneficiaryId, request);
      return { event: 'approval.recorded', label: partner.beneficiary.shortName, detail: { authority: request.authority } };
    });
  }

  /** Null of the work: what was seen is stale. */
  private async write(actor: ProjectActor, work: (t: Transaction, opened: Opened) => Promise<Told | null>): Promise<CashView> {
    const { projectId, personId } = actor;
    const isWritten = await this.transactions.run(async (t) => {
      const at = this.clock.now();
      const row = await this.repository.lock(t, projectId, at);
      if (row === null) throw new ProblemError('not-found');
      const told = await work(t, { cash: new Cash(row, this.clock.today(row.deadlineTimeZone)), write: { projectId, personId, at } });
      if (told === null) return false;
      const { event, label, detail = {} } = told;
      t.publish({ event, projectId, at, personId, subject: { kind: 'cash', id: projectId, label }, detail });
      return true;
    });
    const current = await this.cash(actor);
    if (!isWritten) throw new ProblemError('precondition-failed', { current });
    return current;
  }
}

const paymentOf = ({ kind, period = null, expectedOn, expectedCents, note = '' }: PaymentRequest) => ({
  kind,
  period,
  expectedOn: plainDate(expectedOn),
  expectedCents,
  note: note.trim(),
});

function proposed(partners: readonly PartnerRow[], amountCents: number) {
  const amounts = proposeDistribution(
    cents(amountCents),
    partners.map(({ shareCents }) => cents(shareCents)),
  );
  return partners
    .map(({ beneficiary }, place) => ({ beneficiaryId: beneficiary.id, amountCents: amounts[place] ?? 0, heldReason: '' }))
    .filter((part) => part.amountCents > 0);
}

function assertDistribution(
  cash: Cash,
  receivedCents: number,
  sent: readonly DistributionRow[],
  parts: DistributionRequest['parts'],
): void {
  const all = [...sent, ...parts].map(({ beneficiaryId, amountCents }) => ({
    beneficiary: beneficiaryId,
    amountCents: cents(amountCents),
  }));
  for (const { beneficiaryId } of parts) partnerIn(cash, beneficiaryId);
  const checked = checkDistribution(all, cents(receivedCents));
  if (checked.ok) return;
  const { code } = checked.reason;
  const place =
    'beneficiary' in checked.reason
      ? all.findLastIndex(({ beneficiary }) => beneficiary === (checked.reason as { beneficiary: string }).beneficiary)
      : -1;
  const path = place >= sent.length ? `parts.${place - sent.length}` : 'parts';
  throw new ProblemError('validation-failed', {
    errors: [{ path, code, params: { distributedCents: sumCents(all.map(({ amountCents }) => amountCents)), receivedCents } }],
  });
}

function paymentIn(cash: Cash, id: string): PaymentRow {
  const payment = cash.payments.find((one) => one.id === id);
  if (payment === undefined) throw new ProblemError('not-found');
  return payment;
}

function partIn(cash: Cash, id: string): { readonly payment: PaymentRow; readonly part: DistributionRow } {
  for (const payment of cash.payments) {
    const part = payment.parts.find((one) => one.id === id);
    if (part !== undefined) return { payment, part };
  }
  throw new ProblemError('not-found');
}

function partnerIn(cash: Cash, beneficiaryId: string): PartnerRow {
  const partner = cash.partners.find(({ beneficiary }) => beneficiary.id === beneficiaryId);
  if (partner === undefined) throw new ProblemError('not-found');
  return partner;
}

const nameIn = (cash: Cash, { beneficiaryId }: DistributionRow): string => partnerIn(cash, beneficiaryId).beneficiary.shortName;

function assertOwn(actor: ProjectActor, permission: Permission, beneficiaryId: string): void {
  const allowed = can(actor, permission, { leadBeneficiaryId: beneficiaryId });
  if (!allowed.ok) throw new ProblemError('forbidden', { params: { permission, reason: allowed.reason } });
}
