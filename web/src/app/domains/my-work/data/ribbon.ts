import type { RibbonMark } from '@office/contracts';
import { addMonths, daysBetween, monthOf, type PlainDate } from '@office/domain';

export const RIBBON_MONTHS = 6;

/** One calendar month of the ribbon. `at` of a mark and of today is their place in it, 0 to 1. */
export interface RibbonColumn {
  readonly first: PlainDate;
  /** Project month. */
  readonly month: number;
  readonly marks: readonly (RibbonMark & { readonly at: number })[];
}

export interface Ribbon {
  readonly columns: readonly RibbonColumn[];
  /** What was due before the first column and is still open. */
  readonly earlier: readonly RibbonMark[];
  /** Place of today in the first column. */
  readonly today: number;
}

const firstOfMonth = (date: PlainDate): PlainDate => `${date.slice(0, 7)}-01` as PlainDate;

/** Where a day ends within its month: the last day of a month is at its right edge. */
function placeIn(first: PlainDate, day: PlainDate): number {
  return (daysBetween(first, day) + 1) / daysBetween(first, addMonths(first, 1));
}

export function ribbonOf(marks: readonly RibbonMark[], today: PlainDate, projectStart: PlainDate): Ribbon {
  const start = firstOfMonth(today);
  const columns = Array.from({ length: RIBBON_MONTHS }, (_, index): RibbonColumn => {
    const first = addMonths(start, index);
    const inside = marks.filter((mark) => mark.on >= first && mark.on < addMonths(first, 1));
    const placed = inside.map((mark) => ({ ...mark, at: placeIn(first, mark.on as PlainDate) }));
    return { first, month: monthOf(projectStart, first), marks: placed.sort((a, b) => a.at - b.at) };
  });
  const earlier = marks.filter((mark) => mark.on < start).sort((a, b) => (a.on < b.on ? -1 : 1));
  return { columns, earlier, today: placeIn(start, today) };
}
