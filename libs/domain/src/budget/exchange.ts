import { cents, type Cents } from '../kernel/cents.js';
import { ok, refuse, type Result } from '../kernel/result.js';

/** A whole number of the smallest unit of a currency: cents of the euro, whole dong. */
export type MinorUnits = number & { readonly __brand: 'MinorUnits' };

/** Units of a currency for one euro, in millionths: 27 345.5 VND are 27_345_500_000 (InforEuro prints up to six decimals). */
export type ExchangeRate = number & { readonly __brand: 'ExchangeRate' };

export const RATE_SCALE = 1_000_000;
export const EURO_RATE = RATE_SCALE as ExchangeRate;

/** Currencies of consortia so far, with the decimals of their smallest unit (ISO 4217). */
export const CURRENCY_DECIMALS = { EUR: 2, VND: 0, USD: 2, GBP: 2, CHF: 2, JPY: 0, KRW: 0, THB: 2, LAK: 2, KHR: 2 } as const;
export type Currency = keyof typeof CURRENCY_DECIMALS;

export const isCurrency = (code: string): code is Currency => Object.hasOwn(CURRENCY_DECIMALS, code);

/** @throws RangeError unless the amount is a whole number that a double holds exactly. */
export function minorUnits(amount: number): MinorUnits {
  if (!Number.isSafeInteger(amount)) throw new RangeError(`not whole units: ${amount}`);
  return (amount === 0 ? 0 : amount) as MinorUnits;
}

/** Digits before a point, then up to six behind it: how InforEuro and a person write a rate. */
const RATE = /^(\d{1,9})(?:\.(\d{1,6}))?$/;

export type RateRefusal = 'rate-not-a-number' | 'rate-not-positive';

/** Reads a rate as it is written, exactly: "27345.5" is 27_345_500_000. */
export function readRate(text: string): Result<ExchangeRate, RateRefusal> {
  const match = RATE.exec(text.trim());
  if (!match) return refuse('rate-not-a-number');
  const rate = Number(match[1]) * RATE_SCALE + Number((match[2] ?? '').padEnd(6, '0'));
  return rate > 0 ? ok(rate as ExchangeRate) : refuse('rate-not-positive');
}

/** A rate as it is written, without needless zeros. */
export function writeRate(rate: ExchangeRate): string {
  const decimals = String(rate % RATE_SCALE)
    .padStart(6, '0')
    .replace(/0+$/, '');
  return `${Math.floor(rate / RATE_SCALE)}${decimals === '' ? '' : `.${decimals}`}`;
}

/**
 * An amount in euro cents, rounded half away from zero; exact, on integers only (handbook 4.4: InforEuro of the month).
 * 1 000 000 VND at 27 345.5 are 36.57 EUR.
 * @throws RangeError when the euro amount leaves what a double holds exactly.
 */
export function toEuroCents(amount: MinorUnits, currency: Currency, rate: ExchangeRate): Cents {
  const numerator = BigInt(Math.abs(amount)) * 100n * BigInt(RATE_SCALE);
  const denominator = BigInt(rate) * 10n ** BigInt(CURRENCY_DECIMALS[currency]);
  const rounded = Number((2n * numerator + denominator) / (2n * denominator));
  return cents(amount < 0 ? -rounded : rounded);
}
