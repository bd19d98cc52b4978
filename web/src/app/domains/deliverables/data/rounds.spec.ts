import { describe, expect, it } from '@jest/globals';
import { aBoard, aBoardMember, aDeliverable, aReview, aReviewRound, anActor, CONSORTIUM, idOf } from '@office/testing';
import { boardRows, roundOf } from './rounds';

const board = aBoard(CONSORTIUM.QUI.id);
const me = anActor({ personId: idOf('person', 12), beneficiaryId: CONSORTIUM.HANU.id });
const names = (rows: ReturnType<typeof boardRows>) => rows.map((row) => row.shortName);

describe('lines of the board', () => {
  it('shows verdicts as they came, then who is awaited, then who is excluded', () => {
    const reviews = [
      aReview({ id: 'a', by: { id: idOf('person', 16), name: 'UÉ quality board', beneficiary: 'UÉ' }, beneficiaryId: CONSORTIUM.UE.id }),
      aReview({ id: 'b' }),
    ];
    const rows = boardRows(aReviewRound({ reviews }), board, me);
    expect(names(rows)).toEqual(['UÉ', 'PXU', 'AL', 'HANU', 'APAG', 'UNITUS', 'QUI']);
    expect(rows.map((row) => row.review?.id ?? row.exclusion)).toEqual(['a', 'b', null, null, null, null, 'leads-deliverable']);
    expect(rows.filter((row) => row.you).map((row) => row.shortName)).toEqual(['HANU']);
    expect(rows.filter((row) => row.chair).map((row) => row.shortName)).toEqual(['UNITUS']);
  });

  it('awaits nobody of an institution whose verdict is in', () => {
    const second = aBoardMember({ membershipId: 'second', personId: idOf('person', 33) });
    const rows = boardRows(aReviewRound(), [...board, second], me);
    expect(names(rows).filter((name) => name === 'PXU')).toHaveLength(1);
  });

  it('keeps the verdict of a member who has left the board', () => {
    const rows = boardRows(aReviewRound(), [], me);
    expect(rows).toMatchObject([{ institution: 'PXU', review: { verdict: 'accept' }, you: false }]);
  });

  it('shows before the first round who would vote', () => {
    const rows = boardRows(null, board, me);
    expect(rows).toHaveLength(7);
    expect(rows.at(-1)).toMatchObject({ shortName: 'QUI', exclusion: 'leads-deliverable' });
  });

  it('knows the round that takes verdicts', () => {
    const closed = aReviewRound({ closedAt: '2024-09-01T08:00:00.000Z', result: 'changes' });
    const open = aReviewRound({ id: idOf('round', 2), number: 2 });
    expect(roundOf(aDeliverable({ rounds: [open, closed] }))).toBe(open);
    expect(roundOf(aDeliverable({ rounds: [closed] }))).toBeNull();
  });
});
