import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { DeliverableView, ReviewRoundView } from '@office/contracts';
import type { Verdict } from '@office/domain';
import { aReviewRequest, someRules } from '@office/testing';
import { Clock } from '../../src/core/clock/clock.js';
import { BoardSettingsService } from '../../src/modules/quality-board/board-settings.service.js';
import { RoundClosing } from '../../src/modules/quality-board/round-closing.js';
import { openBoardRoom, outcomesOf, refusalOf, reviewWith, roundOf, type BoardRoom, type Partner } from '../support/board.js';
import { openOffice, type TestOffice } from '../support/office.js';

let office: TestOffice;
let room: BoardRoom;
let clock: Clock;
let closing: RoundClosing;
let settings: BoardSettingsService;
let deliverableId: string;
let deliverables: string[];
let content = 0;

/** Opened on 16 September, a round closes in the last minute of the 30th in Rome, and its extension a week later. */
const AT_CLOSING = new Date('2024-09-30T21:59:00.000Z');
const AFTER_CLOSING = new Date('2024-09-30T22:00:01Z');
const IN_EXTENSION = new Date('2024-10-05T10:00:00Z');
const AFTER_EXTENSION = new Date('2024-10-07T22:00:01Z');

beforeAll(async () => {
  office = await openOffice();
  room = await openBoardRoom(office);
  clock = office.app.get(Clock);
  closing = office.app.get(RoundClosing);
  settings = office.app.get(BoardSettingsService);
  await office.sql(`UPDATE deliverable SET lead_id = $1`, [room.strive.idOf('QUI')]);
  deliverables = (await office.sql<{ id: string }>(`SELECT id FROM deliverable`)).map(({ id }) => id);
  await office.sql(`UPDATE body_member SET chair = true WHERE membership_id = $1`, [room.member('UNITUS').membershipId]);
  // On a server the pool has its connections before things are done at once: otherwise the first is over before the second begins.
  await Promise.all(Array.from({ length: 6 }, () => room.qualityBoard.board(room.lead)));
});
afterAll(() => office.close());

/** Each test has a deliverable of its own, and the rules of the handbook. */
beforeEach(async () => {
  deliverableId = '';
  await office.sql(
    `UPDATE body SET rounds_before_board = 2, inquorate = 'chair-decides', first_panel = 'board' WHERE kind = 'quality-board'`,
  );
});

const own = (): string => (deliverableId ||= deliverables.pop() ?? '');
const votes = (verdict: Verdict, ...partners: Partner[]): (readonly [Partner, Verdict])[] =>
  partners.map((partner) => [partner, verdict] as const);
const voted = async (...cast: (readonly [Partner, Verdict])[]): Promise<string> =>
  roundOf(await room.voted(own(), `draft ${(content += 1)}`, cast)).id;
const view = (): Promise<DeliverableView> => room.deliverables.view(room.coordinator, deliverableId);
const round = async (): Promise<ReviewRoundView> => roundOf(await view());
const close = (at: Date): Promise<void> => clock.at(at, () => closing.closeOverdue());
const events = async (): Promise<string[]> => (await view()).history.map(({ event }) => event);

