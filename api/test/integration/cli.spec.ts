import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { CliError } from '../../src/cli/cli-error.js';
import { argumentsOf, type Command } from '../../src/cli/command.js';
import { demoLoadCommand } from '../../src/cli/demo-load.command.js';
import { migrateCommand } from '../../src/cli/migrate.command.js';
import { projectImportCommand } from '../../src/cli/project-import.command.js';
import { userCreateCommand } from '../../src/cli/user-create.command.js';
import { openOffice, type TestOffice } from '../support/office.js';
import { signIn } from '../support/people.js';
import { striveFile } from '../support/strive.js';

const PASSWORD = 'typed by nobody';
let office: TestOffice;
let folder: string;
beforeAll(async () => {
  office = await openOffice();
  folder = await mkdtemp(join(tmpdir(), 'office-cli-'));
  process.env['OFFICE_PASSWORD'] = PASSWORD;
});
afterAll(async () => {
  delete process.env['OFFICE_PASSWORD'];
  await office.close();
  await rm(folder, { recursive: true, force: true });
});

const run = async (command: Command, ...words: string[]): Promise<string> => command.run(office.app, argumentsOf(command, words));

async function refusalOf(command: Command, ...words: string[]): Promise<CliError> {
  const error: unknown = await run(command, ...words).catch((thrown: unknown) => thrown);
  if (error instanceof CliError) return error;
  throw new Error(`not refused: ${String(error)}`);
}

async function fileWith(content: unknown): Promise<string> {
  const path = join(folder, 'project.json');
  await writeFile(path, typeof content === 'string' ? content : JSON.stringify(content));
  return path;
}

describe('project import', () => {
  it('says of every finding which record and which rule, and that nothing was written', async () => {
    const file = await striveFile();
    file['tasks']![4]!['lead'] = 'NAPA';
    const { message, exitCode } = await refusalOf(projectImportCommand, await fileWith(file));
    expect(message.split('\n')).toEqual(['The import was refused; nothing was written.', '  error    T1.5  lead-unknown  lead=NAPA']);
    expect(exitCode).toBe(1);
  });

  it('refuses what is no JSON', async () => {
    expect((await refusalOf(projectImportCommand, await fileWith('acronym;title'))).message).toContain('is no JSON file');
  });

  it('says when there is no such file', async () => {
    const path = join(folder, 'nowhere.json');
    expect((await refusalOf(projectImportCommand, path)).message).toBe(`${path} cannot be read: it does not exist.`);
    expect((await refusalOf(projectImportCommand, folder)).message).toBe(`${folder} cannot be read: it is a folder.`);
  });

  it('says what it kept out', async () => {
    const report = await run(projectImportCommand, await fileWith(await striveFile()));
    expect(report).toMatch(/^Imported as project [0-9a-f-]{36}\.\nKept out, because the office has no place for it yet:\n/);
    expect(report).toContain('\n  events (7)\n');
  });
});

describe('user create', () => {
  const who = ['--email', 'new@university.example', '--name', 'New member'];

  it.each([
    ['without a name', ['--email', 'new@university.example'], 2, 'Usage: user create'],
    ['with an address that is none', ['--email', 'new', '--name', 'New'], 2, 'is no e-mail address'],
    ['with an unknown role', [...who, '--project', '101128558', '--role', 'boss'], 2, 'There is no role boss'],
    ['with a role and no project', [...who, '--role', 'contributor'], 2, 'go with --project'],
    ['in an unknown project', [...who, '--project', '1', '--role', 'observer'], 1, 'no project with the grant number 1'],
    ['of an unknown beneficiary', [...who, '--project', '101128558', '--role', 'contributor', '--beneficiary', 'MIT'], 1, 'it has AL, '],
    ['of no beneficiary', [...who, '--project', '101128558', '--role', 'contributor'], 1, 'add --beneficiary'],
  ])('is refused %s', async (_, words, exitCode, says) => {
    const error = await refusalOf(userCreateCommand, ...words);
    expect(error.exitCode).toBe(exitCode);
    expect(error.message).toContain(says);
  });

  it('makes an account, its roles, and the seat that goes with the role', async () => {
    const words = ['--project', '101128558', '--role', 'contributor', '--role', 'quality-board-member', '--beneficiary', 'UÉ', '--chair'];
    expect(await run(userCreateCommand, ...who, ...words)).toBe('new@university.example can sign in.');
    await signIn(office, 'new@university.example', PASSWORD);
    expect(await office.sql(`SELECT m.roles, bm.chair FROM membership m JOIN body_member bm ON bm.membership_id = m.id`)).toEqual([
      { roles: ['contributor', 'quality-board-member'], chair: true },
    ]);
  });

  it('makes an administrator outside of every project', async () => {
    await run(userCreateCommand, '--email', 'admin@university.example', '--name', 'Administrator', '--administrator');
    expect(await office.sql(`SELECT administrator, demonstration FROM person WHERE email = 'admin@university.example'`)).toEqual([
      { administrator: true, demonstration: false },
    ]);
  });
});

describe('migrate and demo load', () => {
  it('say what is there', async () => {
    expect(await run(migrateCommand)).toMatch(/^The database is up to date: \w+\d+\.$/);
    await expect(run(demoLoadCommand)).rejects.toThrow('demo-already-there');
  });
});
