import { describe, expect, it } from '@jest/globals';
import { CONSORTIUM, aPlan, aPlanDeliverable, aPlanMilestone, aPlanTask, aPlanWorkPackage, planId } from '@office/testing';
import { plainDate } from '../kernel/plain-date.js';
import { applyChanges, type ChangeFacts } from './apply-changes.js';
import { differences } from './differences.js';
import type { PlanChange } from './plan-change.js';

const { AL, QUI, UE, HANU } = CONSORTIUM;
const plan = aPlan();
const NOTHING_HAPPENED: ChangeFacts = {
  beneficiaryIds: Object.values(CONSORTIUM).map(({ id }) => id),
  shareIds: [],
  reportedIds: [],
  versionIds: [],
  reportedPeriods: [],
  periodsWithEacea: [],
  acceptedIds: [],
};
const id = planId;

/** "T2.2 endMonth: 10 > 11" for each field that differs; a row that comes or goes by its name alone. */
function told(changes: readonly PlanChange[], facts: Partial<ChangeFacts> = {}): string[] {
  const applied = applyChanges(plan, changes, { ...NOTHING_HAPPENED, ...facts });
  if (!applied.ok) throw new Error(JSON.stringify(applied.reason));
  return differences(plan, applied.value.plan).flatMap(({ subject, number, change, fields }) => {
    const name = subject === 'reporting-period' ? `RP${number}` : number || subject;
    if (change !== 'changed') return [`${name} ${change}`];
    return fields.map(({ field, before, after }) => `${name} ${field}: ${String(before)} > ${String(after)}`);
  });
}

function refused(changes: readonly PlanChange[], facts: Partial<ChangeFacts> = {}): string[] {
  const applied = applyChanges(plan, changes, { ...NOTHING_HAPPENED, ...facts });
  return applied.ok ? [] : applied.reason.map(({ path, code }) => `${path} ${code}`);
}

