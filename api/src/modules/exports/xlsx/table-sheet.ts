import type { CellStyle, WriteSheet } from 'hucre';
import type { PlainDate } from '@office/domain';
import { GROUND, INK, LINE } from '../looks.js';
import type { PlanExport } from '../plan-export.js';
import { NAMED_COLUMNS, type Table, type TableCell } from '../plan-tables.js';
import type { ExportWords } from '../words.js';
import { PERCENT_FORMAT, SheetGrid, solid } from './sheet-grid.js';

const HEAD: CellStyle = {
  font: { bold: true },
  fill: solid(GROUND),
  border: { bottom: { style: 'medium', color: { rgb: INK } } },
  alignment: { vertical: 'center', wrapText: true },
};

const styleOf = (cell: TableCell, stands: boolean, column: number): CellStyle => ({
  font: { bold: stands && column < NAMED_COLUMNS },
  alignment: { vertical: 'top', wrapText: cell.kind === 'text' },
  border: { bottom: { style: 'thin', color: { rgb: LINE } } },
  ...(stands && { fill: solid(GROUND) }),
});

function put(grid: SheetGrid, row: number, column: number, cell: TableCell, style: CellStyle): void {
  switch (cell.kind) {
    case 'text':
      grid.text(row, column, cell.text, style);
      break;
    case 'link':
      grid.link(row, column, cell.text, cell.to, style);
      break;
    case 'month':
      grid.value(row, column, cell.month, style);
      break;
    case 'percent':
      grid.value(row, column, cell.percent / 100, { ...style, numFmt: PERCENT_FORMAT });
      break;
    case 'date':
      grid.date(row, column, cell.date as PlainDate | null, style);
      break;
  }
}

/** `&` begins a code in the head and foot of a page. */
const literally = (text: string): string => text.replaceAll('&', '&&');

/** On A3 across, as wide as the page, with the same head and foot on every page. */
export function onPaper({ project }: Pick<PlanExport, 'project'>, words: ExportWords): Pick<WriteSheet, 'pageSetup' | 'headerFooter'> {
  return {
    pageSetup: {
      paperSize: 'a3',
      orientation: 'landscape',
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      showGridLines: true,
      margins: { top: 0.6, bottom: 0.6, left: 0.4, right: 0.4, header: 0.25, footer: 0.25 },
    },
    headerFooter: {
      oddHeader: `&L${literally(words.project(project.acronym, project.grantNumber))}&C&A&R&D`,
      oddFooter: `&L${literally(words.coFunded)}&R${words.page('&P', '&N')}`,
    },
  };
}

const letterOf = (column: number): string => String.fromCharCode('A'.charCodeAt(0) + column);

/** A list with a head that stays, filters, and columns that are what they say: dates are dates, percentages numbers. */
export function tableSheet(table: Table, plan: Pick<PlanExport, 'project'>, words: ExportWords): WriteSheet {
  const grid = new SheetGrid();
  const head = grid.addRow();
  table.columns.forEach(({ column }, index) => grid.text(head, index, words.columns[column], HEAD));
  for (const { cells, stands } of table.rows) {
    const at = grid.addRow();
    cells.forEach((cell, index) => put(grid, at, index, cell, styleOf(cell, stands, index)));
  }
  if (table.rows.length === 0) grid.text(grid.addRow(), 0, words.nothing);
  return {
    name: table.name,
    columns: table.columns.map(({ width }) => ({ width })),
    ...grid.sheet(),
    freezePane: { rows: 1, columns: 1 },
    autoFilter: { range: `A1:${letterOf(table.columns.length - 1)}${grid.height}` },
    a11y: { headerRow: 0 },
    ...onPaper(plan, words),
  };
}
