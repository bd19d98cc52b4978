import { describe, expect, it } from '@jest/globals';
import type { Actor } from '../access/can.js';
import type { ProjectRole } from '../access/permissions.js';
import { addDays, plainDate } from '../kernel/plain-date.js';
import { warningsOf } from './early-warning.js';
import type { WatchedProject, WatchedReview, WatchedTask } from './facts.js';
import { TODAY, deliverable, milestone, named, project, report, task } from './testing.js';
import { peopleWhoCanAct, rolesThatCanAct } from './who-acts.js';

describe('who can act', () => {
  const member = (personId: string, beneficiaryId: string | null, ...roles: ProjectRole[]): Actor => ({ personId, beneficiaryId, roles });
  const members = [
    member('coordinator', 'lead-of-all', 'project-coordinator'),
    member('lead', 'lead', 'partner-coordinator'),
    member('lead-writer', 'lead', 'contributor'),
    member('partner', 'partner', 'partner-coordinator'),
    member('partner-board', 'partner', 'quality-board-member'),
    member('helper', 'third', 'contributor'),
    member('third-board', 'third', 'quality-board-member'),
    member('observer', null, 'observer'),
  ];
  const review = (facts: Partial<WatchedReview>): WatchedReview => ({
    ...{ isOver: false, closesOn: addDays(TODAY, 9), awaitedIds: [], outcome: 'pending', votingIds: [] },
    ...facts,
  });
  const who = (facts: Partial<WatchedProject>): string[][] =>
    warningsOf(project(facts)).map((warning) => peopleWhoCanAct(warning, members));
  const atWork = (leadBeneficiaryId: string): WatchedTask => task({ leadBeneficiaryId, endMonth: 8 });

  it.each<[string, Partial<WatchedProject>, string[]]>([
    ['a late task: who works for its lead, the coordinator in front', { tasks: [atWork('lead')] }, ['lead', 'lead-writer']],
    ['where the lead has none: who else may', { tasks: [atWork('third')] }, ['helper']],
    ['where the lead has nobody: the project coordinator', { tasks: [atWork('fourth')] }, ['coordinator']],
    ['what the project coordinator leads', { tasks: [atWork('lead-of-all')] }, ['coordinator']],
    [
      "a blocked part: that partner's coordinator",
      { tasks: [task({ blockedParts: [{ beneficiaryId: 'partner', reason: 'x', since: TODAY }] })] },
      ['partner'],
    ],
    ['a late draft: who leads it', { deliverables: [deliverable({ dueMonth: 8, state: 'drafting' })] }, ['lead', 'lead-writer']],
    [
      'a late one that is signed off: the project coordinator',
      { deliverables: [deliverable({ dueMonth: 8, state: 'signed-off' })] },
      ['coordinator'],
    ],
    [
      'in review: the members that are awaited',
      {
        deliverables: [deliverable({ dueMonth: 8, state: 'in-review', review: review({ awaitedIds: ['partner'] }) })],
      },
      ['partner-board'],
    ],
    [
      'in review and voted on: who may sign',
      {
        deliverables: [deliverable({ dueMonth: 8, state: 'in-review', review: review({ outcome: 'sign-off', votingIds: ['partner'] }) })],
      },
      ['partner-board'],
    ],
    [
      'in review with an outcome and a vote still open: who votes, and who has voted and may sign',
      {
        deliverables: [
          deliverable({
            ...{ dueMonth: 8, state: 'in-review' },
            review: review({ outcome: 'sign-off', awaitedIds: ['third'], votingIds: ['partner', 'third'] }),
          }),
        ],
      },
      ['third-board', 'partner-board'],
    ],
    [
      'in review, nobody left to vote and no outcome: the project coordinator',
      { deliverables: [deliverable({ dueMonth: 8, state: 'in-review', review: review({}) })] },
      ['coordinator'],
    ],
    ['a milestone: who leads it and the project coordinator', { milestones: [milestone({ dueMonth: 8 })] }, ['lead', 'coordinator']],
    ['a report: the project coordinator', { today: plainDate('2025-07-02'), reports: [report()] }, ['coordinator']],
  ])('%s', (_case, facts, expected) => {
    expect(who(facts)).toEqual([expected]);
  });

  it('on what waits is who can finish what it waits for, each once', () => {
    const waiting = task({ ...named('T2.1'), state: 'not-started', startMonth: 9, dependsOn: ['T1.1', 'D1.1', 'D1.2'] });
    const predecessors = {
      tasks: [waiting, task({ leadBeneficiaryId: 'partner' })],
      deliverables: [deliverable(), deliverable(named('D1.2'))],
    };
    expect(who(predecessors)).toEqual([['partner', 'lead', 'lead-writer']]);
  });

  it('names roles, those who answer for an institution first', () => {
    const [warning] = warningsOf(project({ tasks: [atWork('lead')] }));
    expect(warning && rolesThatCanAct(warning)).toEqual(['partner-coordinator', 'project-coordinator', 'contributor']);
  });
});