describe('each kind of change does what it says and nothing else', () => {
  it.each<[PlanChange, string[]]>([
    [{ kind: 'project.start-date', startDate: plainDate('2024-02-01') }, ['project startDate: 2024-01-01 > 2024-02-01']],
    [{ kind: 'project.duration', durationMonths: 54 }, ['project durationMonths: 48 > 54', 'RP3 toMonth: 48 > 54']],
    [
      {
        kind: 'project.reporting-periods',
        periods: plan.reportingPeriods.map((one) => ({ ...one, daysToReport: one.number === 1 ? 30 : 60 })),
      },
      ['RP1 daysToReport: 60 > 30'],
    ],
    [{ kind: 'work-package.add', row: aPlanWorkPackage({ number: 'WP3' }) }, ['WP3 added']],
    [{ kind: 'work-package.retitle', id: id('WP2'), title: 'Other' }, [`WP2 title: ${plan.workPackages[1]!.title} > Other`]],
    [{ kind: 'work-package.objectives', id: id('WP2'), objectives: 'More' }, ['WP2 objectives:  > More']],
    [{ kind: 'work-package.months', id: id('WP2'), startMonth: 3, endMonth: 13 }, ['WP2 startMonth: 4 > 3', 'WP2 endMonth: 12 > 13']],
    [{ kind: 'work-package.lead', id: id('WP2'), leadId: QUI.id }, [`WP2 leadId: ${UE.id} > ${QUI.id}`]],
    [{ kind: 'work-package.renumber', id: id('WP2'), number: 'WP9' }, ['WP9 number: WP2 > WP9']],
    [{ kind: 'work-package.reorder', id: id('WP2'), position: 0 }, ['WP1 position: 0 > 1']],
    [{ kind: 'task.add', row: aPlanTask({ number: 'T2.4' }) }, ['T2.4 added']],
    [{ kind: 'task.remove', id: id('T2.3') }, ['T2.3 removed']],
    [{ kind: 'task.retitle', id: id('T1.1'), title: 'Kick-off' }, [`T1.1 title: ${plan.tasks[0]!.title} > Kick-off`]],
    [{ kind: 'task.months', id: id('T2.2'), startMonth: 6, endMonth: 11 }, ['T2.2 endMonth: 10 > 11']],
    [
      { kind: 'task.lead', id: id('T2.2'), leadId: UE.id },
      [`T2.2 leadId: ${QUI.id} > ${UE.id}`, `T2.2 participantIds: ${UE.id} > ${QUI.id}`],
    ],
    [{ kind: 'task.participants', id: id('T2.2'), participantIds: [] }, [`T2.2 participantIds: ${UE.id} > `]],
    [
      { kind: 'task.move', id: id('T2.2'), workPackageId: id('WP1'), number: 'T1.3' },
      ['T1.3 number: T2.2 > T1.3', `T1.3 workPackageId: ${id('WP2')} > ${id('WP1')}`],
    ],
    [
      { kind: 'task.split', id: id('T2.2'), lastMonth: 8, newId: id('T2.4'), newNumber: 'T2.4', newTitle: 'Second' },
      ['T2.2 endMonth: 10 > 8', 'T2.4 added'],
    ],
    [{ kind: 'task.renumber', id: id('T2.2'), number: 'T2.9' }, ['T2.9 number: T2.2 > T2.9']],
    [{ kind: 'task.reorder', id: id('T2.1'), position: 2 }, ['T2.1 position: 0 > 2']],
    [{ kind: 'deliverable.add', row: aPlanDeliverable({ number: 'D2.3' }) }, ['D2.3 added']],
    [{ kind: 'deliverable.remove', id: id('D2.1') }, ['D2.1 removed']],
    [{ kind: 'deliverable.retitle', id: id('D2.1'), title: 'Other' }, [`D2.1 title: ${plan.deliverables[1]!.title} > Other`]],
    [{ kind: 'deliverable.type', id: id('D2.1'), type: 'DEC' }, ['D2.1 type: R > DEC']],
    [{ kind: 'deliverable.level', id: id('D2.1'), disseminationLevel: 'SEN' }, ['D2.1 disseminationLevel: PU > SEN']],
    [{ kind: 'deliverable.due', id: id('D2.1'), dueMonth: 9 }, ['D2.1 dueMonth: 7 > 9']],
    [{ kind: 'deliverable.lead', id: id('D2.1'), leadId: HANU.id }, [`D2.1 leadId: ${QUI.id} > ${HANU.id}`]],
    [{ kind: 'deliverable.contributors', id: id('D2.1'), contributorIds: [AL.id] }, [`D2.1 contributorIds:  > ${AL.id}`]],
    [
      { kind: 'deliverable.move', id: id('D2.1'), workPackageId: id('WP1'), number: 'D1.2' },
      ['D1.2 number: D2.1 > D1.2', `D1.2 workPackageId: ${id('WP2')} > ${id('WP1')}`],
    ],
    [{ kind: 'deliverable.renumber', id: id('D2.1'), number: 'D2.7' }, ['D2.7 number: D2.1 > D2.7']],
    [{ kind: 'deliverable.reorder', id: id('D2.2'), position: 0 }, ['D2.1 position: 0 > 1']],
    [{ kind: 'milestone.add', row: aPlanMilestone({ number: 'MS4' }) }, ['MS4 added']],
    [{ kind: 'milestone.remove', id: id('MS3') }, ['MS3 removed']],
    [{ kind: 'milestone.retitle', id: id('MS3'), title: 'Other' }, [`MS3 title: ${plan.milestones[1]!.title} > Other`]],
    [{ kind: 'milestone.due', id: id('MS3'), dueMonth: 11 }, ['MS3 dueMonth: 12 > 11']],
    [
      { kind: 'milestone.means', id: id('MS3'), meansOfVerification: 'Report' },
      ['MS3 meansOfVerification: Minutes naming the committees > Report'],
    ],
    [{ kind: 'milestone.lead', id: id('MS3'), leadId: UE.id }, [`MS3 leadId: ${AL.id} > ${UE.id}`]],
    [
      { kind: 'milestone.work-packages', id: id('MS3'), workPackageIds: [id('WP2'), id('WP1')] },
      [`MS3 workPackageIds: ${id('WP2')} > ${id('WP1')},${id('WP2')}`],
    ],
    [{ kind: 'milestone.renumber', id: id('MS3'), number: 'MS5' }, ['MS5 number: MS3 > MS5']],
    [{ kind: 'milestone.reorder', id: id('MS3'), position: 0 }, ['MS2 position: 0 > 1']],
  ])('%j', (change, expected) => {
    expect(told([change])).toEqual(expected);
  });
});

