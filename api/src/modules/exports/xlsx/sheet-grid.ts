import type { Cell, CellStyle, CellValue, FontStyle, PatternFill, WriteSheet } from 'hucre';
import type { PlainDate } from '@office/domain';
import { INK, LINK } from '../looks.js';

/** What a programme that opens the sheet may take for the beginning of a formula. */
const LIKE_A_FORMULA = /^[=+\-@\t\r\n]/;
const MAX_CELL_LENGTH = 32_767;
// eslint-disable-next-line no-control-regex -- these are what XML cannot hold
const NOT_IN_XML = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;

export const DATE_FORMAT = 'd mmm yyyy';
export const PERCENT_FORMAT = '0%';

/** Said in full in every cell: programmes differ in what they take for granted. */
export const font = (more: FontStyle = {}): FontStyle => ({ name: 'Calibri', size: 10, color: { rgb: INK }, ...more });

export const solid = (rgb: string): PatternFill => ({ type: 'pattern', pattern: 'solid', fgColor: { rgb } });

/** The cells of a sheet, filled in row by row; rows and columns count from 0. */
export class SheetGrid {
  private readonly rows: CellValue[][] = [];
  private readonly cells = new Map<string, Partial<Cell>>();

  get height(): number {
    return this.rows.length;
  }

  /** @returns the number of the new row. */
  addRow(): number {
    return this.rows.push([]) - 1;
  }

  value(row: number, column: number, value: number | null, style: CellStyle = {}): void {
    this.put(row, column, value, style);
  }

  date(row: number, column: number, date: PlainDate | null, style: CellStyle = {}): void {
    this.put(row, column, date === null ? null : new Date(`${date}T00:00:00Z`), { ...style, numFmt: DATE_FORMAT });
  }

  /** Stored as text, whatever it looks like; what looks like a formula stays text when somebody edits it, too. */
  text(row: number, column: number, text: string, style: CellStyle = {}): void {
    const value = text.replace(NOT_IN_XML, '').slice(0, MAX_CELL_LENGTH);
    this.put(row, column, value === '' ? null : value, LIKE_A_FORMULA.test(value) ? { ...style, numFmt: '@' } : style);
  }

  link(row: number, column: number, text: string, target: string | null, style: CellStyle = {}): void {
    this.text(row, column, text, target === null ? style : { ...style, font: { ...style.font, color: { rgb: LINK }, underline: true } });
    if (target !== null) this.cells.set(`${row},${column}`, { ...this.cells.get(`${row},${column}`), hyperlink: { target } });
  }

  sheet(): Pick<WriteSheet, 'rows' | 'cells'> {
    return { rows: this.rows, cells: this.cells };
  }

  private put(row: number, column: number, value: CellValue, style: CellStyle): void {
    const cells = this.rows[row];
    if (cells === undefined) return;
    while (cells.length < column) cells.push(null);
    cells[column] = value;
    this.cells.set(`${row},${column}`, { value, style: { ...style, font: font(style.font) } });
  }
}
