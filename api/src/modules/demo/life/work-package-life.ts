import type { WorkStatusRequest } from '@office/contracts';
import { addDays, daysBetween, monthEnd, monthStart, plainDate, type PlainDate, type TrafficLight } from '@office/domain';
import type { WorkPackageRecord } from '../../import/project-file.js';
import { dateInWords, officeTime } from './calendar.js';
import { seeded } from './seed.js';
import type { DeliverableStep, WorkStep } from './steps.js';
import { dueOn, zoneOf, type Strive } from './strive.js';
import { eventInWords } from './task-life.js';

const TWO_MONTHS = 61;
const AFTER_THE_END = 12;
const MOST_WHILE_OPEN = 97;

/** What has happened in the project when a report is written. */
interface Past {
  readonly deliverables: readonly DeliverableStep[];
  readonly tasks: readonly WorkStep[];
}

interface Window {
  readonly after: Date;
  readonly until: Date;
}

const inWindow =
  ({ after, until }: Window) =>
  ({ at }: { readonly at: Date }): boolean =>
    at > after && at <= until;

const list = (numbers: readonly string[]): string => [...new Set(numbers)].sort().join(', ');

type Told = Pick<WorkStatusRequest, 'narrative' | 'nextSteps' | 'trafficLight'>;

/** Sentences made of facts only: meetings, what was handed in, what ended, what stands still; and what comes next. */
function told(strive: Strive, workPackage: WorkPackageRecord, window: Window, past: Past): Told {
  const { number } = workPackage;
  const mine = strive.file.deliverables.filter((deliverable) => deliverable.workPackage === number);
  const numbers = new Set(mine.map((deliverable) => deliverable.number));
  const events = strive.events.filter(
    (event) => event.workPackage === number && inWindow(window)({ at: new Date(`${event.endDate}T00:00:00Z`) }),
  );
  const done = past.deliverables.filter((step) => numbers.has(step.deliverable));
  const recent = done.filter(inWindow(window));
  const submittedBefore = new Set(done.filter(({ kind, at }) => kind === 'submit' && at <= window.until).map((step) => step.deliverable));
  const reports = past.tasks.filter((step) => tasksOf(strive, number).has(step.number));
  const next = mine.filter((deliverable) => !submittedBefore.has(deliverable.number)).sort((a, b) => a.dueMonth - b.dueMonth)[0];
  const submitted = recent.filter(({ kind }) => kind === 'submit').map((step) => step.deliverable);
  const inReview = recent.filter(({ kind }) => kind === 'open-review').map((step) => step.deliverable);
  const finished = reports.filter(inWindow(window)).filter(({ status }) => status.state === 'done');
  const narrative = [
    ...events.map(eventInWords),
    ...(submitted.length > 0 ? [`Submitted to EACEA: ${list(submitted)}.`] : []),
    ...(inReview.length > 0 && submitted.length === 0 ? [`In the quality board: ${list(inReview)}.`] : []),
    ...(finished.length > 0 ? [`Finished: ${list(finished.map((step) => step.number))}.`] : []),
    ...newsInWords(strive, reports.filter(inWindow(window))),
    runningInWords(reports, window.until),
  ]
    .filter((sentence) => sentence !== '')
    .join(' ');
  const due = next && dueOn(strive, next);
  const isStuck = [...lastStates(reports, window.until).values()].includes('blocked');
  return {
    narrative: narrative || 'The work is being prepared.',
    nextSteps: next && due ? nextInWords(next.number, due, window.until) : '',
    trafficLight: lightOf(due ? daysBetween(due, plainDate(window.until.toISOString().slice(0, 10))) : 0, isStuck),
  };
}

const LONG_LATE_DAYS = 30;

const lightOf = (daysLate: number, isStuck: boolean): TrafficLight =>
  daysLate > LONG_LATE_DAYS ? 'red' : daysLate > 0 || isStuck ? 'amber' : 'green';

const lastStates = (reports: readonly WorkStep[], until: Date): ReadonlyMap<string, string> =>
  new Map(reports.filter(({ at }) => at <= until).map((step) => [step.number, step.status.state]));

