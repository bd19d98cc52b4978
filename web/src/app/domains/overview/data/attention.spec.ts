import { describe, expect, it } from '@jest/globals';
import type { AttentionItem } from '@office/contracts';
import { plainDate, WARNING_KINDS } from '@office/domain';
import { anAttentionItem, CONSORTIUM } from '@office/testing';
import { bySeverity, ofPartner, partnersIn } from './attention-groups';
import { attentionLink } from './attention-link';
import { attentionWhen, attentionWords } from './attention-words';

const { AL, QUI, HANU } = CONSORTIUM;

describe('what needs attention', () => {
  it.each<[AttentionItem['kind'], string, string]>([
    ['deliverable-late', '', 'Deliverable is late'],
    ['task-blocked', 'No data.', 'Blocked: No data.'],
    ['task-waits', 'D2.1, T2.2', 'Should have started; waits for D2.1, T2.2'],
    ['milestone-at-risk', 'D2.2', 'Milestone is at risk: D2.2 late or blocked'],
    ['report-late', '', 'Report to EACEA is late'],
  ])('%s %s: %s', (kind, detail, words) => {
    expect(attentionWords({ kind, detail })).toBe(words);
  });

  it('has words for every kind', () => {
    expect(WARNING_KINDS.filter((kind) => attentionWords({ kind, detail: 'x' }) === '')).toEqual([]);
  });

  it.each<[AttentionItem['subject']['kind'], string, Record<string, string>]>([
    ['deliverable', '/p/p1/deliverables/x', {}],
    ['task', '/p/p1/work-plan', { open: 'x' }],
    ['work-package', '/p/p1/work-plan', { open: 'x' }],
    ['milestone', '/p/p1/work-plan', { open: 'x' }],
    ['report', '/p/p1/reports', { report: 'x' }],
    ['beneficiary', '/p/p1/partners', {}],
  ])('a %s leads to where it can be dealt with', (kind, path, query) => {
    const link = attentionLink('p1', { subject: { kind, id: 'x', number: 'N', title: '' } });
    expect([link.path.join('/'), link.query]).toEqual([path, query]);
  });

  it.each<[AttentionItem['kind'], string, number, ReturnType<typeof attentionWhen>]>([
    ['deliverable-late', '2024-09-13', 1, { distance: '1 day late', date: '13 Sep 2024', late: true }],
    ['deliverable-due-soon', '2024-09-30', -16, { distance: 'in 16 days', date: '30 Sep 2024', late: false }],
    ['review-closing', '2024-09-14', 0, { distance: 'today', date: '14 Sep 2024', late: false }],
    ['task-should-have-started', '2024-09-01', 13, { distance: 'for 13 days', date: 'since 1 Sep 2024', late: false }],
    ['task-blocked', '2024-09-14', 0, { distance: 'since today', date: '14 Sep 2024', late: false }],
    ['task-blocked', '2024-09-13', 1, { distance: 'for 1 day', date: 'since 13 Sep 2024', late: false }],
  ])('%s of %s', (kind, on, days, when) => {
    expect(attentionWhen({ kind, on, days }, plainDate('2024-09-14'))).toEqual(when);
  });

  it('stands in groups of one severity, empty ones left out, and can be narrowed to one partner', () => {
    const items = [
      anAttentionItem({ severity: 'high', beneficiaries: [{ ...QUI }] }),
      anAttentionItem({ severity: 'low', beneficiaries: [{ ...HANU }, { ...QUI }] }),
      anAttentionItem({ severity: 'low', beneficiaries: [{ ...AL }] }),
    ];
    expect(bySeverity(items).map(({ severity, items: { length } }) => [severity, length])).toEqual([
      ['high', 1],
      ['low', 2],
    ]);
    expect(partnersIn(items).map(({ shortName }) => shortName)).toEqual(['AL', 'HANU', 'QUI']);
    expect(ofPartner(items, QUI.id)).toEqual(items.slice(0, 2));
    expect(ofPartner(items, '')).toEqual(items);
  });
});
