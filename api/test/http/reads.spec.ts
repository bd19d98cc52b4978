import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { BudgetView, DeliverableView, MyWorkView, OverviewView, Page, Problem, SearchHit } from '@office/contracts';
import { v7 as uuid } from 'uuid';
import { Clock } from '../../src/core/clock/clock.js';
import { openOffice, TEST_CLOCK, type TestOffice } from '../support/office.js';
import { countStatements } from '../support/statements.js';
import { importStrive, type Member, type TestProject } from '../support/project.js';

let office: TestOffice;
let strive: TestProject;
let qui: Member;
let observer: Member;

beforeAll(async () => {
  office = await openOffice({ MAX_PAGE_SIZE: '50' });
  strive = await importStrive(office);
  qui = await strive.addMember('qui@university.example', ['partner-coordinator'], 'QUI');
  observer = await strive.addMember('observer@agency.example', ['observer'], null);
});
afterAll(() => office.close());

const PAGES = [
  '',
  'consortium',
  'my-work',
  'overview',
  'work-plan',
  'work-plan/versions',
  'amendments',
  'reports',
  'deliverables',
  'budget',
  'budget?categories=true',
  'activity',
];

/** A change that every page could show. */
const moveQui = (city: string): Promise<unknown> =>
  office.sql(`UPDATE beneficiary SET city = $2 WHERE project_id = $1 AND short_name = 'QUI'`, [strive.projectId, city]);

describe('every page of the web app', () => {
  it.each(PAGES)("asks for the project's revision and then for the page, whatever its length: /%s", async (path) => {
    await moveQui('first');
    expect(await countStatements(() => qui.request(path))).toBe(2);
  });

  it('asks twice for the board and its rounds', async () => {
    await moveQui('second');
    expect(await countStatements(() => qui.request('quality-board'))).toBe(3);
  });

  it.each(PAGES)('is answered from memory while the project stays as it is: /%s', async (path) => {
    const first = await qui.request(path);
    const statements = await countStatements(async () => {
      expect((await qui.request(path)).body).toBe(first.body);
    });
    expect(statements).toBe(1);
  });

  it('is not sent again to a browser that has it', async () => {
    const tag = String((await qui.request('overview')).headers['etag']);
    const again = await qui.request('overview', { headers: { 'if-none-match': tag } });
    expect([again.statusCode, again.body]).toEqual([304, '']);
    expect(again.headers['cache-control']).toBe('private, no-cache');
  });

  it('is another one for another person, another address and another hour', async () => {
    const tags = [
      (await qui.request('deliverables')).headers['etag'],
      (await observer.request('deliverables')).headers['etag'],
      (await qui.request('deliverables?late=true')).headers['etag'],
      await office.app
        .get(Clock)
        .at(new Date(Date.parse(TEST_CLOCK) + 3_600_000), async () => (await qui.request('deliverables')).headers['etag']),
    ];
    expect(new Set(tags).size).toBe(tags.length);
  });

  it.each([
    ['project', `UPDATE project SET title = title || ' (new)'`],
    [
      'task_status',
      `UPDATE task_status SET progress = 5, state = 'in-progress', override_reason = 'Said.' WHERE task_id = (SELECT id FROM task WHERE number = 'T5.4')`,
    ],
    ['lump_sum_share', `UPDATE lump_sum_share SET amount_cents = amount_cents`],
    ['membership', `UPDATE membership SET active_to = NULL`],
  ])('is fresh after a change of %s', async (_, sql) => {
    const before = (await qui.request('overview')).headers['etag'];
    await office.sql(sql);
    expect((await qui.request('overview')).headers['etag']).not.toBe(before);
  });

  it.each(PAGES)('is fresh after whatever changed in the database, by whomever: /%s', async (path) => {
    const before = (await qui.request(path)).headers['etag'];
    await moveQui(`title after ${path}`);
    expect((await qui.request(path)).headers['etag']).not.toBe(before);
  });
});

describe('lists', () => {
  it('tell how many there are, whatever the page', async () => {
    const page = (await qui.request('deliverables?offset=2&limit=3')).json<Page<{ number: string }>>();
    expect(page).toMatchObject({ total: 21, offset: 2, limit: 3 });
    expect(page.items).toHaveLength(3);
  });

  it.each([
    ['deliverables', 21],
    ['deliverables?lead=QUI', 2],
    ['deliverables?text=nothing-of-the-kind', 0],
    ['activity', 1],
  ])('tell it past their end too: /%s', async (path, total) => {
    const page = (await qui.request(`${path}${path.includes('?') ? '&' : '?'}offset=40&limit=3`)).json<Page<unknown>>();
    expect(page).toMatchObject({ items: [], total, offset: 40, limit: 3 });
  });

  it.each([
    ['limit=51', { path: 'limit', code: 'max', params: { max: 50 } }],
    ['limit=0', { path: 'limit', code: 'min' }],
    ['offset=-1', { path: 'offset', code: 'min' }],
    ['order=title', { path: 'order', code: 'whitelist-validation' }],
  ])('refuse ?%s', async (query, finding) => {
    const answer = await qui.request(`activity?${query}`);
    expect(answer.statusCode).toBe(422);
    expect(answer.json<Problem>().errors).toContainEqual(finding);
  });
});

