import type { DeliverableFilter } from '@office/contracts';
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
  const params = parametersOf(filter);
  params.set('offset', String((filter.page - 1) * size));
  params.set('limit', String(size));
  return params.toString();
}

/** The filter as a view keeps it: what is set and nothing else; a view begins on its first page. */
export function keptOf({ workPackage, lead, state, part, late, text }: ListFilter): DeliverableFilter {
  const typed = text.trim();
  return {
    ...(workPackage !== null && { workPackage }),
    ...(lead !== null && { lead }),
    ...(state !== null && { state }),
    ...(part !== null && { part }),
    ...(late && { late }),
    ...(typed !== '' && { text: typed }),
  };
}

/** What a view shows, on its first page. */
export const filterOfView = (kept: DeliverableFilter): ListFilter => ({ ...WHOLE_LIST, ...kept });

/** Whether both show the same rows, whatever the page. */
export const sameRows = (a: ListFilter, b: ListFilter): boolean => parametersOf(a).toString() === parametersOf(b).toString();

function parametersOf(filter: ListFilter): URLSearchParams {
  const { page: _, ...rest } = addressOf(filter);
  return new URLSearchParams(Object.entries(rest).filter((entry): entry is [string, string] => entry[1] !== null));
}

/** `?…` of an export: the same rows on one page, or only those that are chosen. */
export function exportQuery(filter: ListFilter, chosen: readonly string[], more: Readonly<Record<string, string>> = {}): string {
  const params = chosen.length > 0 ? new URLSearchParams({ ids: chosen.join(',') }) : parametersOf(filter);
  for (const [name, value] of Object.entries(more)) params.set(name, value);
  return params.size === 0 ? '' : `?${params.toString()}`;
}
