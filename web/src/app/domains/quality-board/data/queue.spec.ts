import { describe, expect, it } from '@jest/globals';
import { type BasisPoints, DEFAULT_BOARD_RULES, tally, type Verdict } from '@office/domain';
import { anActor, aQualityBoard, aReviewQueueItem, CONSORTIUM, idOf } from '@office/testing';
import { outcomeWords, partOfVotesWords } from './board-words';
import { deadlineWords } from './deadline-words';
import { partsOf, roundStep } from './queue';

const counted = (...verdicts: Verdict[]) => tally(6, verdicts, DEFAULT_BOARD_RULES);
const member = anActor({ personId: idOf('person', 13), roles: ['quality-board-member'], beneficiaryId: CONSORTIUM.PXU.id });

describe('queue of a board member', () => {
  const late = aReviewQueueItem({ roundId: 'late', closesAt: '2024-09-20T21:59:00.000Z' });
  const soon = aReviewQueueItem({ roundId: 'soon', closesAt: '2024-09-16T21:59:00.000Z' });
  const voted = aReviewQueueItem({ roundId: 'voted', closesAt: '2024-09-15T21:59:00.000Z', myVerdict: 'accept' });
  const own = aReviewQueueItem({ roundId: 'own', closesAt: '2024-09-14T21:59:00.000Z', exclusion: 'leads-deliverable' });
  const board = aQualityBoard({ open: [late, voted, soon, own] });

  it('has what awaits the verdict, the round that closes first on top', () => {
    const { seat, mine, others } = partsOf(board, member);
    expect(seat?.beneficiary.shortName).toBe('PXU');
    expect(mine.map((item) => item.roundId)).toEqual(['soon', 'late']);
    expect(others.map((item) => item.roundId)).toEqual(['own', 'voted']);
  });

  it('awaits nothing of somebody without a seat', () => {
    const open = board.open.map((item) => ({ ...item, mayVote: false }));
    const { seat, mine, others } = partsOf({ ...board, open }, anActor());
    expect([seat, mine]).toEqual([null, []]);
    expect(others).toHaveLength(4);
  });

  it.each([
    ['review', { tally: counted('accept', 'accept', 'accept', 'accept') }],
    ['sign-off', { myVerdict: 'accept' as const, tally: counted('accept', 'accept', 'accept', 'accept') }],
    ['request-changes', { myVerdict: 'accept' as const, tally: counted('reject', 'reject', 'accept', 'accept') }],
    [null, { myVerdict: 'accept' as const, tally: counted('accept') }],
    [null, { exclusion: 'leads-deliverable' as const, tally: counted('accept', 'accept', 'accept', 'accept') }],
  ])('leads to %s', (step, item) => {
    const voteless = { ...aReviewQueueItem(item), mayVote: false };
    expect(roundStep(aReviewQueueItem(item), { seated: true, chair: false })).toBe(step);
    expect(roundStep(voteless, { seated: false, chair: false })).toBeNull();
  });
});

describe('a round whose time is over', () => {
  const all = counted('accept', 'accept', 'accept', 'accept');

  it('takes no more verdicts, and can be decided by who sent none', () => {
    const over = aReviewQueueItem({ state: 'counted', tally: all });
    expect(partsOf(aQualityBoard({ open: [over] }), member).mine).toEqual([]);
    expect(roundStep(over, { seated: true, chair: false })).toBe('sign-off');
  });

  it('waits for the chair after two rounds without a quorum', () => {
    const inquorate = aReviewQueueItem({ state: 'chair-decides', tally: counted('accept') });
    expect(roundStep(inquorate, { seated: true, chair: true })).toBe('decide');
    expect(roundStep(inquorate, { seated: true, chair: false })).toBeNull();
  });
});

describe('words of the board', () => {
  it.each([
    [6_666, 'two thirds'],
    [6_667, 'two thirds'],
    [5_000, 'half'],
    [10_000, 'all'],
    [6_000, '60%'],
  ])('%i basis points are %s', (part, words) => {
    expect(partOfVotesWords(part as BasisPoints)).toBe(words);
  });

  it.each<[string, Verdict[]]>([
    ['4 verdicts short of the quorum of 4', []],
    ['1 verdict short of the quorum of 4', ['accept', 'reject', 'accept']],
    ['quorum and majority reached: can be signed off', ['accept', 'accept', 'minor-changes', 'reject']],
    ['the majority is against: changes can be requested', ['accept', 'accept', 'major-changes', 'reject']],
  ])('%s', (words, verdicts) => {
    expect(outcomeWords(counted(...verdicts))).toBe(words);
  });

  it('tells a deadline in both zones, and once where they show the same', () => {
    const at = '2024-09-16T21:59:00.000Z';
    expect(deadlineWords(at, 'Europe/Rome', 'Asia/Ho_Chi_Minh')).toBe('16 Sep 2024, 23:59 Rome · 17 Sep, 04:59 Ho Chi Minh');
    expect(deadlineWords(at, 'Europe/Rome', 'Europe/Rome')).toBe('16 Sep 2024, 23:59 Rome');
    expect(deadlineWords(at, 'Europe/Rome', 'Europe/Lisbon')).toBe('16 Sep 2024, 23:59 Rome · 16 Sep, 22:59 Lisbon');
  });
});
