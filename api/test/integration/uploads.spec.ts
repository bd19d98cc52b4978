import { mkdir, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { DeliverableView } from '@office/contracts';
import { v7 as uuid } from 'uuid';
import { StagedVersions } from '../../src/modules/deliverables/staged-versions.js';
import { Staging } from '../../src/modules/uploads/staging.js';
import { UploadsRepository } from '../../src/modules/uploads/uploads.repository.js';
import { countRows, openBoardRoom, outcomesOf, pdf, storedFiles, type BoardRoom } from '../support/board.js';
import { openOffice, TEST_CLOCK, type TestOffice } from '../support/office.js';

const NOW = new Date(TEST_CLOCK);
const HOUR_MS = 3_600_000;

let office: TestOffice;
let room: BoardRoom;
let staging: Staging;
let versions: StagedVersions;

beforeAll(async () => {
  office = await openOffice();
  room = await openBoardRoom(office);
  staging = office.app.get(Staging);
  versions = office.app.get(StagedVersions);
});
afterAll(() => office.close());

const view = (number: string): Promise<DeliverableView> => room.deliverables.view(room.coordinator, room.strive.idOf(number));

/** A file of the lead that has arrived. */
async function arrive(number: string, content: Buffer, expiresAt = new Date(NOW.getTime() + HOUR_MS)): Promise<string> {
  const { projectId } = room.strive;
  const upload = { projectId, id: uuid(), deliverableId: room.strive.idOf(number), personId: room.lead.personId, fileName: 'a.pdf' };
  const created = new Date(Math.min(NOW.getTime(), expiresAt.getTime() - 1));
  await office.app.get(UploadsRepository).add({ ...upload, sizeBytes: content.length }, created, expiresAt);
  await mkdir(dirname(staging.pathOf(upload)), { recursive: true });
  await writeFile(staging.pathOf(upload), content);
  return upload.id;
}

const add = (number: string, uploads: readonly string[], seen: number): Promise<DeliverableView> =>
  versions.add(room.lead, room.strive.idOf(number), seen, { uploads: [...uploads], note: '' });

describe('uploads at once', () => {
  it('the same one, sent several times, is one version', async () => {
    const { version } = await view('D2.2');
    const upload = await arrive('D2.2', pdf('once'));
    const { done, refused } = await outcomesOf([1, 2, 3, 4].map(() => add('D2.2', [upload], version)));
    expect([done, new Set(refused)]).toEqual([1, new Set(['precondition-failed'])]);
    expect((await view('D2.2')).versions).toHaveLength(1);
    expect(await countRows(office, 'upload')).toBe(0);
  });

  it('two of the same content, and two of different, are one version each time; what came too late waits', async () => {
    for (const contents of [
      ['twin', 'twin'],
      ['one', 'other'],
    ]) {
      const { version, versions: before } = await view('D4.4');
      const uploads: string[] = [];
      for (const text of contents) uploads.push(await arrive('D4.4', pdf(text)));
      const { done, refused } = await outcomesOf(uploads.map((upload) => add('D4.4', [upload], version)));
      expect([done, refused]).toEqual([1, ['precondition-failed']]);
      expect((await view('D4.4')).versions).toHaveLength(before.length + 1);
      expect(await countRows(office, 'upload')).toBe(1);
      await office.sql(`DELETE FROM upload`);
    }
  });

  it('of one version and a zip with it in become one of the two', async () => {
    const { version } = await view('D2.2');
    const [first, second] = [await arrive('D2.2', pdf('part')), await arrive('D2.2', pdf('whole'))];
    const { done } = await outcomesOf([add('D2.2', [first], version), add('D2.2', [first, second], version)]);
    expect(done).toBe(1);
    await office.sql(`DELETE FROM upload`);
  });
});

describe('the sweep', () => {
  it('clears away what has expired, and nothing that is still wanted', async () => {
    await office.sql(`DELETE FROM upload`);
    const wanted = await arrive('D2.2', pdf('wanted'));
    await arrive('D2.2', pdf('expired'), new Date(NOW.getTime() - 1));
    await staging.sweep();
    expect(await office.sql(`SELECT id FROM upload`)).toEqual([{ id: wanted }]);
    expect(await storedFiles(office)).toContain(wanted);
  });
});
