import type { RibbonMark } from '@office/contracts';
import {
  addMonths,
  expectedOn,
  isMilestoneLate,
  isReportWithEacea,
  isWithEacea,
  monthOf,
  reportDueDate,
  type PlainDate,
} from '@office/domain';
import type { DeliverableFacts, MilestoneFacts, ProjectFacts } from './dashboard.repository.js';
import type { Moment } from './moment.js';

const MONTHS_AHEAD = 6;

function deliverableMark(deliverable: DeliverableFacts, moment: Moment): RibbonMark {
  const { id, number, title, dueMonth: month, state } = deliverable;
  const on = moment.dueOn(month);
  return { kind: 'deliverable', id, number, title, on, month, state, done: isWithEacea(state), late: moment.isLate(deliverable) };
}

function milestoneMark(milestone: MilestoneFacts, startDate: PlainDate, today: PlainDate): RibbonMark {
  const { id, number, title, state } = milestone;
  const on = expectedOn(milestone, startDate);
  const late = isMilestoneLate(milestone, startDate, today);
  return { kind: 'milestone', id, number, title, on, month: monthOf(startDate, on), state: null, done: state === 'achieved', late };
}

function reportMark(period: ProjectFacts['periods'][number], startDate: PlainDate, today: PlainDate): RibbonMark {
  const { id, number, toMonth, daysToReport, state } = period;
  const on = reportDueDate(startDate, toMonth, daysToReport);
  const done = isReportWithEacea(state);
  const late = !done && on < today;
  return { kind: 'report', id, number: `RP${number}`, title: '', on, month: monthOf(startDate, on), state: null, done, late };
}

/** Marks of the next six months, the present one counted in: own deliverables, milestones, reports to EACEA. */
export function ribbonOf(facts: ProjectFacts, assigned: readonly DeliverableFacts[], moment: Moment): RibbonMark[] {
  const { startDate } = facts;
  const marks = [
    ...assigned.map((deliverable) => deliverableMark(deliverable, moment)),
    ...facts.milestones.map((milestone) => milestoneMark(milestone, startDate, moment.today)),
    ...facts.periods.map((period) => reportMark(period, startDate, moment.today)),
  ];
  const first = `${moment.today.slice(0, 8)}01` as PlainDate;
  const end = addMonths(first, MONTHS_AHEAD);
  return marks.filter(({ on }) => on >= first && on < end).sort((a, b) => (a.on < b.on ? -1 : 1));
}
