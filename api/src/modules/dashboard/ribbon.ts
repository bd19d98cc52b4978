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
import type { DeliverableFacts, ProjectFacts } from './dashboard.repository.js';
import type { Moment } from './moment.js';

const MONTHS_AHEAD = 6;

/** Marks of the next six months, the present one counted in: own deliverables, milestones, reports to EACEA. */
export function ribbonOf(facts: ProjectFacts, assigned: readonly DeliverableFacts[], moment: Moment): RibbonMark[] {
  const month = (on: PlainDate): number => monthOf(facts.startDate, on);
  const deliverables = assigned.map((deliverable): RibbonMark => {
    const { id, number, title, dueMonth, state } = deliverable;
    const on = moment.dueOn(dueMonth);
    return {
      kind: 'deliverable',
      id,
      number,
      title,
      on,
      month: dueMonth,
      state,
      done: isWithEacea(state),
      late: moment.isLate(deliverable),
    };
  });
  const milestones = facts.milestones.map((milestone): RibbonMark => {
    const { id, number, title, state } = milestone;
    const on = expectedOn(milestone, facts.startDate);
    const late = isMilestoneLate(milestone, facts.startDate, moment.today);
    return { kind: 'milestone', id, number, title, on, month: month(on), state: null, done: state === 'achieved', late };
  });
  const reports = facts.periods.map(({ id, number, toMonth, daysToReport, state }): RibbonMark => {
    const on = reportDueDate(facts.startDate, toMonth, daysToReport);
    const done = isReportWithEacea(state);
    return {
      kind: 'report',
      id,
      number: `RP${number}`,
      title: '',
      on,
      month: month(on),
      state: null,
      done,
      late: !done && on < moment.today,
    };
  });
  const first = `${moment.today.slice(0, 8)}01` as PlainDate;
  const end = addMonths(first, MONTHS_AHEAD);
  return [...deliverables, ...milestones, ...reports].filter(({ on }) => on >= first && on < end).sort((a, b) => (a.on < b.on ? -1 : 1));
}
