import { describe, expect, it } from '@jest/globals';
import type { CarriedCommentView, DeliverableView, ReviewCommentView } from '@office/contracts';
import { aDeliverable, anActor, aPersonRef, aReview, aReviewComment, aReviewRound, CONSORTIUM, idOf } from '@office/testing';
import { carriedLines, commentLines } from './comment-acts';

const AT = '2024-09-13T08:00:00.000Z';
const answer = { text: 'Added in table 3.', by: aPersonRef({ beneficiary: 'QUI' }), at: AT };
const agreement = (agreed: boolean, why = '') => ({ agreed, why, by: aPersonRef(), at: AT });
const comments = {
  open: aReviewComment({ kind: 'major', state: 'open' }),
  answered: aReviewComment({ kind: 'major', state: 'answered', answer }),
  agreed: aReviewComment({ kind: 'major', state: 'agreed', answer, agreement: agreement(true) }),
  contested: aReviewComment({ kind: 'major', state: 'contested', answer, agreement: agreement(false, 'The table is empty.') }),
} as const;

const lead = anActor({ roles: ['contributor'], beneficiaryId: CONSORTIUM.QUI.id });
const reviewer = anActor({ personId: idOf('person', 13), roles: ['quality-board-member'], beneficiaryId: CONSORTIUM.PXU.id });
const chair = anActor({ personId: idOf('person', 17), roles: ['quality-board-member'], beneficiaryId: CONSORTIUM.UNITUS.id });
const other = anActor({ personId: idOf('person', 12), roles: ['quality-board-member'], beneficiaryId: CONSORTIUM.HANU.id });

function lineOf(comment: ReviewCommentView, actor: typeof lead | null, state: DeliverableView['state'] = 'in-review') {
  const review = aReview({ comments: [comment] });
  const line = commentLines(aReviewRound({ reviews: [review] }), aDeliverable({ state }), actor).get(review.id)?.[0];
  if (!line) throw new Error('no line');
  return line;
}

describe('what can be done about a comment', () => {
  const words = ({ acts }: ReturnType<typeof lineOf>): string =>
    [acts.answer && 'answer', acts.agree && 'agree', acts.agreeAsChair && 'chair'].filter(Boolean).join(' ');

  it.each<[keyof typeof comments, string, string, string]>([
    ['open', 'answer', '', ''],
    ['answered', 'answer', 'agree', 'chair'],
    ['agreed', '', '', ''],
    ['contested', 'answer', 'agree', 'chair'],
  ])('%s: the lead "%s", the reviewer "%s", the chair "%s"', (state, byLead, byReviewer, byChair) => {
    expect([lead, reviewer, chair].map((actor) => words(lineOf(comments[state], actor)))).toEqual([byLead, byReviewer, byChair]);
  });

  it('is nothing for another member, for nobody, and once the version is signed off', () => {
    expect([other, null].map((actor) => words(lineOf(comments.answered, actor)))).toEqual(['', '']);
    expect(words(lineOf(comments.answered, reviewer, 'signed-off'))).toBe('');
  });
});

describe('what is said of a comment', () => {
  it.each<[keyof typeof comments, string]>([
    ['open', "waiting for the lead's answer"],
    ['answered', 'waiting for the reviewer'],
    ['agreed', 'agreed'],
    ['contested', 'not agreed: The table is empty.'],
  ])('%s: %s', (state, words) => {
    expect(lineOf(comments[state], null).standing).toBe(words);
  });

  it('names who answered, and waits for nothing on an advice', () => {
    expect(lineOf(comments.answered, null).answerFrom).toBe('Answer from QUI');
    expect(lineOf(aReviewComment({ kind: 'advice' }), null).standing).toBeNull();
  });

  it('puts weighty comments on top', () => {
    const review = aReview({ comments: [aReviewComment({ kind: 'advice' }), aReviewComment({ kind: 'major' })] });
    const lines = commentLines(aReviewRound({ reviews: [review] }), aDeliverable(), null).get(review.id);
    expect(lines?.map(({ comment }) => comment.kind)).toEqual(['major', 'advice']);
  });

  it('tells whose comment came along from which round', () => {
    const carried: CarriedCommentView = {
      ...comments.contested,
      round: 1,
      by: aPersonRef({ beneficiary: 'PXU' }),
      beneficiaryId: CONSORTIUM.PXU.id,
    };
    const [line] = carriedLines(aReviewRound({ number: 2, carried: [carried] }), aDeliverable({ state: 'in-review' }), reviewer);
    expect([line?.from, line?.acts.agree]).toEqual(['PXU, round 1', true]);
  });
});
