import { describe, expect, it } from '@jest/globals';
import { plainDate } from '../kernel/plain-date.js';
import { minorUnits } from './exchange.js';
import { checkExpenditure, countsAsSpent, EXPENDITURE_STATES, reversalOf, SPENT_CATEGORIES, type ExpenditureEntry } from './expenditure.js';

const START = plainDate('2024-01-01');
const TODAY = plainDate('2024-09-16');
const entry = (overrides: Partial<ExpenditureEntry> = {}): ExpenditureEntry => ({
  spentOn: plainDate('2024-06-03'),
  category: 'C1',
  amount: minorUnits(12_500_000),
  currency: 'VND',
  description: 'Flight to the kick-off meeting',
  ...overrides,
});

describe('an expenditure', () => {
  it.each([
    ['of today', { spentOn: TODAY }],
    ['of the first day', { spentOn: START }],
    ['of the smallest amount', { amount: minorUnits(1) }],
  ])('%s is taken', (_case, overrides) => {
    expect(checkExpenditure(entry(overrides), START, TODAY)).toEqual({ ok: true, value: entry(overrides) });
  });

  it.each<[string, Partial<ExpenditureEntry>, string[]]>([
    ['tomorrow', { spentOn: plainDate('2024-09-17') }, ['must-not-be-in-the-future']],
    ['before the project', { spentOn: plainDate('2023-12-31') }, ['must-not-be-before-the-start']],
    ['indirect costs', { category: 'E' }, ['category-is-a-flat-rate']],
    ['of nothing', { amount: minorUnits(0) }, ['amount-not-positive']],
    ['of less than nothing: that is a reversal', { amount: minorUnits(-1) }, ['amount-not-positive']],
    ['without a word', { description: ' ' }, ['description-needed']],
    [
      'all at once',
      { category: 'E', amount: minorUnits(0), description: '' },
      ['category-is-a-flat-rate', 'amount-not-positive', 'description-needed'],
    ],
  ])('%s is refused', (_case, overrides, codes) => {
    const answer = checkExpenditure(entry(overrides), START, TODAY);
    expect(answer.ok ? [] : answer.reason.map(({ code }) => code)).toEqual(codes);
  });

  it('is spent in every category but the flat rate', () => {
    expect(SPENT_CATEGORIES).toEqual(['A', 'B', 'C1', 'C2', 'C3', 'D']);
  });

  it('counts once it is handed in, until then and when returned it does not', () => {
    expect(EXPENDITURE_STATES.filter(countsAsSpent)).toEqual(['submitted', 'confirmed', 'reversed']);
  });

  it('is taken back by the same entry with the opposite amount', () => {
    expect(reversalOf(entry())).toEqual(entry({ amount: minorUnits(-12_500_000) }));
    expect(reversalOf(reversalOf(entry()))).toEqual(entry());
  });
});
