import { computed, inject, Injectable, signal, type Type } from '@angular/core';
import type { CashPartner, CashView, DistributionView, PaymentView } from '@office/contracts';
import { PAYMENT_KINDS } from '@office/domain';
import { paymentWords } from '../../../shared/ui-activity/cash-event-words';
import { Dialogs } from '../../../shared/util-dialog/dialogs';
import { pageResource } from '../../../shared/util-http/page-resource';
import { fieldWords, problemWords } from '../../../shared/util-http/problem-words';
import type { ReadProblem } from '../../../shared/util-http/problem';
import { currentOf, ProjectApi, type WriteResult } from '../../../shared/util-http/project-api';
import { centsToDecimal, formatMoney } from '../../../shared/util-locale/format';
import { readMoney } from '../../../shared/util-locale/read-money';
import { SessionStore } from '../../../shared/util-session/session-store';
import { Toasts } from '../../../shared/util-toast/toasts';
import { readPercent, type Field, type FieldsQuestion, type FieldValues } from '../data/fields';

/** Payments, their parts and the partners' standing; what is asked before each step, and the step. */
@Injectable()
export class CashStore {
  readonly #api = inject(ProjectApi);
  readonly #dialogs = inject(Dialogs);
  readonly #toasts = inject(Toasts);
  readonly #session = inject(SessionStore);

