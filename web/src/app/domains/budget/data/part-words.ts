import { currentLocale } from '../../../shared/util-locale/format';

/** "19.5 %" of basis points. */
export const partWords = (basisPoints: number): string =>
  new Intl.NumberFormat(currentLocale(), { style: 'percent', maximumFractionDigits: 1 }).format(basisPoints / 10_000);
