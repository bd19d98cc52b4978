import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { DeliverableHistoryItem, DeliverableView } from '@office/contracts';
import type { Verdict } from '@office/domain';
import { aReviewRequest, someRules, someScores } from '@office/testing';
import { v7 as uuid } from 'uuid';
import { Clock } from '../../src/core/clock/clock.js';
import { countRows, openBoardRoom, outcomesOf, refusalOf, reviewWith, roundOf, type BoardRoom, type Partner } from '../support/board.js';
import { openOffice, type TestOffice } from '../support/office.js';
import { countStatements } from '../support/statements.js';

let office: TestOffice;
let room: BoardRoom;
let deliverableId: string;
let content = 0;

beforeAll(async () => {
  office = await openOffice();
  room = await openBoardRoom(office);
  deliverableId = room.strive.idOf('D2.2');
  // On a server the pool has its connections before things are done at once: otherwise the first is over before the second begins.
  await Promise.all(Array.from({ length: 6 }, () => room.qualityBoard.board(room.lead)));
});
afterAll(() => office.close());

/** Nothing is left open by the test before. */
beforeEach(async () => {
  await office.sql(
    `UPDATE review_round SET closed_at = opened_at, result = 'changes', state = 'changes-requested', decided_by = 'vote' WHERE closed_at IS NULL`,
  );
  await room.settleComments(deliverableId);
  // The third round of a deliverable would go to the steering committee.
  await office.sql(`UPDATE body SET rounds_before_board = 9 WHERE kind = 'quality-board'`);
  await office.sql(`UPDATE deliverable_status SET state = 'drafting'`);
});

const votes = (verdict: Verdict, ...partners: Partner[]): (readonly [Partner, Verdict])[] =>
  partners.map((partner) => [partner, verdict] as const);
const openRound = (): Promise<DeliverableView> => room.openRound(deliverableId, `draft ${(content += 1)}`);
const voted = async (...cast: (readonly [Partner, Verdict])[]): Promise<string> =>
  roundOf(await room.voted(deliverableId, `draft ${(content += 1)}`, cast)).id;
const lastOf = ({ history }: DeliverableView, event: string): DeliverableHistoryItem | undefined =>
  history.find((item) => item.event === event);
const stateNow = async (): Promise<string> => (await room.deliverables.view(room.coordinator, deliverableId)).state;

