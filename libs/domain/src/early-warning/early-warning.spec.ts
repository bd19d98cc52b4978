import { describe, expect, it } from '@jest/globals';
import { addDays, plainDate } from '../kernel/plain-date.js';
import { warningsOf } from './early-warning.js';
import type {
  WatchedDeliverable,
  WatchedMilestone,
  WatchedPartner,
  WatchedProject,
  WatchedReport,
  WatchedTask,
  WatchedWorkPackage,
} from './facts.js';
import { TODAY, deliverable, milestone, named, partner, project, report, task, workPackage } from './testing.js';

/** "severity kind days detail" of every warning. */
const told = (facts: Partial<WatchedProject>): string[] =>
  warningsOf(project(facts)).map(({ severity, kind, days, detail }) => [severity, kind, days, detail].join(' ').trim());

const BLOCKED = { state: 'blocked', overridden: true, narrative: 'No data.' } as const;

describe('a task', () => {
  it.each<[string, Partial<WatchedTask>, string[]]>([
    ['on time says nothing', {}, []],
    ['planned says nothing', { state: 'not-started', startMonth: 10 }, []],
    ['that should have started: since its first day', { state: 'not-started', startMonth: 9 }, ['medium task-should-have-started 15']],
    ['late since yesterday (M8 ended 31 August)', { endMonth: 8 }, ['medium task-late 16']],
    ['late for longer than a month', { endMonth: 7 }, ['high task-late 47']],
    ['due within 35 days', { endMonth: 9 }, ['low task-due-soon -14']],
    [
      'due within 35 days and not begun',
      { endMonth: 9, startMonth: 9, state: 'not-started' },
      ['medium task-should-have-started 15', 'medium task-due-soon -14'],
    ],
    ['blocked since today', { state: 'blocked', overridden: true, narrative: 'No data.' }, ['medium task-blocked 0 No data.']],
    [
      'blocked for 15 days',
      { state: 'blocked', overridden: true, narrative: 'No data.', lastUpdateOn: addDays(TODAY, -15) },
      ['high task-blocked 15 No data.'],
    ],
    [
      'blocked and soon due',
      { state: 'blocked', overridden: true, narrative: 'No data.', endMonth: 9 },
      ['high task-blocked 0 No data.', 'low task-due-soon -14'],
    ],
    ['of which nothing was said for 56 days', { lastUpdateOn: addDays(TODAY, -56) }, []],
    ['of which nothing was said for 57 days', { lastUpdateOn: addDays(TODAY, -57) }, ['low task-silent 57']],
    ['under way of which nobody ever spoke', { lastUpdateOn: null, startMonth: 6 }, ['low task-silent 107']],
    ['late and silent: late is enough', { endMonth: 8, lastUpdateOn: null }, ['medium task-late 16']],
    ['done, whatever else', { state: 'done', endMonth: 3, lastUpdateOn: null }, []],
    [
      'with a part that stands still: that part, not the task again',
      { state: 'blocked', narrative: 'x', blockedParts: [{ beneficiaryId: 'partner', reason: 'No figures.', since: addDays(TODAY, -2) }] },
      ['medium task-blocked 2 No figures.'],
    ],
    [
      'that its lead calls blocked beside a part that is: both say why',
      {
        ...{ state: 'blocked', overridden: true, narrative: 'No data.' },
        blockedParts: [{ beneficiaryId: 'partner', reason: 'No figures.', since: addDays(TODAY, -2) }],
      },
      ['medium task-blocked 2 No figures.', 'medium task-blocked 0 No data.'],
    ],
    [
      'blocked before its months, nobody said when: since today',
      { ...BLOCKED, startMonth: 13, lastUpdateOn: null },
      ['medium task-blocked 0 No data.'],
    ],
    ['called blocked without a reason', { ...BLOCKED, narrative: ' ' }, []],
    [
      'with a part of somebody who takes part no more',
      { state: 'in-progress', blockedParts: [{ beneficiaryId: 'gone', reason: 'No figures.', since: TODAY }] },
      [],
    ],
  ])('%s', (_case, facts, expected) => {
    expect(told({ tasks: [task(facts)] })).toEqual(expected);
  });

  it('with a blocked part names whose it is', () => {
    const blockedParts = [{ beneficiaryId: 'partner', reason: 'No figures.', since: TODAY }];
    expect(told({ tasks: [task({ state: 'blocked', startMonth: 13, blockedParts })], partners: [partner()] })).toEqual([
      'medium task-blocked 0 QUI: No figures.',
    ]);
  });

  it('that waits for something unfinished says so, instead of that it should have begun', () => {
    const waiting = task({ ...named('T2.1'), state: 'not-started', startMonth: 9, dependsOn: ['D1.1', 'T1.1'] });
    expect(told({ tasks: [waiting, task()], deliverables: [deliverable()] })).toEqual(['medium task-waits 15 D1.1, T1.1']);
    expect(told({ tasks: [waiting, task({ state: 'done' })], deliverables: [deliverable({ state: 'submitted' })] })).toEqual([
      'medium task-should-have-started 15',
    ]);
  });

  it('does not wait before its time', () => {
    expect(told({ tasks: [task({ ...named('T2.1'), state: 'not-started', startMonth: 10, dependsOn: ['T1.1'] }), task()] })).toEqual([]);
  });
});

