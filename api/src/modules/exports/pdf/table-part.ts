import { setImmediate as nextTurn } from 'node:timers/promises';
import { GROUND, INK, LINE } from '../looks.js';
import type { PlanExport } from '../plan-export.js';
import { NAMED_COLUMNS, type Table, type TableCell } from '../plan-tables.js';
import type { ExportWords } from '../words.js';
import { addFramedPage, BODY } from './frame.js';
import type { Paper, TextLook } from './paper.js';
import { paginated } from './pages.js';

const LINE_STEP = 9.4;
const PADDING = 5;
const GAP = 7;
const LOOK: TextLook = { size: 7.5, colour: INK };

interface Column {
  readonly x: number;
  readonly width: number;
  readonly head: readonly string[];
}

interface Row {
  readonly cells: readonly { readonly lines: readonly string[]; readonly link: string | null }[];
  readonly stands: boolean;
  readonly height: number;
}

export interface MeasuredTable {
  readonly name: string;
  readonly columns: readonly Column[];
  readonly headHeight: number;
  readonly pages: readonly (readonly Row[])[];
}

interface Context {
  readonly paper: Paper;
  readonly plan: PlanExport;
  readonly words: ExportWords;
}

const bold = (stands: boolean): TextLook => ({ ...LOOK, face: stands ? 'bold' : 'regular' });

function wordsOf(cell: TableCell, words: ExportWords): string {
  switch (cell.kind) {
    case 'text':
    case 'link':
      return cell.text;
    case 'month':
      return words.month(cell.month);
    case 'percent':
      return words.percent(cell.percent);
    case 'date':
      return cell.date === null ? '' : words.date(cell.date);
  }
}

function columnsOf({ columns }: Table, { paper, words }: Context): Column[] {
  const scale = (BODY.right - BODY.left) / columns.reduce((sum, { width }) => sum + width, 0);
  let left: number = BODY.left;
  return columns.map(({ column, width }) => {
    const x = left + GAP / 2;
    left += width * scale;
    return { x, width: width * scale - GAP, head: paper.wrapped(words.columns[column], width * scale - GAP, bold(true)) };
  });
}

const heightOf = (texts: readonly (readonly string[])[]): number => Math.max(1, ...texts.map(({ length }) => length)) * LINE_STEP + PADDING;

/** A row that is higher than a page goes on on the next, so that nothing of a long reason is lost. */
function piecesOf(row: Row, room: number): Row[] {
  if (row.height <= room) return [row];
  const most = Math.floor((room - PADDING) / LINE_STEP);
  const count = Math.ceil(Math.max(...row.cells.map(({ lines }) => lines.length)) / most);
  return Array.from({ length: count }, (_, piece) => {
    const cells = row.cells.map((cell) => ({ ...cell, lines: cell.lines.slice(piece * most, (piece + 1) * most) }));
    return { ...row, cells, height: heightOf(cells.map(({ lines }) => lines)) };
  });
}

/** The table in lines and pages, before anything is drawn. Others are answered in between. */
export async function measured(table: Table, context: Context): Promise<MeasuredTable> {
  const columns = columnsOf(table, context);
  const headHeight = heightOf(columns.map(({ head }) => head));
  const room = BODY.bottom - BODY.top - headHeight;
  const rows: Row[] = [];
  for (const [index, { cells, stands }] of table.rows.entries()) {
    const wrapped = cells.map((cell, at) => ({
      lines: context.paper.wrapped(wordsOf(cell, context.words), columns[at]?.width ?? 0, bold(stands && at < NAMED_COLUMNS)),
      link: cell.kind === 'link' ? cell.to : null,
    }));
    rows.push(...piecesOf({ cells: wrapped, stands, height: heightOf(wrapped.map(({ lines }) => lines)) }, room));
    if (index % 50 === 49) await nextTurn();
  }
  const pages = paginated(rows, room, ({ stands }) => stands);
  return { name: table.name, columns, headHeight, pages: table.rows.length === 0 ? [] : pages };
}

function drawGround({ paper }: Context, { columns, headHeight }: MeasuredTable, rows: readonly Row[]): void {
  paper.rectangle(BODY.left, BODY.top, BODY.right - BODY.left, headHeight, GROUND);
  for (const { x, head } of columns) paper.lines(head, x, BODY.top + 2.5, bold(true), LINE_STEP);
  let y = BODY.top + headHeight;
  paper.line(BODY.left, y, BODY.right, y, INK, 0.8);
  for (const { stands, height } of rows) {
    if (stands) paper.rectangle(BODY.left, y + 0.4, BODY.right - BODY.left, height - 0.4, GROUND);
    y += height;
    paper.line(BODY.left, y, BODY.right, y, LINE, 0.4);
  }
}

/** Draws the table from a page of its own on; others are answered between its pages. */
export async function drawTable(context: Context, table: MeasuredTable, total: number): Promise<void> {
  const { paper, plan, words } = context;
  const structure = paper.part('Table');
  for (const [index, rows] of table.pages.entries()) {
    addFramedPage(paper, plan, words, { part: table.name, pages: total, first: index === 0 });
    paper.decoration(() => drawGround(context, table, rows));
    let y = BODY.top + table.headHeight;
    for (const row of rows) {
      const cells = paper.part('TR', structure);
      row.cells.forEach(({ lines, link }, at) => {
        const draw = (): void =>
          paper.lines(lines, table.columns[at]?.x ?? 0, y + 2.5, { ...bold(row.stands && at < NAMED_COLUMNS), link }, LINE_STEP);
        paper.content(cells, at === 0 ? 'TH' : 'TD', draw);
      });
      cells.end();
      y += row.height;
    }
    await nextTurn();
  }
  structure.end();
}
