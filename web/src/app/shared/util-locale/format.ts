/** The locale that dates, numbers and money are written in; English is written the European way. */
let locale = 'en-GB';

export function useLocale(id: string): void {
  locale = id === 'en' || id === 'en-US' ? 'en-GB' : id;
}

export const currentLocale = (): string => locale;

/** Words by number; English needs two forms, other languages bring theirs through `Intl.PluralRules`. */
export interface PluralForms {
  readonly one: string;
  readonly few?: string;
  readonly many?: string;
  readonly other: string;
}

export function plural(count: number, forms: PluralForms): string {
  const rule = new Intl.PluralRules(locale).select(count);
  switch (rule) {
    case 'one':
      return forms.one;
    case 'few':
      return forms.few ?? forms.other;
    case 'many':
      return forms.many ?? forms.other;
    case 'zero':
    case 'two':
    case 'other':
      return forms.other;
  }
}

/** Whole cents as a decimal text: no float takes part. */
export function centsToDecimal(cents: number): `${number}` {
  const digits = String(Math.abs(cents)).padStart(3, '0');
  return `${cents < 0 ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}` as `${number}`;
}

/** Money from whole cents: no decimals in overviews, two where the exact amount is meant. */
export function formatMoney(cents: number, currency: string, exact = false): string {
  const digits = exact ? 2 : 0;
  const options = { style: 'currency', currency, minimumFractionDigits: digits, maximumFractionDigits: digits } as const;
  return new Intl.NumberFormat(locale, options).format(centsToDecimal(cents));
}

const SIZE_UNITS = ['kilobyte', 'megabyte', 'gigabyte'] as const;

/** Decimal units, a megabyte is a million bytes: what the server counts too. */
export function formatFileSize(bytes: number): string {
  // The short form of the unit has no plural in English: "10 byte".
  if (bytes < 1000) return new Intl.NumberFormat(locale, { style: 'unit', unit: 'byte', unitDisplay: 'long' }).format(bytes);
  const step = Math.min(Math.floor(Math.log10(bytes) / 3), SIZE_UNITS.length);
  const value = bytes / 1000 ** step;
  const options = { style: 'unit', unit: SIZE_UNITS[step - 1] ?? 'byte', maximumFractionDigits: value < 10 ? 1 : 0 } as const;
  return new Intl.NumberFormat(locale, options).format(value);
}

/** A plain number, with so many decimals at most and at least. */
export const formatNumber = (value: number, most = 0, least = 0): string =>
  new Intl.NumberFormat(locale, { maximumFractionDigits: most, minimumFractionDigits: least }).format(value);

export const formatPercent = (percent: number): string =>
  new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 0 }).format(percent / 100);
