import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { DeliverableView, ReviewCommentView, ReviewDraftRequest } from '@office/contracts';
import { aReviewRequest, someScores } from '@office/testing';
import { Clock } from '../../src/core/clock/clock.js';
import { BoardStatistics } from '../../src/modules/quality-board/board-statistics.js';
import { ReviewDrafts } from '../../src/modules/quality-board/review-drafts.js';
import { ReviewersService } from '../../src/modules/quality-board/reviewers.service.js';
import { openBoardRoom, outcomesOf, refusalOf, reviewWith, roundOf, type BoardRoom } from '../support/board.js';
import { openOffice, type TestOffice } from '../support/office.js';
import { countStatements } from '../support/statements.js';

let office: TestOffice;
let room: BoardRoom;
let reviewers: ReviewersService;
let drafts: ReviewDrafts;
let content = 0;

beforeAll(async () => {
  office = await openOffice();
  room = await openBoardRoom(office);
  reviewers = office.app.get(ReviewersService);
  drafts = office.app.get(ReviewDrafts);
  await office.sql(`UPDATE deliverable SET lead_id = $1`, [room.strive.idOf('QUI')]);
  await office.sql(`UPDATE body_member SET chair = true WHERE membership_id = $1`, [room.member('UNITUS').membershipId]);
  await Promise.all(Array.from({ length: 6 }, () => room.qualityBoard.board(room.lead)));
});
afterAll(() => office.close());

const open = async (number: string): Promise<string> =>
  roundOf(await room.openRound(room.strive.idOf(number), `draft ${(content += 1)}`)).id;
const view = (number: string): Promise<DeliverableView> => room.deliverables.view(room.coordinator, room.strive.idOf(number));
const firstComment = ({ rounds }: DeliverableView): ReviewCommentView => rounds.at(-1)!.reviews[0]!.comments[0]!;