describe('a verdict', () => {
  it('is kept as it was sent, and counted', async () => {
    const { id } = roundOf(await openRound());
    const request = aReviewRequest({
      verdict: 'major-changes',
      scores: someScores({ relevance: 5, completeness: 1, quality: 2, clarity: 3, visibility: 4 }),
      comments: [
        { kind: 'major', anchor: 'Section 3', text: 'No figures.' },
        { kind: 'advice', text: 'Shorter.' },
      ],
    });
    const round = roundOf(await room.qualityBoard.sendReview(room.member('PXU'), id, request));
    expect(round.tally).toMatchObject({ eligible: 6, cast: 1, inFavour: 0, outcome: 'pending' });
    expect(round.reviews).toMatchObject([
      {
        by: { name: 'board-pxu', beneficiary: 'PXU' },
        beneficiaryId: room.strive.idOf('PXU'),
        verdict: 'major-changes',
        scores: request.scores,
        comments: [
          { kind: 'major', anchor: 'Section 3', text: 'No figures.' },
          { kind: 'advice', anchor: '', text: 'Shorter.' },
        ],
        sentAt: '2024-09-16T10:00:00.000Z',
      },
    ]);
  });

  it('makes the page another one than was seen before', async () => {
    const opened = await openRound();
    const { version } = await room.vote(roundOf(opened).id, 'PXU', 'accept');
    expect(version).toBe(opened.version + 1);
    const refused = room.vote(roundOf(opened).id, 'PXU', 'accept');
    await expect(refused).rejects.toThrow();
    expect((await room.deliverables.view(room.coordinator, deliverableId)).version).toBe(version);
  });

  it.each([
    ['who leads the deliverable', () => room.member('QUI'), 'own-beneficiary-leads'],
    ['who coordinates for the lead', () => room.lead, 'own-beneficiary-leads'],
    ['who only looks on', () => room.observer, 'role'],
    ['who only coordinates', () => room.coordinator, 'role'],
  ])('is not taken from one %s', async (_, actor, reason) => {
    const { id } = roundOf(await openRound());
    expect(await refusalOf(room.qualityBoard.sendReview(actor(), id, reviewWith('accept')))).toEqual({
      code: 'forbidden',
      facts: { params: { permission: 'deliverable.review', reason } },
    });
  });

  it('is not taken from one with the role but without a seat, or whose seat is over', async () => {
    const { id } = roundOf(await openRound());
    const guest = await room.actor('guest', ['quality-board-member'], 'PXU');
    await office.sql(`UPDATE membership SET active_to = '2024-09-01' WHERE id = $1`, [guest.membershipId]);
    for (const actor of [guest, { ...guest, membershipId: uuid() }, { ...guest, membershipId: null }]) {
      expect(await refusalOf(room.qualityBoard.sendReview(actor, id, reviewWith('accept')))).toMatchObject({
        code: 'forbidden',
        facts: { params: { reason: 'role' } },
      });
    }
  });

  it('is not taken from who wrote the version, even for another institution', async () => {
    const author = await room.actor('author', ['partner-coordinator', 'quality-board-member'], 'HANU');
    await room.upload(deliverableId, `draft ${(content += 1)}`, { by: { ...author, beneficiaryId: room.strive.idOf('QUI') } });
    const { version } = await room.deliverables.view(room.lead, deliverableId);
    const { id } = roundOf(await room.deliverables.openReview(room.lead, deliverableId, version));
    expect(await refusalOf(room.qualityBoard.sendReview(author, id, reviewWith('accept')))).toEqual({
      code: 'forbidden',
      facts: { params: { permission: 'deliverable.review', reason: 'wrote-version' } },
    });
    expect((await room.vote(id, 'HANU', 'accept')).board.filter(({ exclusion }) => exclusion === 'wrote-version')).toHaveLength(1);
  });

  it('is refused with the paths of what is wrong', async () => {
    const { id } = roundOf(await openRound());
    const request = aReviewRequest({
      verdict: 'reject',
      scores: someScores({ clarity: 6, quality: 2.5 }),
      comments: [{ kind: 'minor', text: 'x' }],
    });
    expect(await refusalOf(room.qualityBoard.sendReview(room.member('PXU'), id, request))).toEqual({
      code: 'validation-failed',
      facts: {
        errors: [
          { path: 'scores.quality', code: 'score-out-of-range' },
          { path: 'scores.clarity', code: 'score-out-of-range' },
          { path: 'comments', code: 'major-comment-needed' },
        ],
      },
    });
  });

  it('is sent once by an institution, by whomever', async () => {
    const { id } = roundOf(await openRound());
    await room.vote(id, 'PXU', 'accept');
    const colleague = await room.actor('colleague', ['quality-board-member'], 'PXU');
    for (const actor of [room.member('PXU'), colleague]) {
      expect(await refusalOf(room.qualityBoard.sendReview(actor, id, reviewWith('reject')))).toMatchObject({ code: 'already-reviewed' });
    }
  });

  it('sent twice at the same moment is taken once', async () => {
    const { id } = roundOf(await openRound());
    const before = await countRows(office, 'review_comment');
    const { done, refused } = await outcomesOf([1, 2, 3].map(() => room.vote(id, 'PXU', 'accept')));
    expect({ done, refused }).toEqual({ done: 1, refused: ['already-reviewed', 'already-reviewed'] });
    expect(await countRows(office, 'review_comment')).toBe(before + 1);
  });

  it('of each member at the same moment is counted', async () => {
    const { id } = roundOf(await openRound());
    const { done } = await outcomesOf(
      (['AL', 'HANU', 'PXU', 'APAG', 'UÉ', 'UNITUS'] as const).map((partner) => room.vote(id, partner, 'accept')),
    );
    expect(done).toBe(6);
    expect(roundOf(await room.deliverables.view(room.lead, deliverableId)).tally).toMatchObject({
      cast: 6,
      inFavour: 6,
      outcome: 'sign-off',
    });
  });

  it('is never changed, not even behind the back of the API', async () => {
    const { id } = roundOf(await openRound());
    await room.vote(id, 'PXU', 'accept');
    await expect(office.sql(`UPDATE review SET verdict = 'reject' WHERE round_id = $1`, [id])).rejects.toThrow('append-only');
    await expect(office.sql(`DELETE FROM review_comment`)).rejects.toThrow('append-only');
  });

  it('of a round that is not there or elsewhere is not found', async () => {
    const { id } = roundOf(await openRound());
    const elsewhere = { ...room.member('PXU'), projectId: uuid() };
    expect(await refusalOf(room.qualityBoard.sendReview(room.member('PXU'), uuid(), reviewWith('accept')))).toMatchObject({
      code: 'not-found',
    });
    expect(await refusalOf(room.qualityBoard.sendReview(elsewhere, id, reviewWith('accept')))).toMatchObject({ code: 'not-found' });
  });
});

