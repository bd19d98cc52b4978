import type { RibbonMark } from '@office/contracts';
import { addMonths, monthOf, reportDueDate, type PlainDate } from '@office/domain';
import type { DeliverableFacts, ProjectFacts } from './dashboard.repository.js';
import type { Moment } from './moment.js';

const MONTHS_AHEAD = 6;

/** Marks of the next six months, the present one counted in: own deliverables, milestones, reports to EACEA. */
export function ribbonOf(facts: ProjectFacts, assigned: readonly DeliverableFacts[], moment: Moment): RibbonMark[] {
  const month = (on: PlainDate): number => monthOf(facts.startDate, on);
  const deliverables = assigned.map((deliverable): RibbonMark => {
    const { id, number, title, dueMonth, state } = deliverable;
    return { kind: 'deliverable', id, number, title, on: moment.dueOn(dueMonth), month: dueMonth, state, late: moment.isLate(deliverable) };
  });
  const milestones = facts.milestones.map(({ id, number, title, dueMonth }): RibbonMark => {
    return { kind: 'milestone', id, number, title, on: moment.dueOn(dueMonth), month: dueMonth, state: null, late: false };
  });
  const reports = facts.periods.map(({ number, toMonth, daysToReport }): RibbonMark => {
    const on = reportDueDate(facts.startDate, toMonth, daysToReport);
    return { kind: 'report', id: null, number: `RP${number}`, title: '', on, month: month(on), state: null, late: false };
  });
  const first = `${moment.today.slice(0, 8)}01` as PlainDate;
  const end = addMonths(first, MONTHS_AHEAD);
  return [...deliverables, ...milestones, ...reports].filter(({ on }) => on >= first && on < end).sort((a, b) => (a.on < b.on ? -1 : 1));
}