describe('changes in a list', () => {
  it('build on each other: an emptied work package can go, numbers can be swapped', () => {
    const emptied: PlanChange[] = [
      ...plan.tasks.slice(2).map(({ id: task }): PlanChange => ({ kind: 'task.remove', id: task })),
      ...plan.deliverables
        .slice(1)
        .map((row, index): PlanChange => ({ kind: 'deliverable.move', id: row.id, workPackageId: id('WP1'), number: `D1.${index + 2}` })),
      { kind: 'milestone.remove', id: id('MS3') },
      { kind: 'work-package.remove', id: id('WP2') },
    ];
    expect(told(emptied)).toContain('WP2 removed');
    expect(
      told([
        { kind: 'task.renumber', id: id('T1.1'), number: 'T1.2' },
        { kind: 'task.renumber', id: id('T1.2'), number: 'T1.1' },
      ]),
    ).toEqual(['T1.2 number: T1.1 > T1.2', 'T1.1 number: T1.2 > T1.1']);
  });

  it('are refused together, each with its place', () => {
    expect(
      refused([
        { kind: 'task.months', id: id('T2.2'), startMonth: 6, endMonth: 11 },
        { kind: 'task.remove', id: id('T9.9') },
        { kind: 'task.retitle', id: id('D2.2'), title: 'No task' },
      ]),
    ).toEqual(['changes.1.id subject-unknown', 'changes.2.id subject-unknown']);
  });
});

