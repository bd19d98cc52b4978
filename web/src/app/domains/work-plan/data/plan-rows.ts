import type { BeneficiaryRef, TaskPartSummary, TaskView, WorkPackagePlan, WorkStatusView } from '@office/contracts';
import type { PlainDate, ProjectMonth, Provenance, Timeliness } from '@office/domain';
import { formatPercent } from '../../../shared/util-locale/format';
import { spanWords } from './months';
import { marksOf, type PlanMark } from './plan-marks';

/** One line of the plan: a work package or a task. */
export interface PlanRow {
  readonly kind: 'work-package' | 'task';
  readonly id: string;
  readonly number: string;
  readonly title: string;
  readonly lead: BeneficiaryRef;
  readonly participants: readonly string[];
  /** The own part of each partner in a task; of a work package none. */
  readonly parts: readonly TaskPartSummary[];
  readonly objectives: string;
  readonly provenance: Provenance;
  readonly timeliness: Timeliness;
  readonly status: WorkStatusView;
  readonly startMonth: ProjectMonth;
  readonly endMonth: ProjectMonth;
  /** "M6–M10 · Jun – Oct 2024" */
  readonly months: string;
  readonly percent: string;
  /** Months in the agreement as signed; null where they are the same. */
  readonly baseline: { readonly startMonth: ProjectMonth; readonly endMonth: ProjectMonth } | null;
  /** Not in the agreement as signed. */
  readonly added: boolean;
  readonly dependsOn: readonly string[];
  /** Deliverables and milestones of a work package. */
  readonly marks: readonly PlanMark[];
}

function rowOf(
  work: TaskView | WorkPackagePlan,
  start: PlainDate,
): Omit<PlanRow, 'kind' | 'participants' | 'parts' | 'objectives' | 'dependsOn' | 'marks'> {
  const { id, number, title, lead, provenance, timeliness, status, startMonth, endMonth, baseline, added } = work;
  return {
    ...{ id, number, title, lead, provenance, timeliness, status, startMonth, endMonth, baseline, added },
    months: spanWords(start, startMonth, endMonth),
    percent: formatPercent(status.progress),
  };
}

const taskRow = (task: TaskView, start: PlainDate): PlanRow => ({
  ...rowOf(task, start),
  ...{ kind: 'task', participants: task.participants, parts: task.parts, objectives: '', dependsOn: task.dependsOn, marks: [] },
});

const workRow = (work: WorkPackagePlan, start: PlainDate): PlanRow => ({
  ...rowOf(work, start),
  ...{ kind: 'work-package', participants: [], parts: [], objectives: work.objectives, dependsOn: [], marks: marksOf(work) },
});

/** Rows of a plan: a task's row is made once, so that a filter that is typed letter by letter leaves it as it is. */
export class PlanRows {
  readonly #tasks = new Map<TaskView, PlanRow>();

  constructor(private readonly start: PlainDate) {}

  /** Each work package with its tasks under it, in the plan's order. */
  of(works: readonly WorkPackagePlan[]): PlanRow[] {
    return works.flatMap((work) => [workRow(work, this.start), ...work.tasks.map((task) => this.#task(task))]);
  }

  #task(task: TaskView): PlanRow {
    const known = this.#tasks.get(task) ?? taskRow(task, this.start);
    this.#tasks.set(task, known);
    return known;
  }
}

/** A work package with what is in it. */
export interface PlanGroup {
  readonly work: PlanRow;
  /** The work package first, then its tasks. */
  readonly rows: readonly PlanRow[];
}

/** Rows as they stand one below the other, by work package. */
export function groupsOf(rows: readonly PlanRow[]): PlanGroup[] {
  const groups: { work: PlanRow; rows: PlanRow[] }[] = [];
  for (const row of rows) {
    if (row.kind === 'work-package') groups.push({ work: row, rows: [row] });
    else groups.at(-1)?.rows.push(row);
  }
  return groups;
}
