import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Readable } from 'node:stream';
import type { DeliverableQuery, DeliverableView } from '@office/contracts';
import { isLate, monthEnd, plainDate } from '@office/domain';
import { Clock } from '../../src/core/clock/clock.js';
import { DomainEvents } from '../../src/core/events/domain-events.js';
import {
  countRows,
  openBoardRoom,
  outcomesOf,
  pdf,
  refusalOf,
  roundOf,
  storedFiles,
  type BoardRoom,
  type Partner,
} from '../support/board.js';
import { openOffice, TEST_CLOCK, type TestOffice } from '../support/office.js';
import { importStrive } from '../support/project.js';
import { countStatements } from '../support/statements.js';

let office: TestOffice;
let room: BoardRoom;

beforeAll(async () => {
  office = await openOffice();
  room = await openBoardRoom(office);
});
afterAll(() => office.close());

const idOf = (number: string): string => room.strive.idOf(number);
const view = (number: string): Promise<DeliverableView> => room.deliverables.view(room.coordinator, idOf(number));
const FOUR_IN_FAVOUR = (['HANU', 'PXU', 'APAG', 'UÉ'] as const).map((partner) => [partner, 'accept'] as const);
const FOUR_AGAINST = (['HANU', 'PXU', 'APAG', 'UÉ'] as const).map((partner) => [partner, 'major-changes'] as const);

describe('the list', () => {
  const numbers = async (query: DeliverableQuery, actor = room.lead): Promise<string[]> =>
    (await room.deliverables.list(actor, query)).items.map(({ number }) => number);

  it('is one statement, whatever its length and filters', async () => {
    expect(await countStatements(() => room.deliverables.list(room.lead, { limit: 1 }))).toBe(1);
    expect(await countStatements(() => room.deliverables.list(room.lead, { limit: 200, late: true, text: 'a', part: 'lead' }))).toBe(1);
  });

  it('comes in due order', async () => {
    const { items, total } = await room.deliverables.list(room.lead, {});
    expect(items).toHaveLength(total);
    expect(items.map(({ dueMonth }) => dueMonth)).toEqual(items.map(({ dueMonth }) => dueMonth).sort((a, b) => a - b));
  });

  it('filters by work package, lead, state and text', async () => {
    expect(await numbers({ workPackage: 'WP2' })).toEqual(['D2.1', 'D2.2', 'D2.3']);
    expect(await numbers({ lead: 'QUI' })).toEqual(['D2.2', 'D4.4']);
    expect(await numbers({ state: 'accepted' })).toEqual([]);
    expect(await numbers({ text: 'QUANG ninh' })).toContain('D2.2');
    expect(await numbers({ text: 'd1.' })).toEqual(expect.arrayContaining(['D1.1', 'D1.2', 'D1.3']));
    expect(await numbers({ workPackage: 'WP2', lead: 'QUI', late: false })).toEqual(['D2.2']);
  });

  it('takes the wildcards of SQL as text', async () => {
    expect(await numbers({ text: '%' })).toEqual([]);
    expect(await numbers({ text: 'D_.1' })).toEqual([]);
    expect(await numbers({ text: '\\' })).toEqual([]);
  });

  it('says what the own institution has to do with each', async () => {
    const leads = await room.deliverables.list(room.lead, { part: 'lead' });
    expect(leads.items.map(({ number, part }) => [number, part])).toEqual([
      ['D2.2', 'lead'],
      ['D4.4', 'lead'],
    ]);
    const contributes = await room.deliverables.list(room.lead, { part: 'contributor' });
    expect(contributes.total).toBeGreaterThan(0);
    expect(contributes.items.every(({ part, lead }) => part === 'contributor' && lead.shortName !== 'QUI')).toBe(true);
    expect((await room.deliverables.list(room.observer, {})).items.every(({ part }) => part === null)).toBe(true);
  });

  it('asks the board only for what is in review and what others lead', async () => {
    expect(await numbers({ part: 'reviewer' }, room.member('PXU'))).toEqual([]);
    await room.openRound(idOf('D4.4'), 'first');
    expect(await numbers({ part: 'reviewer' }, room.member('PXU'))).toEqual(['D4.4']);
    expect(await numbers({ part: 'reviewer' }, room.member('QUI'))).toEqual([]);
    expect((await view('D4.4')).part).toBe('reviewer');
  });
});

