import { describe, expect, it } from '@jest/globals';
import type { BoardStatisticsView } from '@office/contracts';
import { CONSORTIUM } from '@office/testing';
import { loadBars, roundBars, scoreBars, stepBars } from './statistics';

const view: BoardStatisticsView = {
  steps: [
    { state: 'drafting', count: 3, medianDays: 10, averageDays: 14.5, longestDays: 40 },
    { state: 'in-review', count: 2, medianDays: 1, averageDays: 8, longestDays: 15 },
  ],
  rounds: [
    { rounds: 1, deliverables: 4 },
    { rounds: 2, deliverables: 1 },
  ],
  deliverables: [],
  scores: [{ criterion: 'clarity', averageHundredths: 425, count: 4, spread: [0, 0, 1, 1, 2] }],
  load: [{ membershipId: 'm', name: 'Member', beneficiary: { ...CONSORTIUM.PXU }, appointed: 1, awaited: 1, sent: 3, averageDays: null }],
};
const NOTHING: BoardStatisticsView = { steps: [], rounds: [], deliverables: [], scores: [], load: [] };

describe('pictures of the board', () => {
  it('draws the usual time against the longest of all', () => {
    expect(stepBars(view).map(({ label, value, parts }) => [label, value, parts.map(({ width }) => width)])).toEqual([
      ['Drafting', '10 days', [25, 75]],
      ['In review', '1 day', [2.5, 35]],
    ]);
  });

  it('counts deliverables by their rounds', () => {
    expect(roundBars(view).map(({ label, value, parts }) => [label, value, parts[0]?.width])).toEqual([
      ['1 round', '4 deliverables', 100],
      ['2 rounds', '1 deliverable', 25],
    ]);
  });

  it('spreads the scores from 1 to 5 over a whole bar', () => {
    const [bar] = scoreBars(view);
    expect([bar?.label, bar?.value, bar?.parts.map(({ width }) => width)]).toEqual(['Clarity', '4.3', [0, 0, 25, 25, 50]]);
  });

  it('shows what was sent beside what is awaited', () => {
    expect(loadBars(view)).toMatchObject([{ label: 'PXU', value: '3 sent, 1 awaited', parts: [{ width: 75 }, { width: 25 }] }]);
  });

  it('draws nothing from nothing', () => {
    expect([stepBars, roundBars, scoreBars, loadBars].map((bars) => bars(NOTHING))).toEqual([[], [], [], []]);
    expect(loadBars({ ...view, load: view.load.map((member) => ({ ...member, awaited: 0, sent: 0 })) })[0]?.parts[0]?.width).toBe(0);
  });
});