describe('the budget', () => {
  it("is STRIVE's Annex 2 to the cent", async () => {
    const budget = (await qui.request('budget')).json<BudgetView>();
    expect(budget).toMatchObject({
      maximumGrantCents: 40_000_000,
      totalCents: 40_000_000,
      annex2Version: 1,
      demonstration: true,
      categories: [],
    });
    expect(budget.workPackages.map(({ number, totalCents }) => [number, totalCents])).toEqual([
      ['WP1', 7_180_000],
      ['WP2', 6_680_000],
      ['WP3', 10_140_000],
      ['WP4', 8_740_000],
      ['WP5', 7_260_000],
    ]);
    expect(budget.rows.find(({ beneficiary }) => beneficiary.shortName === 'QUI')).toMatchObject({
      totalCents: 4_630_000,
      cells: [560_000, 1_240_000, 1_080_000, 940_000, 810_000].map((shareCents) => expect.objectContaining({ shareCents })),
    });
  });

  it('brings the estimate when asked', async () => {
    const { categories, rows } = (await qui.request('budget?categories=true')).json<BudgetView>();
    expect(categories.map(({ category }) => category)).toEqual(['A', 'B', 'C1', 'C2', 'C3', 'D', 'E']);
    const cells = rows.flatMap((row) => row.cells.flatMap((cell) => cell.estimate ?? []));
    expect(cells.reduce((sum, line) => sum + line.cents, 0)).toBe(categories.reduce((sum, line) => sum + line.cents, 0));
  });
});

describe('my work', () => {
  it("is the own institution's: led and joined deliverables, tasks, share", async () => {
    const view = (await qui.request('my-work')).json<MyWorkView>();
    expect(view.beneficiary).toMatchObject({ shortName: 'QUI', timeZone: 'Asia/Ho_Chi_Minh' });
    expect(view.deliverables.items.filter(({ part }) => part === 'lead').map(({ number }) => number)).toEqual(['D2.2', 'D4.4']);
    expect(view.nextDue).toMatchObject({ number: 'D2.2', dueOn: '2024-10-31', dueMonth: 10 });
    expect(view.share).toEqual({ currency: 'EUR', totalCents: 4_630_000, doneCents: 0 });
    const todo = view.todo.map(({ kind, number }) => `${kind} ${number}`);
    expect(todo.filter((item) => !item.includes('-part '))).toEqual(['upload-version D2.2', 'start-task T2.2']);
  });

  it('asks for every own part that is behind, and counts it', async () => {
    const { todo, tasks, myTasks } = (await qui.request('my-work')).json<MyWorkView>();
    const behind = (timeliness: string): string[] =>
      myTasks.filter((task) => !task.lead && task.timeliness === timeliness).map(({ number }) => number);
    const asked = (kind: string): string[] => todo.filter((item) => item.kind === kind).map(({ number }) => number);
    expect(new Set(asked('finish-part'))).toEqual(new Set(behind('late')));
    expect(new Set(asked('start-part'))).toEqual(new Set(behind('should-have-started')));
    expect(asked('finish-part')).toContain('T2.1');
    expect(todo.filter(({ kind }) => kind === 'finish-part').every(({ late }) => late)).toBe(true);
    expect(tasks).toMatchObject({ late: behind('late').length, shouldHaveStarted: behind('should-have-started').length + 1 });
  });

  it('draws the next six months, the present one counted in', async () => {
    const { ribbon } = (await qui.request('my-work')).json<MyWorkView>();
    expect(ribbon.every(({ on }) => on >= '2024-09-01' && on < '2025-03-01')).toBe(true);
    expect(ribbon.map(({ number }) => number)).toEqual(expect.arrayContaining(['MS3', 'D2.2', 'D2.3', 'D3.1']));
  });

  it('of an observer shows every deliverable and asks for nothing', async () => {
    const view = (await observer.request('my-work')).json<MyWorkView>();
    expect(view).toMatchObject({ beneficiary: null, todo: [], deliverables: { assigned: 21, total: 21 } });
  });
});

