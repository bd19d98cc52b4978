import { centsToDecimal } from '../../../shared/util-locale/format';
import { categoryWords } from './category-words';
import { csvOf, type CsvValue } from './csv';
import type { CategoryTable, Matrix } from './matrix';

/** The estimate as it is shown: of one beneficiary, by its short name, or of all. */
export interface ShownEstimate {
  readonly table: CategoryTable;
  readonly of: string | null;
}

type Line = readonly CsvValue[];

const amount = (cents: number): CsvValue => ({ decimal: centsToDecimal(cents) });
const totalWord = (): string => $localize`:@@budget.total:Total`;

const headOf = (matrix: Matrix, currency: string): string[] =>
  [...matrix.columns.map((column) => column.number), totalWord()].map((name) => `${name} (${currency})`);

const shareLines = (matrix: Matrix, currency: string): Line[] => [
  [$localize`:@@budget.beneficiary:Beneficiary`, $localize`:@@budget.name:Name`, ...headOf(matrix, currency)],
  ...matrix.rows.map(({ beneficiary, cells, totalCents }) => [
    beneficiary.shortName,
    beneficiary.name,
    ...cells.map((cell) => amount(cell.cents)),
    amount(totalCents),
  ]),
  [totalWord(), '', ...matrix.columns.map((column) => amount(column.totalCents)), amount(matrix.totalCents)],
];

function estimateLines(matrix: Matrix, currency: string, { table, of }: ShownEstimate): Line[] {
  const whose = of ?? $localize`:@@budget.allBeneficiaries:All beneficiaries`;
  return [
    [],
    [$localize`:@@budget.estimate:Estimate by cost category`, whose],
    [$localize`:@@budget.category:Cost category`, $localize`:@@budget.name:Name`, ...headOf(matrix, currency)],
    ...table.rows.map(({ category, cents, totalCents }) => [category, categoryWords(category), ...cents.map(amount), amount(totalCents)]),
    [$localize`:@@budget.estimateTotal:Estimated costs`, '', ...table.columnCents.map(amount), amount(table.totalCents)],
  ];
}

/** What the page shows as a file for a spreadsheet; the currency stands in the heads, so that the cells are plain numbers. */
export const matrixCsv = (matrix: Matrix, currency: string, estimate: ShownEstimate | null): string =>
  csvOf([...shareLines(matrix, currency), ...(estimate === null ? [] : estimateLines(matrix, currency, estimate))]);
