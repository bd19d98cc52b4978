import type { BaselineMonths, DeliverableMark, MilestoneView, TaskView, WorkPackagePlan } from '@office/contracts';
import type { BorderStyle, CellStyle, WriteSheet } from 'hucre';
import { BASELINE, barLook, deliverableColour, GROUND, LINE, milestoneColour, TODAY, WORK_PACKAGE } from '../looks.js';
import { calendarOf, monthsDone, yearsOf, type CalendarMonth, type PlanExport } from '../plan-export.js';
import type { ExportWords } from '../words.js';
import { SheetGrid, solid } from './sheet-grid.js';
import { onPaper } from './table-sheet.js';

/** Columns before the first month. */
const NAMES = 3;
const HEAD_ROWS = 3;
const MONTH_WIDTH = 3.2;

const HEAD: CellStyle = {
  font: { bold: true, size: 9 },
  fill: solid(GROUND),
  alignment: { horizontal: 'center', vertical: 'center' },
  border: { left: { style: 'thin', color: { rgb: LINE } }, bottom: { style: 'thin', color: { rgb: LINE } } },
};
/** Under the months that the agreement as signed has. */
const AGREED: BorderStyle = { bottom: { style: 'thick', color: { rgb: BASELINE } } };

interface Bar {
  readonly startMonth: number;
  readonly endMonth: number;
  readonly baseline: BaselineMonths | null;
  /** Colour of a month inside of the bar. */
  readonly fill: (month: number) => string;
}

class TimelineGrid extends SheetGrid {
  constructor(
    private readonly plan: PlanExport,
    private readonly words: ExportWords,
    private readonly months: readonly CalendarMonth[],
  ) {
    super();
  }

  head(): void {
    const [years, calendar, numbers] = [this.addRow(), this.addRow(), this.addRow()];
    const { number, row, lead } = this.words.columns;
    [number, row, lead].forEach((word, column) => {
      this.text(years, column, word, { ...HEAD, alignment: { horizontal: 'left', vertical: 'center' } });
      this.text(calendar, column, '', HEAD);
      this.text(numbers, column, '', HEAD);
    });
    this.months.forEach(({ month, first, year, current }, index) => {
      const style: CellStyle = current ? { ...HEAD, font: { ...HEAD.font, color: { rgb: 'FFFFFF' } }, fill: solid(TODAY) } : HEAD;
      this.value(years, NAMES + index, year, HEAD);
      this.text(calendar, NAMES + index, this.words.monthName(first), { ...style, alignment: { ...HEAD.alignment, textRotation: 90 } });
      this.value(numbers, NAMES + index, month, style);
    });
  }

  row(named: { number: string; title: string; lead: { shortName: string } }, bold: boolean): number {
    const at = this.addRow();
    const style: CellStyle = {
      font: { bold, size: 9 },
      alignment: { vertical: 'center' },
      border: { bottom: { style: 'hair', color: { rgb: LINE } } },
      ...(bold && { fill: solid(GROUND) }),
    };
    this.link(at, 0, named.number, this.plan.linkTo(named.number), style);
    this.text(at, 1, named.title, { ...style, alignment: { vertical: 'center', wrapText: true } });
    this.text(at, 2, named.lead.shortName, style);
    return at;
  }

  /** Only months with something in them become cells: the lines in between are the sheet's own. */
  bar(at: number, { startMonth, endMonth, baseline, fill }: Bar): void {
    this.months.forEach(({ month }, index) => {
      const inside = month >= startMonth && month <= endMonth;
      const agreed = baseline !== null && month >= baseline.startMonth && month <= baseline.endMonth;
      if (inside || agreed)
        this.value(at, NAMES + index, null, { ...(agreed && { border: AGREED }), ...(inside && { fill: solid(fill(month)) }) });
    });
  }

  mark(at: number, dueMonth: number, letter: string, colour: string): void {
    const index = this.months.findIndex(({ month }) => month === dueMonth);
    if (index < 0) return;
    this.text(at, NAMES + index, letter, {
      font: { bold: true, size: 9, color: { rgb: 'FFFFFF' } },
      fill: solid(colour),
      alignment: { horizontal: 'center', vertical: 'center' },
    });
  }
}

/** A month is filled once all of it is done, so that nothing looks finished that is not. */
function addTask(grid: TimelineGrid, task: TaskView): void {
  const look = barLook(task);
  const done = task.startMonth + Math.floor(monthsDone({ ...task, progress: task.status.progress }));
  grid.bar(grid.row(task, false), { ...task, fill: (month) => (month < done ? look.done : look.open) });
}

const addDeliverable = (grid: TimelineGrid, words: ExportWords, row: DeliverableMark): void =>
  grid.mark(grid.row(row, false), row.dueMonth, words.marks.deliverable, deliverableColour(row));

const addMilestone = (grid: TimelineGrid, words: ExportWords, row: MilestoneView): void =>
  grid.mark(grid.row(row, false), row.dueMonth, words.marks.milestone, milestoneColour(row));

function addWork(grid: TimelineGrid, words: ExportWords, work: WorkPackagePlan): void {
  grid.bar(grid.row(work, true), { ...work, fill: () => WORK_PACKAGE });
  for (const task of work.tasks) addTask(grid, task);
  for (const deliverable of work.deliverables) addDeliverable(grid, words, deliverable);
  for (const milestone of work.milestones) addMilestone(grid, words, milestone);
}

/** The plan as a picture made of cells: a narrow column for each month, coloured where there is work. */
export function timelineSheet(plan: PlanExport, words: ExportWords): WriteSheet {
  const months = calendarOf(plan);
  const grid = new TimelineGrid(plan, words, months);
  grid.head();
  for (const work of plan.works) addWork(grid, words, work);
  const merges = [
    ...Array.from({ length: NAMES }, (_, column) => ({ startRow: 0, endRow: HEAD_ROWS - 1, startCol: column, endCol: column })),
    ...yearsOf(months)
      .filter(({ count }) => count > 1)
      .map(({ first, count }) => ({ startRow: 0, endRow: 0, startCol: NAMES + first, endCol: NAMES + first + count - 1 })),
  ];
  return {
    name: words.tables.timeline,
    columns: [{ width: 8 }, { width: 46 }, { width: 10 }, ...months.map(() => ({ width: MONTH_WIDTH }))],
    ...grid.sheet(),
    merges,
    rowDefs: new Map([[1, { height: 26 }]]),
    freezePane: { rows: HEAD_ROWS, columns: NAMES },
    a11y: { summary: `${words.agreement(plan.agreement)}. ${words.filter(plan.filter)}.`, headerRow: HEAD_ROWS - 1 },
    ...onPaper(plan, words),
  };
}
