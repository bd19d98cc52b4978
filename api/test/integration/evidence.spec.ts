import { generateKeyPairSync, sign } from 'node:crypto';
import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { EvidenceFinding, SealExport, VerificationView } from '@office/contracts';
import { plainDate, sealText } from '@office/domain';
import { Clock } from '../../src/core/clock/clock.js';
import { Jobs } from '../../src/core/jobs/jobs.js';
import { EvidenceService } from '../../src/modules/evidence/evidence.service.js';
import { RetentionService } from '../../src/modules/evidence/retention.service.js';
import { SealsRepository } from '../../src/modules/evidence/seals.repository.js';
import { VerificationService } from '../../src/modules/evidence/verification.service.js';
import { openBoardRoom, roundOf, type BoardRoom } from '../support/board.js';
import { openOffice, type TestOffice } from '../support/office.js';

let office: TestOffice;
let room: BoardRoom;
let projectId: string;
let sha256: string;
let grantNumber: string;
beforeAll(async () => {
  office = await openOffice();
  room = await openBoardRoom(office);
  ({ projectId } = room.strive);
  [{ grantNumber }] = (await office.sql(`SELECT grant_number AS "grantNumber" FROM project`)) as [{ grantNumber: string }];
  const voted = await room.voted(room.strive.idOf('D2.2'), 'the report', [
    ['AL', 'accept'],
    ['HANU', 'accept'],
  ]);
  sha256 = voted.versions.find(({ id }) => id === roundOf(voted).versionId)!.sha256;
  await office.app.get(Jobs).runDue();
});
afterAll(() => office.close());

const verify = (files = false): Promise<VerificationView> => office.app.get(VerificationService).verify(projectId, { files });
const faults = ({ findings }: VerificationView): Partial<EvidenceFinding>[] =>
  findings.map(({ fault, table, fields }) => ({ fault, table, ...(fields.length > 0 && { fields }) }));

/** As the owner of the database, past every trigger. */
const asOwner = (sql: string): Promise<unknown> => office.sql(`BEGIN; SET LOCAL session_replication_role = replica; ${sql}; COMMIT`);

/** What is found after something was done behind the office's back; it is undone again. */
async function foundAfter(harm: string, undo: string): Promise<VerificationView> {
  await asOwner(harm);
  try {
    return await verify();
  } finally {
    await asOwner(undo);
  }
}

describe('evidence that nobody touched', () => {
  it('holds: every row is in the chain, as far as the seal and to its head', async () => {
    const view = await verify(true);
    expect(view).toMatchObject({ findings: [], more: 0, seals: 1, files: 1 });
    expect(view.sealedTo).toBe(view.head?.seq);
    const { records, head } = await office.app.get(EvidenceService).overview(projectId);
    expect(head).toEqual(view.head);
    expect(records.map(({ table }) => table)).toEqual(
      expect.arrayContaining(['audit_entry', 'deliverable_version', 'plan_version', 'review', 'review_comment', 'stored_file']),
    );
    const [rows] = await office.sql<{ count: number }>(`SELECT count(*)::int AS count FROM audit_entry WHERE project_id = '${projectId}'`);
    expect(records.find(({ table }) => table === 'audit_entry')?.count).toBe(rows?.count);
  });

  it('grows in one order, whoever writes at the same time', async () => {
    const before = (await verify()).head!.seq;
    const retention = office.app.get(RetentionService);
    await Promise.all(['first', 'second', 'third', 'fourth'].map((reason) => retention.hold(grantNumber, reason)));
    const after = await verify();
    expect(after).toMatchObject({ findings: [] });
    expect(after.head!.seq).toBe(before + 8);
    await retention.lift(grantNumber);
    expect((await verify()).findings).toEqual([]);
  });

  it('holds wherever the server stands', async () => {
    await office.sql(`SET timezone TO 'Asia/Ho_Chi_Minh'`);
    expect((await verify()).findings).toEqual([]);
    await office.sql('RESET timezone');
  });
});

