import { Readable } from 'node:stream';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { ComparisonView, DeliverableView, PreviewView, Problem } from '@office/contracts';
import { plainDate, type CheckState, type SignOffCheck } from '@office/domain';
import { fileOf } from '../../src/modules/demo/documents/document.js';
import { readStrive } from '../../src/modules/demo/life/strive.js';
import { VersionReadingService } from '../../src/modules/deliverables/version-reading.service.js';
import { openBoardRoom, outcomesOf, pdf, refusalOf, roundOf, type BoardRoom } from '../support/board.js';
import { eventually } from '../support/eventually.js';
import { openOffice, type TestOffice } from '../support/office.js';

let office: TestOffice;
let room: BoardRoom;
let reading: VersionReadingService;
let id: string;

beforeAll(async () => {
  office = await openOffice();
  room = await openBoardRoom(office);
  reading = office.app.get(VersionReadingService);
  id = room.strive.idOf('D2.2');
});
afterAll(() => office.close());

/** A document as the demonstration has it: with statement and disclaimer, and the note as a paragraph. */
async function report(fileName: string, note: string): Promise<Buffer> {
  const { file } = await readStrive();
  const deliverable = file.deliverables.find(({ number }) => number === 'D2.2')!;
  return fileOf(file, deliverable, { fileName, note, version: '0.1', on: plainDate('2024-09-01') });
}

const view = (): Promise<DeliverableView> => room.deliverables.view(room.lead, id);

async function upload(fileName: string, content: Buffer): Promise<DeliverableView> {
  const { version } = await view();
  return room.deliverables.uploadVersion(room.lead, id, version, { fileName, note: fileName, stream: Readable.from([content]) });
}

const statesOf = ({ checks }: DeliverableView): Record<SignOffCheck, CheckState> =>
  Object.fromEntries(checks.map(({ check, state }) => [check, state])) as Record<SignOffCheck, CheckState>;

const get = (path: string) => room.observer.member.request(`deliverables/${id}/${path}`);

describe('the text of a version', () => {
  it('is read after the upload, while nobody waits, and its check-list then knows', async () => {
    expect((await view()).checks).toEqual([]);
    const uploaded = await upload('report.docx', await report('report.docx', 'The first figures.'));
    expect(uploaded.reading).toBe('waiting');
    expect(statesOf(uploaded)).toMatchObject({
      'emblem-and-statement': 'open',
      disclaimer: 'open',
      'one-file': 'found',
      'allowed-kind': 'found',
    });
    await eventually(async () => (await view()).reading === 'read');
    expect(statesOf(await view())).toMatchObject({ 'emblem-and-statement': 'open', disclaimer: 'found', 'majors-agreed': 'found' });
  });

  it('is shown without opening the file, and the pages of a PDF are promised', async () => {
    const { versions } = await upload('report.pdf', await report('report.pdf', 'The final figures: thống kê.'));
    const [newest, first] = versions;
    const shown = (await get(`versions/${newest!.id}/preview`)).json<PreviewView>();
    expect(shown).toMatchObject({ number: '0.2', fileName: 'report.pdf', pages: true, cut: false, reading: 'read' });
    expect(shown.text).toContain('The final figures');
    expect((await get(`versions/${first!.id}/preview`)).json<PreviewView>()).toMatchObject({ pages: false, reading: 'read' });
  });

  it('is compared with that of another version, whatever their kinds', async () => {
    const [to, from] = (await view()).versions;
    const compared = (await get(`comparison?from=${from!.id}&to=${to!.id}`)).json<ComparisonView>();
    expect(compared).toMatchObject({ from: { number: '0.1', kind: 'docx', pages: null }, to: { number: '0.2', kind: 'pdf', pages: 1 } });
    const changed = compared.text!.blocks.flatMap((block) => (block.kind === 'changed' ? [block] : []));
    expect(changed.flatMap(({ to: pieces }) => pieces.map(({ text }) => text)).join('')).toContain('final');
    expect(compared.versions.map(({ number }) => number)).toEqual(['0.2', '0.1']);
  });

  it('is read once for a content: whoever asks meanwhile gets the same, and nothing of it changes', async () => {
    const content = await report('report.docx', 'Asked for by many at once.');
    const [newest] = (await upload('many.docx', content)).versions;
    const asked = await Promise.all(Array.from({ length: 4 }, () => reading.preview(room.observer, id, newest!.id)));
    expect(new Set(asked.map(({ text }) => text)).size).toBe(1);
    await expect(office.sql(`UPDATE document_text SET has_disclaimer = true`)).rejects.toThrow('append-only');
    const rows = await office.sql(`SELECT 1 FROM document_text WHERE sha256 = $1`, [newest!.sha256]);
    expect(rows).toHaveLength(1);
  });

  it('that cannot be read says why, and is compared by facts alone', async () => {
    const { versions } = await upload('broken.pdf', pdf('no pages'));
    const [broken, whole] = versions;
    expect(await reading.preview(room.lead, id, broken!.id)).toMatchObject({ text: null, reading: 'unreadable' });
    expect(await reading.comparison(room.lead, id, { from: whole!.id, to: broken!.id })).toMatchObject({
      text: null,
      from: { reading: 'read' },
      to: { reading: 'unreadable', pages: null },
    });
  });

  it('of another deliverable is not found', async () => {
    const [newest] = (await view()).versions;
    const other = room.strive.idOf('D4.4');
    expect(await refusalOf(reading.preview(room.lead, other, newest!.id))).toMatchObject({ code: 'not-found' });
    const query = await get(`comparison?from=${newest!.id}&to=x`);
    expect([query.statusCode, query.json<Problem>().errors?.[0]?.path]).toEqual([422, 'to']);
  });
});