describe('due days in SQL', () => {
  it.each(['2024-01-31', '2023-12-30', '2024-02-29', '2024-01-01'])(
    'follow the rule of the domain for a start on %s',
    async (startDate) => {
      const strive = await importStrive(office, ({ project }) => Object.assign(project, { startDate, grantNumber: `starts ${startDate}` }));
      const reader = { ...room.observer, projectId: strive.projectId };
      const clock = office.app.get(Clock);
      // Midnight in Rome is not midnight in UTC: minutes before and after a due day has ended.
      for (const instant of ['2024-06-29T21:59:00Z', '2024-06-29T22:01:00Z', '2024-06-30T22:01:00Z', TEST_CLOCK]) {
        await clock.at(new Date(instant), async () => {
          const { items } = await room.deliverables.list(reader, { limit: 200 });
          const expected = items.map(({ id, dueMonth, state }) => {
            const dueOn = monthEnd(plainDate(startDate), dueMonth);
            return { id, dueOn, late: isLate(state, dueOn, clock.today('Europe/Rome')) };
          });
          expect(items.map(({ id, dueOn, late }) => ({ id, dueOn, late }))).toEqual(expected);
          const late = await room.deliverables.list(reader, { late: true });
          expect(late.items.map(({ id }) => id)).toEqual(expected.filter((row) => row.late).map(({ id }) => id));
        });
      }
    },
  );
});

describe('the page of a deliverable', () => {
  it('is one statement, however long its history', async () => {
    expect(await countStatements(() => view('D3.1'))).toBe(1);
    for (const content of ['a', 'b', 'c']) await room.upload(idOf('D2.2'), content);
    expect(await countStatements(() => view('D2.2'))).toBe(1);
  });

  it('tells who contributes, what is at stake, and who would vote', async () => {
    const { lead, contributors, stake, board, versions, history } = await view('D2.2');
    expect(lead.shortName).toBe('QUI');
    expect(contributors.map(({ shortName }) => shortName)).not.toContain('QUI');
    expect(stake).toEqual({ cents: 6_680_000, currency: 'EUR', beneficiaries: 7 });
    expect(board.map(({ beneficiary, exclusion }) => [beneficiary.shortName, exclusion])).toEqual([
      ['AL', null],
      ['HANU', null],
      ['PXU', null],
      ['QUI', 'leads-deliverable'],
      ['APAG', null],
      ['UÉ', null],
      ['UNITUS', null],
    ]);
    expect(versions.map(({ number }) => number)).toEqual(['0.3', '0.2', '0.1']);
    expect(versions[0]).toMatchObject({
      author: { name: 'lead', beneficiary: 'QUI' },
      createdAt: '2024-09-16T10:00:00.000Z',
      mediaType: 'application/pdf',
    });
    expect(history.map(({ event, detail }) => [event, detail['version']])).toEqual([
      ['deliverable.version-uploaded', '0.3'],
      ['deliverable.version-uploaded', '0.2'],
      ['deliverable.version-uploaded', '0.1'],
    ]);
  });

  it('is not found in another project', async () => {
    const elsewhere = { ...room.lead, projectId: '01900000-0000-7000-8000-000000000000' };
    expect(await refusalOf(room.deliverables.view(elsewhere, idOf('D2.2')))).toMatchObject({ code: 'not-found' });
  });

  it('is not even seen without the right to read', async () => {
    const administrator = { ...room.observer, roles: ['administrator'] as const };
    expect(await refusalOf(room.deliverables.view(administrator, idOf('D2.2')))).toMatchObject({ code: 'not-found' });
  });
});

