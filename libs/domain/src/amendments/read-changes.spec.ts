import { describe, expect, it } from '@jest/globals';
import { aPlan, planId } from '@office/testing';
import type { PlanChange } from './plan-change.js';
import { MAX_CHANGES, PLAN_CHANGE_KINDS, readChanges } from './read-changes.js';

const ID = planId('T2.2');
const plan = aPlan();
const added = '0190c7a0-0000-7000-8000-000000000001';

/** One change of every kind that can be read. */
const READABLE: { [K in PlanChange['kind']]: Omit<Extract<PlanChange, { kind: K }>, 'kind'> } = {
  'project.start-date': { startDate: plan.startDate },
  'project.duration': { durationMonths: 54 },
  'project.reporting-periods': { periods: [...plan.reportingPeriods] },
  'work-package.add': { row: { ...plan.workPackages[0]!, id: added } },
  'work-package.remove': { id: ID },
  'work-package.retitle': { id: ID, title: 'New' },
  'work-package.objectives': { id: ID, objectives: '' },
  'work-package.months': { id: ID, startMonth: 1, endMonth: 2 },
  'work-package.lead': { id: ID, leadId: ID },
  'work-package.renumber': { id: ID, number: 'WP9' },
  'work-package.reorder': { id: ID, position: 0 },
  'task.add': { row: { ...plan.tasks[0]!, id: added } },
  'task.remove': { id: ID },
  'task.retitle': { id: ID, title: 'New' },
  'task.months': { id: ID, startMonth: 1, endMonth: 2 },
  'task.lead': { id: ID, leadId: ID },
  'task.participants': { id: ID, participantIds: [] },
  'task.move': { id: ID, workPackageId: ID, number: 'T1.9' },
  'task.split': { id: ID, lastMonth: 7, newId: added, newNumber: 'T2.9', newTitle: 'Second' },
  'task.renumber': { id: ID, number: 'T2.9' },
  'task.reorder': { id: ID, position: 3 },
  'deliverable.add': { row: { ...plan.deliverables[0]!, id: added } },
  'deliverable.remove': { id: ID },
  'deliverable.retitle': { id: ID, title: 'New' },
  'deliverable.type': { id: ID, type: 'DEC' },
  'deliverable.level': { id: ID, disseminationLevel: 'SEN' },
  'deliverable.due': { id: ID, dueMonth: 12 },
  'deliverable.lead': { id: ID, leadId: ID },
  'deliverable.contributors': { id: ID, contributorIds: [ID] },
  'deliverable.move': { id: ID, workPackageId: ID, number: 'D1.9' },
  'deliverable.renumber': { id: ID, number: 'D1.9' },
  'deliverable.reorder': { id: ID, position: 0 },
  'milestone.add': { row: { ...plan.milestones[0]!, id: added } },
  'milestone.remove': { id: ID },
  'milestone.retitle': { id: ID, title: 'New' },
  'milestone.due': { id: ID, dueMonth: 12 },
  'milestone.means': { id: ID, meansOfVerification: 'Report' },
  'milestone.lead': { id: ID, leadId: ID },
  'milestone.work-packages': { id: ID, workPackageIds: [ID] },
  'milestone.renumber': { id: ID, number: 'MS9' },
  'milestone.reorder': { id: ID, position: 1 },
};
const everyKind = Object.entries(READABLE).map(([kind, fields]) => ({ kind, ...fields }));

describe('reading changes', () => {
  it('knows every kind', () => {
    expect(Object.keys(READABLE)).toEqual(PLAN_CHANGE_KINDS);
    expect(readChanges(everyKind)).toEqual({ ok: true, value: everyKind });
    expect(readChanges([])).toEqual({ ok: true, value: [] });
  });

  it.each(everyKind)('refuses $kind with a field that is missing, empty or unknown', (change) => {
    for (const field of Object.keys(change).filter((name) => name !== 'kind')) {
      for (const broken of [
        { ...change, [field]: undefined },
        { ...change, [field]: null },
        { ...change, [field]: { wrong: true } },
      ]) {
        const read = readChanges([broken]);
        expect(read.ok ? [] : read.reason.map(({ path }) => path.startsWith(`changes.0.${field}`))).toContain(true);
      }
    }
    expect(readChanges([{ ...change, extra: 1 }])).toEqual({
      ok: false,
      reason: [{ path: 'changes.0.extra', code: 'whitelist-validation' }],
    });
  });

  it.each([
    ['no list', 'all', 'changes', 'is-array'],
    ['too many', Array.from({ length: MAX_CHANGES + 1 }, () => ({ kind: 'task.remove', id: ID })), 'changes', 'is-array'],
    ['no object', [null], 'changes.0', 'is-object'],
    ['no kind', [{ id: ID }], 'changes.0.kind', 'is-in'],
    ['a kind of the language', [{ kind: 'toString' }], 'changes.0.kind', 'is-in'],
    ['half a month', [{ kind: 'project.duration', durationMonths: 48.5 }], 'changes.0.durationMonths', 'is-int'],
    ['more than ten years', [{ kind: 'project.duration', durationMonths: 121 }], 'changes.0.durationMonths', 'is-int'],
    ['no date', [{ kind: 'project.start-date', startDate: '2024-02-30' }], 'changes.0.startDate', 'is-plain-date'],
    ['an empty title', [{ kind: 'task.retitle', id: ID, title: '  ' }], 'changes.0.title', 'is-not-empty'],
    ['an endless title', [{ kind: 'task.retitle', id: ID, title: 'x'.repeat(501) }], 'changes.0.title', 'max-length'],
    ['no id among ids', [{ kind: 'task.participants', id: ID, participantIds: [ID, 'QUI'] }], 'changes.0.participantIds.1', 'is-uuid'],
    ['a field inside a row', [{ kind: 'task.add', row: { ...plan.tasks[0], id: 'new' } }], 'changes.0.row.id', 'is-uuid'],
    ['no periods', [{ kind: 'project.reporting-periods', periods: [] }], 'changes.0.periods', 'is-array'],
  ])('refuses %s', (_case, content, path, code) => {
    expect(readChanges(content)).toEqual({ ok: false, reason: [{ path, code }] });
  });
});
