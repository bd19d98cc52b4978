import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ImportRefusedError, type ImportFinding } from '../../src/modules/import/finding.js';
import { ImportService, type ImportedProject } from '../../src/modules/import/import.service.js';
import { openOffice, TEST_CLOCK, type TestOffice } from '../support/office.js';
import { countStatements } from '../support/statements.js';
import { striveFile } from '../support/strive.js';

let office: TestOffice;
beforeAll(async () => {
  office = await openOffice();
});
afterAll(() => office.close());

const importProject = (content: unknown): Promise<ImportedProject> => office.app.get(ImportService).importProject(content, null);

async function refusalOf(content: unknown): Promise<readonly ImportFinding[]> {
  const error = await importProject(content).then(
    () => null,
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof ImportRefusedError)) throw new Error('the import was not refused');
  return error.findings;
}

const count = async (table: string): Promise<number> =>
  (await office.sql<{ count: number }>(`SELECT count(*)::int AS count FROM ${table}`))[0]!.count;

describe('a file that is not right', () => {
  it('is refused with the cell that is off when the shares do not sum to the grant, and nothing is written', async () => {
    const file = await striveFile();
    const cell = file['lumpSumShares']!.find(({ workPackage, beneficiary }) => workPackage === 'WP2' && beneficiary === 'QUI')!;
    cell['amountCents'] = Number(cell['amountCents']) + 1;
    const findings = await refusalOf(file);
    expect(findings).toContainEqual({
      level: 'error',
      record: 'lump-sum shares',
      rule: 'total-differs-from-maximum-grant',
      params: { totalCents: 40_000_001, maximumGrantCents: 40_000_000 },
    });
    expect(findings).toContainEqual({
      level: 'error',
      record: 'WP2 × QUI',
      rule: 'estimate-differs-from-share',
      params: { shareCents: 1_240_001, estimateCents: 1_377_778 },
    });
    expect(findings.filter(({ rule }) => rule === 'estimate-differs-from-share')).toHaveLength(1);
    for (const table of ['project', 'beneficiary', 'work_package', 'lump_sum_share', 'audit_entry']) expect(await count(table)).toBe(0);
  });

  it('leaves nothing behind when the database refuses half-way', async () => {
    const file = await striveFile();
    file['deliverables']![20]!['title'] = 'A title with a NUL \u0000 that no text column takes';
    await expect(importProject(file)).rejects.toThrow();
    for (const table of ['project', 'work_package', 'audit_entry']) expect(await count(table)).toBe(0);
  });
});

describe('STRIVE', () => {
  let imported: ImportedProject;
  let statements: number;
  beforeAll(async () => {
    const file = await striveFile();
    statements = await countStatements(async () => {
      imported = await importProject(file);
    });
  });

  it('becomes rows of the contract layer, set by set', async () => {
    const counts = await Promise.all(
      [
        'beneficiary',
        'beneficiary_alias',
        'body',
        'reporting_period',
        'work_package',
        'task',
        'milestone',
        'deliverable',
        'lump_sum_share',
        'budget_line',
      ].map(async (table) => [table, await count(table)] as const),
    );
    expect(Object.fromEntries(counts)).toEqual({
      beneficiary: 7,
      beneficiary_alias: 7,
      body: 2,
      reporting_period: 3,
      work_package: 5,
      task: 20,
      milestone: 8,
      deliverable: 21,
      lump_sum_share: 35,
      budget_line: 168,
    });
    expect(statements).toBeLessThanOrEqual(25);
  });

  it('has no finding, and says which parts of the file have no place yet', () => {
    expect(imported.warnings).toEqual([]);
    expect(imported.leftOut).toEqual(
      expect.arrayContaining([
        { part: 'events', records: 7 },
        { part: 'payments', records: 1 },
        { part: 'risks', records: 6 },
        { part: 'bodies.decides', records: 1 },
      ]),
    );
  });

  it('starts its work at the beginning, by the rules of its board', async () => {
    expect(await office.sql(`SELECT DISTINCT state, progress, version FROM task_status`)).toEqual([
      { state: 'not-started', progress: 0, version: 1 },
    ]);
    expect(await office.sql(`SELECT DISTINCT state, version FROM deliverable_status`)).toEqual([{ state: 'planned', version: 1 }]);
    const board = await office.sql(`SELECT quorum_basis_points, majority_basis_points, review_days FROM body WHERE kind = 'quality-board'`);
    expect(board).toEqual([{ quorum_basis_points: 6666, majority_basis_points: 6666, review_days: 14 }]);
    expect(await office.sql(`SELECT number, in_force_from, provenance FROM annex2_version`)).toEqual([
      { number: 1, in_force_from: '2024-01-01', provenance: 'demonstration' },
    ]);
  });

  it('finds the contributors of a deliverable among the participants of its lead', async () => {
    const rows = await office.sql<{ short_name: string }>(
      `SELECT b.short_name FROM deliverable d JOIN deliverable_contributor c ON c.deliverable_id = d.id JOIN beneficiary b ON b.id = c.beneficiary_id
       WHERE d.number = 'D2.3' ORDER BY b.number`,
    );
    expect(rows.map(({ short_name }) => short_name)).toEqual(['AL', 'PXU', 'QUI', 'APAG']);
  });

  it('is in the log', async () => {
    const [entry] = await office.sql(`SELECT event, at, person_id, subject_label, detail FROM audit_entry`);
    expect(entry).toEqual({
      event: 'project.imported',
      at: new Date(TEST_CLOCK),
      person_id: null,
      subject_label: 'STRIVE STRengthening Internationalization of Vietnamese Emerging universities',
      detail: { workPackages: 5, tasks: 20, deliverables: 21 },
    });
  });

  it('is taken in once', async () => {
    expect(await refusalOf(await striveFile())).toEqual([
      { level: 'error', record: 'project', rule: 'grant-number-known', params: { grantNumber: '101128558' } },
    ]);
    expect(await count('project')).toBe(1);
  });

  it('stands beside another project with the same numbers', async () => {
    const file = await striveFile();
    file.project['grantNumber'] = '101999999';
    await importProject(file);
    expect(await count('deliverable')).toBe(42);
  });
});