describe('the check-list before a sign-off', () => {
  it('keeps the board from signing until somebody has looked at what no text shows', async () => {
    const view = await upload('final.pdf', await report('report.pdf', 'For the board.'));
    const round = roundOf(await room.deliverables.openReview(room.lead, id, view.version));
    for (const partner of ['HANU', 'PXU', 'UÉ', 'AL'] as const)
      await room.qualityBoard.sendReview(room.member(partner), round.id, {
        verdict: 'accept',
        scores: { relevance: 5, completeness: 5, quality: 5, clarity: 5, visibility: 5 },
        comments: [],
      });
    expect(await refusalOf(room.qualityBoard.signOff(room.member('PXU'), round.id))).toEqual({
      code: 'checks-open',
      facts: { params: { checks: 'emblem-and-statement' } },
    });
    const [newest] = view.versions;
    const confirmed = await reading.confirm(room.member('HANU'), id, newest!.id, 'emblem-and-statement');
    expect(confirmed.checks[0]).toEqual({
      check: 'emblem-and-statement',
      state: 'confirmed',
      by: expect.objectContaining({ beneficiary: 'HANU' }),
      at: '2024-09-16T10:00:00.000Z',
    });
    expect(confirmed.history[0]).toMatchObject({
      event: 'check.confirmed',
      detail: { version: newest!.number, check: 'emblem-and-statement' },
    });
    expect((await room.qualityBoard.signOff(room.member('PXU'), round.id)).state).toBe('signed-off');
  });

  it('is not confirmed by whoever leads the deliverable without coordinating the project, nor by an observer', async () => {
    const [newest] = (await view()).versions;
    for (const actor of [room.lead, room.observer, room.member('QUI')])
      expect(await refusalOf(reading.confirm(actor, id, newest!.id, 'disclaimer'))).toMatchObject({ code: 'forbidden' });
  });

  it('is settled once the version is signed off, and was never about an older one', async () => {
    const [newest, older] = (await view()).versions;
    expect(await refusalOf(reading.confirm(room.coordinator, id, newest!.id, 'disclaimer'))).toMatchObject({ code: 'transition-refused' });
    expect(await refusalOf(reading.confirm(room.coordinator, id, older!.id, 'disclaimer'))).toMatchObject({ code: 'state-changed' });
  });

  it('has one confirmation of each line, also when two confirm at once', async () => {
    const other = room.strive.idOf('D1.1');
    const { version } = await room.deliverables.view(room.coordinator, other);
    const { versions } = await room.deliverables.uploadVersion(room.coordinator, other, version, {
      fileName: 'scan.pdf',
      note: '',
      stream: Readable.from([pdf('scan')]),
    });
    const confirm = (by: BoardRoom['lead']) => reading.confirm(by, other, versions[0]!.id, 'disclaimer');
    expect(await outcomesOf([confirm(room.coordinator), confirm(room.member('HANU'))])).toEqual({ done: 2, refused: [] });
    expect(await office.sql(`SELECT 1 FROM version_confirmation WHERE version_id = $1`, [versions[0]!.id])).toHaveLength(1);
    await expect(office.sql(`DELETE FROM version_confirmation`)).rejects.toThrow('append-only');
  });

  it('takes no other line than a person can see', async () => {
    const [newest] = (await view()).versions;
    const answer = await room.coordinator.member.request(`deliverables/${id}/versions/${newest!.id}/confirmations`, {
      method: 'POST',
      payload: { check: 'majors-agreed' },
    });
    expect([answer.statusCode, answer.json<Problem>().errors?.[0]?.path]).toEqual([422, 'check']);
  });
});