describe('a round whose time is over', () => {
  it('is counted when it has its quorum, and takes no verdict any more; who may signs it', async () => {
    const id = await voted(...votes('accept', 'HANU', 'PXU', 'APAG', 'UÉ'));
    await close(AFTER_CLOSING);
    expect(await round()).toMatchObject({ state: 'counted', closedAt: null, tally: { cast: 4, outcome: 'sign-off' } });
    expect((await events())[0]).toBe('review.counted');
    await clock.at(AFTER_CLOSING, async () => {
      expect(await refusalOf(room.vote(id, 'UNITUS', 'reject'))).toMatchObject({ code: 'round-closed' });
      expect((await room.qualityBoard.signOff(room.member('HANU'), id)).state).toBe('signed-off');
    });
    expect(await round()).toMatchObject({ state: 'signed-off', decidedBy: 'vote' });
  });

  it('is not touched at the instant of its closing, nor closed twice', async () => {
    await voted(...votes('accept', 'HANU'));
    await close(AT_CLOSING);
    expect(await round()).toMatchObject({ state: 'open', closesAt: AT_CLOSING.toISOString() });
    await close(AFTER_CLOSING);
    await close(AFTER_CLOSING);
    expect((await events()).filter((event) => event === 'review.extended')).toHaveLength(1);
  });

  it('is extended once without a quorum, and takes verdicts until then', async () => {
    const id = await voted(...votes('accept', 'HANU', 'PXU', 'APAG'));
    await close(AFTER_CLOSING);
    expect(await round()).toMatchObject({
      state: 'extended',
      extendedFrom: AT_CLOSING.toISOString(),
      closesAt: '2024-10-07T21:59:00.000Z',
      tally: { cast: 3, outcome: 'pending' },
    });
    expect((await view()).history[0]).toMatchObject({
      event: 'review.extended',
      by: null,
      detail: { cast: 3, quorum: 4, closesOn: '2024-10-07' },
    });
    await clock.at(IN_EXTENSION, () => room.vote(id, 'UÉ', 'accept'));
    await close(AFTER_EXTENSION);
    expect(await round()).toMatchObject({ state: 'counted', tally: { cast: 4, outcome: 'sign-off' } });
  });

  it('is closed by a verdict that comes before the clock has: the verdict is taken in the extension', async () => {
    const id = await voted(...votes('accept', 'HANU'));
    const late = await clock.at(IN_EXTENSION, () => room.vote(id, 'PXU', 'accept'));
    expect(roundOf(late)).toMatchObject({ state: 'extended', tally: { cast: 2 } });
  });

  it('comes to the chair without a quorum for the second time, and to nobody else', async () => {
    const id = await voted(...votes('accept', 'HANU', 'PXU', 'UNITUS'));
    await close(AFTER_EXTENSION);
    expect(await round()).toMatchObject({ state: 'chair-decides' });
    expect((await events()).slice(0, 2)).toEqual(['review.handed-to-chair', 'review.extended']);
    await clock.at(AFTER_EXTENSION, async () => {
      expect(await refusalOf(room.qualityBoard.signOff(room.member('HANU'), id))).toMatchObject({
        code: 'transition-refused',
        facts: { params: { from: 'chair-decides', fact: 'is-chair' } },
      });
      expect(await refusalOf(room.vote(id, 'APAG', 'accept'))).toMatchObject({ code: 'round-closed' });
      const signed = await room.qualityBoard.signOff(room.member('UNITUS'), id);
      expect(signed.signOff).toMatchObject({
        cast: 3,
        bound: { role: 'chair', decidedBy: 'chair', panel: 'board', institution: { shortName: 'UNITUS' } },
      });
    });
    expect(await round()).toMatchObject({ state: 'signed-off', decidedBy: 'chair' });
  });

  it('is sent back by the chair as well', async () => {
    const id = await voted();
    await close(AFTER_EXTENSION);
    const back = await clock.at(AFTER_EXTENSION, () => room.qualityBoard.requestChanges(room.member('UNITUS'), id));
    expect(back.state).toBe('changes-requested');
  });

  it('asks for changes by itself where the rules say so, once', async () => {
    await office.sql(`UPDATE body SET inquorate = 'changes' WHERE kind = 'quality-board'`);
    await voted(...votes('accept', 'HANU'));
    await close(AFTER_EXTENSION);
    await close(AFTER_EXTENSION);
    expect(await view()).toMatchObject({ state: 'changes-requested' });
    expect(await round()).toMatchObject({
      state: 'changes-requested',
      result: 'changes',
      decidedBy: 'clock',
      tally: { cast: 1, eligible: 6 },
    });
    expect((await events()).slice(0, 3)).toEqual(
      expect.arrayContaining(['deliverable.changes-requested', 'review.lapsed', 'review.extended']),
    );
  });

  it('asks for changes by itself where the chair may not decide', async () => {
    const id = await voted();
    await room.qualityBoard.recuse(room.member('UNITUS'), id, 'Wrote a chapter.');
    await close(AFTER_EXTENSION);
    expect(await round()).toMatchObject({ state: 'changes-requested', decidedBy: 'clock' });
  });

  it('has one outcome when a verdict arrives as it closes', async () => {
    const id = await voted(...votes('accept', 'HANU', 'PXU', 'APAG'));
    await clock.at(AFTER_CLOSING, async () => {
      const { done } = await outcomesOf([room.vote(id, 'UÉ', 'accept'), closing.closeOverdue(), closing.closeOverdue()]);
      expect(done).toBe(3);
    });
    // The quorum was missed at the closing time, so the fourth verdict is one of the extension, whoever came first.
    expect(await round()).toMatchObject({ state: 'extended', tally: { cast: 4, quorumReached: true } });
    expect((await events()).filter((event) => event === 'review.extended')).toHaveLength(1);
  });

  it('has one outcome when its last verdict and the signature arrive as it closes', async () => {
    const id = await voted(...votes('accept', 'HANU', 'PXU', 'APAG', 'UÉ'));
    await clock.at(AFTER_CLOSING, async () => {
      const { refused } = await outcomesOf([
        room.vote(id, 'UNITUS', 'reject'),
        room.qualityBoard.signOff(room.member('HANU'), id),
        closing.closeOverdue(),
      ]);
      expect(refused).toEqual(['round-closed']);
    });
    expect(await view()).toMatchObject({ state: 'signed-off', signOff: { cast: 4, inFavour: 4 } });
  });
});

