import { addMonths, type PlainDate } from '../kernel/plain-date.js';

/** Records are kept for five years after the final payment, longer while checks, audits or disputes go on (handbook 6.2 no. 13). */
export const RETENTION_YEARS = 5;

export interface RetentionFacts {
  readonly finalPaymentOn: PlainDate | null;
  /** Whether a hold is on: an audit, a claim, a case in court. */
  readonly held: boolean;
}

export type RetentionState = 'until-final-payment' | 'held' | 'counting' | 'over';

/** The last day on which everything has to be there; null before the final payment. */
export const keepUntil = (finalPaymentOn: PlainDate | null): PlainDate | null =>
  finalPaymentOn === null ? null : addMonths(finalPaymentOn, RETENTION_YEARS * 12);

/** Nothing goes while it is not `over`; a hold outlasts the five years. */
export function retentionState({ finalPaymentOn, held }: RetentionFacts, today: PlainDate): RetentionState {
  const last = keepUntil(finalPaymentOn);
  if (held) return 'held';
  if (last === null) return 'until-final-payment';
  return today <= last ? 'counting' : 'over';
}
