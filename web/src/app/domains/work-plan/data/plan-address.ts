import { NO_PLAN_FILTER, PLAN_STATES, type PlanFilter } from '@office/domain';

export const PLAN_VIEWS = ['timeline', 'table', 'board'] as const;
export type PlanView = (typeof PLAN_VIEWS)[number];

export const PLAN_ZOOMS = ['month', 'quarter', 'year'] as const;
export type PlanZoom = (typeof PLAN_ZOOMS)[number];

/** How the plan is looked at; it lives in the address, so that a view can be sent to somebody. */
export interface PlanAddress extends PlanFilter {
  readonly view: PlanView;
  /** Null: as wide as it fits. */
  readonly zoom: PlanZoom | null;
  /** Number or id of the row that is open: "T4.4". */
  readonly row: string | null;
}

export const WHOLE_PLAN: PlanAddress = { ...NO_PLAN_FILTER, view: 'timeline', zoom: null, row: null };

type Parameter = 'view' | 'zoom' | 'year' | 'partner' | 'wp' | 'state' | 'q' | 'row';
export type PlanParameters = Readonly<Record<Parameter | 'text' | 'open', string | null>>;

const oneOf = <T extends string>(values: readonly T[], value: string | null): T | null => values.find((known) => known === value) ?? null;

function given(value: string | null): string | null {
  const text = value?.trim() ?? '';
  return text === '' ? null : text;
}

/**
 * @param get reads one parameter of the address; what makes no sense there is as if it was not there
 * @param fragment `#T4.4` names a row too
 */
export function readAddress(get: (name: string) => string | null, fragment: string | null): PlanAddress {
  const year = Number(get('year'));
  return {
    view: oneOf(PLAN_VIEWS, get('view')) ?? 'timeline',
    zoom: oneOf(PLAN_ZOOMS, get('zoom')),
    year: Number.isInteger(year) && year > 0 ? year : null,
    partner: given(get('partner')),
    workPackage: given(get('wp')),
    state: oneOf(PLAN_STATES, get('state')),
    // Other pages link with `text` and `open`.
    text: given(get('q')) ?? given(get('text')) ?? '',
    row: given(get('row')) ?? given(get('open')) ?? given(fragment),
  };
}

/** Whether two of them ask for the same: what is drawn of the one is then right for the other. */
export const sameFilter = (a: PlanFilter, b: PlanFilter): boolean =>
  a.year === b.year && a.partner === b.partner && a.workPackage === b.workPackage && a.state === b.state && a.text === b.text;

/** Parameters of the address; null takes one out. */
export const parametersOf = ({ view, zoom, year, partner, workPackage, state, text, row }: PlanAddress): PlanParameters => ({
  view: view === 'timeline' ? null : view,
  zoom,
  year: year === null ? null : String(year),
  partner,
  wp: workPackage,
  state,
  q: given(text),
  row,
  text: null,
  open: null,
});

/** Whether anything keeps a part of the plan from being shown. */
export const isFiltered = ({ year, partner, workPackage, state, text }: PlanFilter): boolean =>
  year !== null || partner !== null || workPackage !== null || state !== null || text.trim() !== '';

/** Address of a file of what is shown: the same filter, in the words of the API. */
export function exportQuery({ year, partner, workPackage, state, text }: PlanFilter): string {
  const asked = Object.entries({ year, partner, wp: workPackage, state, q: given(text) });
  const query = new URLSearchParams(asked.flatMap(([name, value]) => (value === null ? [] : [[name, String(value)]])));
  return query.size === 0 ? '' : `?${query.toString()}`;
}