const tasksOf = ({ file }: Strive, workPackage: string): ReadonlySet<string> =>
  new Set(file.tasks.filter((task) => task.workPackage === workPackage).map(({ number }) => number));

/** What the last two tasks reported, without the meetings: those stand in a sentence of their own. */
function newsInWords(strive: Strive, reports: readonly WorkStep[]): string[] {
  const latest = new Map(
    reports.filter(({ status }) => status.state === 'in-progress').map((step) => [step.number, step.status.narrative]),
  );
  const withoutMeeting = (text: string): string =>
    strive.events.reduce((rest, event) => rest.replace(eventInWords(event), ''), text).trim();
  return [...latest].slice(-2).map(([number, text]) => `${number}: ${withoutMeeting(text)}`);
}

function runningInWords(reports: readonly WorkStep[], until: Date): string {
  const latest = lastStates(reports, until);
  const inState = (state: string): string[] => [...latest].filter(([, last]) => last === state).map(([number]) => number);
  const running = inState('in-progress');
  const blocked = inState('blocked');
  return [
    ...(running.length > 0 ? [`Under way: ${list(running)}.`] : []),
    ...(blocked.length > 0 ? [`Blocked: ${list(blocked)}.`] : []),
  ].join(' ');
}

function nextInWords(number: string, due: PlainDate, at: Date): string {
  return due < at.toISOString().slice(0, 10)
    ? `${number} was due on ${dateInWords(due)} and is late.`
    : `${number}, due on ${dateInWords(due)}.`;
}

function reportDays(strive: Strive, { number, startMonth, endMonth }: WorkPackageRecord, isOpen: boolean, today: PlainDate): PlainDate[] {
  const first = addDays(monthStart(strive.start, startMonth), 20 + seeded(8, number));
  const end = monthEnd(strive.start, endMonth);
  const last = isOpen && end < today ? today : end;
  return Array.from({ length: Math.floor(daysBetween(first, last) / TWO_MONTHS) + 1 }, (_, index) => addDays(first, index * TWO_MONTHS));
}

/** The reports of a work package's lead, every two months; it is done when nothing in it is open any more. */
export function workPackageLife(strive: Strive, workPackage: WorkPackageRecord, past: Past, isOpen: boolean, today: PlainDate): WorkStep[] {
  const { number, lead, startMonth, endMonth } = workPackage;
  const begin = monthStart(strive.start, startMonth);
  const end = monthEnd(strive.start, endMonth);
  const zone = zoneOf(strive, lead);
  let after = new Date(`${begin}T00:00:00Z`);
  const regular = reportDays(strive, workPackage, isOpen, today).map((on): WorkStep => {
    const at = officeTime(zone, on, number);
    const words = told(strive, workPackage, { after, until: at }, past);
    after = at;
    const progress = Math.min(MOST_WHILE_OPEN, Math.max(2, Math.round((100 * daysBetween(begin, on)) / daysBetween(begin, end))));
    return {
      at,
      kind: 'work-package',
      number,
      status: { state: 'in-progress', progress, ...words, ...sourceOf(strive, number, past, at) },
    };
  });
  const at = officeTime(zone, addDays(end, AFTER_THE_END), number);
  const words: Told & Pick<WorkStatusRequest, 'progressSource'> = {
    narrative: 'All tasks are finished and all deliverables are with EACEA.',
    nextSteps: '',
    trafficLight: 'green',
    progressSource: 'derived',
  };
  return isOpen ? regular : [...regular, { at, kind: 'work-package', number, status: { state: 'done', progress: 100, ...words } }];
}

/** Figures follow from the tasks; when all of these are done and something is still open, the lead says so. */
function sourceOf(strive: Strive, workPackage: string, past: Past, at: Date): Pick<WorkStatusRequest, 'progressSource' | 'overrideReason'> {
  const numbers = tasksOf(strive, workPackage);
  const states = [
    ...lastStates(
      past.tasks.filter((step) => numbers.has(step.number)),
      at,
    ).values(),
  ];
  const allDone = states.length === numbers.size && states.every((state) => state === 'done');
  return allDone
    ? { progressSource: 'overridden', overrideReason: 'The tasks are done; a deliverable is still open.' }
    : { progressSource: 'derived' };
}
