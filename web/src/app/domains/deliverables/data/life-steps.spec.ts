import { describe, expect, it } from '@jest/globals';
import { DELIVERABLE_STATES } from '@office/domain';
import { aDeliverable, aHistoryItem, aReviewRound } from '@office/testing';
import { lifeSteps } from './life-steps';

describe('picture of the steps', () => {
  it.each(DELIVERABLE_STATES)('stands on exactly one stop in %s', (state) => {
    const steps = lifeSteps(aDeliverable({ state }), 'Europe/Rome');
    const at = steps.findIndex((step) => step.status === 'current');
    expect(steps.map((step) => step.status)).toEqual(steps.map((_, index) => (index < at ? 'done' : index === at ? 'current' : 'coming')));
    expect(at).toBeGreaterThanOrEqual(0);
  });

  it('goes back to drafting when something has to be changed, and says who wants it', () => {
    const current = (state: 'changes-requested' | 'revision-requested') =>
      lifeSteps(aDeliverable({ state }), 'Europe/Rome').find((step) => step.status === 'current');
    expect(current('changes-requested')).toMatchObject({ id: 'drafting', note: 'changes requested by the board' });
    expect(current('revision-requested')).toMatchObject({ id: 'drafting', note: 'revision requested by EACEA' });
  });

  it('tells how the review stands', () => {
    const steps = lifeSteps(aDeliverable({ state: 'in-review', rounds: [aReviewRound()] }), 'Europe/Rome');
    expect(steps[2]).toMatchObject({ word: 'Quality review', note: '1 verdict in, quorum 4' });
  });
});

describe('the days of the steps', () => {
  const history = [
    aHistoryItem({ at: '2024-09-10T20:00:00.000Z', event: 'deliverable.review-opened' }),
    aHistoryItem({ at: '2024-09-09T02:00:00.000Z', event: 'deliverable.version-uploaded' }),
    aHistoryItem({ at: '2024-08-20T02:00:00.000Z', event: 'deliverable.review-opened' }),
    aHistoryItem({ at: '2024-08-02T02:00:00.000Z', event: 'deliverable.version-uploaded' }),
  ];
  const dates = (zone: string): string[] =>
    lifeSteps(aDeliverable({ state: 'in-review', dueMonth: 9, history }), zone).map(({ date }) => date);

  it('are the first draft, the last review, and when it is due', () => {
    expect(dates('Europe/Rome')).toEqual(['', '2 Aug 2024', '10 Sep 2024', '', '', 'due 30 Sep 2024', '']);
  });

  it('are those of the person’s zone', () => {
    expect(dates('Asia/Ho_Chi_Minh')[2]).toBe('11 Sep 2024');
  });

  it('tell since when something has to be changed', () => {
    const sentBack = [aHistoryItem({ at: '2024-09-12T08:00:00.000Z', event: 'deliverable.changes-requested' }), ...history];
    expect(lifeSteps(aDeliverable({ state: 'changes-requested', history: sentBack }), 'UTC')[1]?.date).toBe('12 Sep 2024');
  });

  it('say nothing of what is due once it is with EACEA', () => {
    expect(lifeSteps(aDeliverable({ state: 'accepted', history: [] }), 'UTC').map(({ date }) => date)).toEqual([
      '',
      '',
      '',
      '',
      '',
      '',
      '',
    ]);
  });
});
