import type { AttentionItem } from '@office/contracts';
import { dateIn, daysBetween, isDueSoon, monthEnd, reportDueDate, type PlainDate } from '@office/domain';
import type { OverviewFacts } from './dashboard.repository.js';
import type { Moment } from './moment.js';

const REMINDER_DAYS = 35;
const REVIEW_CLOSING_DAYS = 3;
const LONG_LATE_DAYS = 30;
const SEVERITIES: readonly AttentionItem['severity'][] = ['high', 'medium', 'low'];

const isWithin = (today: PlainDate, date: PlainDate, days: number): boolean => date >= today && daysBetween(today, date) <= days;

/** What needs somebody, worst first and then by date. */
export function attentionOf(facts: OverviewFacts, moment: Moment): AttentionItem[] {
  const items = [
    ...deliverableItems(facts, moment),
    ...reviewItems(facts, moment),
    ...taskItems(facts, moment),
    ...milestoneItems(facts, moment),
    ...reportItems(facts, moment),
  ];
  return items.sort(
    (a, b) => SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity) || (a.dueOn < b.dueOn ? -1 : a.dueOn > b.dueOn ? 1 : 0),
  );
}

function deliverableItems(facts: OverviewFacts, moment: Moment): AttentionItem[] {
  return facts.deliverables.flatMap((deliverable): AttentionItem[] => {
    const { id, number, title, lead, state } = deliverable;
    const dueOn = moment.dueOn(deliverable.dueMonth);
    const item = { number, title, deliverableId: id, taskId: null, lead, dueOn };
    if (moment.isLate(deliverable)) return [{ kind: 'deliverable-late', severity: 'high', ...item }];
    if (!isDueSoon(state, dueOn, moment.today, REMINDER_DAYS)) return [];
    return [{ kind: 'deliverable-due-soon', severity: state === 'planned' ? 'medium' : 'low', ...item }];
  });
}

function reviewItems(facts: OverviewFacts, moment: Moment): AttentionItem[] {
  return facts.deliverables.flatMap(({ id, number, title, lead, openRound }): AttentionItem[] => {
    if (openRound === null) return [];
    const closesAt = new Date(openRound.closesAt);
    const dueOn = dateIn(facts.deadlineTimeZone, closesAt);
    const item = { number, title, deliverableId: id, taskId: null, lead, dueOn };
    if (closesAt < moment.now) return [{ kind: 'review-overdue', severity: 'medium', ...item }];
    return isWithin(moment.today, dueOn, REVIEW_CLOSING_DAYS) ? [{ kind: 'review-closing', severity: 'low', ...item }] : [];
  });
}

function taskItems(facts: OverviewFacts, moment: Moment): AttentionItem[] {
  return facts.tasks.flatMap((task): AttentionItem[] => {
    const { id, number, title, lead } = task;
    const timeliness = moment.timelinessOf(task);
    const dueOn = moment.dueOn(task.endMonth);
    const item = { number, title, deliverableId: null, taskId: id, lead, dueOn };
    const severity = daysBetween(dueOn, moment.today) > LONG_LATE_DAYS ? 'high' : 'medium';
    if (timeliness === 'late') return [{ kind: 'task-late', severity, ...item }];
    return timeliness === 'should-have-started' ? [{ kind: 'task-should-have-started', severity: 'medium', ...item }] : [];
  });
}

function milestoneItems(facts: OverviewFacts, moment: Moment): AttentionItem[] {
  return facts.milestones
    .filter(({ dueMonth }) => isWithin(moment.today, moment.dueOn(dueMonth), REMINDER_DAYS))
    .map(({ number, title, lead, dueMonth }) => {
      return {
        kind: 'milestone-due-soon',
        severity: 'low',
        number,
        title,
        deliverableId: null,
        taskId: null,
        lead,
        dueOn: moment.dueOn(dueMonth),
      };
    });
}

/** A report is asked for from the end of its period to the day it is due. */
function reportItems(facts: OverviewFacts, moment: Moment): AttentionItem[] {
  return facts.periods.flatMap(({ number, toMonth, daysToReport }): AttentionItem[] => {
    const dueOn = reportDueDate(facts.startDate, toMonth, daysToReport);
    if (moment.today <= monthEnd(facts.startDate, toMonth) || moment.today > dueOn) return [];
    return [
      { kind: 'report-due', severity: 'medium', number: `RP${number}`, title: '', deliverableId: null, taskId: null, lead: null, dueOn },
    ];
  });
}