describe('a change is refused', () => {
  it.each<[string, PlanChange, Partial<ChangeFacts>, string[]]>([
    ['of a row that is not there', { kind: 'milestone.due', id: id('MS9'), dueMonth: 3 }, {}, ['changes.0.id subject-unknown']],
    [
      'with an id that is taken',
      { kind: 'task.add', row: aPlanTask({ id: id('D2.2'), number: 'T2.9' }) },
      {},
      ['changes.0.row.id id-taken'],
    ],
    [
      'with a number that is taken',
      { kind: 'task.add', row: { ...aPlanTask(), id: id('T2.9') } },
      {},
      [`tasks.${id('T2.9')}.number number-repeated`],
    ],
    ['that empties a work package from above', { kind: 'work-package.remove', id: id('WP2') }, {}, ['changes.0.id work-package-not-empty']],
    [
      'that splits outside of the task',
      { kind: 'task.split', id: id('T2.2'), lastMonth: 10, newId: id('T2.4'), newNumber: 'T2.4', newTitle: 'S' },
      {},
      ['changes.0.lastMonth split-outside-task'],
    ],
    [
      'that splits into a row that is there',
      { kind: 'task.split', id: id('T2.2'), lastMonth: 8, newId: id('T2.1'), newNumber: 'T2.4', newTitle: 'S' },
      {},
      ['changes.0.newId id-taken'],
    ],
    [
      'that removes a task with work on it',
      { kind: 'task.remove', id: id('T2.3') },
      { reportedIds: [id('T2.3')] },
      ['changes.0.id work-reported'],
    ],
    [
      'that removes a milestone that was reported',
      { kind: 'milestone.remove', id: id('MS3') },
      { reportedIds: [id('MS3')] },
      ['changes.0.id work-reported'],
    ],
    [
      'that removes a deliverable with a version',
      { kind: 'deliverable.remove', id: id('D2.1') },
      { versionIds: [id('D2.1')] },
      ['changes.0.id has-version'],
    ],
    [
      'that takes away a period with a report',
      { kind: 'project.reporting-periods', periods: plan.reportingPeriods.slice(1) },
      { reportedPeriods: [1] },
      ['changes.0.periods work-reported'],
    ],
    [
      'that gives a period whose report is with EACEA other months',
      {
        kind: 'project.reporting-periods',
        periods: plan.reportingPeriods.map((one) => ({ ...one, toMonth: one.number === 1 ? one.toMonth + 1 : one.toMonth })),
      },
      { reportedPeriods: [1], periodsWithEacea: [1] },
      ['changes.0.periods work-reported'],
    ],
    [
      'that moves the last period though its report is with EACEA',
      { kind: 'project.duration', durationMonths: 54 },
      { reportedPeriods: [3], periodsWithEacea: [3] },
      ['changes.0.durationMonths work-reported'],
    ],
    [
      'that moves the months of what was reported to EACEA with the start',
      { kind: 'project.start-date', startDate: plainDate('2024-02-01') },
      { reportedPeriods: [1], periodsWithEacea: [1] },
      ['changes.0.startDate work-reported'],
    ],
    [
      'that leaves rows beyond the end',
      { kind: 'project.duration', durationMonths: 47 },
      {},
      [`workPackages.${id('WP1')}.endMonth month-outside-project`, `tasks.${id('T1.2')}.endMonth month-outside-project`],
    ],
  ])('%s', (_case, change, facts, expected) => {
    expect(refused([change], facts)).toEqual(expected);
  });

  it.each([
    ['a share', { shareIds: [id('WP3')] }, 'work-package-has-share'],
    ['reported work', { reportedIds: [id('WP3')] }, 'work-reported'],
  ])('that removes a work package with %s', (_case, facts, code) => {
    const withThird = { ...plan, workPackages: [...plan.workPackages, aPlanWorkPackage({ number: 'WP3' })] };
    const remove: PlanChange[] = [{ kind: 'work-package.remove', id: id('WP3') }];
    const applied = applyChanges(withThird, remove, { ...NOTHING_HAPPENED, ...facts });
    expect(applied).toMatchObject({ ok: false, reason: [{ path: 'changes.0.id', code }] });
    expect(applyChanges(withThird, remove, NOTHING_HAPPENED)).toMatchObject({ ok: true, value: { plan } });
  });

  it.each<[string, PlanChange, string]>([
    ['its months', { kind: 'work-package.months', id: id('WP2'), startMonth: 4, endMonth: 13 }, 'id'],
    ['a task of it', { kind: 'task.months', id: id('T2.2'), startMonth: 9, endMonth: 10 }, 'id'],
    ['a task for it', { kind: 'task.add', row: aPlanTask({ id: id('T2.9'), number: 'T2.9' }) }, 'row.workPackageId'],
    ['a deliverable of it', { kind: 'deliverable.due', id: id('D2.2'), dueMonth: 11 }, 'id'],
    ['a task that moves into it', { kind: 'task.move', id: id('T1.2'), workPackageId: id('WP2'), number: 'T2.9' }, 'workPackageId'],
    ['a task that moves out of it', { kind: 'task.move', id: id('T2.2'), workPackageId: id('WP1'), number: 'T1.9' }, 'id'],
  ])('that touches a work package which EACEA accepted: %s', (_case, change, field) => {
    expect(refused([change], { acceptedIds: [id('WP2')] })).toEqual([`changes.0.${field} work-package-accepted`]);
    expect(refused([change], { acceptedIds: ['another'] })).not.toContain(`changes.0.${field} work-package-accepted`);
  });

  it.each<[string, PlanChange]>([
    ['the order of its tasks', { kind: 'task.reorder', id: id('T2.2'), position: 0 }],
    ['who contributes to its deliverables', { kind: 'deliverable.contributors', id: id('D2.2'), contributorIds: [UE.id] }],
    ['the project', { kind: 'project.duration', durationMonths: 54 }],
    ['a milestone', { kind: 'milestone.due', id: id('MS3'), dueMonth: 20 }],
    ['another work package', { kind: 'work-package.retitle', id: id('WP1'), title: 'Coordination' }],
  ])('but not %s, when EACEA accepted one', (_case, change) => {
    expect(refused([change], { acceptedIds: [id('WP2')] })).toEqual([]);
  });

  it('but not where the months of what was reported to EACEA stay', () => {
    const facts = { reportedPeriods: [1], periodsWithEacea: [1] };
    const periods = plan.reportingPeriods.map((one) => ({ ...one, daysToReport: 45 }));
    expect(refused([{ kind: 'project.reporting-periods', periods }], facts)).toEqual([]);
    expect(refused([{ kind: 'project.duration', durationMonths: 54 }], facts)).toEqual([]);
    expect(refused([{ kind: 'project.duration', durationMonths: 48 }], { reportedPeriods: [3], periodsWithEacea: [3] })).toEqual([]);
  });

  it('but told of what is odd only', () => {
    const applied = applyChanges(plan, [{ kind: 'deliverable.due', id: id('D2.2'), dueMonth: 13 }], NOTHING_HAPPENED);
    expect(applied).toMatchObject({
      ok: true,
      value: { warnings: [{ code: 'deliverable-outside-work-package', params: { subject: 'D2.2' } }] },
    });
  });
});
