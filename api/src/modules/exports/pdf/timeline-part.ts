import { daysBetween, addMonths, monthOf, monthStart } from '@office/domain';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { BASELINE, barLook, GROUND, INK, INK_SOFT, LINE, TODAY, WORK_PACKAGE } from '../looks.js';
import { calendarOf, monthsDone, yearsOf, type CalendarMonth } from '../plan-export.js';
import { addFramedPage, BODY, drawLegend } from './frame.js';
import { paginated } from './pages.js';
import { PAGE, type Paper, type TextLook } from './paper.js';
import {
  COLUMNS,
  laneMiddle,
  LINE_STEP,
  MARK_LABEL,
  MARK_SIZE,
  piecesBeside,
  timelineRows,
  titleLook,
  type RowContext,
  type TimelineMark,
  type TimelineRow,
} from './timeline-rows.js';

const HEAD_HEIGHT = 34;
const TOP = BODY.top + HEAD_HEIGHT;
const ROOM = BODY.bottom - TOP;
const BAR_HEIGHT = 7;
/** Months between two names, so that they do not touch: every one, or every third, sixth, twelfth. */
const STEPS = [1, 3, 6, 12];
const MONTH_NAME_WIDTH = 12.5;

type Structure = PDFKit.PDFStructureElement;
const HEAD: TextLook = { face: 'bold', size: 7.5, colour: INK };
const MONTH: TextLook = { size: 6, colour: INK_SOFT };

/** Today as a place on the timeline; null where it lies outside. */
function todayAt({ plan, scale }: RowContext): number | null {
  const month = monthOf(plan.start, plan.today);
  if (!scale.shows(month)) return null;
  const first = monthStart(plan.start, month);
  return scale.at(month + daysBetween(first, plan.today) / daysBetween(first, addMonths(first, 1)));
}

function drawMonths({ paper, words, scale }: RowContext, months: readonly CalendarMonth[]): void {
  const step = STEPS.find((one) => one * scale.width >= MONTH_NAME_WIDTH) ?? 12;
  for (const { first, year } of yearsOf(months)) {
    const x = scale.at(months[first]?.month ?? 1);
    paper.text(String(year), x + 3, BODY.top + 1, HEAD);
    paper.line(x, BODY.top, x, TOP, LINE, 0.8);
  }
  months.forEach(({ month, first }, index) => {
    if (index % step !== 0) return;
    const x = scale.at(month);
    paper.text(words.monthName(first), x + 1.2, BODY.top + 13, MONTH);
    paper.text(scale.width * step >= 17 ? words.month(month) : String(month), x + 1.2, BODY.top + 22, { ...MONTH, colour: INK });
  });
}

function drawHead(context: RowContext, months: readonly CalendarMonth[]): void {
  const { paper, words } = context;
  paper.rectangle(BODY.left, BODY.top, BODY.right - BODY.left, HEAD_HEIGHT, GROUND);
  paper.text(words.columns.row, COLUMNS.number, BODY.top + 21, HEAD);
  paper.text(words.columns.lead, COLUMNS.lead, BODY.top + 21, HEAD);
  paper.text(words.columns.months, COLUMNS.months, BODY.top + 21, HEAD);
  drawMonths(context, months);
  const today = todayAt(context);
  if (today !== null) paper.line(today, BODY.top + HEAD_HEIGHT - 4, today, TOP, TODAY, 1.4);
}

function drawGrid({ paper, scale }: RowContext, months: readonly CalendarMonth[], rows: readonly TimelineRow[]): void {
  let y = TOP;
  for (const row of rows) {
    if (row.kind === 'work-package') paper.rectangle(BODY.left, y, BODY.right - BODY.left, row.height, GROUND);
    y += row.height;
    paper.line(BODY.left, y, BODY.right, y, LINE, 0.4);
  }
  for (const { month, first } of months) {
    const quarter = (month - 1) % 3 === 0;
    paper.line(scale.at(month), TOP, scale.at(month), y, LINE, first.slice(5, 7) === '01' ? 0.9 : quarter ? 0.5 : 0.2);
  }
}