  readonly page = pageResource<CashView>(() => this.#api.url('cash'));
  readonly busy = signal(false);
  readonly mayManage = computed(() => this.#session.may('budget.manage'));

  /** Whether the part is the person's own to confirm. */
  mayConfirm({ beneficiary }: DistributionView): boolean {
    return this.#session.may('distribution.confirm', { leadBeneficiaryId: beneficiary.id });
  }

  mayRecordApproval({ beneficiary }: CashPartner): boolean {
    return this.mayManage() || this.#session.may('expenditure.record', { leadBeneficiaryId: beneficiary.id });
  }

  async expect(payment: PaymentView | null): Promise<void> {
    const values = await this.#ask(expectQuestion(payment));
    if (values === undefined) return;
    const body = {
      kind: values['kind'],
      period: values['period'] === '' ? null : Number(values['period']),
      expectedOn: values['expectedOn'],
      expectedCents: readMoney(values['amount'] ?? ''),
    };
    await this.#write(() =>
      payment === null
        ? this.#api.post<CashView>(['payments'], { body })
        : this.#api.put<CashView>(['payments', payment.id], { body, version: payment.version }),
    );
  }

  async receive(payment: PaymentView): Promise<void> {
    const values = await this.#ask({
      title: $localize`:@@cash.receive:Record the receipt`,
      subject: paymentWords(payment.kind),
      action: $localize`:@@cash.receiveSave:Record the receipt`,
      note: $localize`:@@cash.receiveNote:Parts for the partners are proposed by their shares; they can be changed until they are sent.`,
      fields: [
        this.#day('receivedOn', $localize`:@@cash.receivedOn:Received on`),
        { ...amountField($localize`:@@cash.amount:Amount in EUR`), value: centsToDecimal(payment.expectedCents) },
      ],
    });
    if (values === undefined) return;
    const body = { receivedOn: values['receivedOn'], receivedCents: readMoney(values['amount'] ?? '') };
    await this.#write(() => this.#api.post<CashView>(['payments', payment.id, 'receipt'], { body, version: payment.version }));
  }

  /** Every part that was not sent: its amount, and why it is held back if it is. */
  async plan(payment: PaymentView): Promise<void> {
    const open = this.#openParts(payment);
    const values = await this.#ask({
      title: $localize`:@@cash.plan:Distribute the payment`,
      subject: `${paymentWords(payment.kind)} · ${formatMoney(payment.receivedCents ?? 0, this.#currency(), true)}`,
      action: $localize`:@@cash.planSave:Save the distribution`,
      note: $localize`:@@cash.planNote:An internal agreement suffices; liability still follows Annex 2.`,
      fields: open.flatMap(({ id, shortName, amountCents, heldReason }): Field[] => [
        { ...amountField(shortName), name: `amount ${id}`, value: centsToDecimal(amountCents) },
        { name: `held ${id}`, kind: 'text', label: $localize`:@@cash.held:Why ${shortName}:partner: is held back`, value: heldReason },
      ]),
    });
    if (values === undefined) return;
    const parts = open
      .map(({ id }) => ({
        beneficiaryId: id,
        amountCents: readMoney(values[`amount ${id}`] ?? '') ?? 0,
        heldReason: (values[`held ${id}`] ?? '').trim(),
      }))
      .filter(({ amountCents, heldReason }) => amountCents > 0 || heldReason !== '');
    await this.#write(() =>
      this.#api.put<CashView>(['payments', payment.id, 'distribution'], { body: { parts }, version: payment.version }),
    );
  }

  async send(part: DistributionView): Promise<void> {
    const values = await this.#ask({
      title: $localize`:@@cash.send:Sent to ${part.beneficiary.shortName}:partner:`,
      subject: formatMoney(part.amountCents, this.#currency(), true),
      action: $localize`:@@cash.sendSave:Record the transfer`,
      fields: [this.#day('sentOn', $localize`:@@cash.sentOn:Sent on`)],
    });
    if (values === undefined) return;
    const body = { sentOn: values['sentOn'] };
    await this.#write(() => this.#api.post<CashView>(['distributions', part.id, 'sending'], { body, version: part.version }));
  }

  async confirm(part: DistributionView): Promise<void> {
    await this.#write(() => this.#api.post<CashView>(['distributions', part.id, 'confirmation'], { version: part.version }));
  }

  async accede({ beneficiary, accession }: CashPartner): Promise<void> {
    const label = $localize`:@@cash.accededOn:Acceded on`;
    const values = await this.#ask({
      title: $localize`:@@cash.accede:Accession of ${beneficiary.shortName}:partner:`,
      subject: beneficiary.name,
      action: $localize`:@@cash.accedeSave:Record the accession`,
      fields: [{ ...this.#day('accededOn', label), value: accession.accededOn ?? this.#session.today() }],
    });
    if (values === undefined) return;
    const body = { accededOn: values['accededOn'] };
    const path = ['cash', 'partners', beneficiary.id, 'accession'];
    await this.#write(() => this.#api.put<CashView>(path, { body, version: accession.version }));
  }

  async approve(partner: CashPartner): Promise<void> {
    const values = await this.#ask(approvalQuestion(partner, this.#session.today()));
    if (values === undefined) return;
    const day = (name: string): string | null => (values[name] === '' ? null : (values[name] ?? null));
    const body = {
      authority: values['authority'],
      reference: values['reference'],
      submittedOn: day('submittedOn'),
      approvedOn: day('approvedOn'),
      validUntil: day('validUntil'),
    };
    const path = ['cash', 'partners', partner.beneficiary.id, 'approval'];
    await this.#write(() => this.#api.put<CashView>(path, { body, version: partner.approval.version }));
  }

  async changeTerms({ terms }: CashView): Promise<void> {
    const percent = (name: string, label: string, points: number): Field => {
      return { name, label, kind: 'percent', required: true, value: String(points / 100) };
    };
    const values = await this.#ask({
      title: $localize`:@@cash.terms:Terms of payment`,
      subject: $localize`:@@cash.termsSubject:as the Data Sheet of the agreement says`,
      action: $localize`:@@cash.termsSave:Save the terms`,
      fields: [
        percent('ceiling', $localize`:@@cash.ceiling:Interim ceiling, in % of the maximum grant`, terms.interimCeilingBasisPoints),
        percent('use', $localize`:@@cash.use:Use of the prefinancing before the next, in %`, terms.prefinancingUseBasisPoints),
        percent('clearing', $localize`:@@cash.clearing:Prefinancing cleared early, in %`, terms.earlyClearingBasisPoints),
        {
          name: 'countries',
          label: $localize`:@@cash.countries:Countries whose partners need a national approval (VN, …)`,
          kind: 'text',
          value: terms.approvalCountries.join(', '),
        },
      ],
    });
    if (values === undefined) return;
    const points = (name: string): number => readPercent(values[name] ?? '') ?? 0;
    const body = {
      interimCeilingBasisPoints: points('ceiling'),
      prefinancingUseBasisPoints: points('use'),
      earlyClearingBasisPoints: points('clearing'),
      approvalCountries: (values['countries'] ?? '').toUpperCase().match(/[A-Z]+/g) ?? [],
    };
    await this.#write(() => this.#api.put<CashView>(['cash', 'terms'], { body, version: terms.version }));
  }

  #currency(): string {
    return this.page.data()?.currency ?? '';
  }

  #day(name: string, label: string): Field {
    const today = this.#session.today();
    return { name, label, kind: 'date', required: true, value: today, latest: today };
  }

  /** Partners whose part of a payment has not been sent, those without one included. */
  #openParts({ distribution }: PaymentView): { id: string; shortName: string; amountCents: number; heldReason: string }[] {
    const parts = new Map(distribution.map((part) => [part.beneficiary.id, part]));
    return (this.page.data()?.partners ?? [])
      .map(({ beneficiary }) => ({ ...beneficiary, part: parts.get(beneficiary.id) }))
      .filter(({ part }) => part === undefined || part.state === 'planned')
      .map(({ id, shortName, part }) => ({ id, shortName, amountCents: part?.amountCents ?? 0, heldReason: part?.heldReason ?? '' }));
  }

  #ask(question: FieldsQuestion): Promise<FieldValues | undefined> {
    const load = async (): Promise<Type<unknown>> => (await import('../ui/fields-dialog/fields-dialog')).FieldsDialog;
    return this.#dialogs.open<FieldValues>(load, question, { width: '560px' });
  }

  async #write(write: () => Promise<WriteResult<CashView>>): Promise<void> {
    this.busy.set(true);
    const result = await write();
    this.busy.set(false);
    const current = result.ok ? result.value : (currentOf(result.problem) as CashView | undefined);
    if (current) this.page.set(current);
    if (result.ok) this.#toasts.show($localize`:@@cash.saved:Saved`);
    else this.#toasts.show(refusalWords(result.problem), 'problem');
  }
}

