import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Actor } from '../access/can.js';
import { DELIVERABLE_STATES } from '../deliverables/deliverable-states.js';
import { addDays, type PlainDate } from '../kernel/plain-date.js';
import { MILESTONE_STATES } from '../milestones/milestone-states.js';
import { REPORT_STATES } from '../reporting/report-states.js';
import { WORK_STATES } from '../work-plan/work-status.js';
import { warningsOf } from './early-warning.js';
import type { WatchedProject, WatchedTask } from './facts.js';
import { TODAY, deliverable, milestone, named, partner, project, report, task } from './testing.js';
import { compareWarnings, WARNING_KINDS, type Warning } from './warning.js';
import { peopleWhoCanAct } from './who-acts.js';

const months = fc.record({ startMonth: fc.integer({ min: 1, max: 20 }), length: fc.integer({ min: 0, max: 10 }) });
const day = fc.integer({ min: -400, max: 0 }).map((days): PlainDate => addDays(TODAY, days));
/** A day may be told in another zone than today is. */
const dayAround = fc.integer({ min: -400, max: 3 }).map((days): PlainDate => addDays(TODAY, days));
const index = fc.nat(5);
const rows = <T>(prefix: string, one: fc.Arbitrary<(id: string) => T>): fc.Arbitrary<T[]> =>
  fc.array(one, { maxLength: 5 }).map((made) => made.map((make, at) => make(`${prefix}${at}`)));
const dependencies = fc.array(
  fc.oneof(
    index.map((at) => `T${at}`),
    index.map((at) => `D${at}`),
  ),
  { maxLength: 3 },
);

const works = fc
  .tuple(months, fc.constantFrom(...WORK_STATES), fc.option(dayAround), dependencies, fc.boolean(), fc.boolean(), dayAround)
  .map(
    ([{ startMonth, length }, state, lastUpdateOn, dependsOn, hasBlockedPart, overridden, since]) =>
      (id: string): WatchedTask =>
        task({
          ...named(id),
          startMonth,
          endMonth: startMonth + length,
          state,
          lastUpdateOn,
          overridden,
          dependsOn,
          blockedParts: hasBlockedPart ? [{ beneficiaryId: 'partner', reason: 'x', since }] : [],
        }),
  );
const anyProject: fc.Arbitrary<WatchedProject> = fc
  .record({
    tasks: rows('T', works),
    workPackages: rows('WP', works),
    deliverables: rows(
      'D',
      fc.tuple(fc.integer({ min: 1, max: 30 }), fc.constantFrom(...DELIVERABLE_STATES), dependencies, fc.boolean()).map(
        ([dueMonth, state, dependsOn, isOver]) =>
          (id: string) =>
            deliverable({
              ...named(id),
              dueMonth,
              state,
              dependsOn,
              review: { isOver, closesOn: TODAY, awaitedIds: [], outcome: 'pending', votingIds: [] },
            }),
      ),
    ),
    milestones: rows(
      'MS',
      fc.tuple(fc.integer({ min: 1, max: 30 }), fc.constantFrom(...MILESTONE_STATES), fc.option(day)).map(
        ([dueMonth, state, estimate]) =>
          (id: string) =>
            milestone({ ...named(id), dueMonth, state, estimate }),
      ),
    ),
    reports: rows(
      'RP',
      fc.tuple(fc.integer({ min: 1, max: 30 }), fc.constantFrom(...REPORT_STATES)).map(
        ([toMonth, state]) =>
          (id: string) =>
            report({ id, toMonth, state }),
      ),
    ),
    partners: rows(
      'P',
      fc.option(day).map((lastUpdateOn) => (id: string) => partner({ id: id === 'P0' ? 'partner' : id, shortName: id, lastUpdateOn })),
    ),
  })
  .map(project);

const idsIn = (warnings: readonly Warning[]): Set<string> => new Set(warnings.map(({ subject }) => subject.id));

describe('warnings of any project', () => {
  it('go once their subject is done', () => {
    fc.assert(
      fc.property(anyProject, (one) => {
        const done: WatchedProject = {
          ...one,
          tasks: one.tasks.map((row) => ({ ...row, state: 'done' as const })),
          workPackages: one.workPackages.map((row) => ({ ...row, state: 'done' as const })),
          deliverables: one.deliverables.map((row) => ({ ...row, state: 'accepted' as const })),
          milestones: one.milestones.map((row) => ({ ...row, state: 'achieved' as const })),
          reports: one.reports.map((row) => ({ ...row, state: 'accepted' as const })),
        };
        expect(warningsOf(done)).toEqual([]);
      }),
    );
  });

  it('of one task go when that task is done, and nothing new comes', () => {
    fc.assert(
      fc.property(anyProject, index, (one, at) => {
        const id = `T${at}`;
        const before = warningsOf(one);
        const after = warningsOf({ ...one, tasks: one.tasks.map((row) => (row.id === id ? { ...row, state: 'done' } : row)) });
        expect(idsIn(after).has(id)).toBe(false);
        expect([...idsIn(after)].filter((other) => !idsIn(before).has(other))).toEqual([]);
      }),
    );
  });

  it('stand in one order, however the facts came', () => {
    fc.assert(
      fc.property(anyProject, (one) => {
        const turned = Object.fromEntries(
          Object.entries(one).map(([key, value]) => [key, Array.isArray(value) ? value.toReversed() : value]),
        ) as unknown as WatchedProject;
        expect(warningsOf(turned)).toEqual(warningsOf(one));
      }),
    );
  });

  it('are ordered totally: two that compare as equal say the same of the same', () => {
    fc.assert(
      fc.property(anyProject, (one) => {
        const all = warningsOf(one);
        for (const [at, warning] of all.entries()) {
          const next = all[at + 1];
          if (next === undefined) continue;
          expect(compareWarnings(warning, next)).toBeLessThanOrEqual(0);
          expect(compareWarnings(next, warning)).toBe(-compareWarnings(warning, next));
          if (compareWarnings(warning, next) === 0) expect({ ...warning, waysOut: [] }).toEqual({ ...next, waysOut: [] });
        }
      }),
    );
  });

  it('always say who can act, where somebody coordinates the project', () => {
    const coordinator: Actor = { personId: 'coordinator', beneficiaryId: null, roles: ['project-coordinator'] };
    fc.assert(
      fc.property(anyProject, (one) => warningsOf(one).every((warning) => peopleWhoCanAct(warning, [coordinator]).includes('coordinator'))),
    );
  });

  it('never last for less than no day, and what is blocked always says why', () => {
    const lasting = /-(blocked|silent|late|overdue|should-have-started)$/;
    fc.assert(
      fc.property(anyProject, (one) =>
        warningsOf(one).every(
          ({ kind, days, detail }) => (!lasting.test(kind) || days >= 0) && (!kind.endsWith('-blocked') || detail.trim() !== ''),
        ),
      ),
    );
  });

  it('come in every kind', () => {
    const seen = new Set(fc.sample(anyProject, { numRuns: 600, seed: 7 }).flatMap((one) => warningsOf(one).map(({ kind }) => kind)));
    expect(WARNING_KINDS.filter((kind) => !seen.has(kind))).toEqual([]);
  });
});
