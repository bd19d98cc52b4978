import type { CashView, DistributionView, PaymentView } from '@office/contracts';
import {
  cents,
  interimPayment,
  shareOf,
  sumCents,
  type BasisPoints,
  type Cents,
  type DistributionState,
  type HoldReason,
  type InterimPayment,
} from '@office/domain';
import type { ChipLook } from '../../../shared/ui-status-chip/status-words';
import { dateWords } from '../../../shared/util-time/words';

const HOLDS: Record<HoldReason, () => string> = {
  'not-acceded': () => $localize`:@@hold.notAcceded:has not acceded to the agreement`,
  'approval-missing': () => $localize`:@@hold.approvalMissing:national approval missing`,
  'approval-expired': () => $localize`:@@hold.approvalExpired:national approval expired`,
};

export const holdWords = (hold: HoldReason): string => HOLDS[hold]();

const PARTS: Record<DistributionState, () => { look: ChipLook; word: string }> = {
  planned: () => ({ look: 'planned', word: $localize`:@@part.planned:Planned` }),
  sent: () => ({ look: 'sent', word: $localize`:@@part.sent:Sent` }),
  confirmed: () => ({ look: 'done', word: $localize`:@@part.confirmed:Confirmed` }),
};

/** How a part stands; one that is held back says so instead of "planned". */
export function partChip({ state, hold, heldReason }: DistributionView): { look: ChipLook; word: string } {
  if (state === 'planned' && (hold !== null || heldReason !== '')) return { look: 'stopped', word: $localize`:@@part.held:Held back` };
  return PARTS[state]();
}

/** "national approval missing · Contact person changes"; empty for a part that is not held back. */
export const holdReasonWords = ({ state, hold, heldReason }: DistributionView): string =>
  state === 'planned' ? [hold && holdWords(hold), heldReason].filter(Boolean).join(' · ') : '';

/** "received 16 Feb 2024" or "expected 12 Feb 2024". */
export const paymentDateWords = ({ receivedOn, expectedOn }: PaymentView): string =>
  receivedOn === null
    ? $localize`:@@payment.expectedOn:expected ${dateWords(expectedOn)}:date:`
    : $localize`:@@payment.receivedOn:received ${dateWords(receivedOn)}:date:`;

export interface PaymentFigures {
  readonly amountCents: Cents;
  readonly confirmedCents: Cents;
  readonly sentCents: Cents;
  readonly heldCents: Cents;
}

export function paymentFigures({ receivedCents, expectedCents, distribution }: PaymentView): PaymentFigures {
  const sum = (wanted: (part: DistributionView) => boolean): Cents =>
    sumCents(distribution.filter(wanted).map(({ amountCents }) => amountCents));
  return {
    amountCents: cents(receivedCents ?? expectedCents),
    confirmedCents: sum(({ state }) => state === 'confirmed'),
    sentCents: sum(({ state }) => state === 'sent'),
    heldCents: sum(({ state, hold, heldReason }) => state === 'planned' && (hold !== null || heldReason !== '')),
  };
}

/** The interim payment that would follow now from what EACEA accepted and what has come, by the terms of the agreement (handbook 1.6). */
export function nextInterim({ acceptedCents, payments, maximumGrantCents, receivedCents, terms }: CashView): InterimPayment {
  const received = (kinds: readonly PaymentView['kind'][]): Cents =>
    sumCents(payments.filter(({ kind }) => kinds.includes(kind)).map((payment) => payment.receivedCents ?? 0));
  const toClear = shareOf(received(['prefinancing', 'additional-prefinancing']), terms.earlyClearingBasisPoints as BasisPoints);
  const open = cents(Math.max(0, acceptedCents - received(['interim', 'balance'])));
  return interimPayment(
    { acceptedCents: open, toClearCents: toClear, paidCents: cents(receivedCents) },
    {
      maximumGrantCents: cents(maximumGrantCents),
      interimCeiling: terms.interimCeilingBasisPoints as BasisPoints,
      prefinancingUse: terms.prefinancingUseBasisPoints as BasisPoints,
      earlyClearing: terms.earlyClearingBasisPoints as BasisPoints,
    },
  );
}
