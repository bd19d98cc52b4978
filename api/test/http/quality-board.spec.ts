import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type {
  BoardStatisticsView,
  DeliverableView,
  Problem,
  QualityBoardView,
  ReviewDraftView,
  ReviewerChoiceView,
} from '@office/contracts';
import { someRules, someScores } from '@office/testing';
import { openBoardRoom, roundOf, type BoardRoom, type TestActor } from '../support/board.js';
import { openOffice, type TestOffice } from '../support/office.js';

let office: TestOffice;
let room: BoardRoom;
let id: string;
let roundId: string;

beforeAll(async () => {
  office = await openOffice();
  room = await openBoardRoom(office);
  id = room.strive.idOf('D2.2');
  await office.sql(`UPDATE body_member SET chair = true WHERE membership_id = $1`, [room.member('UNITUS').membershipId]);
  roundId = roundOf(await room.openRound(id, 'for review')).id;
});
afterAll(() => office.close());

const get = (by: TestActor, path: string) => by.member.request(path);
const put = (by: TestActor, path: string, payload: object, version?: number) =>
  by.member.request(path, { method: 'PUT', payload, headers: version === undefined ? {} : { 'if-match': `"${version}"` } });
const board = async (): Promise<QualityBoardView> => (await get(room.observer, 'quality-board')).json<QualityBoardView>();

describe('the rules of the board', () => {
  it('are changed with the version that was seen, within their limits', async () => {
    const { version } = await board();
    expect((await put(room.coordinator, 'quality-board/rules', someRules())).statusCode).toBe(428);
    const wrong = await put(
      room.coordinator,
      'quality-board/rules',
      someRules({ reviewDays: 0, extensionDays: 31, origins: ['x' as 'eu'] }),
      version,
    );
    expect(wrong.statusCode).toBe(422);
    expect(
      wrong
        .json<Problem>()
        .errors?.map(({ path }) => path)
        .sort(),
    ).toEqual(['extensionDays', 'origins', 'reviewDays']);
    const changed = await put(room.member('UNITUS'), 'quality-board/rules', someRules({ reviewDays: 10 }), version);
    expect(changed.headers['etag']).toBe(`"${version + 1}"`);
    expect((await board()).rules.reviewDays).toBe(10);
    expect((await put(room.coordinator, 'quality-board/rules', someRules(), version)).statusCode).toBe(412);
    expect((await put(room.member('HANU'), 'quality-board/rules', someRules(), version + 1)).statusCode).toBe(403);
  });

  it('name its members, alternates and chair', async () => {
    const { version, members } = await board();
    const seats = members.map(({ membershipId, chair }) => ({ membershipId, chair, place: 'member', absentUntil: '2024-10-01' }));
    expect(
      (await put(room.coordinator, 'quality-board/members', { members: seats }, version)).json<QualityBoardView>().members[0],
    ).toMatchObject({
      absentUntil: '2024-10-01',
    });
    const none = await put(room.coordinator, 'quality-board/members', { members: [] }, version + 1);
    expect([none.statusCode, none.json<Problem>().code]).toEqual([422, 'board-incomplete']);
  });
});

describe('a review on its way', () => {
  const draft = { typedAt: '2024-09-16T09:00:00.000Z', scores: { clarity: 3 }, comments: [] };

  it('is kept as a draft for its writer alone', async () => {
    const path = `review-rounds/${roundId}/draft`;
    expect((await get(room.member('PXU'), path)).json<ReviewDraftView>()).toEqual({ draft: null });
    expect((await put(room.member('PXU'), path, draft)).json<ReviewDraftView>().draft).toMatchObject(draft);
    expect((await put(room.member('PXU'), path, { ...draft, scores: { clarity: 9 } })).statusCode).toBe(422);
    expect((await get(room.member('HANU'), path)).json<ReviewDraftView>()).toEqual({ draft: null });
    expect((await get(room.observer, path)).statusCode).toBe(403);
    expect((await room.member('PXU').member.request(path, { method: 'DELETE' })).statusCode).toBe(204);
  });

  it('gives way to a conflict of interest', async () => {
    const path = `review-rounds/${roundId}/recusal`;
    const post = (reason: string) => room.member('APAG').member.request(path, { method: 'POST', payload: { reason } });
    expect((await post('  ')).statusCode).toBe(422);
    expect((await post('Wrote chapter 2.')).json<DeliverableView>().board.filter(({ exclusion }) => exclusion === 'recused')).toHaveLength(
      1,
    );
  });

  it('is talked about: answered by the lead, agreed by the reviewer', async () => {
    const review = { scores: someScores(), verdict: 'reject', comments: [{ kind: 'major', text: 'No figures.' }] };
    const sent = await room.member('HANU').member.request(`review-rounds/${roundId}/reviews`, { method: 'POST', payload: review });
    const comment = roundOf(sent.json<DeliverableView>()).reviews[0]!.comments[0]!;
    expect((await put(room.lead, `review-comments/${comment.id}/answer`, { text: '' })).statusCode).toBe(422);
    expect(
      (await put(room.lead, `review-comments/${comment.id}/answer`, { text: 'Added.' })).json<DeliverableView>().openMajorComments,
    ).toBe(1);
    const agreed = await put(room.member('HANU'), `review-comments/${comment.id}/agreement`, { agreed: true });
    expect(agreed.json<DeliverableView>().openMajorComments).toBe(0);
  });
});

describe('reviewers', () => {
  it('are suggested with reasons and appointed by the version that was seen', async () => {
    const path = `deliverables/${room.strive.idOf('D3.1')}/reviewers`;
    const choice = (await get(room.observer, path)).json<ReviewerChoiceView>();
    const membershipIds = choice.candidates.filter(({ suggested }) => suggested).map(({ membershipId }) => membershipId);
    expect(membershipIds).toHaveLength(2);
    const appointed = await put(room.coordinator, path, { membershipIds }, choice.version);
    expect(appointed.json<DeliverableView>().board.filter(({ reviewer }) => reviewer)).toHaveLength(2);
    const conflict = choice.candidates.find(({ exclusion }) => exclusion !== null)!;
    const refused = await put(room.coordinator, path, { membershipIds: [conflict.membershipId] }, choice.version + 1);
    expect([refused.statusCode, refused.json<Problem>().code]).toEqual([409, 'reviewer-conflict']);
  });
});

describe('the figures of the board', () => {
  it('are for everybody who reads deliverables', async () => {
    const figures = (await get(room.observer, 'quality-board/statistics')).json<BoardStatisticsView>();
    expect(figures.scores).toHaveLength(5);
    expect(figures.load).toHaveLength(7);
  });
});
