import { TestBed } from '@angular/core/testing';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { CRITERIA, type Verdict } from '@office/domain';
import { someScores } from '@office/testing';
import { DraftShelf } from './draft-shelf';
import { keptFrom, NOTHING_KEPT } from './kept-draft';
import { draftFrom, EMPTY_DRAFT, findingsOf, findingWords, requestOf, type ReviewDraft } from './review-draft';

const whole: ReviewDraft = { scores: someScores(), verdict: 'accept', comments: [] };
const comment = (part: Partial<ReviewDraft['comments'][number]>) => ({ key: 0, kind: 'minor' as const, anchor: '', text: '', ...part });

describe('findings of a review', () => {
  it('asks for every score and for a verdict', () => {
    expect(findingsOf(EMPTY_DRAFT).map(({ path }) => path)).toEqual([...CRITERIA.map((criterion) => `scores.${criterion}`), 'verdict']);
    expect(findingsOf(EMPTY_DRAFT).map(findingWords).at(-1)).toBe('Choose a verdict.');
  });

  it('finds nothing in a whole review', () => {
    expect(findingsOf(whole)).toEqual([]);
  });

  it.each<[Verdict, number]>([
    ['accept', 0],
    ['minor-changes', 0],
    ['major-changes', 1],
    ['reject', 1],
  ])('%s without a major comment has %i findings', (verdict, count) => {
    expect(findingsOf({ ...whole, verdict })).toHaveLength(count);
    expect(findingsOf({ ...whole, verdict, comments: [comment({ kind: 'major', text: 'Figures are missing.' })] })).toEqual([]);
  });

  it('asks for the words of a comment that only says where', () => {
    const draft = { ...whole, comments: [comment({ key: 4, anchor: 'page 2' })] };
    expect(findingsOf(draft)).toEqual([{ path: 'comments.4', code: 'comment-text-missing' }]);
  });

  it('sends trimmed comments and leaves out those that say nothing', () => {
    const comments = [
      comment({ text: '  A table. ', anchor: ' page 4 ' }),
      comment({ key: 1 }),
      comment({ key: 2, kind: 'advice', text: 'Shorter.' }),
    ];
    expect(requestOf({ ...whole, comments }).comments).toEqual([
      { kind: 'minor', anchor: 'page 4', text: 'A table.' },
      { kind: 'advice', text: 'Shorter.' },
    ]);
  });
});

describe('draft of a review', () => {
  beforeEach(() => localStorage.clear());

  it('is kept per person and round', () => {
    const shelf = TestBed.inject(DraftShelf);
    const kept = { ...NOTHING_KEPT, draft: { ...whole, comments: [comment({ text: 'A table.' })] }, ahead: true };
    expect(shelf.put('me', 'round-1', kept)).toBe(true);
    expect(shelf.take('me', 'round-1')).toEqual(kept);
    expect(shelf.take('me', 'round-2')).toEqual(NOTHING_KEPT);
    expect(shelf.take('you', 'round-1')).toEqual(NOTHING_KEPT);
  });

  it('leaves no trace once the office knows that it is empty again', () => {
    const shelf = TestBed.inject(DraftShelf);
    shelf.put('me', 'round-1', { ...NOTHING_KEPT, draft: whole });
    shelf.put('me', 'round-1', { ...NOTHING_KEPT, ahead: true });
    expect(localStorage).toHaveLength(1);
    shelf.put('me', 'round-1', NOTHING_KEPT);
    expect(localStorage).toHaveLength(0);
  });

  it('does not stumble over what it cannot read', () => {
    localStorage.setItem('office.review.me.round-1', '{broken');
    expect(TestBed.inject(DraftShelf).take('me', 'round-1')).toEqual(keptFrom(null));
  });

  it.each([null, 3, 'text', { scores: 'x', verdict: 'maybe', comments: [null, { kind: 'loud' }] }])('reads %j as nothing', (kept) => {
    expect(draftFrom(kept)).toEqual(EMPTY_DRAFT);
  });

  it('keeps what it knows of an older draft', () => {
    const kept = { scores: { relevance: 4, style: 2, clarity: 'x' }, verdict: 'reject', comments: [{ kind: 'major', text: 'Why.' }] };
    expect(draftFrom(kept)).toEqual({ scores: { relevance: 4 }, verdict: 'reject', comments: [comment({ kind: 'major', text: 'Why.' })] });
  });
});
