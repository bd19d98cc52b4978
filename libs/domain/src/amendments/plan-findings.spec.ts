import { describe, expect, it } from '@jest/globals';
import { CONSORTIUM, aPlan, planId } from '@office/testing';
import type { Plan } from './plan.js';
import { newFindings, planFindings } from './plan-findings.js';

const BENEFICIARIES = Object.values(CONSORTIUM).map(({ id }) => id);
const STRANGER = '00000000-0000-4000-8000-0000000000ff';
const plan = aPlan();

const found = (changed: Partial<Plan>) =>
  planFindings({ ...plan, ...changed }, BENEFICIARIES).map(({ level, code, params }) => [level, code, params['subject'] ?? '']);

const tasks = (number: string, fields: object) => ({
  tasks: plan.tasks.map((row) => (row.number === number ? { ...row, ...fields } : row)),
});
const deliverables = (number: string, fields: object) => ({
  deliverables: plan.deliverables.map((row) => (row.number === number ? { ...row, ...fields } : row)),
});
const milestones = (fields: object) => ({ milestones: plan.milestones.map((row) => (row.number === 'MS3' ? { ...row, ...fields } : row)) });
const workPackages = (fields: object) => ({
  workPackages: plan.workPackages.map((row) => (row.number === 'WP2' ? { ...row, ...fields } : row)),
});
const periods = (...spans: (readonly [number, number])[]) => ({
  reportingPeriods: spans.map(([fromMonth, toMonth], index) => {
    return { number: index + 1, fromMonth, toMonth, kind: index === spans.length - 1 ? 'final' : 'periodic', daysToReport: 60 } as const;
  }),
});

describe('the findings of a plan', () => {
  it('are none where it is sound', () => {
    expect(planFindings(plan, BENEFICIARIES)).toEqual([]);
  });

  it.each<[string, Partial<Plan>, [string, string, string | number][]]>([
    ['a task that ends before it begins', tasks('T2.2', { startMonth: 10, endMonth: 6 }), [['error', 'months-reversed', 'T2.2']]],
    [
      'a task beyond the end',
      tasks('T1.2', { endMonth: 49 }),
      [
        ['error', 'month-outside-project', 'T1.2'],
        ['warning', 'task-outside-work-package', 'T1.2'],
      ],
    ],
    ['a task outside its work package', tasks('T2.3', { endMonth: 13 }), [['warning', 'task-outside-work-package', 'T2.3']]],
    [
      'a month before the first',
      deliverables('D1.1', { dueMonth: 0 }),
      [
        ['error', 'month-outside-project', 'D1.1'],
        ['warning', 'deliverable-outside-work-package', 'D1.1'],
      ],
    ],
    [
      'a deliverable outside its work package',
      deliverables('D2.2', { dueMonth: 13 }),
      [['warning', 'deliverable-outside-work-package', 'D2.2']],
    ],
    ['a milestone outside its work package', milestones({ dueMonth: 13 }), [['warning', 'milestone-outside-work-package', 'MS3']]],
    ['a milestone of no work package', milestones({ workPackageIds: [] }), [['error', 'work-packages-missing', 'MS3']]],
    [
      'a milestone twice of one',
      milestones({ workPackageIds: [planId('WP2'), planId('WP2')] }),
      [['error', 'work-package-repeated', 'MS3']],
    ],
    ['a work package that is not there', tasks('T2.2', { workPackageId: STRANGER }), [['error', 'work-package-unknown', 'T2.2']]],
    ['a lead that nobody knows', deliverables('D2.2', { leadId: STRANGER }), [['error', 'lead-unknown', 'D2.2']]],
    ['a participant that nobody knows', tasks('T2.2', { participantIds: [STRANGER] }), [['error', 'beneficiary-unknown', 'T2.2']]],
    [
      'a participant twice',
      tasks('T2.2', { participantIds: [CONSORTIUM.UE.id, CONSORTIUM.UE.id] }),
      [['error', 'beneficiary-repeated', 'T2.2']],
    ],
    ['the lead as a participant', tasks('T2.2', { participantIds: [CONSORTIUM.QUI.id] }), [['error', 'lead-repeated', 'T2.2']]],
    ['a lead without a task', workPackages({ leadId: CONSORTIUM.HANU.id }), [['warning', 'lead-without-task', 'WP2']]],
    ['a number twice', tasks('T2.3', { number: 'T2.2' }), [['error', 'number-repeated', 'T2.2']]],
    ['no number', tasks('T2.3', { number: ' ' }), [['error', 'number-missing', '']]],
    ['no title', tasks('T2.3', { title: ' ' }), [['error', 'title-missing', 'T2.3']]],
    ['no periods', { reportingPeriods: [] }, [['error', 'periods-missing', '']]],
    ['a gap between periods', periods([1, 18], [20, 48]), [['error', 'period-not-contiguous', '']]],
    ['an overlap of periods', periods([1, 18], [18, 48]), [['error', 'period-not-contiguous', '']]],
    ['periods that begin late', periods([2, 48]), [['error', 'period-not-contiguous', '']]],
    ['periods that end early', periods([1, 18], [19, 47]), [['error', 'period-not-at-end', '']]],
    [
      'a last period that is not final',
      { reportingPeriods: [{ number: 1, fromMonth: 1, toMonth: 48, kind: 'periodic', daysToReport: 60 }] },
      [['warning', 'last-period-not-final', '']],
    ],
  ])('name %s', (_case, changed, expected) => {
    expect(found(changed)).toEqual(expected);
  });

  it('keep a project between 1 and 120 months', () => {
    expect(found({ durationMonths: 121, ...periods([1, 121]) })).toEqual([['error', 'duration-out-of-bounds', '']]);
  });

  it('warn of a project longer than any usually is, with a year of extension', () => {
    expect(found({ durationMonths: 60, ...periods([1, 60]) })).toEqual([]);
    expect(found({ durationMonths: 61, ...periods([1, 61]) })).toEqual([['warning', 'duration-unusual', '']]);
  });

  it('say where they are', () => {
    const [finding] = planFindings({ ...plan, ...tasks('T2.2', { startMonth: 10, endMonth: 6 }) }, BENEFICIARIES);
    expect(finding?.path).toBe(`tasks.${planId('T2.2')}.endMonth`);
  });

  it('tell the new ones from those that were there', () => {
    const before = planFindings({ ...plan, ...tasks('T2.3', { endMonth: 13 }) }, BENEFICIARIES);
    const after = planFindings({ ...plan, ...tasks('T2.3', { endMonth: 14 }), ...deliverables('D2.2', { dueMonth: 13 }) }, BENEFICIARIES);
    expect(newFindings(before, after).map(({ code }) => code)).toEqual(['deliverable-outside-work-package']);
  });
});
