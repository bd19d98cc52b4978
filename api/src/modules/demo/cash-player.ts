import type { CashView, DistributionView, PaymentView } from '@office/contracts';
import type { ProjectActor } from '../../core/http/access.js';
import type { CashService } from '../cash/cash.service.js';
import type { CashStep } from './life/steps.js';
import type { Cast } from './cast.js';

const AUTHORITY = 'Ministry of Education and Training';

/** Plays payments and what becomes of them. An interim payment is expected as high as what EACEA accepted, and not at all of nothing. */
export class CashPlayer {
  private readonly payments = new Map<string, string>();

  constructor(
    private readonly cash: CashService,
    private readonly cast: Cast,
  ) {}

  async play(step: CashStep): Promise<void> {
    const view = await this.cash.cash(this.cast.coordinator);
    switch (step.cash) {
      case 'expect':
        return this.expect(view, step);
      case 'receive':
        return this.receive(view, step);
      case 'send':
      case 'confirm':
        return this.passOn(view, step);
      case 'accede':
      case 'submit-approval':
      case 'approve':
        return this.admit(view, step);
    }
  }

  private async expect(view: CashView, { payment, kind, amountCents, on, period }: Extract<CashStep, { cash: 'expect' }>): Promise<void> {
    const expectedCents = amountCents ?? view.acceptedCents;
    if (expectedCents === 0) return;
    const after = await this.cash.add(this.cast.coordinator, { kind, period, expectedOn: on, expectedCents }, 'demonstration');
    const before = new Set(view.payments.map(({ id }) => id));
    this.payments.set(payment, after.payments.find(({ id }) => !before.has(id))?.id ?? '');
  }

  private async receive(view: CashView, { payment, on }: Extract<CashStep, { cash: 'receive' }>): Promise<void> {
    const expected = this.paymentIn(view, payment);
    if (expected === undefined) return;
    const receipt = { receivedOn: on, receivedCents: expected.expectedCents };
    await this.cash.receive(this.cast.coordinator, expected.id, expected.version, receipt);
  }

  private async passOn(view: CashView, { cash, payment, partner, on }: Extract<CashStep, { cash: 'send' | 'confirm' }>): Promise<void> {
    const part = this.partOf(view, payment, partner);
    if (part === undefined) return;
    if (cash === 'send') await this.cash.send(this.cast.coordinator, part.id, part.version, on);
    else if (part.state === 'sent') await this.cash.confirm(this.partner(partner), part.id, part.version);
  }

  private async admit(view: CashView, step: Extract<CashStep, { cash: 'accede' | 'submit-approval' | 'approve' }>): Promise<void> {
    const standing = view.partners.find(({ beneficiary }) => beneficiary.shortName === step.partner);
    if (standing === undefined) return;
    const { beneficiary, accession, approval } = standing;
    if (step.cash === 'accede') {
      await this.cash.recordAccession(this.cast.coordinator, beneficiary.id, accession.version, step.on);
      return;
    }
    const dates = step.cash === 'approve' ? { submittedOn: step.submittedOn, approvedOn: step.on } : { submittedOn: step.on };
    await this.cash.recordApproval(this.partner(step.partner), beneficiary.id, approval.version, { authority: AUTHORITY, ...dates });
  }

  private partner(shortName: string): ProjectActor {
    return this.cast.partners.get(shortName) ?? this.cast.coordinator;
  }

  private paymentIn({ payments }: CashView, name: string): PaymentView | undefined {
    return payments.find(({ id }) => id === this.payments.get(name));
  }

  private partOf(view: CashView, payment: string, partner: string): DistributionView | undefined {
    return this.paymentIn(view, payment)?.distribution.find(({ beneficiary }) => beneficiary.shortName === partner);
  }
}
