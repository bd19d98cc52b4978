import type { BaselineMonths, TaskView, WorkPackagePlan } from '@office/contracts';
import { deliverableColour, INK, milestoneColour } from '../looks.js';
import type { PlanExport } from '../plan-export.js';
import type { ExportWords } from '../words.js';
import { BODY } from './frame.js';
import type { Paper, TextLook } from './paper.js';

/** Left edges of the columns before the months, and of the months. */
export const COLUMNS = {
  number: BODY.left + 4,
  title: BODY.left + 42,
  lead: BODY.left + 290,
  months: BODY.left + 348,
  axis: BODY.left + 408,
} as const;
const TITLE_WIDTH = COLUMNS.lead - COLUMNS.title - 8;
const LEAD_WIDTH = COLUMNS.months - COLUMNS.lead - 4;

export const LINE_STEP = 9.6;
const PADDING = 5;
const LANE_HEIGHT = 11.5;
const BAR_LANE = 13;
export const MARK_SIZE = 4;
const MARK_LABEL: TextLook = { size: 6.5, colour: INK };

export interface TimelineMark {
  readonly kind: 'deliverable' | 'milestone';
  readonly number: string;
  readonly colour: string;
  readonly link: string | null;
  /** Right edge of its month. */
  readonly x: number;
  readonly lane: number;
  /** Whether its number stands left of it, because the page ends on the right. */
  readonly labelBefore: boolean;
  readonly said: string;
}

export interface TimelineRow {
  readonly kind: 'work-package' | 'task';
  readonly work: TaskView | WorkPackagePlan;
  readonly title: readonly string[];
  readonly lead: readonly string[];
  readonly months: string;
  readonly baseline: BaselineMonths | null;
  readonly marks: readonly TimelineMark[];
  readonly height: number;
  readonly said: string;
}

export const titleLook = (kind: TimelineRow['kind']): TextLook => ({ face: kind === 'task' ? 'regular' : 'bold', size: 7.8, colour: INK });

/** Where months lie on the page. */
export class MonthScale {
  readonly width: number;

  constructor(private readonly plan: Pick<PlanExport, 'from' | 'to'>) {
    this.width = (BODY.right - COLUMNS.axis) / (plan.to - plan.from + 1);
  }

  /** Left edge of a month, held within the timeline; parts of months are allowed. */
  at(month: number): number {
    const { from, to } = this.plan;
    return COLUMNS.axis + (Math.min(Math.max(month, from), to + 1) - from) * this.width;
  }

  shows(month: number): boolean {
    return month >= this.plan.from && month <= this.plan.to;
  }
}

export interface RowContext {
  readonly paper: Paper;
  readonly plan: PlanExport;
  readonly words: ExportWords;
  readonly scale: MonthScale;
}

type Unplaced = Omit<TimelineMark, 'lane' | 'labelBefore'>;

function unplacedMarks(work: WorkPackagePlan, { plan, words, scale }: RowContext): Unplaced[] {
  const said = (number: string, dueOn: string, state: string): string => words.mark({ number, due: words.date(dueOn), state });
  const deliverables = work.deliverables.map((row) => ({
    ...{ kind: 'deliverable' as const, number: row.number, month: row.dueMonth, colour: deliverableColour(row) },
    said: said(row.number, row.dueOn, words.deliverableState[row.state]),
  }));
  const milestones = work.milestones.map((row) => ({
    ...{ kind: 'milestone' as const, number: row.number, month: row.dueMonth, colour: milestoneColour(row) },
    said: said(row.number, row.dueOn, words.milestoneState[row.state]),
  }));
  return [...deliverables, ...milestones]
    .filter(({ month }) => scale.shows(month))
    .sort((a, b) => a.month - b.month)
    .map(({ month, ...mark }) => ({ ...mark, x: scale.at(month + 1), link: plan.linkTo(mark.number) }));
}

/** Each mark goes into the first lane in which neither it nor its number touches the one before. */
function placed(marks: readonly Unplaced[], paper: Paper): TimelineMark[] {
  const ends: number[] = [];
  return marks.map((mark) => {
    const label = paper.width(mark.number, MARK_LABEL) + 3;
    const labelBefore = mark.x + MARK_SIZE + label > BODY.right;
    const [left, right] = [mark.x - MARK_SIZE - (labelBefore ? label : 0), mark.x + MARK_SIZE + (labelBefore ? 0 : label)];
    const free = ends.findIndex((end) => end + 2 <= left);
    const lane = free < 0 ? ends.length : free;
    ends[lane] = right;
    return { ...mark, lane, labelBefore };
  });
}

function rowOf(work: TaskView | WorkPackagePlan, kind: TimelineRow['kind'], context: RowContext): TimelineRow {
  const { paper, words } = context;
  const title = paper.wrapped(work.title, TITLE_WIDTH, titleLook(kind));
  const lead = paper.wrapped(work.lead.shortName, LEAD_WIDTH, { size: 7 });
  const marks = 'tasks' in work ? placed(unplacedMarks(work, context), paper) : [];
  const lanes = Math.max(0, ...marks.map((mark) => mark.lane + 1));
  const months = words.months(work.startMonth, work.endMonth);
  const bar = words.bar({
    months,
    state: words.workState[work.status.state],
    timeliness: words.timeliness[work.timeliness],
    progress: work.status.progress,
  });
  return {
    ...{ kind, work, title, lead, months, marks, baseline: work.baseline },
    height: Math.max(Math.max(title.length, lead.length) * LINE_STEP + PADDING, BAR_LANE + lanes * LANE_HEIGHT + (lanes > 0 ? 3 : 2)),
    said: [bar, ...marks.map((mark) => mark.said)].join('; '),
  };
}

export const laneMiddle = (top: number, lane: number): number => top + BAR_LANE + lane * LANE_HEIGHT + LANE_HEIGHT / 2;

/** All rows, measured: which page each lands on is known before the first is drawn. */
export const timelineRows = (context: RowContext): TimelineRow[] =>
  context.plan.works.flatMap((work) => [rowOf(work, 'work-package', context), ...work.tasks.map((task) => rowOf(task, 'task', context))]);
