import { addDays, type PlainDate } from '../kernel/plain-date.js';
import type { AmendmentState } from './amendment-states.js';

/** Calendar days that EACEA has to answer a request for an amendment; silence is a rejection (handbook 1.8). */
export const AMENDMENT_ANSWER_DAYS = 45;

/** The last day of the 45: the day of submission is not counted, the period ends with the midnight of its last day (handbook 2.8). */
export const answerDueOn = (submittedOn: PlainDate): PlainDate => addDays(submittedOn, AMENDMENT_ANSWER_DAYS);

/** The first day on which a request without an answer has lapsed. */
export const lapsesOn = (submittedOn: PlainDate): PlainDate => addDays(answerDueOn(submittedOn), 1);

/** What a submitted amendment is by today's date, whether or not somebody has written it down. */
export const stateOn = (state: AmendmentState, submittedOn: PlainDate | null, today: PlainDate): AmendmentState =>
  state === 'submitted' && submittedOn !== null && today >= lapsesOn(submittedOn) ? 'lapsed' : state;

/** Accepted ones are numbered 1, 2, 3…; what was rejected, by word or by silence, R1, R2…; the others have none. */
export function amendmentLabel(number: number | null, rejectedNumber: number | null): string | null {
  if (number !== null) return String(number);
  return rejectedNumber === null ? null : `R${rejectedNumber}`;
}

/** The next of its series: one more than the highest that was ever given. */
export const nextAmendmentNumber = (given: readonly (number | null)[]): number => Math.max(0, ...given.map((number) => number ?? 0)) + 1;