describe('a version while a round is open', () => {
  it('is refused', async () => {
    await voted();
    expect(await refusalOf(room.upload(own(), 'meanwhile'))).toMatchObject({
      code: 'transition-refused',
      facts: { params: { from: 'in-review', action: 'upload-version' } },
    });
  });

  it('and the round at the same moment: one of them is done, and the round is on the version that was seen', async () => {
    const { version, latestVersion } = await room.upload(own(), `draft ${(content += 1)}`);
    const { done, refused } = await outcomesOf([
      room.deliverables.openReview(room.lead, deliverableId, version),
      room.upload(own(), `draft ${(content += 1)}`, { seen: version }),
    ]);
    expect(done).toBe(1);
    expect(['precondition-failed', 'transition-refused']).toEqual(expect.arrayContaining(refused));
    const after = await view();
    if (after.state === 'in-review') expect(roundOf(after).versionNumber).toBe(latestVersion);
    else expect(after.state).toBe('drafting');
  });
});

describe('a conflict of interest', () => {
  it('takes the vote of who declares it, and of nobody else of the institution', async () => {
    const id = await voted();
    const mine = await room.qualityBoard.recuse(room.member('PXU'), id, 'My sister wrote chapter 2.');
    expect(mine.board.find(({ beneficiary }) => beneficiary.shortName === 'PXU')).toMatchObject({ exclusion: 'recused', mayVote: false });
    expect(roundOf(mine).tally.eligible).toBe(5);
    expect(await refusalOf(room.vote(id, 'PXU', 'accept'))).toMatchObject({ code: 'forbidden', facts: { params: { reason: 'recused' } } });
    await expect(office.sql(`DELETE FROM review_recusal`)).rejects.toThrow('append-only');
    const colleague = await room.actor('colleague-pxu', ['quality-board-member'], 'PXU');
    expect(roundOf(await room.qualityBoard.sendReview(colleague, id, reviewWith('accept'))).tally).toMatchObject({ eligible: 6, cast: 1 });
    await office.sql(`UPDATE membership SET active_to = active_from WHERE id = $1`, [colleague.membershipId]);
  });

  it('comes too late after a verdict', async () => {
    const id = await voted(...votes('accept', 'HANU'));
    expect(await refusalOf(room.qualityBoard.recuse(room.member('HANU'), id, 'Late.'))).toMatchObject({ code: 'already-reviewed' });
  });
});