describe('what the owner of the database did is found:', () => {
  const review = `(SELECT id FROM review ORDER BY id LIMIT 1)`;

  it('a verdict that was changed', async () => {
    const view = await foundAfter(
      `UPDATE review SET verdict = 'reject' WHERE id = ${review}`,
      `UPDATE review SET verdict = 'accept' WHERE id = ${review}`,
    );
    expect(faults(view)).toEqual([
      { fault: 'row-altered', table: 'review', fields: [{ name: 'verdict', recorded: '"accept"', now: '"reject"' }] },
    ]);
    expect(view.findings[0]?.id).toMatch(/^[\da-f-]{36}$/);
    expect(view.findings[0]?.seq).toBeGreaterThan(1);
  });

  it('an entry of the audit log that was taken out', async () => {
    const last = `(SELECT id FROM audit_entry ORDER BY id DESC LIMIT 1)`;
    const view = await foundAfter(
      `CREATE TABLE taken AS SELECT * FROM audit_entry WHERE id = ${last}; DELETE FROM audit_entry WHERE id = ${last}`,
      `INSERT INTO audit_entry SELECT * FROM taken; DROP TABLE taken`,
    );
    expect(faults(view)).toEqual([{ fault: 'row-removed', table: 'audit_entry' }]);
    expect(view.findings[0]?.label).not.toBeNull();
  });

  it('a row that was put in', async () => {
    const id = '0192f000-0000-7000-8000-000000000001';
    const view = await foundAfter(
      `INSERT INTO audit_entry SELECT project_id, '${id}', at, person_id, event, subject_kind, subject_id, subject_label, detail
       FROM audit_entry LIMIT 1`,
      `DELETE FROM audit_entry WHERE id = '${id}'`,
    );
    expect(view.findings).toMatchObject([{ fault: 'row-unrecorded', table: 'audit_entry', id }]);
  });

  it('a row together with its record', async () => {
    const entry = `project_id = '${projectId}' AND record_key = ${review}::text`;
    const view = await foundAfter(
      `UPDATE review SET verdict = 'reject' WHERE id = ${review}; UPDATE audit_chain SET record = replace(record, '"accept"', '"reject"') WHERE ${entry}`,
      `UPDATE review SET verdict = 'accept' WHERE id = ${review}; UPDATE audit_chain SET record = replace(record, '"reject"', '"accept"') WHERE ${entry}`,
    );
    expect(faults(view)).toEqual([{ fault: 'entry-altered', table: 'review' }]);
  });

  it('an entry of the chain that was taken out, with its row', async () => {
    const view = await foundAfter(
      `CREATE TABLE taken AS SELECT * FROM audit_chain WHERE project_id = '${projectId}' AND seq = 3;
       DELETE FROM audit_chain WHERE project_id = '${projectId}' AND seq = 3`,
      `INSERT INTO audit_chain SELECT * FROM taken; DROP TABLE taken`,
    );
    expect(faults(view)).toContainEqual({ fault: 'entries-missing', table: expect.any(String) });
    expect(view.findings[0]).toMatchObject({ fault: 'entries-missing', seq: 4 });
  });

  it('two entries that changed places', async () => {
    const swap = `UPDATE audit_chain SET seq = CASE seq WHEN 1002 THEN 3 ELSE 2 END WHERE project_id = '${projectId}' AND seq IN (1002, 1003)`;
    const lift = `UPDATE audit_chain SET seq = seq + 1000 WHERE project_id = '${projectId}' AND seq IN (2, 3)`;
    const view = await foundAfter(`${lift}; ${swap}`, `${lift}; ${swap}`);
    expect(view.findings.map(({ fault, seq }) => [fault, seq])).toEqual(
      expect.arrayContaining([
        ['entry-altered', 2],
        ['entry-altered', 3],
      ]),
    );
  });

  it('a chain that was written anew from some place on, however well it fits', async () => {
    const rechain = `
      DO $$ DECLARE r record; BEGIN
        FOR r IN SELECT * FROM taken ORDER BY seq LOOP PERFORM append_to_chain(r.project_id, r.table_name, r.record_key, r.record); END LOOP;
      END $$`;
    const view = await foundAfter(
      `CREATE TABLE taken AS SELECT * FROM audit_chain WHERE project_id = '${projectId}';
       DELETE FROM audit_chain WHERE project_id = '${projectId}';
       DELETE FROM audit_entry WHERE id::text = (SELECT record_key FROM taken WHERE table_name = 'audit_entry' ORDER BY seq LIMIT 1);
       CREATE TABLE kept AS SELECT * FROM taken;
       DELETE FROM taken WHERE seq = (SELECT min(seq) FROM taken WHERE table_name = 'audit_entry'); ${rechain}`,
      `DELETE FROM audit_chain WHERE project_id = '${projectId}'; INSERT INTO audit_chain SELECT * FROM kept;
       INSERT INTO audit_entry SELECT e.* FROM kept k, jsonb_populate_record(NULL::audit_entry, k.record::jsonb) e
       WHERE k.table_name = 'audit_entry' ON CONFLICT DO NOTHING;
       DROP TABLE taken, kept`,
    );
    expect(view.findings).toMatchObject([{ fault: 'chain-rewritten', day: '2024-09-16' }]);
    expect(view.sealedTo).toBe(0);
  });

  it('a seal that was changed to fit, or signed with a key of the own', async () => {
    const [seal] = await office.app.get(SealsRepository).seals(projectId, 1);
    const forged = await foundAfter(
      `UPDATE audit_seal SET seq = seq - 1 WHERE project_id = '${projectId}'`,
      `UPDATE audit_seal SET seq = seq + 1 WHERE project_id = '${projectId}'`,
    );
    expect(faults(forged)).toEqual([{ fault: 'seal-forged', table: null }]);
    const signature = sign(null, Buffer.from(sealText({ projectId, ...seal! })), generateKeyPairSync('ed25519').privateKey).toString(
      'base64',
    );
    const foreign = await foundAfter(
      `UPDATE audit_seal SET key_id = 'another', signature = '${signature}' WHERE project_id = '${projectId}'`,
      `UPDATE audit_seal SET key_id = '${seal!.keyId}', signature = '${seal!.signature}' WHERE project_id = '${projectId}'`,
    );
    expect(faults(foreign)).toEqual([{ fault: 'seal-key-unknown', table: null }]);
  });

  it('a guard that was switched off', async () => {
    await office.sql('ALTER TABLE review DISABLE TRIGGER append_only');
    const view = await verify();
    await office.sql('ALTER TABLE review ENABLE TRIGGER append_only');
    expect(view.findings).toMatchObject([{ fault: 'guard-off', table: 'review', id: 'append_only' }]);
  });

  it('a byte of a file, and a file that is gone', async () => {
    const path = join(office.settings.DATA_DIR, 'files', ...(await placeOf(sha256)));
    const content = await readFile(path);
    const changed = Buffer.from(content);
    changed[changed.length - 8]! ^= 1;
    await rm(path, { force: true });
    expect((await verify(true)).findings).toMatchObject([{ fault: 'file-missing', id: sha256, label: 'D2.2 0.1 report.pdf' }]);
    await writeFile(path, changed);
    expect((await verify(true)).findings).toMatchObject([{ fault: 'file-altered', id: sha256, label: 'D2.2 0.1 report.pdf' }]);
    await rm(path, { force: true });
    await writeFile(path, content);
    expect((await verify(true)).findings).toEqual([]);
  });

  async function placeOf(hash: string): Promise<string[]> {
    const all = await readdir(join(office.settings.DATA_DIR, 'files'), { recursive: true });
    return all.filter((name) => name.includes(hash) || name.replaceAll('/', '').includes(hash)).slice(-1);
  }
});

