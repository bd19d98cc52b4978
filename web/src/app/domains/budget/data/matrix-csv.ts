import { centsToDecimal } from '../../../shared/util-locale/format';
import { csvOf, type CsvValue } from './csv';
import type { Matrix } from './matrix';

const amount = (cents: number): CsvValue => ({ decimal: centsToDecimal(cents) });

/** The matrix as a file for a spreadsheet; the currency stands in the head, so that the cells are plain numbers. */
export function matrixCsv(matrix: Matrix, currency: string): string {
  const total = $localize`:@@budget.total:Total`;
  const head = [...matrix.columns.map((column) => column.number), total].map((name) => `${name} (${currency})`);
  return csvOf([
    [$localize`:@@budget.beneficiary:Beneficiary`, $localize`:@@budget.name:Name`, ...head],
    ...matrix.rows.map(({ beneficiary, cells, totalCents }) => [
      beneficiary.shortName,
      beneficiary.name,
      ...cells.map((cell) => amount(cell.cents)),
      amount(totalCents),
    ]),
    [total, '', ...matrix.columns.map((column) => amount(column.totalCents)), amount(matrix.totalCents)],
  ]);
}
