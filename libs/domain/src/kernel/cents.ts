/** Whole euro cents. Never a fraction, never a float of euros. */
export type Cents = number & { readonly __brand: 'Cents' };
/** Hundredths of a percent: 9000 is 90 %. */
export type BasisPoints = number & { readonly __brand: 'BasisPoints' };

export const FULL: BasisPoints = 10_000 as BasisPoints;

/** @throws RangeError unless the amount is a whole number that a double holds exactly. */
export function cents(amount: number): Cents {
  if (!Number.isSafeInteger(amount)) throw new RangeError(`not whole cents: ${amount}`);
  // No minus zero: it is one amount, and tests and JSON would tell the two apart.
  return (amount === 0 ? 0 : amount) as Cents;
}

/** @throws RangeError unless the rate is a whole number from 0 to 10 000. */
export function basisPoints(rate: number): BasisPoints {
  if (!Number.isInteger(rate) || rate < 0 || rate > FULL) throw new RangeError(`not basis points: ${rate}`);
  return rate as BasisPoints;
}

/** @throws RangeError as soon as an amount is not whole or the sum leaves what a double holds exactly. */
export function sumCents(amounts: Iterable<number>): Cents {
  let total = cents(0);
  for (const amount of amounts) total = cents(total + amount);
  return total;
}

/** `amount x rate`, rounded half away from zero; exact, on integers only. */
export function shareOf(amount: Cents, rate: BasisPoints): Cents {
  const product = BigInt(Math.abs(amount)) * BigInt(rate);
  const rounded = Number((product + 5_000n) / 10_000n);
  return cents(amount < 0 ? -rounded : rounded);
}

/** What part of `whole` is `part`, in basis points, cut off towards 0; above `FULL` when the part is more than the whole; 0 of nothing. */
export const partOf = (part: Cents, whole: Cents): BasisPoints =>
  (whole === 0 ? 0 : Number((BigInt(part) * 10_000n) / BigInt(whole))) as BasisPoints;

/**
 * Splits an amount by weights so that the parts sum to it to the cent: largest remainder, ties to the lowest index.
 * No part is a whole cent off its exact value. A larger amount may still leave one part a cent smaller (the paradox of
 * this method), so an amount is split once and the parts are kept, never recomputed from a changed amount.
 * @throws RangeError when there is no weight, one is negative or not whole, or all are zero.
 */
export function allocate(amount: Cents, weights: readonly number[]): Cents[] {
  const usable = weights.every((weight) => Number.isSafeInteger(weight) && weight >= 0);
  const total = usable ? weights.reduce((sum, weight) => sum + BigInt(weight), 0n) : 0n;
  if (total === 0n) throw new RangeError('weights must be whole, not negative, and not all zero');
  const magnitude = BigInt(Math.abs(amount));
  const exact = weights.map((weight) => magnitude * BigInt(weight));
  const parts = exact.map((value) => Number(value / total));
  const missing = Math.abs(amount) - parts.reduce((sum, part) => sum + part, 0);
  const byRemainder = exact
    .map((value, index) => ({ index, remainder: value % total }))
    .sort((a, b) => (a.remainder === b.remainder ? a.index - b.index : a.remainder < b.remainder ? 1 : -1));
  for (const { index } of byRemainder.slice(0, missing)) parts[index] = (parts[index] ?? 0) + 1;
  return parts.map((part) => cents(amount < 0 ? -part : part));
}
