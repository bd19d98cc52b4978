import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { basisPoints, cents } from '../kernel/cents.js';
import { burnOf, burnWarning, isFarFromEstimate, type BurnFacts } from './burn.js';

fc.configureGlobal({ seed: 20_240_101 });

const facts = (overrides: Partial<BurnFacts> = {}): BurnFacts => ({
  shareCents: cents(1_200_00),
  spentCents: cents(300_00),
  startMonth: 1,
  endMonth: 12,
  monthsOver: 3,
  ...overrides,
});

describe('the burn of a share', () => {
  it.each<[string, Partial<BurnFacts>, [spentPart: number, timePart: number, forecast: number]]>([
    ['in step with time', {}, [2_500, 2_500, 1_200_00]],
    ['twice as fast', { spentCents: cents(600_00) }, [5_000, 2_500, 2_400_00]],
    ['before the first month is over', { monthsOver: 0 }, [2_500, 0, 300_00]],
    ['before the work package begins', { startMonth: 7, endMonth: 12, monthsOver: 3 }, [2_500, 0, 300_00]],
    ['in the middle of a later work package', { startMonth: 7, endMonth: 12, monthsOver: 8 }, [2_500, 3_333, 900_00]],
    ['after the end the forecast is what was spent', { monthsOver: 20 }, [2_500, 10_000, 300_00]],
    ['of a share of nothing', { shareCents: cents(0) }, [0, 2_500, 1_200_00]],
    ['rounded to the cent', { spentCents: cents(100), startMonth: 1, endMonth: 3, monthsOver: 2 }, [8, 6_666, 150]],
  ])('%s', (_case, overrides, [spentPart, timePart, forecastCents]) => {
    expect(burnOf(facts(overrides))).toMatchObject({ spentPart, timePart, forecastCents });
  });

  it('forecasts no less than what was spent', () => {
    fc.assert(
      fc.property(fc.nat(100_000_000).map(cents), fc.integer({ min: 1, max: 60 }), fc.nat(80), (spentCents, endMonth, monthsOver) => {
        expect(burnOf(facts({ spentCents, endMonth, monthsOver })).forecastCents).toBeGreaterThanOrEqual(spentCents);
      }),
    );
  });
});

describe('a warning', () => {
  it.each<[string, Partial<BurnFacts>, string | null]>([
    ['in step', {}, null],
    ['over the share', { spentCents: cents(1_200_01) }, 'over-share'],
    ['exactly the share, at the end', { spentCents: cents(1_200_00), monthsOver: 12 }, null],
    ['on the way over the share', { spentCents: cents(300_01) }, 'forecast-over-share'],
    ['too early to tell', { spentCents: cents(300_00), monthsOver: 2 }, null],
    ['nothing spent after a quarter of the time', { spentCents: cents(0) }, 'no-spending'],
    ['nothing spent yet', { spentCents: cents(0), monthsOver: 2 }, null],
    ['nothing to spend', { spentCents: cents(0), shareCents: cents(0) }, null],
  ])('%s: %s', (_case, overrides, expected) => {
    expect(burnWarning(burnOf(facts(overrides)))).toBe(expected);
  });

  it.each([
    [100, 100, false],
    [120, 100, false],
    [121, 100, true],
    [80, 100, false],
    [79, 100, true],
    [0, 0, false],
    [1, 0, true],
  ])('%i spent of an estimate of %i is far, at 20 %%: %s', (spent, estimate, far) => {
    expect(isFarFromEstimate(cents(spent), cents(estimate), basisPoints(2_000))).toBe(far);
  });
});
