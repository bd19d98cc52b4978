import type { ActivityItem, EventCode } from '@office/contracts';
import { PAYMENT_KINDS, type PaymentKind } from '@office/domain';
import { dateWords } from '../util-time/words';
import type { EventWords } from './event-phrase';

type Detail = ActivityItem['detail'];

const KINDS: Record<PaymentKind, () => string> = {
  prefinancing: () => $localize`:@@payment.prefinancing:Prefinancing`,
  'additional-prefinancing': () => $localize`:@@payment.additional:Additional prefinancing`,
  interim: () => $localize`:@@payment.interim:Interim payment`,
  balance: () => $localize`:@@payment.balance:Balance`,
};

export const paymentWords = (kind: PaymentKind): string => KINDS[kind]();

/** What the subject of an event of the cash is called: the kind of a payment, or a partner's short name. */
export function cashSubjectWords(label: string): string {
  const kind = PAYMENT_KINDS.find((one) => one === label);
  if (label === '') return $localize`:@@cash.subject:Cash`;
  return kind === undefined ? label : paymentWords(kind);
}

const dayWords = ({ on }: Detail): string => (typeof on === 'string' ? dateWords(on) : '');

type CashEvent = Extract<
  EventCode,
  `cash.${string}` | `payment.${string}` | `distribution.${string}` | 'beneficiary.acceded' | 'approval.recorded'
>;

export const CASH_EVENT_WORDS: Record<CashEvent, (detail: Detail) => EventWords> = {
  'cash.terms-changed': () => ({ icon: 'edit', tone: 'brand', words: $localize`:@@event.cashTerms:Terms of payment changed` }),
  'payment.expected': (detail) => ({
    icon: 'euro',
    tone: 'idle',
    words: $localize`:@@event.paymentExpected:Payment expected on ${dayWords(detail)}:date:`,
  }),
  'payment.received': (detail) => ({
    icon: 'euro',
    tone: 'ok',
    words: $localize`:@@event.paymentReceived:Payment received on ${dayWords(detail)}:date:`,
  }),
  'distribution.planned': () => ({
    icon: 'edit',
    tone: 'brand',
    words: $localize`:@@event.distributionPlanned:Distribution to the partners planned`,
  }),
  'distribution.sent': (detail) => ({
    icon: 'euro',
    tone: 'brand',
    words: $localize`:@@event.distributionSent:Part of a payment sent on ${dayWords(detail)}:date:`,
  }),
  'distribution.confirmed': () => ({
    icon: 'check',
    tone: 'ok',
    words: $localize`:@@event.distributionConfirmed:Part of a payment confirmed by the partner`,
  }),
  'beneficiary.acceded': (detail) => ({
    icon: 'people',
    tone: 'ok',
    words: $localize`:@@event.acceded:Acceded to the grant agreement on ${dayWords(detail)}:date:`,
  }),
  'approval.recorded': () => ({ icon: 'shield', tone: 'brand', words: $localize`:@@event.approval:National approval recorded` }),
};