describe('signing off', () => {
  const IN_FAVOUR = votes('minor-changes', 'HANU', 'PXU', 'APAG', 'UÉ');

  it('records the tally and the hash of what was signed, and closes the round', async () => {
    const round = await voted(...IN_FAVOUR, ['UNITUS', 'reject']);
    await room.settleComments(deliverableId);
    const view = await room.qualityBoard.signOff(room.member('PXU'), round);
    expect(view.state).toBe('signed-off');
    expect(view.signOff).toMatchObject({
      versionNumber: view.latestVersion,
      sha256: view.versions[0]?.sha256,
      by: { name: 'board-pxu', beneficiary: 'PXU' },
      inFavour: 4,
      cast: 5,
      eligible: 6,
    });
    expect(roundOf(view)).toMatchObject({ result: 'sign-off', closedAt: '2024-09-16T10:00:00.000Z' });
    expect(lastOf(view, 'deliverable.signed-off')).toMatchObject({
      by: { beneficiary: 'PXU' },
      detail: { inFavour: 4, cast: 5, eligible: 6 },
    });
    await expect(office.sql(`UPDATE sign_off SET in_favour = 6`)).rejects.toThrow('append-only');
  });

  it.each([
    ['without a quorum', votes('accept', 'HANU', 'PXU', 'APAG'), 'outcome-is-sign-off'],
    ['without a vote', [], 'outcome-is-sign-off'],
    ['without a majority', [...votes('accept', 'HANU', 'PXU'), ...votes('reject', 'APAG', 'UÉ')], 'outcome-is-sign-off'],
  ])('is not possible %s', async (_, cast, fact) => {
    const round = await voted(...cast);
    expect(await refusalOf(room.qualityBoard.signOff(room.member('HANU'), round))).toEqual({
      code: 'transition-refused',
      facts: { params: { from: 'open', action: 'sign-off', fact } },
    });
    expect(await stateNow()).toBe('in-review');
  });

  it('is for members who may vote on it', async () => {
    const round = await voted(...IN_FAVOUR);
    const refuse = async (actor: BoardRoom['lead'], reason: string): Promise<void> => {
      expect(await refusalOf(room.qualityBoard.signOff(actor, round))).toEqual({
        code: 'forbidden',
        facts: { params: { permission: 'deliverable.sign-off', reason } },
      });
    };
    await refuse(room.member('QUI'), 'own-beneficiary-leads');
    await refuse(room.lead, 'own-beneficiary-leads');
    await refuse(room.coordinator, 'role');
  });

  it('by two members at the same moment is done once', async () => {
    const before = await countRows(office, 'sign_off');
    const round = await voted(...IN_FAVOUR);
    const { done, refused } = await outcomesOf(
      (['HANU', 'PXU', 'UÉ'] as const).map((partner) => room.qualityBoard.signOff(room.member(partner), round)),
    );
    expect({ done, refused }).toEqual({ done: 1, refused: ['already-signed-off', 'already-signed-off'] });
    expect(await countRows(office, 'sign_off')).toBe(before + 1);
    expect(await stateNow()).toBe('signed-off');
  });

  it('and a verdict at the same moment never disagree: the vote is counted in the tally, or refused', async () => {
    const round = await voted(...IN_FAVOUR);
    const [signed, sent] = await Promise.allSettled([
      room.qualityBoard.signOff(room.member('HANU'), round),
      room.vote(round, 'UNITUS', 'minor-changes'),
    ]);
    expect(signed.status).toBe('fulfilled');
    const { signOff, rounds } = await room.deliverables.view(room.lead, deliverableId);
    expect(signOff?.cast).toBe(rounds[0]?.reviews.length);
    expect(signOff?.cast).toBe(sent.status === 'fulfilled' ? 5 : 4);
  });

  it('closes the round to verdicts and requests', async () => {
    const round = await voted(...IN_FAVOUR);
    await room.qualityBoard.signOff(room.member('HANU'), round);
    expect(await refusalOf(room.vote(round, 'UNITUS', 'accept'))).toMatchObject({ code: 'round-closed' });
    expect(await refusalOf(room.qualityBoard.requestChanges(room.member('HANU'), round))).toMatchObject({ code: 'round-closed' });
    expect(await refusalOf(room.qualityBoard.signOff(room.member('HANU'), round))).toMatchObject({ code: 'already-signed-off' });
  });
});

