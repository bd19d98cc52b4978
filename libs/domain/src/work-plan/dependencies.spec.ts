import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { addMonths, plainDate } from '../kernel/plain-date.js';
import { checkDependency, slipMonths, waitingFor, type Dependency, type PlannedRow } from './dependencies.js';

const on = (successorId: string, predecessorId: string): Dependency => ({ successorId, predecessorId });

/** Whether some row waits for itself, followed the slow way. */
function hasCircle(dependencies: readonly Dependency[]): boolean {
  const after = (id: string, seen: readonly string[]): boolean =>
    dependencies
      .filter((one) => one.successorId === id)
      .some((one) => seen.includes(one.predecessorId) || after(one.predecessorId, [...seen, one.predecessorId]));
  return dependencies.some(({ successorId }) => after(successorId, [successorId]));
}

describe('checkDependency', () => {
  it.each<[string, Dependency[], Dependency, string]>([
    ['the first', [], on('b', 'a'), 'ok'],
    ['a second way to the same', [on('c', 'a'), on('b', 'a')], on('c', 'b'), 'ok'],
    ['itself', [], on('a', 'a'), 'depends-on-itself'],
    ['each other', [on('b', 'a')], on('a', 'b'), 'b a'],
    ['a circle of four', [on('b', 'a'), on('c', 'b'), on('d', 'c')], on('a', 'd'), 'd c b a'],
  ])('%s', (_case, existing, added, expected) => {
    const answer = checkDependency(existing, added);
    const words = answer.ok ? 'ok' : answer.reason.code === 'would-go-in-circles' ? answer.reason.path.join(' ') : answer.reason.code;
    expect(words).toBe(expected);
  });

  it('refuses exactly what would close a circle, whatever was added before', () => {
    const id = fc.constantFrom('a', 'b', 'c', 'd', 'e');
    fc.assert(
      fc.property(fc.array(fc.tuple(id, id), { maxLength: 14 }), (wanted) => {
        const kept: Dependency[] = [];
        for (const [successorId, predecessorId] of wanted) {
          const added = { successorId, predecessorId };
          const allowed = checkDependency(kept, added).ok;
          expect(allowed).toBe(!hasCircle([...kept, added]));
          if (allowed) kept.push(added);
        }
        expect(hasCircle(kept)).toBe(false);
      }),
    );
  });
});

describe('waitingFor', () => {
  it('names exactly what a row may not depend on', () => {
    const ids = ['a', 'b', 'c', 'd', 'e'];
    const id = fc.constantFrom(...ids);
    fc.assert(
      fc.property(fc.array(fc.tuple(id, id), { maxLength: 10 }), id, (wanted, successorId) => {
        const kept: Dependency[] = [];
        for (const [successor, predecessor] of wanted)
          if (checkDependency(kept, on(successor, predecessor)).ok) kept.push(on(successor, predecessor));
        const refused = ids.filter((predecessorId) => !checkDependency(kept, { successorId, predecessorId }).ok);
        expect([...waitingFor(kept, successorId)].sort()).toEqual(refused);
      }),
    );
  });
});

const start = plainDate('2024-01-01');
/** A day in project month `month`. */
const inMonth = (month: number): ReturnType<typeof plainDate> => plainDate(`${addMonths(start, month - 1).slice(0, 8)}15`);

const row = (id: string, startMonth: number, endMonth: number, more: Partial<PlannedRow> = {}): PlannedRow => ({
  id,
  startMonth,
  endMonth,
  started: false,
  finished: false,
  dependsOn: [],
  ...more,
});