/** What is wrong with what was asked for, as exactly as the answer says. */
function refusalWords(problem: ReadProblem): string {
  const [first] = problem.offline ? [] : (problem.errors ?? []);
  return first === undefined ? problemWords(problem) : fieldWords(first);
}

const amountField = (label: string): Field => ({ name: 'amount', label, kind: 'money', required: true, value: '' });

const expectQuestion = (payment: PaymentView | null): FieldsQuestion => ({
  title: payment === null ? $localize`:@@cash.expect:Add a payment` : $localize`:@@cash.expectChange:Change the payment`,
  subject: '',
  action: $localize`:@@cash.expectSave:Save the payment`,
  fields: [
    {
      name: 'kind',
      label: $localize`:@@cash.kind:Payment`,
      kind: 'choice',
      value: payment?.kind ?? 'prefinancing',
      options: PAYMENT_KINDS.map((kind) => ({ value: kind, word: paymentWords(kind) })),
    },
    {
      name: 'period',
      label: $localize`:@@cash.period:Reporting period (number), if it follows one`,
      kind: 'text',
      value: String(payment?.period ?? ''),
    },
    {
      name: 'expectedOn',
      label: $localize`:@@cash.expectedOn:Expected on`,
      kind: 'date',
      required: true,
      value: payment?.expectedOn ?? '',
    },
    {
      ...amountField($localize`:@@cash.amount:Amount in EUR`),
      value: payment === null ? '' : centsToDecimal(payment.expectedCents),
    },
  ],
});

const approvalQuestion = ({ beneficiary, approval }: CashPartner, today: string): FieldsQuestion => ({
  title: $localize`:@@cash.approval:National approval of ${beneficiary.shortName}:partner:`,
  subject: beneficiary.name,
  action: $localize`:@@cash.approvalSave:Save the approval`,
  fields: [
    { name: 'authority', label: $localize`:@@cash.authority:Authority`, kind: 'text', required: true, value: approval.authority },
    { name: 'reference', label: $localize`:@@cash.reference:Document number`, kind: 'text', value: approval.reference },
    {
      name: 'submittedOn',
      label: $localize`:@@cash.submittedOn:Submitted on`,
      kind: 'date',
      value: approval.submittedOn ?? '',
      latest: today,
    },
    { name: 'approvedOn', label: $localize`:@@cash.approvedOn:Approved on`, kind: 'date', value: approval.approvedOn ?? '', latest: today },
    { name: 'validUntil', label: $localize`:@@cash.validUntil:Valid until`, kind: 'date', value: approval.validUntil ?? '' },
  ],
});
