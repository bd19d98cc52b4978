import { describe, expect, it } from '@jest/globals';
import { ENGLISH } from '../words.js';
import { csvField, csvOf } from './csv.js';

describe('a field of a CSV file', () => {
  it.each([
    ['Report', 'Report'],
    ['Huế, “Báo cáo”', '"Huế, “Báo cáo”"'],
    ['said "so"', '"said ""so"""'],
    ['two\nlines', '"two\nlines"'],
    ['=1+1', "'=1+1"],
    ['@cmd,x', '"\'@cmd,x"'],
    ['-2', "'-2"],
    ['', ''],
  ])('%j is written %j', (text, written) => {
    expect(csvField(text)).toBe(written);
  });
});

it('a list is read by programmes: mark, head, line ends, plain values', () => {
  const table = {
    name: 'Deliverables',
    columns: [
      { column: 'number', width: 9 },
      { column: 'dueMonth', width: 9 },
      { column: 'dueDate', width: 9 },
      { column: 'signedOffOn', width: 9 },
    ] as const,
    rows: [
      {
        stands: false,
        cells: [
          { kind: 'link', text: 'D4.4', to: null },
          { kind: 'month', month: 9 },
          { kind: 'date', date: '2024-09-30' },
          { kind: 'date', date: null },
        ] as const,
      },
    ],
  };
  expect(Buffer.from(csvOf(table, ENGLISH)).toString()).toBe('\uFEFFNumber,Due month,Due on,Signed off on\r\nD4.4,9,2024-09-30,\r\n');
});