describe('a comment', () => {
  let commentId: string;

  it('is open until the lead answers it', async () => {
    const page = await room.vote(await open('D2.2'), 'HANU', 'reject');
    expect(firstComment(page)).toMatchObject({ kind: 'major', state: 'open', answer: null, agreement: null });
    expect(page.openMajorComments).toBe(1);
    commentId = firstComment(page).id;
    expect(await refusalOf(room.comments.agree(room.member('HANU'), commentId, { agreed: true }))).toMatchObject({
      code: 'comment-unanswered',
    });
  });

  it('is answered by the lead and by nobody else', async () => {
    for (const actor of [room.member('HANU'), room.coordinator, room.observer])
      expect(await refusalOf(room.comments.answer(actor, commentId, 'Done.'))).toMatchObject({ code: 'forbidden' });
    const answered = await room.comments.answer(room.lead, commentId, 'Added in table 3.');
    expect(firstComment(answered)).toMatchObject({
      state: 'answered',
      answer: { text: 'Added in table 3.', by: { name: 'lead', beneficiary: 'QUI' }, at: '2024-09-16T10:00:00.000Z' },
      agreement: null,
    });
    expect(answered.history[0]).toMatchObject({ event: 'comment.answered', detail: { kind: 'major' } });
  });

  it('is agreed by who wrote it or a colleague on the board; for another only the chair speaks, with a reason', async () => {
    expect(await refusalOf(room.comments.agree(room.member('PXU'), commentId, { agreed: true }))).toMatchObject({ code: 'forbidden' });
    expect(await refusalOf(room.comments.agree(room.member('UNITUS'), commentId, { agreed: true }))).toMatchObject({
      code: 'validation-failed',
      facts: { errors: [{ path: 'why', code: 'reason-needed' }] },
    });
    expect(await refusalOf(room.comments.agree(room.member('HANU'), commentId, { agreed: false }))).toMatchObject({
      code: 'validation-failed',
    });
    const contested = await room.comments.agree(room.member('HANU'), commentId, { agreed: false, why: 'Table 3 is empty.' });
    expect(firstComment(contested)).toMatchObject({ state: 'contested', agreement: { agreed: false, why: 'Table 3 is empty.' } });
    expect(contested.openMajorComments).toBe(1);
    expect(firstComment(await room.comments.answer(room.lead, commentId, 'Filled.'))).toMatchObject({ state: 'answered', agreement: null });
  });

  it('goes along into the next round while it is open, and stays there when it is agreed later', async () => {
    for (const partner of ['PXU', 'APAG', 'UÉ'] as const) await room.vote(roundOf(await view('D2.2')).id, partner, 'minor-changes');
    const blocked = roundOf(await view('D2.2')).id;
    expect(await refusalOf(room.qualityBoard.signOff(room.member('PXU'), blocked))).toMatchObject({
      code: 'checks-open',
      facts: { params: { checks: 'majors-agreed' } },
    });
    await office.sql(
      `UPDATE review_round SET closed_at = opened_at, result = 'changes', state = 'changes-requested', decided_by = 'vote' WHERE id = $1`,
      [blocked],
    );
    await office.sql(`UPDATE deliverable_status SET state = 'changes-requested' WHERE deliverable_id = $1`, [room.strive.idOf('D2.2')]);
    await office.app.get(Clock).at(new Date('2024-09-17T10:00:00Z'), () => open('D2.2'));
    const next = await view('D2.2');
    expect(roundOf(next).carried).toMatchObject([{ id: commentId, round: 1, state: 'answered', by: { beneficiary: 'HANU' } }]);
    const agreed = await office.app
      .get(Clock)
      .at(new Date('2024-09-18T10:00:00Z'), () =>
        room.comments.agree(room.member('UNITUS'), commentId, { agreed: true, why: 'The reviewer is on leave; the table is there.' }),
      );
    expect(agreed.openMajorComments).toBe(0);
    expect(roundOf(agreed).carried).toMatchObject([{ id: commentId, state: 'agreed' }]);
  });

  it('keeps every word that was said of it', async () => {
    await expect(office.sql(`UPDATE comment_answer SET text = 'x'`)).rejects.toThrow('append-only');
    await expect(office.sql(`DELETE FROM comment_agreement`)).rejects.toThrow('append-only');
    const [{ answers } = { answers: 0 }] = await office.sql<{ answers: number }>(`SELECT count(*)::int AS answers FROM comment_answer`);
    expect(answers).toBe(2);
  });

  it('is settled once the deliverable is signed off', async () => {
    const round = roundOf(await view('D2.2')).id;
    for (const partner of ['HANU', 'PXU', 'APAG', 'UÉ'] as const) await room.vote(round, partner, 'accept');
    await room.qualityBoard.signOff(room.member('PXU'), round);
    expect(await refusalOf(room.comments.answer(room.lead, commentId, 'Later.'))).toMatchObject({ code: 'comment-settled' });
  });
});