describe('a seal', () => {
  it('is made once for each day on which the chain has grown', async () => {
    const clock = office.app.get(Clock);
    const days = async (): Promise<string[]> => (await office.app.get(SealsRepository).seals(projectId, null)).map(({ day }) => day);
    const look = (at: string): Promise<void> => clock.at(new Date(at), () => office.app.get(Jobs).runDue());
    await office.app.get(RetentionService).hold(grantNumber, 'one more thing');
    await look('2024-09-16T23:30:00Z');
    expect(await days()).toEqual(['2024-09-16']);
    await look('2024-09-17T00:30:00Z');
    await look('2024-09-18T00:30:00Z');
    expect(await days()).toEqual(['2024-09-17', '2024-09-16']);
    expect(await verify()).toMatchObject({ findings: [], seals: 2 });
  });

  it('that was handed out tells of a chain from which everything after was cut off', async () => {
    const content = (await office.app.get(EvidenceService).exportSeals(projectId)).content;
    const { seals: exported } = JSON.parse(Buffer.from(content).toString()) as SealExport;
    await asOwner(
      `CREATE TABLE taken AS SELECT * FROM audit_chain WHERE seq = ${exported[0]!.seq}; CREATE TABLE seals AS SELECT * FROM audit_seal;
       DELETE FROM audit_seal; DELETE FROM audit_chain WHERE seq = ${exported[0]!.seq};
       DELETE FROM audit_entry WHERE id::text IN (SELECT record_key FROM taken)`,
    );
    const [without, withSeals] = [await verify(), await office.app.get(VerificationService).verify(projectId, { files: false, exported })];
    expect(without).toMatchObject({ findings: [], seals: 0 });
    expect(withSeals.findings).toMatchObject([{ fault: 'chain-rewritten', day: '2024-09-17' }]);
    await asOwner(
      `INSERT INTO audit_entry SELECT e.* FROM taken k, jsonb_populate_record(NULL::audit_entry, k.record::jsonb) e;
       INSERT INTO audit_chain SELECT * FROM taken; INSERT INTO audit_seal SELECT * FROM seals; DROP TABLE taken, seals`,
    );
    expect((await verify()).findings).toEqual([]);
  });
});

describe('retention', () => {
  it('is counted from the final payment and held by a hold; nothing can be deleted either way', async () => {
    const retention = office.app.get(RetentionService);
    expect(await retention.finalPayment(grantNumber, plainDate('2019-06-30'))).toMatchObject({ state: 'held', keepUntil: '2024-06-30' });
    expect(await retention.lift(grantNumber)).toMatchObject({ state: 'over', holds: [] });
    await expect(office.sql('DELETE FROM audit_entry')).rejects.toThrow('append-only');
    await expect(office.sql('DELETE FROM retention_hold')).rejects.toThrow('append-only');
    expect((await verify()).findings).toEqual([]);
  });
});
