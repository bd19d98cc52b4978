import type { ProjectMonth } from '@office/domain';
import type { PlanRow } from './plan-rows';

/** Where something is drawn: in the row `rowId`, over its months. */
interface Place {
  readonly id: string;
  readonly rowId: string;
  readonly startMonth: ProjectMonth;
  readonly endMonth: ProjectMonth;
  readonly dependsOn: readonly string[];
}

/** From the end of what comes first to the start of what waits for it. */
export interface LinkLine {
  readonly id: string;
  readonly from: Pick<Place, 'rowId' | 'endMonth'>;
  readonly to: Pick<Place, 'rowId' | 'startMonth'>;
}

export interface PlanLinks {
  readonly lines: readonly LinkLine[];
  /** By row id, how it hangs together with the row that is open. */
  readonly roles: ReadonlyMap<string, 'before' | 'after'>;
}

const NONE: PlanLinks = { lines: [], roles: new Map() };

const placesOf = (row: PlanRow): Place[] => [
  { ...row, rowId: row.id },
  ...row.marks.map(({ id, dueMonth, dependsOn }) => ({ ...{ id, dependsOn }, rowId: row.id, startMonth: dueMonth, endMonth: dueMonth })),
];

/** What the open row waits for and what waits for it, of an open work package also for its deliverables. */
export function linksOf(rows: readonly PlanRow[], opened: string | null): PlanLinks {
  if (opened === null) return NONE;
  const places = rows.flatMap(placesOf);
  const byId = new Map(places.map((place) => [place.id, place]));
  const lines = places.flatMap((to) =>
    to.dependsOn.flatMap((id): LinkLine[] => {
      const from = byId.get(id);
      return from && (from.rowId === opened || to.rowId === opened) ? [{ id: `${from.id} ${to.id}`, from, to }] : [];
    }),
  );
  const roles = new Map<string, 'before' | 'after'>();
  for (const { from, to } of lines) {
    if (to.rowId !== opened) roles.set(to.rowId, 'after');
    if (from.rowId !== opened) roles.set(from.rowId, 'before');
  }
  return { lines, roles };
}