describe('a version', () => {
  const D = 'D1.1';
  const upload = (fileName: string, content: Buffer | string, seen?: number): Promise<DeliverableView> =>
    view(D).then(({ version }) =>
      room.deliverables.uploadVersion(room.coordinator, idOf(D), seen ?? version, {
        fileName,
        note: 'n',
        stream: Readable.from(Buffer.from(content)),
      }),
    );

  it('gets the next number, the hash of its content and a safe name', async () => {
    const { versions, state, latestVersion } = await upload('..\\..\\C:/secret/Thỏa thuận\u202Efdp.exe.pdf', pdf('one'));
    expect({ state, latestVersion }).toEqual({ state: 'drafting', latestVersion: '0.1' });
    expect(versions[0]).toMatchObject({ number: '0.1', fileName: 'Thỏa thuậnfdp.exe.pdf', note: 'n', sizeBytes: pdf('one').length });
    expect(await storedFiles(office)).toContain(versions[0]?.sha256);
  });

  it.each([
    ['report.exe', 'MZ', 'file-kind-refused'],
    ['report.pdf.exe', '%PDF-1.7', 'file-kind-refused'],
    ['report', '%PDF-1.7', 'file-kind-refused'],
    ['report.pdf', 'MZ\u0090\u0000', 'file-kind-mismatch'],
    ['report.pdf', '<html><script>alert(1)</script>', 'file-kind-mismatch'],
    ['report.pdf', '', 'file-kind-mismatch'],
    ['report.docx', '%PDF-1.7\n', 'file-kind-mismatch'],
    ['report.docx', 'PK\u0003\u0004 no document', 'archive-refused'],
    ['report.doc', '{\\rtf1 text}', 'file-kind-mismatch'],
    ['report.rtf', 'plain', 'file-kind-mismatch'],
    ['report.zip', 'Rar!', 'file-kind-mismatch'],
    ['figures.csv', 'a;b\u0000c', 'file-kind-mismatch'],
    ['figures.csv', Buffer.from([0x61, 0xff, 0xfe, 0x62]), 'file-kind-mismatch'],
    ['figures.csv', Buffer.from([0x61, 0xe1, 0xbb]), 'file-kind-mismatch'],
  ])('is refused when name or content is not of the portal: %s %j', async (fileName, content, code) => {
    const [files, rows] = [await storedFiles(office), await countRows(office, 'deliverable_version')];
    expect(await refusalOf(upload(fileName, content))).toMatchObject({ code });
    expect(await storedFiles(office)).toEqual(files);
    expect(await countRows(office, 'deliverable_version')).toBe(rows);
  });

  it.each([
    ['figures.csv', 'university;participants\nTrường Đại học;25\n', 'text/csv'],
    ['report.rtf', '{\\rtf1 text}', 'application/rtf'],
    ['report.doc', Buffer.from('d0cf11e0a1b11ae1'.padEnd(1024, '0'), 'hex'), 'application/msword'],
    ['REPORT.PDF', '%PDF-1.4\nx', 'application/pdf'],
  ])('is taken when both are: %s', async (fileName, content, mediaType) => {
    expect((await upload(fileName, content)).versions[0]).toMatchObject({ fileName, mediaType });
  });

  it('with the content of the newest is refused, with that of an older one taken', async () => {
    const first = await upload('a.pdf', pdf('same'));
    expect(await refusalOf(upload('other-name.pdf', pdf('same')))).toEqual({
      code: 'same-content',
      facts: { params: { version: first.latestVersion } },
    });
    await upload('a.pdf', pdf('different'));
    const again = await upload('a.pdf', pdf('same'));
    expect(again.versions[0]?.sha256).toBe(first.versions[0]?.sha256);
    const files = await storedFiles(office);
    expect(files.filter((name) => name === first.versions[0]?.sha256)).toHaveLength(1);
  });

  it('is refused on a page that is no longer current, with the current one', async () => {
    const now = await view(D);
    const refusal = await refusalOf(upload('late.pdf', pdf('late'), now.version - 1));
    expect(refusal).toMatchObject({ code: 'precondition-failed', facts: { current: { id: now.id, version: now.version } } });
  });

  it('is refused before its first byte is read when it cannot be taken', async () => {
    let read = false;
    const stream = new Readable({ read: () => (read = true) });
    const incoming = { fileName: 'a.pdf', note: '', stream };
    const { version } = await view(D);
    const refused = [
      await refusalOf(room.deliverables.uploadVersion(room.lead, idOf(D), version, incoming)),
      await refusalOf(room.deliverables.uploadVersion(room.coordinator, idOf(D), version + 1, incoming)),
      await refusalOf(room.deliverables.uploadVersion(room.lead, idOf('D4.4'), (await view('D4.4')).version, incoming)),
    ];
    expect(refused).toMatchObject([
      { code: 'forbidden', facts: { params: { permission: 'deliverable.upload-version', reason: 'other-beneficiary-leads' } } },
      { code: 'precondition-failed' },
      { code: 'transition-refused', facts: { params: { from: 'in-review', action: 'upload-version' } } },
    ]);
    expect(read).toBe(false);
  });

  it('uploaded twice at the same moment is stored once, and no number is given twice', async () => {
    const { version } = await view(D);
    const { done, refused } = await outcomesOf([1, 2, 3].map((n) => upload('a.pdf', pdf(`at once ${n}`), version)));
    expect({ done, refused }).toEqual({ done: 1, refused: ['precondition-failed', 'precondition-failed'] });
    const numbers = (await view(D)).versions.map(({ number }) => number);
    expect(new Set(numbers).size).toBe(numbers.length);
  });

  it('whose stream breaks leaves nothing behind', async () => {
    const [files, rows] = [await storedFiles(office), await countRows(office, 'stored_file')];
    const { version } = await view(D);
    const broken = Readable.from(
      (function* () {
        yield pdf('half');
        throw new Error('aborted');
      })(),
    );
    const work = room.deliverables.uploadVersion(room.coordinator, idOf(D), version, { fileName: 'a.pdf', note: '', stream: broken });
    expect(await refusalOf(work)).toMatchObject({ code: 'upload-interrupted' });
    expect(await storedFiles(office)).toEqual(files);
    expect(await countRows(office, 'stored_file')).toBe(rows);
  });

  describe('whose transaction fails after its file is in place', () => {
    let fail = false;
    beforeAll(() => {
      office.app.get(DomainEvents).recordWith(() => (fail ? Promise.reject(new Error('the log is full')) : Promise.resolve()));
    });
    const failing = async (content: string): Promise<void> => {
      fail = true;
      await expect(upload('a.pdf', pdf(content))).rejects.toThrow('the log is full');
      fail = false;
    };

    it('leaves neither file nor row', async () => {
      const [files, before] = [await storedFiles(office), await view(D)];
      await failing('never stored');
      expect(await storedFiles(office)).toEqual(files);
      expect(await view(D)).toEqual(before);
    });

    it('leaves the file alone that an earlier version refers to', async () => {
      const kept = await upload('a.pdf', pdf('kept'));
      await upload('a.pdf', pdf('kept, then another'));
      await failing('kept');
      expect(await storedFiles(office)).toContain(kept.versions[0]?.sha256);
    });
  });
});