function drawBar({ paper, scale }: RowContext, { kind, work, baseline }: TimelineRow, y: number): void {
  const [left, right] = [scale.at(work.startMonth), scale.at(work.endMonth + 1)];
  if (kind === 'work-package') paper.rectangle(left, y + 5, right - left, 4, WORK_PACKAGE, 2);
  else {
    const { done, open } = barLook(work);
    const filled = scale.at(work.startMonth + monthsDone({ ...work, progress: work.status.progress }));
    paper.rectangle(left, y + 3.5, right - left, BAR_HEIGHT, open, 2);
    paper.rectangle(left, y + 3.5, filled - left, BAR_HEIGHT, done, 2);
  }
  if (baseline === null) return;
  const from = scale.at(baseline.startMonth);
  paper.rectangle(from, y + 11.6, scale.at(baseline.endMonth + 1) - from, 1.5, BASELINE);
}

/** From where the agreement as signed has it; a stroke stands at that end. */
function drawSigned(paper: Paper, signed: number, x: number, y: number): void {
  paper.rectangle(Math.min(signed, x), y + 4, Math.abs(x - signed), 1.5, BASELINE);
  paper.rectangle(signed - 0.75, y + 1, 1.5, 4.5, BASELINE);
}

function drawMark({ paper }: RowContext, mark: TimelineMark, top: number): void {
  const y = laneMiddle(top, mark.lane);
  if (mark.signedX !== null) drawSigned(paper, mark.signedX, mark.x, y);
  if (mark.kind === 'deliverable') paper.circle(mark.x, y, MARK_SIZE - 0.5, mark.colour);
  else paper.diamond(mark.x, y, MARK_SIZE + 0.5, mark.colour);
  const look: TextLook = { ...MARK_LABEL, link: mark.link };
  if (mark.labelBefore) paper.textBefore(mark.label, mark.x - MARK_SIZE - 2, y - 4.2, look);
  else paper.text(mark.label, mark.x + MARK_SIZE + 2, y - 4.2, look);
}

/** A row of the table that the timeline is to who listens: what it is, who leads, when, and what the picture shows. */
function drawRow(context: RowContext, table: Structure, row: TimelineRow, y: number): void {
  const { paper, plan } = context;
  const { work, kind } = row;
  const cells = paper.part('TR', table);
  const look = titleLook(kind);
  const top = y + 2.6;
  if (kind === 'work-package') paper.bookmark(`${work.number} ${work.title}`);
  paper.content(cells, 'TH', () => paper.text(work.number, COLUMNS.number, top, { ...look, face: 'bold', link: plan.linkTo(work.number) }));
  paper.content(cells, 'TD', () => paper.lines(row.title, COLUMNS.title, top, look, LINE_STEP));
  paper.content(cells, 'TD', () => paper.lines(row.lead, COLUMNS.lead, top + 0.4, { size: 7, colour: INK_SOFT }, LINE_STEP));
  paper.content(cells, 'TD', () => paper.text(row.months, COLUMNS.months, top + 0.4, { size: 7, colour: INK_SOFT }));
  const picture = paper.part('TD', cells);
  const draw = (): void => {
    drawBar(context, row, y);
    for (const mark of row.marks) drawMark(context, mark, y);
  };
  paper.content(picture, 'Figure', draw, row.said);
  picture.end();
  cells.end();
}

/** Pages of the timeline, counted before they are drawn. */
export const timelinePages = (context: RowContext): TimelineRow[][] =>
  paginated(timelineRows(context), ROOM, ({ kind }) => kind === 'work-package');

/** Draws the timeline; others are answered between its pages. */
export async function drawTimeline(context: RowContext, pages: readonly TimelineRow[][], total: number): Promise<void> {
  const { paper, plan, words } = context;
  const months = calendarOf(plan);
  const today = todayAt(context);
  const table = paper.part('Table');
  for (const [index, rows] of pages.entries()) {
    addFramedPage(paper, plan, words, { part: words.tables.timeline, pages: total, first: index === 0 });
    paper.decoration(() => {
      drawHead(context, months);
      drawGrid(context, months, rows);
      drawLegend(paper, words);
    });
    let y = TOP;
    for (const row of rows) {
      drawRow(context, table, row, y);
      y += row.height;
    }
    paper.decoration(() => {
      const pieces = today === null ? [] : piecesBeside(today, rows, TOP, (label) => paper.width(label, MARK_LABEL));
      for (const [from, to] of pieces) paper.line(today ?? 0, from, today ?? 0, to, TODAY, 0.9);
      if (rows.length === 0) paper.text(words.nothing, PAGE.margin + 4, TOP + 8, { size: 9, colour: INK });
    });
    await nextTurn();
  }
  table.end();
}