describe('a draft of a review', () => {
  const draft = (text: string, typedAt: string): ReviewDraftRequest => ({
    typedAt,
    scores: { relevance: 4 },
    comments: [{ kind: 'major', anchor: '', text }],
  });

  it("is its writer's alone, and the one typed later is kept, whichever arrives first", async () => {
    const id = await open('D2.3');
    const [mine, other] = [room.member('PXU'), room.member('HANU')];
    expect(await drafts.view(mine, id)).toEqual({ draft: null });
    const kept = await drafts.keep(mine, id, draft('On the phone', '2024-09-16T09:00:00.000Z'));
    expect(kept.draft).toEqual({ ...draft('On the phone', '2024-09-16T09:00:00.000Z'), savedAt: '2024-09-16T10:00:00.000Z' });
    expect((await drafts.keep(mine, id, draft('Older', '2024-09-16T08:00:00.000Z'))).draft?.comments[0]?.text).toBe('On the phone');
    expect((await drafts.keep(mine, id, draft('Newer', '2024-09-16T09:30:00.000Z'))).draft?.comments[0]?.text).toBe('Newer');
    expect(await drafts.view(other, id)).toEqual({ draft: null });
    expect(JSON.stringify([await view('D2.3'), await room.qualityBoard.board(mine)])).not.toContain('Newer');
  });

  it('gives the project no revision, for it is on none of its pages', async () => {
    const revision = (): Promise<{ revision: number }[]> => office.sql(`SELECT revision FROM project_revision`);
    const before = await revision();
    await drafts.keep(room.member('PXU'), roundOf(await view('D2.3')).id, draft('Typing', '2024-09-16T09:40:00.000Z'));
    expect(await revision()).toEqual(before);
  });

  it('is forgotten when it is sent, or on request; a closed round takes none', async () => {
    const { id } = roundOf(await view('D2.3'));
    const [mine, other] = [room.member('PXU'), room.member('HANU')];
    await room.qualityBoard.sendReview(mine, id, reviewWith('accept'));
    expect(await drafts.view(mine, id)).toEqual({ draft: null });
    await drafts.keep(other, id, draft('Begun', '2024-09-16T09:00:00.000Z'));
    await drafts.remove(other, id);
    expect(await drafts.view(other, id)).toEqual({ draft: null });
    await office.sql(
      `UPDATE review_round SET closed_at = opened_at, result = 'changes', state = 'changes-requested', decided_by = 'vote' WHERE id = $1`,
      [id],
    );
    expect(await refusalOf(drafts.keep(other, id, draft('Late', '2024-09-16T09:00:00.000Z')))).toMatchObject({ code: 'round-closed' });
  });

  it('is not for the lead, who reviews nothing of its own', async () => {
    expect(await refusalOf(drafts.view(room.member('QUI'), await open('D2.1')))).toMatchObject({ code: 'forbidden' });
  });
});