describe('the life of a deliverable', () => {
  const D = 'D2.2';
  const version = async (): Promise<number> => (await view(D)).version;
  const decide = async (votes: readonly (readonly [Partner, 'accept' | 'major-changes'])[], content: string): Promise<string> => {
    const { id } = roundOf(await room.voted(idOf(D), content, votes));
    await room.settleComments(idOf(D));
    return id;
  };

  it('needs a version before it is reviewed', async () => {
    const { lead, deliverables } = room;
    const planned = await view('D3.1');
    const actor = { ...lead, beneficiaryId: planned.lead.id };
    expect(await refusalOf(deliverables.openReview(actor, planned.id, planned.version))).toEqual({
      code: 'transition-refused',
      facts: { params: { from: 'planned', action: 'open-review' } },
    });
  });

  it('opens a round that closes at the end of a day of the EU, two weeks on', async () => {
    const round = roundOf(await room.openRound(idOf(D), 'for review'));
    expect(round).toMatchObject({
      number: 1,
      openedAt: '2024-09-16T10:00:00.000Z',
      closesAt: '2024-09-30T21:59:00.000Z',
      closedAt: null,
      tally: { eligible: 6, quorum: 4, cast: 0, outcome: 'pending' },
    });
    for (const [partner] of FOUR_AGAINST) await room.vote(round.id, partner, 'major-changes');
    const sentBack = await room.qualityBoard.requestChanges(room.member('PXU'), round.id);
    expect(sentBack).toMatchObject({ state: 'changes-requested', round: 1 });
  });

  it('takes a new version before the next round', async () => {
    const { lead, deliverables } = room;
    expect(await refusalOf(deliverables.openReview(lead, idOf(D), await version()))).toMatchObject({
      code: 'transition-refused',
      facts: { params: { from: 'changes-requested', action: 'open-review' } },
    });
    await office.sql(`UPDATE deliverable_status SET state = 'drafting' WHERE deliverable_id = $1`, [idOf(D)]);
    expect(await refusalOf(deliverables.openReview(lead, idOf(D), await version()))).toMatchObject({
      code: 'transition-refused',
      facts: { params: { from: 'drafting', action: 'open-review', fact: 'has-new-version' } },
    });
    const round = await decide(FOUR_IN_FAVOUR, 'with the changes');
    expect(await room.qualityBoard.signOff(room.member('HANU'), round)).toMatchObject({
      state: 'signed-off',
      round: 2,
      signOff: { round: 2, by: { beneficiary: 'HANU' }, inFavour: 4, cast: 4, eligible: 6 },
    });
  });

  it('is approved, submitted, sent back with a reason, and accepted in the end, by the coordinator alone', async () => {
    const { coordinator, deliverables, lead, observer } = room;
    const id = idOf(D);
    expect(await refusalOf(deliverables.approve(lead, id, await version()))).toMatchObject({
      code: 'forbidden',
      facts: { params: { permission: 'deliverable.approve', reason: 'role' } },
    });
    expect(await refusalOf(deliverables.submit(coordinator, id, await version()))).toMatchObject({
      code: 'transition-refused',
      facts: { params: { from: 'signed-off', action: 'submit' } },
    });
    expect(await deliverables.approve(coordinator, id, await version())).toMatchObject({ state: 'approved', portalState: 'draft' });
    expect(await deliverables.submit(coordinator, id, await version())).toMatchObject({ state: 'submitted', late: false });
    expect(await deliverables.requestRevision(coordinator, id, await version(), 'Annex missing')).toMatchObject({
      state: 'revision-requested',
      portalState: 'pending',
      answerReason: 'Annex missing',
    });
    const round = await decide(FOUR_IN_FAVOUR, 'with the annex');
    await room.qualityBoard.signOff(room.member('HANU'), round);
    await deliverables.approve(coordinator, id, await version());
    expect(await deliverables.submit(coordinator, id, await version())).toMatchObject({ answerReason: null });
    const accepted = await deliverables.recordAcceptance(coordinator, id, await version());
    expect(accepted).toMatchObject({ state: 'accepted', portalState: 'accepted', rounds: [{ number: 3 }, { number: 2 }, { number: 1 }] });
    expect(accepted.history.map(({ event }) => event)).toEqual(expect.arrayContaining(['deliverable.accepted', 'review.sent']));
    expect(await refusalOf(deliverables.recordAcceptance(observer, id, accepted.version))).toMatchObject({ code: 'forbidden' });
  });

  it('is changed by the first of two who act at the same moment', async () => {
    const { id } = await view('D1.2');
    const actor = { ...room.lead, beneficiaryId: room.strive.idOf('UNITUS') };
    const { version: seen } = await room.upload(id, 'draft', { by: actor });
    const { done, refused } = await outcomesOf([1, 2].map(() => room.deliverables.openReview(actor, id, seen)));
    expect({ done, refused }).toEqual({ done: 1, refused: ['precondition-failed'] });
    expect((await room.deliverables.view(actor, id)).rounds).toHaveLength(1);
  });

  it('steps back to a state that was seen only as far as nobody else moved it', async () => {
    const seen = await view('D4.4');
    const refusal = await refusalOf(room.deliverables.approve(room.coordinator, seen.id, seen.version - 1));
    expect(refusal).toMatchObject({ code: 'precondition-failed', facts: { current: { version: seen.version, state: seen.state } } });
  });
});
