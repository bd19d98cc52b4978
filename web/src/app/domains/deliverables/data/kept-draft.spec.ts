import { describe, expect, it } from '@jest/globals';
import { type KeptDraft, keptFrom, NOTHING_KEPT, type OfficeDraft, reconcile } from './kept-draft';
import { EMPTY_DRAFT, type ReviewDraft } from './review-draft';

const draft = (verdict: ReviewDraft['verdict']): ReviewDraft => ({ ...EMPTY_DRAFT, verdict });
const [EARLY, MIDDLE, LATE] = ['2024-09-16T01:00:00.000Z', '2024-09-16T02:00:00.000Z', '2024-09-16T03:00:00.000Z'];
const here = (part: Partial<KeptDraft>): KeptDraft => ({ draft: draft('accept'), typedAt: MIDDLE, base: EARLY, ahead: true, ...part });
const there = (verdict: ReviewDraft['verdict'], typedAt: string): OfficeDraft => ({ draft: draft(verdict), typedAt });

describe('one draft out of two', () => {
  it.each<[string, KeptDraft, OfficeDraft | null, string, string | null, string | null]>([
    ['nothing anywhere', NOTHING_KEPT, null, 'office', null, null],
    ['only the office has one', NOTHING_KEPT, there('reject', EARLY), 'office', 'reject', null],
    ['only this browser has one', here({ base: null }), null, 'browser', 'accept', null],
    ['gone on with here alone', here({}), there('reject', EARLY), 'browser', 'accept', null],
    ['gone on with elsewhere alone', here({ ahead: false }), there('reject', LATE), 'office', 'reject', null],
    ['emptied elsewhere', here({ ahead: false }), null, 'office', null, null],
    ['both changed, the same way', here({}), there('accept', LATE), 'office', 'accept', null],
    ['both changed, elsewhere last', here({}), there('reject', LATE), 'office', 'reject', 'accept'],
    ['both changed, here last', here({ typedAt: LATE }), there('reject', MIDDLE), 'browser', 'accept', 'reject'],
    ['emptied here, gone on with elsewhere', here({ draft: EMPTY_DRAFT }), there('reject', LATE), 'office', 'reject', null],
    ['left by an older page', here({ typedAt: '', base: null }), there('reject', EARLY), 'office', 'reject', 'accept'],
  ])('%s', (_case, kept, office, from, verdict, other) => {
    const found = reconcile(kept, office);
    expect([found.from, found.draft.verdict, found.other?.draft.verdict ?? null]).toEqual([from, verdict, other]);
  });
});

describe('what lies in this browser', () => {
  it.each([null, 3, 'text'])('reads %j as nothing', (value) => {
    expect(keptFrom(value)).toEqual(NOTHING_KEPT);
  });

  it('is read as it was written', () => {
    expect(keptFrom(JSON.parse(JSON.stringify(here({}))))).toEqual(here({}));
  });

  it('is ahead of the office when an older page left it', () => {
    expect(keptFrom(draft('reject'))).toEqual({ draft: draft('reject'), typedAt: '', base: null, ahead: true });
    expect(keptFrom({ draft: draft('reject'), typedAt: 3, base: 4, ahead: 'x' })).toEqual({ ...NOTHING_KEPT, draft: draft('reject') });
  });
});
