import { describe, expect, it } from '@jest/globals';
import { CONSORTIUM, aPlan, planId } from '@office/testing';
import fc from 'fast-check';
import { applyChanges, type ChangeFacts } from './apply-changes.js';
import { differences, type PlanDifference } from './differences.js';
import { normalised, type Plan } from './plan.js';
import type { PlanChange } from './plan-change.js';

fc.configureGlobal({ seed: 20_240_101 });

const plan = aPlan();
const beneficiaryIds = Object.values(CONSORTIUM).map(({ id }) => id);
const FACTS: ChangeFacts = {
  beneficiaryIds,
  shareIds: [],
  reportedIds: [planId('T2.3')],
  versionIds: [planId('D1.1')],
  reportedPeriods: [1],
  periodsWithEacea: [],
  acceptedIds: [],
};

const idOf = (rows: readonly { readonly id: string }[]) => fc.constantFrom(...rows.map(({ id }) => id));
const aMonth = fc.integer({ min: 1, max: 60 });
const aLead = fc.constantFrom(...beneficiaryIds);
const aTitle = fc.constantFrom('One', 'Two', 'Three');
const aNumber = fc.constantFrom('T2.1', 'T2.7', 'D2.1', 'D3.7', 'WP7', 'MS7');
const aPosition = fc.nat({ max: 4 });
const newId = fc.constantFrom(planId('T2.8'), planId('T2.9'));
const ofRow = (kind: string, rows: readonly { readonly id: string }[], fields: Record<string, fc.Arbitrary<unknown>>) =>
  fc.record({ kind: fc.constant(kind), id: idOf(rows), ...fields }) as unknown as fc.Arbitrary<PlanChange>;

/** Changes of all sorts, sound or not. */
const anyChange: fc.Arbitrary<PlanChange> = fc.oneof(
  fc.record({ kind: fc.constant('project.duration' as const), durationMonths: fc.integer({ min: 40, max: 60 }) }),
  ofRow('work-package.months', plan.workPackages, { startMonth: aMonth, endMonth: aMonth }),
  ofRow('work-package.lead', plan.workPackages, { leadId: aLead }),
  ofRow('work-package.reorder', plan.workPackages, { position: aPosition }),
  ofRow('work-package.remove', plan.workPackages, {}),
  ofRow('task.months', plan.tasks, { startMonth: aMonth, endMonth: aMonth }),
  ofRow('task.lead', plan.tasks, { leadId: aLead }),
  ofRow('task.reorder', plan.tasks, { position: aPosition }),
  ofRow('task.renumber', plan.tasks, { number: aNumber }),
  ofRow('task.remove', plan.tasks, {}),
  ofRow('task.move', plan.tasks, { workPackageId: idOf(plan.workPackages), number: aNumber }),
  ofRow('task.split', plan.tasks, { lastMonth: aMonth, newId, newNumber: aNumber, newTitle: aTitle }),
  ofRow('deliverable.due', plan.deliverables, { dueMonth: aMonth }),
  ofRow('deliverable.remove', plan.deliverables, {}),
  ofRow('deliverable.contributors', plan.deliverables, { contributorIds: fc.uniqueArray(aLead, { maxLength: 2 }) }),
  ofRow('deliverable.reorder', plan.deliverables, { position: aPosition }),
  ofRow('milestone.due', plan.milestones, { dueMonth: aMonth }),
  ofRow('milestone.retitle', plan.milestones, { title: aTitle }),
  ofRow('milestone.work-packages', plan.milestones, { workPackageIds: fc.uniqueArray(idOf(plan.workPackages), { maxLength: 2 }) }),
);
const anyChanges = fc.array(anyChange, { maxLength: 6 });

const LISTS = { 'work-package': 'workPackages', task: 'tasks', deliverable: 'deliverables', milestone: 'milestones' } as const;

