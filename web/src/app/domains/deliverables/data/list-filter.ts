import { DELIVERABLE_PARTS, DELIVERABLE_STATES, type DeliverablePart, type DeliverableState } from '@office/domain';

/** What of the list is shown; the address keeps it, in the words of the API. */
export interface ListFilter {
  /** Number of a work package: "WP2". */
  readonly workPackage: string | null;
  /** Short name of a beneficiary. */
  readonly lead: string | null;
  readonly state: DeliverableState | null;
  readonly part: DeliverablePart | null;
  readonly late: boolean;
  readonly text: string;
  /** Counted from 1. */
  readonly page: number;
}

export const WHOLE_LIST: ListFilter = { workPackage: null, lead: null, state: null, part: null, late: false, text: '', page: 1 };

const oneOf = <T extends string>(values: readonly T[], value: string | null): T | null => values.find((known) => known === value) ?? null;

const given = (value: string | null): string | null => (value === '' ? null : value);

/** Reads the parameters of an address; what it does not know is left out. */
export function filterOf(read: (name: string) => string | null): ListFilter {
  const page = Number(read('page'));
  return {
    workPackage: given(read('workPackage')),
    lead: given(read('lead')),
    state: oneOf(DELIVERABLE_STATES, read('state')),
    part: oneOf(DELIVERABLE_PARTS, read('part')),
    late: read('late') === 'true',
    text: (read('text') ?? '').trim(),
    page: Number.isInteger(page) && page > 0 ? page : 1,
  };
}

/** Parameters of the address; null takes one out. */
export const addressOf = (filter: ListFilter): Record<string, string | null> => ({
  workPackage: filter.workPackage,
  lead: filter.lead,
  state: filter.state,
  part: filter.part,
  late: filter.late ? 'true' : null,
  text: filter.text.trim() || null,
  page: filter.page > 1 ? String(filter.page) : null,
});

/** The filter with a part changed: another selection starts on its first page. */
export const changed = (filter: ListFilter, part: Partial<ListFilter>): ListFilter => ({ ...filter, page: 1, ...part });

/** How many filters are set, the text left out: it is always in sight. */
export const countOf = ({ workPackage, lead, state, part, late }: ListFilter): number =>
  [workPackage, lead, state, part].filter((value) => value !== null).length + (late ? 1 : 0);

export const isWhole = (filter: ListFilter): boolean => countOf(filter) === 0 && filter.text === '';

/** `?…` of the API for one page of the list. */
export function queryOf(filter: ListFilter, size: number): string {
  const { page: _, ...rest } = addressOf(filter);
  const params = Object.entries(rest).filter((entry): entry is [string, string] => entry[1] !== null);
  return new URLSearchParams([...params, ['offset', String((filter.page - 1) * size)], ['limit', String(size)]]).toString();
}
