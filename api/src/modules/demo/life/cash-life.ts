import { addDays, isPlainDate, plainDate, reportDueDate, type PlainDate } from '@office/domain';
import { officeTime, workday } from './calendar.js';
import { seeded } from './seed.js';
import type { CashStep } from './steps.js';
import { zoneOf, type Strive } from './strive.js';

const COORDINATOR = 'AL';
const APPROVAL_COUNTRY = 'VN';
/** A national approval takes months; until it is there the partner's part waits. */
const APPROVAL_DAYS = 110;
/** After its report went out: when EACEA has accepted it, and when the money comes. */
const TOLD_DAYS = 90;
const INTERIM_DAYS = 118;

/** When a partner can be paid for the first time: at once, or when its authority has approved. */
function payableFrom({ file, start }: Strive, shortName: string): PlainDate {
  const partner = file.beneficiaries.find((beneficiary) => beneficiary.shortName === shortName);
  return partner?.country === APPROVAL_COUNTRY ? addDays(start, APPROVAL_DAYS + seeded(60, shortName)) : start;
}

/** One payment from the day it comes: the parts go out as soon as each partner can be paid, and are confirmed within the week. */
function paymentLife(strive: Strive, payment: string, receivedOn: PlainDate): CashStep[] {
  const zone = zoneOf(strive, COORDINATOR);
  const partners = strive.file.beneficiaries.filter(({ role }) => role !== 'associated-partner').map(({ shortName }) => shortName);
  const received: CashStep = { at: officeTime(zone, receivedOn, payment, 'received'), cash: 'receive', payment, on: receivedOn };
  const parts = partners.flatMap((partner): CashStep[] => {
    const payable = payableFrom(strive, partner);
    const sentOn = workday(addDays(payable > receivedOn ? payable : receivedOn, 5 + seeded(6, payment, partner)));
    const confirmedOn = workday(addDays(sentOn, 5 + seeded(5, partner, payment)));
    return [
      { at: officeTime(zone, sentOn, payment, partner), cash: 'send', payment, partner, on: sentOn },
      { at: officeTime(zoneOf(strive, partner), confirmedOn, payment, partner), cash: 'confirm', payment, partner, on: confirmedOn },
    ];
  });
  return [received, ...parts];
}

function partnerLife(strive: Strive): CashStep[] {
  const zone = zoneOf(strive, COORDINATOR);
  return strive.file.beneficiaries
    .filter(({ role }) => role !== 'associated-partner')
    .flatMap(({ shortName: partner, country }): CashStep[] => {
      const accededOn = workday(addDays(strive.start, 3));
      const acceded: CashStep = { at: officeTime(zone, accededOn, partner, 'acceded'), cash: 'accede', partner, on: accededOn };
      if (country !== APPROVAL_COUNTRY) return [acceded];
      const submittedOn = workday(addDays(strive.start, 30 + seeded(14, partner)));
      const approvedOn = workday(addDays(payableFrom(strive, partner), -4));
      const at = (day: PlainDate): Date => officeTime(zoneOf(strive, partner), day, partner, 'approval');
      return [
        acceded,
        { at: at(submittedOn), cash: 'submit-approval', partner, on: submittedOn },
        { at: at(approvedOn), cash: 'approve', partner, on: approvedOn, submittedOn },
      ];
    });
}

/** The prefinancing of the agreement and an interim payment a while after each report but the last is accepted. */
export function cashLife(strive: Strive): CashStep[] {
  const zone = zoneOf(strive, COORDINATOR);
  const expected = strive.payments.flatMap(({ kind, amountCents, expected: on }, place): CashStep[] => {
    if (!isPlainDate(on)) return [];
    const payment = `${kind} ${place}`;
    const told = addDays(strive.start, 2);
    return [
      { at: officeTime(zone, told, payment), cash: 'expect', payment, kind, amountCents, on: plainDate(on), period: null },
      ...paymentLife(strive, payment, workday(addDays(plainDate(on), 4))),
    ];
  });
  const interims = strive.file.reportingPeriods.slice(0, -1).flatMap(({ number, toMonth, daysToReport }): CashStep[] => {
    const due = addDays(reportDueDate(strive.start, toMonth, daysToReport), -7);
    const payment = `interim ${number}`;
    const told = addDays(due, TOLD_DAYS);
    const on = addDays(due, INTERIM_DAYS);
    return [
      { at: officeTime(zone, told, payment), cash: 'expect', payment, kind: 'interim', amountCents: null, on, period: number },
      ...paymentLife(strive, payment, workday(addDays(on, 3))),
    ];
  });
  return [...partnerLife(strive), ...expected, ...interims];
}
