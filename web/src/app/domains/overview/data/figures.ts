import type { OverviewView } from '@office/contracts';
import { isWithEacea, type PlainDate, yearOfMonth } from '@office/domain';
import { plural } from '../../../shared/util-locale/format';
import { dateWords, daysLeftWords, monthLabel } from '../../../shared/util-time/words';

/** The cards at the head of the overview in words. */
export interface Figures {
  readonly deliverables: { readonly total: string; readonly handedOver: string };
  readonly late: { readonly count: number; readonly hint: string };
  readonly tasks: { readonly done: string; readonly of: string; readonly percent: number; readonly hint: string };
  readonly month: { readonly label: string; readonly of: string; readonly percent: number; readonly hint: string };
  readonly report: { readonly countdown: string; readonly hint: string } | null;
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);
const percent = (part: number, whole: number): number => (whole === 0 ? 0 : Math.round((part / whole) * 100));

function lateHint({ deliverablesLate, tasks }: OverviewView['counts']): string {
  const deliverables = plural(deliverablesLate, {
    one: $localize`:@@overview.oneDeliverable:1 deliverable`,
    other: $localize`:@@overview.someDeliverables:${deliverablesLate}:count: deliverables`,
  });
  const late = plural(tasks.late, {
    one: $localize`:@@overview.oneTask:1 task`,
    other: $localize`:@@overview.someTasks:${tasks.late}:count: tasks`,
  });
  return `${deliverables} · ${late}`;
}

/** What holds tasks up; nothing where nothing does. */
function tasksHint({ shouldHaveStarted, blocked }: OverviewView['counts']['tasks']): string {
  const parts = [
    ...(shouldHaveStarted > 0 ? [$localize`:@@overview.shouldHaveStarted:${shouldHaveStarted}:count: should have started`] : []),
    ...(blocked > 0 ? [$localize`:@@overview.tasksBlocked:${blocked}:count: blocked`] : []),
  ];
  return parts.length > 0 ? parts.join(' · ') : $localize`:@@overview.tasksFine:none blocked or idle`;
}

function monthFigures({ month, durationMonths }: OverviewView): Figures['month'] {
  const shown = Math.min(Math.max(month, 0), durationMonths);
  return {
    label: monthLabel(shown),
    of: $localize`:@@overview.ofMonths:of ${durationMonths}:count:`,
    percent: percent(shown, durationMonths),
    hint: $localize`:@@overview.year:project year ${Math.max(1, yearOfMonth(shown))}:year:`,
  };
}

export function figuresOf(view: OverviewView, today: PlainDate): Figures {
  const { counts, nextReport } = view;
  const { tasks } = counts;
  const handedOver = sum(counts.deliverables.filter(({ state }) => isWithEacea(state)).map(({ count }) => count));
  return {
    deliverables: {
      total: String(sum(counts.deliverables.map(({ count }) => count))),
      handedOver: $localize`:@@overview.handedOver:${handedOver}:count: handed to EACEA`,
    },
    late: { count: counts.deliverablesLate + tasks.late, hint: lateHint(counts) },
    tasks: {
      done: String(tasks.done),
      of: $localize`:@@overview.ofTasks:of ${tasks.total}:count: done`,
      percent: percent(tasks.done, tasks.total),
      hint: tasksHint(tasks),
    },
    month: monthFigures(view),
    report: nextReport && {
      countdown: daysLeftWords(today, nextReport.dueOn),
      hint: $localize`:@@overview.reportHint:Report ${nextReport.number}:number: · due ${dateWords(nextReport.dueOn)}:date:`,
    },
  };
}
