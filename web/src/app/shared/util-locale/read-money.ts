import { cents, type Cents } from '@office/domain';

/** Whole euros with at most two decimals behind a point or a comma; spaces may group the digits. */
const AMOUNT = /^\d{1,12}(?:[.,]\d{1,2})?$/;

/** An amount as a person types it, "1 250,50" or "1250.5", in cents; null when it is none. */
export function readMoney(text: string): Cents | null {
  const plain = text.replace(/[\s\u00a0\u202f]/g, '');
  if (!AMOUNT.test(plain)) return null;
  const [whole = '0', decimals = ''] = plain.split(/[.,]/);
  return cents(Number(whole) * 100 + Number(decimals.padEnd(2, '0')));
}
