import { describe, expect, it } from '@jest/globals';
import { aPlan, aPlanDeliverable, planId } from '@office/testing';
import { DELIVERABLE_STATES, type DeliverableState } from '../deliverables/deliverable-states.js';
import { plainDate } from '../kernel/plain-date.js';
import { CLASSIFICATION_REASONS, OTHER_MATTERS, classify, clausesOf, strongest, type ClassificationFacts } from './classify.js';
import type { PlanChange } from './plan-change.js';
import { PLAN_CHANGE_KINDS } from './read-changes.js';

const plan = aPlan();
/** D2.2 is due at the end of month 10: 31 October 2024. */
const facts: ClassificationFacts = { locked: true, today: plainDate('2024-09-16'), deliverableStates: {} };
const anyChange = (kind: PlanChange['kind']): PlanChange => ({ kind, id: planId('D2.2') }) as PlanChange;
const due = (dueMonth: number, number = 'D2.2'): PlanChange => ({ kind: 'deliverable.due', id: planId(number), dueMonth });

const says = (change: PlanChange, given: Partial<ClassificationFacts> = {}): string => {
  const { class: needs, clause, why } = classify(change, plan, { ...facts, ...given });
  return [needs, clause, why].filter((word) => word !== null).join(' ');
};

describe('what a change needs once the agreement is signed', () => {
  const special: Partial<Record<PlanChange['kind'], string>> = {
    'project.start-date': 'amendment AT24 start-date-agreed',
    'project.duration': 'amendment AT25 duration-agreed',
    'project.reporting-periods': 'amendment AT26 reporting-periods-agreed',
    'deliverable.contributors': 'internal-agreement contributors-are-ours',
    'work-package.reorder': 'free order-is-ours',
    'task.reorder': 'free order-is-ours',
    'deliverable.reorder': 'free order-is-ours',
    'milestone.reorder': 'free order-is-ours',
  };
  it.each(PLAN_CHANGE_KINDS.filter((kind) => kind !== 'deliverable.due'))('%s', (kind) => {
    expect(says(anyChange(kind))).toBe(special[kind] ?? 'amendment AT21 description-of-the-action');
  });

  it.each(PLAN_CHANGE_KINDS)('%s is free before it', (kind) => {
    expect(says(anyChange(kind), { locked: false })).toBe('free agreement-not-locked');
  });
});

describe('a due date', () => {
  const OPEN: readonly DeliverableState[] = [
    'planned',
    'drafting',
    'in-review',
    'changes-requested',
    'signed-off',
    'approved',
    'revision-requested',
  ];
  it.each(DELIVERABLE_STATES)('of what is %s moves freely while it is pending or draft in the portal', (state) => {
    const expected = OPEN.includes(state) ? 'free due-date-open' : 'amendment AT21 due-date-handed-in';
    expect(says(due(12), { deliverableStates: { [planId('D2.2')]: state } })).toBe(expected);
  });

  it.each([
    ['2024-10-31', 12, 'free due-date-open'],
    ['2024-11-01', 12, 'amendment AT21 due-date-past'],
    ['2024-09-30', 9, 'free due-date-open'],
    ['2024-10-01', 9, 'amendment AT21 due-date-past'],
  ])('on %s moves to M%i: %s', (today, month, expected) => {
    expect(says(due(month), { today: plainDate(today) })).toBe(expected);
  });

  it('of a deliverable that the amendment adds belongs to the amendment', () => {
    expect(says({ kind: 'deliverable.due', id: aPlanDeliverable({ number: 'D2.9' }).id, dueMonth: 12 })).toBe(
      'amendment AT21 description-of-the-action',
    );
  });
});

describe('a list of changes', () => {
  it('needs what its most demanding one needs, and its clauses once each in order', () => {
    const of = (...changes: PlanChange[]) => changes.map((change) => classify(change, plan, facts));
    expect(strongest([])).toBe('free');
    expect(strongest(of(due(12)))).toBe('free');
    expect(strongest(of(due(12), anyChange('deliverable.contributors')))).toBe('internal-agreement');
    const all = of(anyChange('project.duration'), due(12), anyChange('task.add'), anyChange('task.remove'));
    expect(strongest(all)).toBe('amendment');
    expect(clausesOf(all)).toEqual(['AT21', 'AT25']);
  });
});

it('every reason is given for something', () => {
  const kinds = PLAN_CHANGE_KINDS.filter((kind) => kind !== 'deliverable.due').map((kind) => classify(anyChange(kind), plan, facts).why);
  const others = Object.values(OTHER_MATTERS).map(({ why }) => why);
  const dates = ['agreement-not-locked', 'due-date-handed-in', 'due-date-past', 'due-date-open'];
  expect(new Set([...kinds, ...others, ...dates])).toEqual(new Set(CLASSIFICATION_REASONS));
});
