import type { WorkStatusRequest } from '@office/contracts';
import { addDays, daysBetween, monthEnd, monthStart, type PlainDate } from '@office/domain';
import type { TaskRecord } from '../../import/project-file.js';
import { dateInWords, officeTime } from './calendar.js';
import { NARRATIVES, type Narrative } from './narratives.js';
import { seeded } from './seed.js';
import type { WorkStep } from './steps.js';
import { eventOf, zoneOf, type Strive, type StriveEvent } from './strive.js';

/** How a task stands on the day of the demonstration, where it is not simply on its way. */
export type TaskScene = 'not-started' | 'blocked' | 'late';

const EVERY_TENTH_WEEK = 70;
export const BLOCKED_SINCE_DAYS = 9;
const MOST_WHILE_OPEN = 95;
const MOST_WHILE_BLOCKED = 50;

/** "Kick-off meeting held in Bologna on 22 January 2024 and the day after, 25 participants." */
export function eventInWords({ title, place, startDate, endDate, participants }: StriveEvent): string {
  const days = startDate === endDate ? `on ${dateInWords(startDate)}` : `on ${Number(startDate.slice(8))} and ${dateInWords(endDate)}`;
  return `${title} held in ${place} ${days}${participants === null ? '' : `, ${participants} participants`}.`;
}

export interface TaskSpan {
  readonly begin: PlainDate;
  readonly end: PlainDate;
}

export function spanOf(strive: Strive, task: TaskRecord): TaskSpan {
  return {
    begin: addDays(monthStart(strive.start, task.startMonth), 2 + seeded(12, task.number)),
    end: addDays(monthEnd(strive.start, task.endMonth), -seeded(9, task.number, 'end')),
  };
}

function progressAt(on: PlainDate, { begin, end }: TaskSpan): number {
  const part = daysBetween(begin, on) / Math.max(1, daysBetween(begin, end));
  return Math.min(MOST_WHILE_OPEN, Math.max(5, Math.round(part * 20) * 5));
}

interface Told {
  readonly on: PlainDate;
  readonly text: string;
}

/** Each text once, evenly between two days. */
function spread(texts: readonly string[], from: PlainDate, to: PlainDate): Told[] {
  const pause = daysBetween(from, to) / (texts.length + 1);
  return texts.map((text, index) => ({ on: addDays(from, Math.round((index + 1) * pause)), text }));
}

/** In turn for as long as the task lasts. */
function repeat(texts: readonly string[], { begin, end }: TaskSpan): Told[] {
  const count = Math.max(0, Math.floor(daysBetween(begin, end) / EVERY_TENTH_WEEK - 0.3));
  return Array.from({ length: count }, (_, index) => ({
    on: addDays(begin, (index + 1) * EVERY_TENTH_WEEK),
    text: texts[index % texts.length] ?? '',
  }));
}

/** What is told between the first report and the last; a meeting is told of two days after it. */
function tell({ underWay, afterEvent, recurring }: Narrative, span: TaskSpan, event: StriveEvent | null): Told[] {
  if (recurring === true) return repeat(underWay, span);
  const [news, ...later] = afterEvent ?? [];
  if (event === null || news === undefined) return spread(underWay, span.begin, span.end);
  const toldOn = addDays(event.endDate, 2);
  const report = { on: toldOn, text: news.replace('{event}', eventInWords(event)) };
  return [...spread(underWay, span.begin, event.startDate), report, ...spread(later, toldOn, span.end)];
}

type Report = WorkStatusRequest & { readonly on: PlainDate };

function ending(task: TaskRecord, span: TaskSpan, narrative: Narrative, openDeliverable: string | null): Report {
  if (openDeliverable === null) return { on: span.end, state: 'done', progress: 100, narrative: narrative.finished };
  const stillOpen = `The activities are done; ${openDeliverable} is still open, so the task stays open too.`;
  return { on: span.end, state: 'in-progress', progress: MOST_WHILE_OPEN - seeded(2, task.number) * 5, narrative: stillOpen };
}

/** The reports of a task's lead, in order. `openDeliverable` is what keeps a late task from ending. */
export function taskLife(
  strive: Strive,
  task: TaskRecord,
  scene: TaskScene | undefined,
  openDeliverable: string | null,
  today: PlainDate,
): WorkStep[] {
  const narrative = NARRATIVES[task.number];
  if (scene === 'not-started' || !narrative) return [];
  const span = spanOf(strive, task);
  const event = eventOf(strive, task);
  const told = tell(narrative, span, event);
  const reports: Report[] = [
    { on: span.begin, state: 'in-progress', progress: 5, narrative: narrative.begun },
    ...told.map(({ on, text }) => ({ on, state: 'in-progress' as const, progress: progressAt(on, span), narrative: text })),
    ending(task, span, narrative, scene === 'late' ? (openDeliverable ?? 'the evaluation') : null),
  ];
  const standstill = addDays(today, -BLOCKED_SINCE_DAYS);
  const shown =
    scene !== 'blocked' ? reports : [...reports.filter(({ on }) => on < standstill), blockedReport(narrative, span, standstill)];
  return shown.map(({ on, ...status }) => ({
    at: officeTime(zoneOf(strive, task.lead), on, task.number),
    kind: 'task',
    number: task.number,
    // Figures follow from the parts; what stands still is the lead's own word.
    status: status.state === 'blocked' ? status : { ...status, progressSource: 'derived' },
  }));
}

const blockedReport = (narrative: Narrative, span: TaskSpan, on: PlainDate): Report => ({
  on,
  state: 'blocked',
  progress: Math.min(MOST_WHILE_BLOCKED, progressAt(on, span)),
  narrative: narrative.blocked ?? '',
});

const JUST_BEGUN = { least: 8, most: 62 };
const MARGIN_DAYS = 20;

/** One task that should have begun, one that stands still, and every task whose deliverable is late. */
export function castTasks(strive: Strive, lateTasks: ReadonlySet<string>, today: PlainDate): ReadonlyMap<string, TaskScene> {
  const cast = new Map<string, TaskScene>();
  const { tasks } = strive.file;
  const ended = tasks.filter((task) => monthEnd(strive.start, task.endMonth) < today);
  for (const task of ended) if (lateTasks.has(task.number)) cast.set(task.number, 'late');
  const lastEnded = [...ended].sort((a, b) => b.endMonth - a.endMonth)[0];
  if (lastEnded && cast.size === 0) cast.set(lastEnded.number, 'late');
  const age = (task: TaskRecord): number => daysBetween(monthStart(strive.start, task.startMonth), today);
  const begun = tasks.filter((task) => task.startMonth > 1 && age(task) >= JUST_BEGUN.least && age(task) <= JUST_BEGUN.most);
  const idle = [...begun].sort((a, b) => b.startMonth - a.startMonth).find(({ number }) => !cast.has(number));
  if (idle) cast.set(idle.number, 'not-started');
  const running = tasks.filter(
    (task) => age(task) > BLOCKED_SINCE_DAYS + MARGIN_DAYS && daysBetween(today, monthEnd(strive.start, task.endMonth)) > MARGIN_DAYS,
  );
  const stuck = running.filter(({ number }) => !cast.has(number) && NARRATIVES[number]?.blocked !== undefined);
  const chosen = stuck.sort((a, b) => b.startMonth - a.startMonth)[0];
  if (chosen) cast.set(chosen.number, 'blocked');
  return cast;
}
