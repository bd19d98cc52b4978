import { describe, expect, it } from '@jest/globals';
import { plainDate } from '@office/domain';
import { anOverview } from '@office/testing';
import { figuresOf } from './figures';

const view = anOverview({
  month: 9,
  counts: {
    deliverables: [
      { state: 'planned', count: 10 },
      { state: 'submitted', count: 2 },
      { state: 'accepted', count: 3 },
    ],
    deliverablesLate: 1,
    tasks: { total: 20, done: 5, late: 2, shouldHaveStarted: 1, blocked: 1 },
  },
  nextReport: { number: 1, endsOn: '2025-06-30', dueOn: '2025-08-29' },
});

describe('figures of the overview', () => {
  it('say how the project stands', () => {
    expect(figuresOf(view, plainDate('2025-08-15'))).toEqual({
      deliverables: { total: '15', handedOver: '5 handed to EACEA' },
      late: { count: 3, hint: '1 deliverable · 2 tasks' },
      tasks: { done: '5', of: 'of 20 done', percent: 25, hint: '1 should have started · 1 blocked' },
      month: { label: 'M9', of: 'of 48', percent: 19, hint: 'project year 1' },
      report: { countdown: '14 days', hint: 'Report 1 · due 29 Aug 2025' },
    });
  });

  it('know a project without reports to come, before its start and after its end', () => {
    const today = plainDate('2028-05-01');
    expect(figuresOf(anOverview({ nextReport: null }), today).report).toBeNull();
    expect(figuresOf(anOverview({ month: 53 }), today).month).toMatchObject({ label: 'M48', percent: 100, hint: 'project year 4' });
    expect(figuresOf(anOverview({ month: -2 }), today).month).toMatchObject({ label: 'M0', percent: 0, hint: 'project year 1' });
  });
});