describe('asking for changes', () => {
  const AGAINST = votes('major-changes', 'HANU', 'PXU', 'APAG', 'UÉ');

  it('sends the deliverable back and closes the round', async () => {
    const round = await voted(...AGAINST);
    const view = await room.qualityBoard.requestChanges(room.member('HANU'), round);
    expect(view).toMatchObject({ state: 'changes-requested' });
    expect(roundOf(view)).toMatchObject({ result: 'changes', closedAt: '2024-09-16T10:00:00.000Z', tally: { outcome: 'changes' } });
    expect(lastOf(view, 'deliverable.changes-requested')).toMatchObject({ by: { beneficiary: 'HANU' }, detail: { inFavour: 0, cast: 4 } });
  });

  it('needs the board to be against', async () => {
    const round = await voted(...votes('accept', 'HANU', 'PXU', 'APAG', 'UÉ'));
    expect(await refusalOf(room.qualityBoard.requestChanges(room.member('HANU'), round))).toEqual({
      code: 'transition-refused',
      facts: { params: { from: 'open', action: 'request-changes', fact: 'outcome-is-changes' } },
    });
  });

  it('is for members who may vote on it', async () => {
    const round = await voted(...AGAINST);
    expect(await refusalOf(room.qualityBoard.requestChanges(room.member('QUI'), round))).toMatchObject({
      code: 'forbidden',
      facts: { params: { permission: 'deliverable.request-changes', reason: 'own-beneficiary-leads' } },
    });
  });

  it('by two members at the same moment is done once', async () => {
    const round = await voted(...AGAINST);
    const { done, refused } = await outcomesOf(
      (['HANU', 'PXU'] as const).map((partner) => room.qualityBoard.requestChanges(room.member(partner), round)),
    );
    expect({ done, refused }).toEqual({ done: 1, refused: ['round-closed'] });
  });
});

describe('the page of the quality board', () => {
  it('is two statements, however many rounds', async () => {
    expect(await countStatements(() => room.qualityBoard.board(room.lead))).toBe(2);
  });

  it('shows the rules, the members, what is open and what awaits the own verdict', async () => {
    const round = await voted(['PXU', 'accept']);
    const mine = await room.qualityBoard.board(room.member('PXU'));
    expect(mine.rules).toEqual(someRules({ roundsBeforeBoard: 9 }));
    expect(new Set(mine.members.map(({ beneficiary }) => beneficiary.shortName)).size).toBe(7);
    expect(mine.open).toMatchObject([
      {
        roundId: round,
        number: 'D2.2',
        workPackage: 'WP2',
        dueOn: '2024-10-31',
        myVerdict: 'accept',
        exclusion: null,
        tally: { cast: 1, eligible: 6 },
      },
    ]);
    expect((await room.qualityBoard.board(room.member('HANU'))).open).toMatchObject([{ roundId: round, myVerdict: null, exclusion: null }]);
    expect((await room.qualityBoard.board(room.member('QUI'))).open).toMatchObject([{ roundId: round, exclusion: 'leads-deliverable' }]);
    expect((await room.qualityBoard.board(room.observer)).open).toMatchObject([{ roundId: round, myVerdict: null, exclusion: null }]);
  });

  it('sorts what is open by closing time and shows the newest twenty of what is closed', async () => {
    const clock = office.app.get(Clock);
    const other = room.strive.idOf('D4.4');
    await clock.at(new Date('2024-09-10T10:00:00Z'), () => room.openRound(other, 'earlier'));
    await openRound();
    expect((await room.qualityBoard.board(room.lead)).open.map(({ number }) => number)).toEqual(['D4.4', 'D2.2']);
    const closed = await countRows(office, 'review_round WHERE closed_at IS NOT NULL');
    for (let n = closed; n < 21; n += 1) {
      const round = await voted(...votes('reject', 'HANU', 'PXU', 'APAG', 'UÉ'));
      await clock.at(new Date(Date.UTC(2024, 9, n)), () => room.qualityBoard.requestChanges(room.member('HANU'), round));
    }
    const page = await room.qualityBoard.board(room.lead);
    expect(page.closed).toHaveLength(20);
    const times = page.closed.map(({ closedAt }) => closedAt);
    expect(times).toEqual([...times].sort().reverse());
  });

  it('of a project that is not there is not found', async () => {
    expect(await refusalOf(room.qualityBoard.board({ ...room.lead, projectId: uuid() }))).toMatchObject({ code: 'not-found' });
  });
});