describe('the overview', () => {
  it('counts what is late and names it first', async () => {
    const view = (await observer.request('overview')).json<OverviewView>();
    expect(view).toMatchObject({ month: 9, durationMonths: 48, nextReport: { number: 1, endsOn: '2025-06-30', dueOn: '2025-08-29' } });
    const late = view.attention.filter(({ kind }) => kind === 'deliverable-late');
    expect(late.map(({ subject }) => subject.number)).toEqual(expect.arrayContaining(['D1.1', 'D1.2', 'D2.1', 'D5.1']));
    expect(view.counts.deliverablesLate).toBe(late.length);
    expect(view.attention[0]?.severity).toBe('high');
    expect(view.partners.reduce((sum, partner) => sum + partner.shareCents, 0)).toBe(40_000_000);
  });
});

describe('the search', () => {
  it.each([
    ['evora', 'D2.1'],
    ['D4.4', 'D4.4'],
    ['quang ninh', 'QUI'],
  ])('finds by number and by name, accents or not: %s', async (text, number) => {
    const hits = (await qui.request(`search?q=${encodeURIComponent(text)}`)).json<SearchHit[]>();
    expect(hits.map((hit) => hit.number)).toContain(number);
  });

  it('takes special characters as text', async () => {
    expect((await qui.request(`search?q=${encodeURIComponent(`%_'`)}`)).json<SearchHit[]>()).toEqual([]);
  });

  it('finds of the people those whom the list of people shows', async () => {
    const joining = await strive.addMember('seeker-joining@university.example', ['contributor'], 'PXU');
    const former = await strive.addMember('seeker-former@university.example', ['contributor'], 'PXU');
    const disabled = await strive.addMember('seeker-disabled@university.example', ['contributor'], 'PXU');
    await strive.addMember('seeker-present@university.example', ['contributor'], 'PXU');
    await office.sql(`UPDATE membership SET active_from = '2024-09-17' WHERE id = $1`, [joining.membershipId]);
    await office.sql(`UPDATE membership SET active_to = '2024-09-16' WHERE id = $1`, [former.membershipId]);
    await office.sql(`UPDATE person SET disabled_at = '2024-09-16' WHERE id = $1`, [disabled.personId]);
    const hits = (await qui.request(`search?q=${encodeURIComponent(' seeker ')}`)).json<SearchHit[]>();
    expect(hits.map(({ title }) => title)).toEqual(['seeker-present']);
  });

  it.each(['', 'q=', 'q=%20%20'])('for nothing is refused: ?%s', async (query) => {
    const answer = await qui.request(`search?${query}`);
    expect(answer.statusCode).toBe(422);
    expect(answer.json<Problem>().errors).toContainEqual(expect.objectContaining({ path: 'q', code: 'min-length' }));
  });
});

async function moneyAt(instant: string): Promise<{ version: number; budget: number; overview: number; mine: number; stake: object }> {
  return office.app.get(Clock).at(new Date(instant), async () => {
    const budget = (await qui.request('budget')).json<BudgetView>();
    const overview = (await qui.request('overview')).json<OverviewView>();
    const mine = (await qui.request('my-work')).json<MyWorkView>();
    const { stake } = (await qui.request(`deliverables/${strive.idOf('D2.2')}`)).json<DeliverableView>();
    return {
      version: budget.annex2Version,
      budget: budget.workPackages[1]!.totalCents,
      overview: overview.workPackages[1]!.totalCents,
      mine: mine.share.totalCents,
      stake,
    };
  });
}

describe('every page shows the money of one Annex 2', () => {
  /** An amendment that gives the whole of WP2 to QUI takes effect the day after the clock's. */
  beforeAll(async () => {
    const amended = uuid();
    await office.sql(
      `INSERT INTO annex2_version (project_id, id, number, in_force_from, provenance) VALUES ($1, $2, 2, '2024-09-17', 'stated')`,
      [strive.projectId, amended],
    );
    await office.sql(
      `INSERT INTO lump_sum_share (project_id, annex2_version_id, work_package_id, beneficiary_id, amount_cents) VALUES ($1, $2, $3, $4, 40000000)`,
      [strive.projectId, amended, strive.idOf('WP2'), strive.idOf('QUI')],
    );
  });

  const first = {
    version: 1,
    budget: 6_680_000,
    overview: 6_680_000,
    mine: 4_630_000,
    stake: { currency: 'EUR', cents: 6_680_000, beneficiaries: 7 },
  };

  it.each(['2023-06-01T00:00:00Z', '2024-09-16T10:00:00Z', '2024-09-16T21:59:59Z'])(
    'of the one in force, not of one to come: %s',
    async (instant) => {
      expect(await moneyAt(instant)).toEqual({ ...first, stake: expect.objectContaining(first.stake) });
    },
  );

  it("from the first minute of its day in the granting authority's zone", async () => {
    expect(await moneyAt('2024-09-16T22:00:00Z')).toEqual({
      version: 2,
      budget: 40_000_000,
      overview: 40_000_000,
      mine: 40_000_000,
      stake: expect.objectContaining({ cents: 40_000_000, beneficiaries: 1 }),
    });
  });
});
