import { cents, partOf, type BasisPoints, type Cents } from '../kernel/cents.js';
import type { ProjectMonth } from '../kernel/project-month.js';

/** What a partner, a work package or the project has spent, held against its share and the time that went by. */
export interface Burn {
  readonly shareCents: Cents;
  readonly spentCents: Cents;
  /** Spent of the share; above 100 % when it is exceeded. */
  readonly spentPart: BasisPoints;
  /** Months gone by of the months in which it may be spent. */
  readonly timePart: BasisPoints;
  /** What will have been spent at the end if it goes on as so far. */
  readonly forecastCents: Cents;
}

export interface BurnFacts {
  readonly shareCents: Cents;
  readonly spentCents: Cents;
  /** Months in which it may be spent: the work package's, or the project's. */
  readonly startMonth: ProjectMonth;
  readonly endMonth: ProjectMonth;
  /** Months that are over, the current one not counted. */
  readonly monthsOver: number;
}

const between = (least: number, amount: number, most: number): number => Math.max(least, Math.min(amount, most));

/**
 * The forecast goes on at the average of the months gone by, to the last month; before the first month is over it is
 * what was spent. A simple rule, so that anybody can reckon it again (an inference, not of the agreement).
 */
export function burnOf({ shareCents, spentCents, startMonth, endMonth, monthsOver }: BurnFacts): Burn {
  const months = endMonth - startMonth + 1;
  const gone = between(0, monthsOver - startMonth + 1, months);
  const forecast = gone === 0 ? spentCents : Number((BigInt(spentCents) * BigInt(months) * 2n + BigInt(gone)) / (BigInt(gone) * 2n));
  return {
    shareCents,
    spentCents,
    spentPart: partOf(spentCents, shareCents),
    timePart: Math.floor((gone * 10_000) / months) as BasisPoints,
    forecastCents: cents(forecast),
  };
}

export const BURN_WARNINGS = ['over-share', 'forecast-over-share', 'no-spending'] as const;
export type BurnWarning = (typeof BURN_WARNINGS)[number];

/** Settings of the warnings, in parts of the time. */
export interface BurnLimits {
  /** Nothing spent is pointed out once this part of the time is over. */
  readonly silentUntil: BasisPoints;
  /** The forecast is taken seriously once this part of the time is over. */
  readonly forecastFrom: BasisPoints;
}

export const DEFAULT_BURN_LIMITS: BurnLimits = { silentUntil: 2_500 as BasisPoints, forecastFrom: 2_500 as BasisPoints };

/** What stands out, the gravest one only; a share of nothing has nothing to warn of until something is spent. */
export function burnWarning(burn: Burn, limits: BurnLimits = DEFAULT_BURN_LIMITS): BurnWarning | null {
  if (burn.spentCents > burn.shareCents) return 'over-share';
  if (burn.timePart >= limits.forecastFrom && burn.forecastCents > burn.shareCents) return 'forecast-over-share';
  return burn.timePart >= limits.silentUntil && burn.spentCents === 0 && burn.shareCents > 0 ? 'no-spending' : null;
}

/** Whether a category runs far from its estimate: by more than the tolerance of the estimate, either way. */
export function isFarFromEstimate(spentCents: Cents, estimateCents: Cents, tolerance: BasisPoints): boolean {
  const distance = BigInt(Math.abs(spentCents - estimateCents)) * 10_000n;
  return distance > BigInt(estimateCents) * BigInt(tolerance);
}
