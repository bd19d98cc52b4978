import { addDays, monthEnd, monthStart, reportDueDate, type PlainDate, type ReportAction } from '@office/domain';
import { officeTime } from './calendar.js';
import { seeded } from './seed.js';
import type { DependencyStep, MilestoneStep, ReportStep } from './steps.js';
import { dueOn, zoneOf, type Strive } from './strive.js';

const COORDINATOR = 'AL';
const EVERY_THIRD = 3;

/** What waits for what outside of its own task, as the coordinator noted it in the first weeks. */
const DEPENDENCIES: readonly (readonly [successor: string, predecessor: string])[] = [
  ['T3.1', 'D2.1'],
  ['T3.3', 'D3.1'],
  ['T4.1', 'D2.3'],
  ['T4.2', 'D4.1'],
  ['T4.4', 'D3.2'],
  ['D1.5', 'D1.4'],
  ['D1.6', 'D1.5'],
  ['D5.4', 'D4.3'],
  ['T5.5', 'D4.4'],
  ['D5.5', 'D5.4'],
];

export function dependencyLife(strive: Strive): DependencyStep[] {
  const zone = zoneOf(strive, COORDINATOR);
  const on = addDays(monthStart(strive.start, 1), 24);
  const known = new Set([...strive.file.tasks, ...strive.file.deliverables].map(({ number }) => number));
  return DEPENDENCIES.filter((ends) => ends.every((number) => known.has(number))).map(([successor, predecessor]) => {
    return { at: officeTime(zone, on, successor, predecessor), successor, predecessor };
  });
}

/** Milestones are reported within days of their date; every third one is put off first, and achieved two months later. */
export function milestoneLife(strive: Strive): MilestoneStep[] {
  return strive.file.milestones.flatMap((milestone, index): MilestoneStep[] => {
    const { number, lead, meansOfVerification } = milestone;
    const zone = zoneOf(strive, lead);
    const due = dueOn(strive, milestone);
    const isPutOff =
      index % EVERY_THIRD === EVERY_THIRD - 1 && monthEnd(strive.start, strive.file.project.durationMonths) > addDays(due, 75);
    const achieved = (reportedOn: PlainDate): MilestoneStep => ({
      at: officeTime(zone, reportedOn, number, 'achieved'),
      milestone: number,
      achievedOn: addDays(reportedOn, -4 - seeded(8, number)),
      evidence: `${meansOfVerification}, filed with the documents of the project.`,
    });
    if (!isPutOff) return [achieved(addDays(due, 2))];
    const putOff: MilestoneStep = {
      at: officeTime(zone, addDays(due, 3), number, 'put off'),
      milestone: number,
      estimate: addDays(due, 66),
      reason: 'The dates of two universities had to be moved; everything else is ready.',
    };
    return [putOff, achieved(addDays(due, 60))];
  });
}

/** Days are counted from the end of the period; the report goes out a week before it is due. */
const REPORT_DAYS: readonly (readonly [action: ReportAction, days: number])[] = [
  ['open', 1],
  ['prepare', 9],
  ['lock', 47],
];

/** A report is opened, written and locked in time, accepted three months after it went out, and paid a month later. */
export function reportLife(strive: Strive): ReportStep[] {
  const zone = zoneOf(strive, COORDINATOR);
  return strive.file.reportingPeriods.flatMap(({ number, toMonth, daysToReport }) => {
    const end = monthEnd(strive.start, toMonth);
    const submitted = addDays(reportDueDate(strive.start, toMonth, daysToReport), -7);
    const dated = [
      ...REPORT_DAYS.map(([action, days]) => ({ action, on: addDays(end, days) })),
      { action: 'submit' as const, on: submitted },
      { action: 'record-acceptance' as const, on: addDays(submitted, 88) },
      { action: 'pay' as const, on: addDays(submitted, 118) },
    ];
    return dated.map(({ action, on }): ReportStep => ({ at: officeTime(zone, on, String(number), action), report: number, action }));
  });
}
