import { monthOf, type ProjectMonth } from '../kernel/project-month.js';
import type { PlainDate } from '../kernel/plain-date.js';
import { ok, refuse, type Result } from '../kernel/result.js';

/** "The successor depends on the predecessor"; both are tasks or deliverables. */
export interface Dependency {
  readonly successorId: string;
  readonly predecessorId: string;
}

export type DependencyRefusal =
  | { readonly code: 'depends-on-itself' }
  /** `path`: from the predecessor along what it depends on, to the successor. */
  | { readonly code: 'would-go-in-circles'; readonly path: readonly string[] };

/** Ids by the id that depends on them. */
function predecessorsOf(dependencies: readonly Dependency[]): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>();
  for (const { successorId, predecessorId } of dependencies) {
    const known = found.get(successorId);
    if (known) known.push(predecessorId);
    else found.set(successorId, [predecessorId]);
  }
  return found;
}

/** A way from one row along what it depends on to another, both included; null when there is none. */
function pathBetween(from: string, to: string, predecessors: ReadonlyMap<string, readonly string[]>): string[] | null {
  const cameFrom = new Map<string, string | null>([[from, null]]);
  const open = [from];
  for (let at = open.shift(); at !== undefined; at = open.shift()) {
    if (at === to) return wayTo(at, cameFrom);
    for (const next of predecessors.get(at) ?? []) {
      if (cameFrom.has(next)) continue;
      cameFrom.set(next, at);
      open.push(next);
    }
  }
  return null;
}

function wayTo(end: string, cameFrom: ReadonlyMap<string, string | null>): string[] {
  const way: string[] = [];
  for (let at: string | null = end; at !== null; at = cameFrom.get(at) ?? null) way.unshift(at);
  return way;
}

/**
 * A row with all that waits for it, directly or through others: of these it may depend on none. The same rule as
 * `checkDependency`, answered for every possible predecessor in one pass.
 */
export function waitingFor(existing: readonly Dependency[], id: string): ReadonlySet<string> {
  const successors = predecessorsOf(
    existing.map(({ successorId, predecessorId }) => ({ successorId: predecessorId, predecessorId: successorId })),
  );
  const found = new Set([id]);
  // A set that grows while it is walked is walked to its new end.
  for (const at of found) for (const next of successors.get(at) ?? []) found.add(next);
  return found;
}

/** Whether a dependency may be added to those that are there: nothing may wait for itself, not even through others. */
export function checkDependency(existing: readonly Dependency[], added: Dependency): Result<Dependency, DependencyRefusal> {
  const { successorId, predecessorId } = added;
  if (successorId === predecessorId) return refuse({ code: 'depends-on-itself' });
  const path = pathBetween(predecessorId, successorId, predecessorsOf(existing));
  return path === null ? ok(added) : refuse({ code: 'would-go-in-circles', path });
}

/** A task or deliverable as the slip is reckoned with; a deliverable starts and ends in its due month. */
export interface PlannedRow {
  readonly id: string;
  readonly startMonth: ProjectMonth;
  readonly endMonth: ProjectMonth;
  /** Whether somebody works on it already. */
  readonly started: boolean;
  readonly finished: boolean;
  readonly dependsOn: readonly string[];
}

/** Months that a row is over already: from its end to the present month, at least one once its last day has passed. */
function overdueMonths({ endMonth, finished }: PlannedRow, month: ProjectMonth): number {
  return finished ? 0 : Math.max(0, month - endMonth);
}

/** Months that the plan leaves between a predecessor and what waits for it; work under way needs it to end only. */
const slackAfter = (predecessor: PlannedRow, row: PlannedRow): number => {
  const needed = row.started || row.startMonth === row.endMonth ? row.endMonth : row.startMonth - 1;
  return Math.max(0, needed - predecessor.endMonth);
};

class SlipReckoning {
  readonly known = new Map<string, number>();

  constructor(
    private readonly rows: ReadonlyMap<string, PlannedRow>,
    private readonly month: ProjectMonth,
  ) {}

  of(row: PlannedRow): number {
    const known = this.known.get(row.id);
    if (known !== undefined) return known;
    const own = overdueMonths(row, this.month);
    // Stands while its predecessors are reckoned: a circle, which the rules refuse, ends here.
    this.known.set(row.id, own);
    const slip = row.finished ? 0 : Math.max(own, ...row.dependsOn.map((id) => this.pushBy(this.rows.get(id), row)));
    this.known.set(row.id, slip);
    return slip;
  }

  private pushBy(predecessor: PlannedRow | undefined, row: PlannedRow): number {
    return predecessor === undefined ? 0 : Math.max(0, this.of(predecessor) - slackAfter(predecessor, row));
  }
}

/**
 * By how many months each row is expected to end after its plan; 0 for what is on time or finished.
 * - What is unfinished after its last day is expected in the present month at the earliest.
 * - What waits for it moves by the same months, less the months that the plan leaves between the two. A plan whose rows
 *   overlap leaves none, and slips only when a predecessor does.
 * - A row that has several predecessors follows the one that pushes most.
 */
export function slipMonths(rows: readonly PlannedRow[], projectStart: PlainDate, today: PlainDate): ReadonlyMap<string, number> {
  const reckoning = new SlipReckoning(new Map(rows.map((row) => [row.id, row])), monthOf(projectStart, today));
  for (const row of rows) reckoning.of(row);
  return reckoning.known;
}