describe('the choice of reviewers', () => {
  const idsOf = (...partners: Parameters<BoardRoom['member']>[0][]): string[] => partners.map((one) => room.member(one).membershipId ?? '');

  it('suggests one of each origin, never of the lead, and says why', async () => {
    const choice = await reviewers.choice(room.coordinator, room.strive.idOf('D3.1'));
    const suggested = choice.candidates.filter((one) => one.suggested);
    expect(new Set(suggested.map(({ origin }) => origin))).toEqual(new Set(['eu', 'partner-country']));
    expect(suggested.every(({ reasons }) => reasons.includes('least-load'))).toBe(true);
    expect(choice.candidates.find(({ beneficiary }) => beneficiary.shortName === 'QUI')).toMatchObject({
      exclusion: 'leads-deliverable',
      suggested: false,
      reasons: ['conflict'],
    });
  });

  it('is appointed by coordinator or chair, and counts as load elsewhere', async () => {
    const { version } = await view('D3.1');
    const id = room.strive.idOf('D3.1');
    expect(await refusalOf(reviewers.appoint(room.member('AL'), id, version, idsOf('AL', 'HANU')))).toMatchObject({ code: 'forbidden' });
    const appointed = await reviewers.appoint(room.member('UNITUS'), id, version, idsOf('AL', 'HANU'));
    expect(
      appointed.board
        .filter(({ reviewer }) => reviewer)
        .map(({ beneficiary }) => beneficiary.shortName)
        .sort(),
    ).toEqual(['AL', 'HANU']);
    expect(appointed.history[0]).toMatchObject({ event: 'reviewers.appointed', detail: { reviewers: 'AL, HANU' } });
    const elsewhere = await reviewers.choice(room.coordinator, room.strive.idOf('D3.2'));
    expect(elsewhere.candidates.filter(({ suggested }) => suggested).every(({ load }) => load === 0)).toBe(true);
    expect(elsewhere.candidates.find(({ beneficiary }) => beneficiary.shortName === 'AL')).toMatchObject({ load: 1, suggested: false });
  });

  it('is refused with the reason: conflict, too few, an origin without anybody, out of date', async () => {
    const id = room.strive.idOf('D3.2');
    const { version } = await view('D3.2');
    const appoint = (...partners: Parameters<typeof idsOf>): Promise<unknown> =>
      reviewers.appoint(room.coordinator, id, version, idsOf(...partners));
    expect(await refusalOf(appoint('QUI', 'AL'))).toMatchObject({
      code: 'reviewer-conflict',
      facts: { params: { reason: 'leads-deliverable' } },
    });
    expect(await refusalOf(appoint('AL'))).toMatchObject({ code: 'reviewers-incomplete', facts: { params: { needed: 2 } } });
    expect(await refusalOf(appoint('HANU', 'PXU'))).toMatchObject({ code: 'reviewers-incomplete', facts: { params: { origin: 'eu' } } });
    expect(await refusalOf(reviewers.appoint(room.coordinator, id, version + 1, []))).toMatchObject({ code: 'precondition-failed' });
  });

  it('of two at the same moment one is done', async () => {
    const id = room.strive.idOf('D3.2');
    const { version } = await view('D3.2');
    const { done, refused } = await outcomesOf([
      reviewers.appoint(room.coordinator, id, version, idsOf('AL', 'HANU')),
      reviewers.appoint(room.coordinator, id, version, idsOf('UÉ', 'PXU')),
    ]);
    expect({ done, refused }).toEqual({ done: 1, refused: ['precondition-failed'] });
  });

  it('lets the appointed alone vote where the rules begin with reviewers', async () => {
    await office.sql(`UPDATE body SET first_panel = 'reviewers' WHERE kind = 'quality-board'`);
    const { version } = await view('D3.3');
    await reviewers.appoint(room.coordinator, room.strive.idOf('D3.3'), version, idsOf('AL', 'HANU'));
    const id = await open('D3.3');
    expect(roundOf(await view('D3.3'))).toMatchObject({ panel: 'reviewers', tally: { eligible: 2 } });
    expect(await refusalOf(room.vote(id, 'PXU', 'accept'))).toMatchObject({ code: 'forbidden' });
    await room.vote(id, 'AL', 'accept');
    await room.vote(id, 'HANU', 'accept');
    expect((await room.qualityBoard.signOff(room.member('HANU'), id)).signOff?.bound).toMatchObject({ panel: 'reviewers' });
    await office.sql(`UPDATE body SET first_panel = 'board' WHERE kind = 'quality-board'`);
  });
});

describe('the statistics of the board', () => {
  it('are one statement', async () => {
    expect(await countStatements(() => office.app.get(BoardStatistics).view(room.observer))).toBe(1);
  });

  it('tell the time in each state, rounds, scores and load', async () => {
    const id = await open('D4.4');
    await room.qualityBoard.sendReview(room.member('UÉ'), id, aReviewRequest({ scores: someScores({ clarity: 1 }) }));
    const figures = await office.app.get(BoardStatistics).view(room.observer);
    expect(figures.steps.map(({ state }) => state)).toEqual(expect.arrayContaining(['drafting', 'in-review']));
    expect(figures.rounds.reduce((sum, { deliverables }) => sum + deliverables, 0)).toBe(figures.deliverables.length);
    expect(figures.deliverables[0]).toMatchObject({ number: 'D2.2', rounds: 2, signedOff: true });
    const clarity = figures.scores.find(({ criterion }) => criterion === 'clarity');
    expect(clarity?.spread.reduce((sum, count) => sum + count, 0)).toBe(clarity?.count);
    expect(clarity?.spread[0]).toBe(1);
    expect(figures.load.find(({ beneficiary }) => beneficiary.shortName === 'AL')).toMatchObject({ appointed: expect.any(Number) });
    expect(figures.load.find(({ beneficiary }) => beneficiary.shortName === 'UÉ')).toMatchObject({
      sent: expect.any(Number),
      averageDays: expect.any(Number),
    });
  });
});
