import { describe, expect, it } from '@jest/globals';
import { aBudget, CONSORTIUM } from '@office/testing';
import { csvOf } from './csv';
import { categoriesOf, matrixOf } from './matrix';
import { matrixCsv } from './matrix-csv';

const cell = (value: string): string => csvOf([[value]]).slice(1, -2);

describe('csvOf', () => {
  it.each([
    ['Hanoi University', 'Hanoi University'],
    ['Évora, Portugal', '"Évora, Portugal"'],
    ['the "new" one', '"the ""new"" one"'],
    ['two\nlines', '"two\nlines"'],
    ['a;b', '"a;b"'],
    ['', ''],
  ])('writes %j', (value, written) => {
    expect(cell(value)).toBe(written);
  });

  it.each(['=1+1', '+84 24', '-2', '@SUM(A1)', '\t=1', '\r=1', '  =HYPERLINK("x")', '＝1'])('keeps %j a text', (value) => {
    expect(cell(value).replace(/^"/, '')).toMatch(/^'/);
  });

  it('leaves numbers numbers', () => {
    expect(csvOf([[{ decimal: '-28400.05' }]])).toBe('\ufeff-28400.05\r\n');
  });
});

describe('matrixCsv', () => {
  it('writes a row for each beneficiary, with the sums, in euros and cents', () => {
    expect(matrixCsv(matrixOf(aBudget(), null), 'EUR', null)).toBe(
      [
        '\ufeffBeneficiary,Name,WP1 (EUR),WP2 (EUR),Total (EUR)',
        'AL,AlmaLaurea Interuniversity Consortium,28400.00,9600.00,38000.00',
        'QUI,Quang Ninh University of Industry,5600.00,12400.00,18000.00',
        'Total,,34000.00,22000.00,56000.00',
        '',
      ].join('\r\n'),
    );
  });

  it('adds the estimate while it is shown, of whom it is shown', () => {
    const budget = aBudget();
    const view = {
      ...budget,
      rows: budget.rows.map((row) => ({
        ...row,
        cells: row.cells.map((cell) => ({ ...cell, estimate: [{ category: 'A' as const, cents: 1_000_000 }] })),
      })),
      categories: [{ category: 'A' as const, cents: 4_000_000 }],
    };
    const table = categoriesOf(view, CONSORTIUM.QUI.id)!;
    const lines = matrixCsv(matrixOf(view, null), 'EUR', { table, of: 'QUI' }).split('\r\n');
    expect(lines.slice(4)).toEqual([
      '',
      'Estimate by cost category,QUI',
      'Cost category,Name,WP1 (EUR),WP2 (EUR),Total (EUR)',
      'A,Direct personnel costs,10000.00,10000.00,20000.00',
      'Estimated costs,,10000.00,10000.00,20000.00',
      '',
    ]);
  });
});
