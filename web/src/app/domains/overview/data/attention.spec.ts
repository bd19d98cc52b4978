import { describe, expect, it } from '@jest/globals';
import type { AttentionItem } from '@office/contracts';
import { plainDate } from '@office/domain';
import { anAttentionItem } from '@office/testing';
import { attentionLink } from './attention-link';
import { attentionWhen, attentionWords } from './attention-words';

describe('what needs attention', () => {
  it.each<[AttentionItem['kind'], string]>([
    ['deliverable-late', 'Deliverable is late · QUI leads it'],
    ['task-late', 'Task is late · QUI leads it'],
    ['task-should-have-started', 'Task should have started · QUI leads it'],
    ['deliverable-due-soon', 'Deliverable is due soon · QUI leads it'],
    ['review-closing', 'Review is about to close · the quality board votes'],
    ['review-overdue', 'Review should be closed · the quality board votes'],
    ['milestone-due-soon', 'Milestone is due soon · QUI leads it'],
    ['report-due', 'Report to EACEA is due · the project coordinator writes it'],
  ])('%s says what it is and who can act', (kind, words) => {
    expect(attentionWords(anAttentionItem({ kind }))).toBe(words);
  });

  it('leaves out a lead that is not known', () => {
    expect(attentionWords({ kind: 'milestone-due-soon', lead: null })).toBe('Milestone is due soon');
  });

  it.each<[string, Partial<AttentionItem>, string, Record<string, string>]>([
    ['a deliverable', { deliverableId: 'd1' }, '/p/p1/deliverables/d1', {}],
    ['a task', { kind: 'task-late', deliverableId: null, taskId: 't1' }, '/p/p1/work-plan', { open: 't1' }],
    ['a milestone', { kind: 'milestone-due-soon', deliverableId: null, number: 'MS3' }, '/p/p1/work-plan', { text: 'MS3' }],
    ['a report', { kind: 'report-due', deliverableId: null }, '/p/p1/partners', {}],
  ])('%s leads to where it can be dealt with', (_name, item, path, query) => {
    const link = attentionLink('p1', anAttentionItem(item));
    expect([link.path.join('/'), link.query]).toEqual([path, query]);
  });

  it.each<[AttentionItem['kind'], string, ReturnType<typeof attentionWhen>]>([
    ['deliverable-late', '2024-09-13', { distance: '1 day late', date: '13 Sep 2024', late: true }],
    ['deliverable-due-soon', '2024-09-30', { distance: 'in 16 days', date: '30 Sep 2024', late: false }],
    ['review-closing', '2024-09-14', { distance: 'today', date: '14 Sep 2024', late: false }],
    ['task-should-have-started', '2027-12-31', { distance: 'not started', date: 'ends 31 Dec 2027', late: false }],
  ])('%s due on %s', (kind, dueOn, when) => {
    expect(attentionWhen({ kind, dueOn }, plainDate('2024-09-14'))).toEqual(when);
  });
});
