import type { BaselineMonths, TaskView, WorkPackagePlan } from '@office/contracts';
import { monthEnd } from '@office/domain';
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
export const MARK_LABEL: TextLook = { size: 6.5, colour: INK };

export interface TimelineMark {
  readonly kind: 'deliverable' | 'milestone';
  readonly number: string;
  /** What stands beside it. */
  readonly label: string;
  readonly colour: string;
  readonly link: string | null;
  /** Right edge of its month. */
  readonly x: number;
  /** Right edge of the month in the agreement as signed, where that is another. */
  readonly signedX: number | null;
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
  const deliverables = work.deliverables.map((row) => {
    return { row, kind: 'deliverable' as const, colour: deliverableColour(row), state: words.deliverableState[row.state] };
  });
  const milestones = work.milestones.map((row) => {
    return { row, kind: 'milestone' as const, colour: milestoneColour(row), state: words.milestoneState[row.state] };
  });
  return [...deliverables, ...milestones]
    .filter(({ row }) => scale.shows(row.dueMonth))
    .sort((a, b) => a.row.dueMonth - b.row.dueMonth)
    .map(({ row: { number, dueMonth, dueOn, baseline, added }, kind, colour, state }) => {
      const signed = baseline && words.date(monthEnd(plan.start, baseline.dueMonth));
      const said = words.mark({ number, due: words.date(dueOn), state, signed, added });
      const places = { x: scale.at(dueMonth + 1), signedX: baseline && scale.at(baseline.dueMonth + 1) };
      return { kind, number, label: added ? `${number} ${words.added}` : number, colour, said, ...places, link: plan.linkTo(number) };
    });
}

/** Each mark goes into the first lane in which neither it nor its number touches the one before. */
function placed(marks: readonly Unplaced[], paper: Paper): TimelineMark[] {
  const ends: number[] = [];
  return marks.map((mark) => {
    const label = paper.width(mark.label, MARK_LABEL) + 3;
    const labelBefore = mark.x + MARK_SIZE + label > BODY.right;
    const { x, signedX } = mark;
    const left = Math.min(x - MARK_SIZE - (labelBefore ? label : 0), signedX ?? x);
    const right = Math.max(x + MARK_SIZE + (labelBefore ? 0 : label), signedX ?? x);
    const free = ends.findIndex((end) => end + 2 <= left);
    const lane = free < 0 ? ends.length : free;
    ends[lane] = right;
    return { ...mark, lane, labelBefore };
  });
}

function rowOf(work: TaskView | WorkPackagePlan, kind: TimelineRow['kind'], context: RowContext): TimelineRow {
  const { paper, words } = context;
  const title = paper.wrapped(work.added ? `${work.title} (${words.added})` : work.title, TITLE_WIDTH, titleLook(kind));
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

/** Where a line down the page at `x` stays out of the numbers of marks: pieces of it, from top to bottom. */
export function piecesBeside(x: number, rows: readonly TimelineRow[], top: number, widthOf: (label: string) => number): [number, number][] {
  const pieces: [number, number][] = [];
  let [from, y] = [top, top];
  for (const row of rows) {
    const gaps = row.marks.filter(({ label, x: at, labelBefore }) => {
      const reach = MARK_SIZE + 3 + widthOf(label);
      return labelBefore ? at - reach <= x && x <= at : at <= x && x <= at + reach;
    });
    for (const lane of [...new Set(gaps.map((mark) => mark.lane))].toSorted((a, b) => a - b)) {
      const middle = laneMiddle(y, lane);
      pieces.push([from, middle - LANE_HEIGHT / 2]);
      from = middle + LANE_HEIGHT / 2;
    }
    y += row.height;
  }
  return [...pieces, [from, y] as [number, number]].filter(([start, end]) => end > start);
}
