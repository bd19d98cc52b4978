import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { auditVerifyCommand } from '../../src/cli/audit-verify.command.js';
import { CliError } from '../../src/cli/cli-error.js';
import { argumentsOf } from '../../src/cli/command.js';
import { personEraseCommand } from '../../src/cli/person-erase.command.js';
import { retentionCommands } from '../../src/cli/retention.commands.js';
import { Jobs } from '../../src/core/jobs/jobs.js';
import { EvidenceService } from '../../src/modules/evidence/evidence.service.js';
import { openOffice, type TestOffice } from '../support/office.js';
import { importStrive, type Member, type TestProject } from '../support/project.js';

const COMMANDS = [auditVerifyCommand, personEraseCommand, ...retentionCommands];

let office: TestOffice;
let strive: TestProject;
let member: Member;
let grantNumber: string;
beforeAll(async () => {
  office = await openOffice();
  strive = await importStrive(office);
  member = await strive.addMember('observer@university.example', ['observer'], null);
  [{ grantNumber }] = (await office.sql(`SELECT grant_number AS "grantNumber" FROM project`)) as [{ grantNumber: string }];
  await office.app.get(Jobs).runDue();
});
afterAll(() => office.close());

/** What a command line answers, or the words of its refusal. */
async function run(name: string, ...words: string[]): Promise<string> {
  const command = COMMANDS.find((one) => one.name === name)!;
  try {
    return await command.run(office.app, argumentsOf(command, words));
  } catch (error) {
    if (error instanceof CliError) return `refused: ${error.message}`;
    throw error;
  }
}

describe('audit verify', () => {
  it('says that everything holds, how far, and against seals that were kept elsewhere', async () => {
    expect(await run('audit verify')).toMatch(
      /^STRIVE \(.+\): holds — \d+ entries, head [\da-f]{64}; 1 seals, sealed to entry \d+; 0 files read$/,
    );
    const folder = await mkdtemp(join(tmpdir(), 'office-seals-'));
    const path = join(folder, 'seals.json');
    await writeFile(path, (await office.app.get(EvidenceService).exportSeals(strive.projectId)).content);
    expect(await run('audit verify', '--project', grantNumber, '--without-files', '--seals', path)).toContain('; 2 seals');
    await rm(folder, { recursive: true });
    expect(await run('audit verify', '--seals', path)).toContain('cannot be read as exported seals');
    expect(await run('audit verify', '--project', '1')).toContain('refused: There is no project');
  });

  it('names the row, its entry and what differs', async () => {
    const rename = (text: string): Promise<unknown> =>
      office.sql(`BEGIN; SET LOCAL session_replication_role = replica; UPDATE audit_entry SET event = '${text}'; COMMIT`);
    await rename('another');
    const answer = await run('audit verify');
    await rename('project.imported');
    expect(answer).toContain('the row is not as it was recorded');
    expect(answer).toMatch(/audit_entry [\da-f-]{36} entry \d+ \(STRIVE/);
    expect(answer).toContain('event: recorded "project.imported", now "another"');
    expect(await run('audit verify')).toContain('holds');
  });
});

describe('retention', () => {
  it('is told, counted, held and released', async () => {
    const project = ['--project', grantNumber];
    expect(await run('retention show', ...project)).toContain('is not recorded yet');
    expect(await run('retention final-payment', ...project, '--on', '2027-03-15')).toBe('Everything is kept until 2032-03-15.');
    expect(await run('retention hold', ...project, '--reason', 'Audit by the ECA')).toContain('while a hold is on: Audit by the ECA.');
    expect(await run('retention lift', ...project)).toBe('Everything is kept until 2032-03-15.');
    expect(await run('retention final-payment', ...project, '--on', 'soon')).toContain('refused');
    expect(await run('retention hold', ...project, '--reason', ' ')).toContain('refused');
    expect(await run('retention show', '--project', '1')).toContain('refused: There is no project');
  });
});

describe('person erase', () => {
  it('takes name, address and sessions away, and the evidence still holds', async () => {
    expect((await member.request('overview')).statusCode).toBe(200);
    expect(await run('person erase', 'Observer@university.example')).toContain(member.personId);
    const [person] = await office.sql(
      `SELECT name, email, disabled_at IS NOT NULL AS disabled FROM person WHERE id = '${member.personId}'`,
    );
    expect(person).toEqual({ name: 'Erased person', email: `erased-${member.personId}@erased.invalid`, disabled: true });
    expect((await member.request('overview')).statusCode).toBe(401);
    expect(await run('audit verify')).toContain('holds');
    expect(await run('person erase', 'observer@university.example')).toContain('refused: There is no account');
  });
});