/** The plan with each difference made by hand; rows sorted by id, their order being told apart from them. */
function patched(before: Plan, told: readonly PlanDifference[]): unknown {
  const rows: Record<string, { id: string }[]> = Object.fromEntries(
    Object.values(LISTS).map((list) => [list, before[list].map((row) => ({ ...row }))]),
  );
  const whole: Record<string, unknown> = { startDate: before.startDate, durationMonths: before.durationMonths };
  const periods = before.reportingPeriods.map((period) => ({ ...period }));
  for (const { subject, id, number, change, fields } of told) {
    const after = Object.fromEntries(fields.filter(({ field }) => field !== 'position').map(({ field, after: value }) => [field, value]));
    if (subject === 'project') Object.assign(whole, after);
    else if (subject === 'reporting-period')
      Object.assign(
        periods.find((period) => period['number'] === Number(number))!,
        after,
      );
    else {
      const list = rows[LISTS[subject]]!;
      if (change === 'added') list.push({ ...after, id });
      else if (change === 'removed')
        list.splice(
          list.findIndex((row) => row.id === id),
          1,
        );
      else
        Object.assign(
          list.find((row) => row.id === id)!,
          after,
        );
    }
  }
  return unordered({ ...whole, reportingPeriods: periods, ...rows } as unknown as Plan);
}

const unordered = (of: Plan): unknown => ({
  ...of,
  ...Object.fromEntries(
    Object.values(LISTS).map((list) => [list, (of[list] as readonly { readonly id: string }[]).toSorted((a, b) => (a.id < b.id ? -1 : 1))]),
  ),
});

describe('what two plans do not share', () => {
  it('is nothing of a plan and itself', () => {
    expect(differences(plan, aPlan())).toEqual([]);
  });

  it('is told exactly when they differ', () => {
    fc.assert(
      fc.property(anyChanges, (changes) => {
        const applied = applyChanges(plan, changes, FACTS);
        const after = applied.ok ? applied.value.plan : plan;
        expect(differences(plan, after).length === 0).toBe(JSON.stringify(after) === JSON.stringify(normalised(plan)) || !applied.ok);
      }),
    );
  });

  it('is complete: made by hand, it gives the other plan', () => {
    fc.assert(
      fc.property(anyChanges, (changes) => {
        const applied = applyChanges(plan, changes, FACTS);
        fc.pre(applied.ok);
        expect(patched(plan, differences(plan, applied.value.plan))).toEqual(unordered(applied.value.plan));
      }),
      { numRuns: 300 },
    );
  });

  it('is the same the other way round', () => {
    fc.assert(
      fc.property(anyChanges, (changes) => {
        const applied = applyChanges(plan, changes, FACTS);
        fc.pre(applied.ok);
        const key = ({ subject, id, number, change }: PlanDifference): string =>
          `${subject} ${id || (subject === 'project' ? '' : number)} ${change}`;
        const turned = (told: string): string =>
          told
            .replace(/added$/, '?')
            .replace(/removed$/, 'added')
            .replace(/\?$/, 'removed');
        const there = differences(plan, applied.value.plan).filter(({ fields }) => fields.some(({ field }) => field !== 'position'));
        const back = differences(applied.value.plan, plan).filter(({ fields }) => fields.some(({ field }) => field !== 'position'));
        expect(back.map(key).map(turned).toSorted()).toEqual(there.map(key).toSorted());
      }),
    );
  });
});

describe('changes as a whole', () => {
  it('never touch the plan they are made to, and a refused list gives no plan', () => {
    const before = JSON.stringify(plan);
    fc.assert(
      fc.property(anyChanges, (changes) => {
        const applied = applyChanges(plan, changes, FACTS);
        expect(JSON.stringify(plan)).toBe(before);
        expect(applied.ok || applied.reason.length > 0).toBe(true);
      }),
    );
  });

  it('give a plan without an error, whatever was asked', () => {
    fc.assert(
      fc.property(anyChanges, (changes) => {
        const applied = applyChanges(plan, changes, FACTS);
        fc.pre(applied.ok);
        expect(applyChanges(applied.value.plan, [], FACTS)).toMatchObject({ ok: true, value: { plan: applied.value.plan } });
      }),
    );
  });

  it('are the same made one list or one after the other, where each step is sound', () => {
    fc.assert(
      fc.property(anyChanges, (changes) => {
        const together = applyChanges(plan, changes, FACTS);
        const start = applyChanges(plan, [], FACTS);
        const stepwise = changes.reduce((step, change) => (step.ok ? applyChanges(step.value.plan, [change], FACTS) : step), start);
        fc.pre(together.ok && stepwise.ok);
        expect(together).toEqual(stepwise);
      }),
    );
  });
});

it('a row that is put last is the one that moved', () => {
  const applied = applyChanges(plan, [{ kind: 'task.reorder', id: planId('T2.1'), position: 9 }], FACTS);
  expect(applied.ok && differences(plan, applied.value.plan).map(({ number, fields }) => [number, fields])).toEqual([
    ['T2.1', [{ field: 'position', before: 0, after: 2 }]],
  ]);
});
