import type { HttpTestingController } from '@angular/common/http/testing';
import { type ComponentFixture, TestBed } from '@angular/core/testing';
import { beforeEach, describe, expect, it } from '@jest/globals';
import type { DeliverableView, Me } from '@office/contracts';
import {
  aBoard,
  aBoardMember,
  aDeliverable,
  aMe,
  aMembership,
  anActor,
  aPersonRef,
  aReview,
  aReviewComment,
  aReviewRound,
  CONSORTIUM,
  idOf,
} from '@office/testing';
import { click, control, render, signIn, surroundings, textOf } from '../../../../../test/render';
import { Dialogs } from '../../../shared/util-dialog/dialogs';
import type { ReadProblem } from '../../../shared/util-http/problem';
import { BoardCard } from './board-card';
import { DeliverableStore } from './deliverable-store';
import type { WordsQuestion } from './words-dialog';

const project = `/api/projects/${idOf('project', 1)}`;
const answer = { text: 'Added in table 3.', by: aPersonRef({ beneficiary: 'QUI' }), at: '2024-09-13T08:00:00.000Z' };
const comment = aReviewComment({ kind: 'major', text: 'Section 3 has no figures.', state: 'answered', answer });
const round = aReviewRound({ reviews: [aReview({ verdict: 'minor-changes', comments: [comment] })] });
const inReview = (overrides: Partial<DeliverableView> = {}): DeliverableView =>
  aDeliverable({ state: 'in-review', round: 1, rounds: [round], ...overrides });

const as = (part: Parameters<typeof anActor>[0]): Me =>
  aMe({ projects: [aMembership({ roles: [...(part?.roles ?? [])] as never, actor: anActor(part) })] });
const reviewer = as({ personId: idOf('person', 13), roles: ['quality-board-member'], beneficiaryId: CONSORTIUM.PXU.id });
const lead = as({ roles: ['contributor'], beneficiaryId: CONSORTIUM.QUI.id });
const awaited = as({ personId: idOf('person', 12), roles: ['quality-board-member'], beneficiaryId: CONSORTIUM.HANU.id });

describe('card of the board', () => {
  let api: HttpTestingController;
  let finished: string[];
  let questions: WordsQuestion[];
  let card: ComponentFixture<BoardCard>;

  beforeEach(() => {
    finished = [];
    questions = [];
    api = surroundings([
      {
        provide: DeliverableStore,
        useValue: { finished: (_: unknown, words: string) => finished.push(words), page: { reload: () => finished.push('reload') } },
      },
      { provide: Dialogs, useValue: { open: (_: unknown, question: WordsQuestion) => Promise.resolve(questions.push(question)) } },
    ]);
  });

  async function open(view: DeliverableView, me: Me): Promise<void> {
    await signIn(me);
    card = await render(BoardCard, { view, offersReview: true });
  }

  const settled = async (): Promise<void> => {
    await new Promise((resolve) => setTimeout(resolve));
    await card.whenStable();
  };

  it('shows the answer and that the reviewer is waited for', async () => {
    await open(inReview(), lead);
    expect(textOf(card)).toContain('Section 3 has no figures.');
    expect(textOf(card)).toMatch(/Answer from QUI: Added in table 3\. · waiting for the reviewer/);
    expect(textOf(card)).toContain('Answer anew');
  });

  it('lets the reviewer agree with one touch', async () => {
    await open(inReview(), reviewer);
    control(card, 'Agree').click();
    const request = api.expectOne({ method: 'PUT', url: `${project}/review-comments/${comment.id}/agreement` });
    expect(request.request.body).toEqual({ agreed: true });
    request.flush(inReview());
    await settled();
    expect(finished).toEqual(['The comment is settled']);
  });

  it('asks for the reason of an objection, and hands back what was refused', async () => {
    await open(inReview(), reviewer);
    await click(card, 'Not agreed');
    const saved = questions[0]?.save('The table is empty.');
    const request = api.expectOne(`${project}/review-comments/${comment.id}/agreement`);
    expect(request.request.body).toEqual({ agreed: false, why: 'The table is empty.' });
    request.flush({ status: 409, code: 'comment-settled' }, { status: 409, statusText: 'Conflict' });
    expect(((await saved) as ReadProblem | null)?.status).toBe(409);
    expect(finished).toEqual(['reload']);
  });

  it('takes the answer of the lead', async () => {
    await open(inReview(), lead);
    await click(card, 'Answer anew');
    expect(questions[0]).toMatchObject({ quote: 'Section 3 has no figures.', value: 'Added in table 3.' });
    void questions[0]?.save('In table 4.');
    expect(api.expectOne(`${project}/review-comments/${comment.id}/answer`).request.body).toEqual({ text: 'In table 4.' });
  });

  it('lets an awaited member step aside with the reason', async () => {
    await open(inReview(), awaited);
    await click(card, 'I have a conflict of interest');
    void questions[0]?.save('The author is my sister.');
    const request = api.expectOne({ method: 'POST', url: `${project}/review-rounds/${round.id}/recusal` });
    expect(request.request.body).toEqual({ reason: 'The author is my sister.' });
  });

  it('tells of an extension, of the panel and of what came along', async () => {
    const carried = [
      { ...comment, state: 'contested' as const, round: 1, by: aPersonRef({ beneficiary: 'PXU' }), beneficiaryId: CONSORTIUM.PXU.id },
    ];
    const second = aReviewRound({
      number: 2,
      reviews: [],
      state: 'extended',
      extendedFrom: '2024-09-09T21:59:00.000Z',
      panel: 'steering-committee',
      carried,
    });
    await open(inReview({ rounds: [second] }), awaited);
    expect(textOf(card)).toContain('There was no quorum on 9 Sep 2024, so the round was extended, once.');
    expect(textOf(card)).toContain('this one went to the steering committee');
    expect(textOf(card)).toMatch(/Carried over from earlier rounds\s?Major PXU, round 1/);
  });

  it('lets the coordinator and the chair appoint reviewers, and names them', async () => {
    const board = aBoard().map((member) => ({ ...member, reviewer: member.beneficiary.shortName === 'PXU' }));
    await open(inReview({ board }), as({ roles: ['project-coordinator'], beneficiaryId: CONSORTIUM.AL.id }));
    expect(textOf(card)).toContain('Appointed to review it: PXU');
    await click(card, 'Appoint reviewers');
    expect(questions).toMatchObject([{ deliverableId: inReview().id }]);
    card.componentRef.setInput('view', inReview({ board, state: 'submitted' }));
    await card.whenStable();
    expect(textOf(card)).not.toContain('Appoint reviewers');
  });

  it('shows an alternate only while she may vote', async () => {
    const alternate = aBoardMember({ membershipId: 'alt', personId: 'alt', name: 'Alternate', place: 'alternate', mayVote: false });
    const rows = (mayVote: boolean) => [...aBoard(), { ...alternate, mayVote }];
    await open(inReview({ rounds: [aReviewRound({ reviews: [] })], board: rows(false) }), lead);
    expect(textOf(card)).not.toContain('alternate');
    TestBed.tick();
    card.componentRef.setInput('view', inReview({ rounds: [aReviewRound({ reviews: [] })], board: rows(true) }));
    await card.whenStable();
    expect(textOf(card)).toContain('alternate');
  });
});
