import type { BeneficiaryRef, TaskView, WorkPackagePlan, WorkStatusView } from '@office/contracts';
import { monthEnd, monthStart, type PlainDate, type Provenance, type Timeliness } from '@office/domain';
import { currentLocale, formatPercent } from '../../../shared/util-locale/format';
import { monthLabel } from '../../../shared/util-time/words';
import { type Bar, barOf, type MonthAxis } from './month-axis';
import { marksOf, type PlanMark } from './plan-marks';

/** One line of the plan: a work package or a task. */
export interface PlanRow {
  readonly kind: 'work-package' | 'task';
  readonly id: string;
  readonly number: string;
  readonly title: string;
  readonly lead: BeneficiaryRef;
  readonly participants: readonly string[];
  readonly objectives: string;
  readonly provenance: Provenance;
  readonly timeliness: Timeliness;
  readonly status: WorkStatusView;
  readonly bar: Bar | null;
  /** "M6–M10 · Jun – Oct 2024" */
  readonly months: string;
  readonly percent: string;
  readonly marks: readonly PlanMark[];
  readonly lanes: number;
}

/** "Jun – Oct 2024" */
function calendarWords(from: PlainDate, to: PlainDate): string {
  const format = new Intl.DateTimeFormat(currentLocale(), { timeZone: 'UTC', month: 'short', year: 'numeric' });
  return format.formatRange(Date.parse(from), Date.parse(to));
}

function rowOf(
  work: TaskView | WorkPackagePlan,
  axis: MonthAxis,
): Omit<PlanRow, 'kind' | 'participants' | 'objectives' | 'marks' | 'lanes'> {
  const { id, number, title, lead, provenance, timeliness, status, startMonth, endMonth } = work;
  const calendar = calendarWords(monthStart(axis.start, startMonth), monthEnd(axis.start, endMonth));
  return {
    ...{ id, number, title, lead, provenance, timeliness, status },
    bar: barOf(axis, { startMonth, endMonth, progress: status.progress }),
    months: `${monthLabel(startMonth)}–${monthLabel(endMonth)} · ${calendar}`,
    percent: formatPercent(status.progress),
  };
}

/** Each work package with its tasks under it, in the plan's order. */
export function rowsOf(works: readonly WorkPackagePlan[], axis: MonthAxis): PlanRow[] {
  return works.flatMap((work): PlanRow[] => {
    const marks = marksOf(work, axis);
    const lanes = Math.max(0, ...marks.map((mark) => mark.lane + 1));
    const { objectives } = work;
    return [
      { ...rowOf(work, axis), kind: 'work-package', participants: [], objectives, marks, lanes },
      ...work.tasks.map((task): PlanRow => {
        return { ...rowOf(task, axis), kind: 'task', participants: task.participants, objectives: '', marks: [], lanes: 0 };
      }),
    ];
  });
}
