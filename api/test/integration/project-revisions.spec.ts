import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ProjectRevisions } from '../../src/core/pages/project-revisions.js';
import { openOffice, type TestOffice } from '../support/office.js';
import { importStrive } from '../support/project.js';
import { countStatements } from '../support/statements.js';

let office: TestOffice;
let revisions: ProjectRevisions;
let projectId: string;
beforeAll(async () => {
  office = await openOffice();
  revisions = office.app.get(ProjectRevisions, { strict: false });
  projectId = (await importStrive(office)).projectId;
});
afterAll(() => office.close());

const change = (): Promise<unknown> => office.sql('UPDATE project SET title = title WHERE id = $1', [projectId]);

describe('the revision of a project', () => {
  it('grows with each change, for whoever asks after it', async () => {
    const before = await revisions.of(projectId);
    await change();
    expect(await revisions.of(projectId)).toBe(before + 1);
  });

  it('tells whoever asks while somebody else is being answered of all that was committed before', async () => {
    const before = await revisions.of(projectId);
    const early = revisions.of(projectId);
    const late = change().then(() => revisions.of(projectId));
    expect([await early, await late]).toEqual([expect.any(Number), before + 1]);
  });

  it('is looked up once for a crowd', async () => {
    expect(await countStatements(() => Promise.all(Array.from({ length: 50 }, () => revisions.of(projectId))))).toBe(1);
  });

  it('is 0 where there is no such project, and each gets its own', async () => {
    const present = await revisions.of(projectId);
    expect(await Promise.all([revisions.of(randomUUID()), revisions.of(projectId)])).toEqual([0, present]);
  });

  it('is asked for again after a lookup that failed', async () => {
    await expect(revisions.of('no id')).rejects.toThrow();
    expect(await revisions.of(projectId)).toBeGreaterThan(0);
  });
});