describe('an alternate', () => {
  const NOT_BEFORE = { code: 'alternate-waits' };

  it('waits for the member, and votes when the member is absent or the round extended', async () => {
    const alternate = await room.actor('alternate-apag', ['quality-board-member'], 'APAG');
    await office.sql(`UPDATE body_member SET place = 'alternate' WHERE membership_id = $1`, [alternate.membershipId]);
    const id = await voted();
    const send = (): Promise<DeliverableView> => room.qualityBoard.sendReview(alternate, id, reviewWith('accept'));
    expect(await refusalOf(send())).toMatchObject(NOT_BEFORE);
    const extended = await clock.at(IN_EXTENSION, send);
    expect(roundOf(extended)).toMatchObject({ state: 'extended', tally: { cast: 1, eligible: expect.any(Number) } });
    deliverableId = '';
    const absent = await voted();
    await office.sql(`UPDATE body_member SET absent_until = '2024-09-20' WHERE membership_id = $1`, [room.member('APAG').membershipId]);
    expect(roundOf(await room.qualityBoard.sendReview(alternate, absent, reviewWith('accept'))).tally.cast).toBe(1);
    expect(await refusalOf(room.vote(absent, 'APAG', 'reject'))).toMatchObject({ code: 'already-reviewed' });
    await office.sql(`UPDATE body_member SET absent_until = NULL`);
  });
});

describe('the panel of a round', () => {
  it('goes up to the steering committee, who then vote instead of the board', async () => {
    for (let rounds = 0; rounds < 2; rounds += 1)
      await room.qualityBoard.requestChanges(room.member('HANU'), await voted(...votes('reject', 'HANU', 'PXU', 'APAG', 'UÉ')));
    const delegate = await room.actor('delegate-hanu', ['partner-coordinator'], 'HANU');
    await office.sql(
      `INSERT INTO body_member (project_id, body_id, membership_id) SELECT project_id, id, $2 FROM body WHERE project_id = $1 AND kind = 'steering-committee' ON CONFLICT DO NOTHING`,
      [room.strive.projectId, delegate.membershipId],
    );
    const id = await voted();
    expect(await round()).toMatchObject({ panel: 'steering-committee' });
    expect(await refusalOf(room.vote(id, 'HANU', 'accept'))).toMatchObject({ code: 'forbidden', facts: { params: { reason: 'role' } } });
    expect((await round()).carried).toHaveLength(8);
    const sent = await room.qualityBoard.sendReview(delegate, id, reviewWith('accept'));
    expect(roundOf(sent).tally).toMatchObject({ cast: 1 });
    expect(sent.board.map(({ personId }) => personId)).toContain(delegate.personId);
  });

  it('is the appointed reviewers where the rules begin with them; without any it is not opened', async () => {
    await office.sql(`UPDATE body SET first_panel = 'reviewers' WHERE kind = 'quality-board'`);
    const { version } = await room.upload(own(), `draft ${(content += 1)}`);
    expect(await refusalOf(room.deliverables.openReview(room.lead, deliverableId, version))).toMatchObject({ code: 'reviewers-needed' });
  });
});

