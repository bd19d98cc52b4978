import { describe, expect, it } from '@jest/globals';
import { plainDate } from '@office/domain';
import { aRibbonMark, PROJECT_START } from '@office/testing';
import { ribbonOf } from './ribbon';

const today = plainDate('2024-09-14');
const ribbon = (...days: string[]) =>
  ribbonOf(
    days.map((on) => aRibbonMark({ number: on, on })),
    today,
    PROJECT_START,
  );

describe('ribbon of the next six months', () => {
  it('begins with the current month and numbers the project months', () => {
    const { columns } = ribbon();
    expect(columns.map((column) => [column.first, column.month])).toEqual([
      ['2024-09-01', 9],
      ['2024-10-01', 10],
      ['2024-11-01', 11],
      ['2024-12-01', 12],
      ['2025-01-01', 13],
      ['2025-02-01', 14],
    ]);
  });

  it('puts the last day of a month at its right edge, in short months too', () => {
    const marks = ribbon('2024-09-30', '2025-02-28').columns.flatMap((column) => column.marks);
    expect(marks.map((mark) => mark.at)).toEqual([1, 1]);
  });

  it('lists a month from left to right', () => {
    expect(ribbon('2024-10-31', '2024-10-02').columns[1]?.marks.map((mark) => mark.number)).toEqual(['2024-10-02', '2024-10-31']);
  });

  it('keeps what is open from before apart, oldest first', () => {
    expect(ribbon('2024-08-31', '2024-05-31').earlier.map((mark) => mark.number)).toEqual(['2024-05-31', '2024-08-31']);
  });

  it('draws nothing of what lies beyond', () => {
    const { columns, earlier } = ribbon('2025-03-01');
    expect([...earlier, ...columns.flatMap((column) => column.marks)]).toEqual([]);
  });
});