describe('a work package', () => {
  it.each<[string, Partial<WatchedWorkPackage>, string[]]>([
    ['late', { endMonth: 8 }, ['medium work-package-late 16']],
    ['that its lead calls blocked', { ...BLOCKED, narrative: 'Why.' }, ['medium work-package-blocked 0 Why.']],
    ['blocked by its tasks: they say why', { state: 'blocked', lastUpdateOn: null, startMonth: 10, narrative: '' }, []],
    ['silent', { lastUpdateOn: addDays(TODAY, -100) }, ['low work-package-silent 100']],
    ['done', { state: 'done', endMonth: 8 }, []],
  ])('%s', (_case, facts, expected) => {
    expect(told({ workPackages: [workPackage(facts)] })).toEqual(expected);
  });
});

describe('a deliverable', () => {
  const review = (isOver: boolean, inDays: number): WatchedDeliverable['review'] => ({
    isOver,
    closesOn: addDays(TODAY, inDays),
    ...{ awaitedIds: [], outcome: 'pending', votingIds: [] },
  });
  it.each<[string, Partial<WatchedDeliverable>, string[]]>([
    ['far away', {}, []],
    ['due in 14 days, not begun', { dueMonth: 9 }, ['medium deliverable-due-soon -14']],
    ['due in 14 days, drafted', { dueMonth: 9, state: 'drafting' }, ['low deliverable-due-soon -14']],
    ['due in 45 days', { dueMonth: 10, state: 'drafting' }, []],
    ['late', { dueMonth: 8, state: 'approved' }, ['high deliverable-late 16']],
    ['late, but with EACEA', { dueMonth: 8, state: 'submitted' }, []],
    ['in review, to close in 3 days', { state: 'in-review', review: review(false, 3) }, ['low review-closing -3']],
    ['in review, to close in 4 days', { state: 'in-review', review: review(false, 4) }, []],
    ['in review, over', { state: 'in-review', review: review(true, -2) }, ['medium review-overdue 2']],
  ])('%s', (_case, facts, expected) => {
    expect(told({ deliverables: [deliverable(facts)] })).toEqual(expected);
  });

  it('near its day that waits for something unfinished', () => {
    expect(told({ deliverables: [deliverable({ dueMonth: 9, dependsOn: ['T1.1'] })], tasks: [task()] })).toEqual([
      'medium deliverable-waits -14 T1.1',
      'medium deliverable-due-soon -14',
    ]);
  });
});

describe('a milestone', () => {
  it.each<[string, Partial<WatchedMilestone>, Partial<WatchedProject>, string[]]>([
    ['late', { dueMonth: 8 }, {}, ['high milestone-late 16']],
    [
      'late, with an estimate ahead',
      { dueMonth: 8, state: 'not-achieved', estimate: plainDate('2024-10-01') },
      {},
      ['low milestone-due-soon -15'],
    ],
    ['whose estimate has passed', { dueMonth: 8, state: 'not-achieved', estimate: plainDate('2024-09-15') }, {}, ['high milestone-late 1']],
    ['achieved', { dueMonth: 8, state: 'achieved' }, {}, []],
    ['due soon', { dueMonth: 9 }, {}, ['low milestone-due-soon -14']],
    [
      'of another work package than what is late',
      { dueMonth: 10 },
      { tasks: [task({ endMonth: 8, workPackageId: 'WP2' })] },
      ['medium task-late 16'],
    ],
    [
      'before the end of what is late',
      { dueMonth: 9 },
      { tasks: [task({ endMonth: 10, ...BLOCKED })] },
      ['medium task-blocked 0 No data.', 'low milestone-due-soon -14'],
    ],
    [
      'held up',
      { dueMonth: 10 },
      { deliverables: [deliverable({ dueMonth: 8 })] },
      ['high deliverable-late 16', 'medium milestone-at-risk -45 D1.1'],
    ],
  ])('%s', (_case, facts, around, expected) => {
    expect(told({ ...around, milestones: [milestone(facts)] })).toEqual(expected);
  });
});

describe('a report on M1-M18, due on 29 August 2025', () => {
  it.each<[string, Partial<WatchedReport>, string[]]>([
    ['2025-06-30', {}, []],
    ['2025-07-01', {}, ['medium report-due -59']],
    ['2025-08-14', {}, ['medium report-due -15']],
    ['2025-08-15', { state: 'in-preparation' }, ['high report-due -14']],
    ['2025-08-29', { state: 'locked' }, ['high report-due 0']],
    ['2025-08-30', { state: 'returned' }, ['high report-late 1']],
    ['2025-08-30', { state: 'submitted' }, []],
  ])('%s %j', (today, facts, expected) => {
    expect(told({ today: plainDate(today), reports: [report(facts)] })).toEqual(expected);
  });
});

describe('a partner', () => {
  it.each<[string, Partial<WatchedPartner>, Partial<WatchedTask>, string[]]>([
    ['heard of lately', {}, {}, []],
    ['silent for 57 days', { lastUpdateOn: addDays(TODAY, -57) }, {}, ['medium partner-silent 57']],
    ['silent for twice as long', { lastUpdateOn: addDays(TODAY, -113) }, {}, ['high partner-silent 113']],
    [
      'never heard of: since its first task began',
      { lastUpdateOn: null },
      { startMonth: 6, state: 'not-started', participantIds: [], leadBeneficiaryId: 'partner' },
      ['medium task-should-have-started 107', 'medium partner-silent 107'],
    ],
    ['silent, but with nothing to do', { lastUpdateOn: null }, { participantIds: [] }, []],
    ['silent, but with nothing left to do', { lastUpdateOn: null }, { state: 'done' }, []],
  ])('%s', (_case, facts, work, expected) => {
    expect(told({ partners: [partner(facts)], tasks: [task(work)] })).toEqual(expected);
  });
});