describe('slipMonths', () => {
  const slips = (rows: readonly PlannedRow[], month: number): Record<string, number> =>
    Object.fromEntries(slipMonths(rows, start, inMonth(month)));

  it('is the months a row is over, and nothing once it is finished', () => {
    expect(slips([row('late', 1, 3), row('done', 1, 3, { finished: true }), row('running', 1, 9)], 6)).toEqual({
      late: 3,
      done: 0,
      running: 0,
    });
  });

  it('begins on the day after the last', () => {
    expect(slipMonths([row('a', 1, 3)], start, plainDate('2024-03-31')).get('a')).toBe(0);
    expect(slipMonths([row('a', 1, 3)], start, plainDate('2024-04-01')).get('a')).toBe(1);
  });

  it.each<[string, PlannedRow, number]>([
    ['begins right after', row('b', 4, 8, { dependsOn: ['a'] }), 3],
    ['has two months of slack', row('b', 6, 8, { dependsOn: ['a'] }), 1],
    ['has slack enough', row('b', 9, 12, { dependsOn: ['a'] }), 0],
    ['overlaps in the plan', row('b', 2, 8, { dependsOn: ['a'] }), 3],
    ['is under way and ends later', row('b', 2, 8, { dependsOn: ['a'], started: true }), 0],
    ['is under way and ends with it', row('b', 2, 3, { dependsOn: ['a'], started: true }), 3],
    ['is a deliverable a month later', row('b', 4, 4, { dependsOn: ['a'] }), 2],
    ['is finished', row('b', 4, 8, { dependsOn: ['a'], finished: true }), 0],
  ])('a task of M1-M3 that is open in M6 pushes what %s', (_case, successor, expected) => {
    expect(slips([row('a', 1, 3), successor], 6)['b']).toBe(expected);
  });

  it('runs through the chain, loses what the plan leaves, and follows who pushes most', () => {
    const rows = [
      row('end', 10, 12, { dependsOn: ['middle', 'other'] }),
      row('middle', 4, 8, { dependsOn: ['late'] }),
      row('other', 5, 9, { dependsOn: ['late'] }),
      row('late', 1, 3),
    ];
    expect(slips(rows, 6)).toEqual({ late: 3, middle: 3, other: 2, end: 2 });
  });

  it('does not fall over a circle that came from elsewhere', () => {
    expect(slips([row('a', 1, 3, { dependsOn: ['b'] }), row('b', 1, 3, { dependsOn: ['a'] })], 6)).toEqual({ a: 3, b: 3 });
  });

  const chains = fc
    .array(
      fc.record({
        startMonth: fc.integer({ min: 1, max: 30 }),
        length: fc.integer({ min: 0, max: 8 }),
        started: fc.boolean(),
        finished: fc.boolean(),
        waitsFor: fc.array(fc.nat(20), { maxLength: 3 }),
      }),
      { minLength: 1, maxLength: 12 },
    )
    .map((plan) =>
      plan.map(({ startMonth, length, started, finished, waitsFor }, index) =>
        row(String(index), startMonth, startMonth + length, {
          started,
          finished,
          // Only on earlier rows, so that nothing goes in circles.
          dependsOn: waitsFor.filter((other) => other < index).map(String),
        }),
      ),
    );

  it('never pushes a plan in which nothing is late', () => {
    fc.assert(fc.property(chains, (rows) => expect(new Set(slipMonths(rows, start, inMonth(1)).values())).toEqual(new Set([0]))));
  });

  it('goes when everything is finished, and never turns negative', () => {
    fc.assert(
      fc.property(chains, fc.integer({ min: 1, max: 48 }), (rows, month) => {
        const slip = slipMonths(rows, start, inMonth(month));
        expect([...slip.values()].every((months) => months >= 0)).toBe(true);
        const finished = rows.map((one) => ({ ...one, finished: true }));
        expect([...slipMonths(finished, start, inMonth(month)).values()].every((months) => months === 0)).toBe(true);
      }),
    );
  });

  it('never slips more than the latest of all, and grows only as time goes', () => {
    fc.assert(
      fc.property(chains, fc.integer({ min: 1, max: 47 }), (rows, month) => {
        const now = slipMonths(rows, start, inMonth(month));
        const later = slipMonths(rows, start, inMonth(month + 1));
        const own = rows.map(({ endMonth, finished }) => (finished ? 0 : Math.max(0, month - endMonth)));
        expect(Math.max(...now.values())).toBe(Math.max(...own));
        for (const [id, months] of now) expect(later.get(id) ?? 0).toBeGreaterThanOrEqual(months);
      }),
    );
  });
});