describe('the rules of the board', () => {
  it('are changed by coordinator and chair, not by members; rounds that are open keep theirs', async () => {
    const id = await voted(...votes('accept', 'HANU', 'PXU', 'APAG'));
    const { version } = await room.qualityBoard.board(room.coordinator);
    const rules = someRules({ quorumBasisPoints: 5000, reviewDays: 10 });
    expect(await refusalOf(settings.changeRules(room.member('HANU'), version, rules))).toMatchObject({ code: 'forbidden' });
    const changed = await settings.changeRules(room.coordinator, version, rules);
    expect(changed).toMatchObject({ version: version + 1, rules });
    expect(await refusalOf(settings.changeRules(room.member('UNITUS'), version, rules))).toMatchObject({
      code: 'precondition-failed',
      facts: { current: { version: version + 1 } },
    });
    expect(await round()).toMatchObject({ id, quorumBasisPoints: 6666, tally: { quorum: 4, quorumReached: false } });
    await settings.changeRules(room.member('UNITUS'), version + 1, someRules());
    const [entry] = await office.sql<{ event: string }>(`SELECT event FROM audit_entry WHERE event LIKE 'board.%' LIMIT 1`);
    expect(entry?.event).toBe('board.rules-changed');
  });

  it('are written once when two change them at once', async () => {
    const { version } = await room.qualityBoard.board(room.coordinator);
    const change = (days: number): Promise<unknown> => settings.changeRules(room.coordinator, version, someRules({ reviewDays: days }));
    const { done, refused } = await outcomesOf([change(14), change(14)]);
    expect({ done, refused }).toEqual({ done: 1, refused: ['precondition-failed'] });
  });

  it('ask for one chair among the members, of people with the role', async () => {
    const { version, members, candidates } = await room.qualityBoard.board(room.coordinator);
    const board = members.map(({ membershipId, place, chair }) => ({ membershipId, place, chair }));
    const put = (of: typeof board): Promise<unknown> => settings.changeMembers(room.coordinator, version, { members: of });
    expect(await refusalOf(put(board.map((one) => ({ ...one, chair: false }))))).toMatchObject({ code: 'board-incomplete' });
    expect(
      await refusalOf(put([...board, { membershipId: room.observer.membershipId ?? '', place: 'member', chair: false }])),
    ).toMatchObject({
      code: 'board-incomplete',
      facts: { params: { membershipId: room.observer.membershipId } },
    });
    expect(candidates.map(({ membershipId }) => membershipId)).toEqual(
      expect.arrayContaining(board.map(({ membershipId }) => membershipId)),
    );
    await put(board);
    expect((await room.qualityBoard.board(room.coordinator)).members.filter(({ chair }) => chair)).toHaveLength(1);
  });
});

describe('two members who sign at the same moment', () => {
  it('as the chair and a member, of a round that has come to the chair: the chair has it', async () => {
    const id = await voted(...votes('accept', 'HANU'));
    const { refused } = await clock.at(AFTER_EXTENSION, () =>
      outcomesOf((['HANU', 'UNITUS', 'HANU'] as const).map((partner) => room.qualityBoard.signOff(room.member(partner), id))),
    );
    expect(refused.every((code) => ['transition-refused', 'already-signed-off'].includes(code))).toBe(true);
    expect((await view()).signOff?.by.beneficiary).toBe('UNITUS');
  });
});

describe('a review as it was sent', () => {
  it('binds role, institution, version, verdicts and rules of the moment to the sign-off', async () => {
    const id = await voted(...votes('accept', 'HANU', 'PXU', 'APAG', 'UÉ'));
    await room.qualityBoard.sendReview(room.member('AL'), id, aReviewRequest({ verdict: 'minor-changes' }));
    const { signOff } = await room.qualityBoard.signOff(room.member('UNITUS'), id);
    expect(signOff?.bound).toMatchObject({ role: 'chair', decidedBy: 'vote', panel: 'board', rules: someRules() });
    expect(signOff?.bound?.verdicts).toHaveLength(5);
    expect(signOff?.bound?.verdicts[0]).toEqual({
      reviewId: expect.any(String),
      beneficiary: 'HANU',
      verdict: 'accept',
      sentAt: '2024-09-16T10:00:00.000Z',
    });
  });
});
