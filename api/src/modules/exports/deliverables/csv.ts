import type { Table, TableCell } from '../plan-tables.js';
import type { ExportWords } from '../words.js';

/** Programmes take a file without it for one in the letters of their own country. */
const BYTE_ORDER_MARK = '\uFEFF';
/** What a programme that opens the file may take for the beginning of a formula. */
const LIKE_A_FORMULA = /^[=+\-@\t\r\n]/;

/** As RFC 4180 has it; what looks like a formula is made text by the apostrophe that spreadsheets know. */
export function csvField(text: string): string {
  const safe = LIKE_A_FORMULA.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

function textOf(cell: TableCell): string {
  switch (cell.kind) {
    case 'text':
    case 'link':
      return cell.text;
    case 'month':
      return String(cell.month);
    case 'percent':
      return String(cell.percent);
    case 'date':
      return cell.date ?? '';
  }
}

/** The same list for programmes: dates as ISO 8601 has them, months as numbers. */
export function csvOf(table: Table, words: ExportWords): Uint8Array {
  const head = table.columns.map(({ column }) => csvField(words.columns[column]));
  const rows = table.rows.map(({ cells }) => cells.map((cell) => csvField(textOf(cell))));
  return Buffer.from(BYTE_ORDER_MARK + [head, ...rows].map((row) => `${row.join(',')}\r\n`).join(''));
}
