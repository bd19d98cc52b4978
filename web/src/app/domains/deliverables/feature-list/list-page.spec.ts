import type { HttpTestingController, TestRequest } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { provideRouter, Router, withComponentInputBinding } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import type { DeliverablePage, DeliverableRow, Page, SavedView } from '@office/contracts';
import { aDeliverableRow, aMe, aMembership, aPage, aProblem, aWorkPackagePlan, aWorkPlan, CONSORTIUM, idOf } from '@office/testing';
import { signIn, surroundings } from '../../../../../test/render';
import { ListPage } from './list-page';

const project = idOf('project', 1);
const home = `/p/${project}/deliverables`;
const api = `/api/projects/${project}/deliverables`;
const rows = [
  aDeliverableRow(),
  aDeliverableRow({
    id: idOf('deliverable', 13),
    number: 'D1.3',
    title: 'First quality report',
    workPackage: { id: idOf('work-package', 1), number: 'WP1', title: 'Coordination' },
    lead: { ...CONSORTIUM.AL },
    state: 'in-review',
    round: 1,
    part: 'reviewer',
    provenance: 'stated',
  }),
];

describe('page Deliverables', () => {
  let http: HttpTestingController;
  let harness: RouterTestingHarness;

  beforeEach(async () => {
    http = surroundings([provideRouter([{ path: 'p/:projectId/deliverables', component: ListPage }], withComponentInputBinding())]);
    await signIn(aMe());
  });

  afterEach(() => {
    jest.useRealTimers();
  });

  const page = (): HTMLElement => harness.routeNativeElement!;
  const text = (): string => page().textContent.replace(/\s+/g, ' ');
  const address = (): string => TestBed.inject(Router).url.replace(home, '');
  const options = (label: string): string[] => [...field(label).querySelectorAll('option')].map((option) => option.textContent.trim());

  function field(label: string): HTMLElement {
    const found = [...page().querySelectorAll('label')].find((element) => element.textContent.includes(label));
    return found!.querySelector<HTMLElement>('input, select')!;
  }

  async function open(query = ''): Promise<void> {
    harness = await RouterTestingHarness.create(home + query);
    TestBed.tick();
  }

  async function answer(request: TestRequest, found: Page<DeliverableRow> = aPage(rows), views: SavedView[] = []): Promise<void> {
    request.flush({ ...found, views } satisfies DeliverablePage);
    await settled();
  }

  const asked = (query: string): TestRequest => http.expectOne(`${api}?${query}`);

  async function choose(label: string, value: string): Promise<void> {
    const select = field(label) as HTMLSelectElement;
    select.value = value;
    select.dispatchEvent(new Event('change'));
    await settled();
  }

  /** A navigation takes some turns; the request that it leads to is not answered yet. */
  async function settled(): Promise<void> {
    for (let turn = 0; turn < 20; turn++) await Promise.resolve();
    TestBed.tick();
  }

  it('shows number, title, part, due, state and version, and needs one request', async () => {
    await open();
    await answer(asked('offset=0&limit=50'));
    expect(text()).toContain('2 deliverables');
    expect(text()).toMatch(
      /D2\.2 Report on the seminar in Quang Ninh\s?WP2 .*QUI\s?Lead\s?31 Oct 2024 · M10 · in 47 days\s?Drafting\s?0\.3/,
    );
    expect(text()).toContain('In review · round 1');
    expect(page().querySelector('tbody a')?.getAttribute('href')).toBe(`${home}/${idOf('deliverable', 22)}`);
    http.verify();
  });

  it('reads the filters off the address', async () => {
    await open('?workPackage=WP1&state=in-review&late=true&text=report&page=2');
    await answer(asked('workPackage=WP1&state=in-review&late=true&text=report&offset=50&limit=50'), aPage(rows, { total: 52, offset: 50 }));
    http.expectOne(`/api/projects/${project}/work-plan`).flush(aWorkPlan());
    await settled();
    expect((field('Work package') as HTMLSelectElement).value).toBe('WP1');
    expect((field('Status') as HTMLSelectElement).value).toBe('in-review');
    expect((field('Late only') as HTMLInputElement).checked).toBe(true);
    expect((field('Number or title') as HTMLInputElement).value).toBe('report');
    expect(text()).toContain('52 deliverables match');
  });

  it('writes a choice into the address, keeps the rows until the next are there, and goes back to the first page', async () => {
    await open('?page=2');
    await answer(asked('offset=50&limit=50'), aPage(rows, { total: 52, offset: 50 }));
    http.expectOne(`/api/projects/${project}/work-plan`).flush(aWorkPlan());
    await settled();
    await choose('Status', 'accepted');
    expect(address()).toBe('?state=accepted');
    expect(text()).toContain('First quality report');
    await answer(asked('state=accepted&offset=0&limit=50'), aPage([]));
    expect(text()).toContain('No deliverable fits these filters');
  });

  it('writes typed text into the address when the person pauses', async () => {
    await open();
    await answer(asked('offset=0&limit=50'));
    jest.useFakeTimers();
    const search = field('Number or title') as HTMLInputElement;
    for (const typed of ['s', 'se', 'sem']) {
      search.value = typed;
      search.dispatchEvent(new Event('input'));
    }
    jest.advanceTimersByTime(300);
    await settled();
    expect(address()).toBe('?text=sem');
    asked('text=sem&offset=0&limit=50');
    expect(search.value).toBe('sem');
  });

  it('offers work packages and leads of the list itself when it fits on one page', async () => {
    await open();
    await answer(asked('offset=0&limit=50'));
    expect(options('Work package')).toEqual([
      'All work packages',
      'WP1 Coordination',
      'WP2 Overview on Erasmus+ programme in higher education sector',
    ]);
    expect(options('Lead')).toEqual(['All leads', 'AlmaLaurea Interuniversity Consortium', 'Quang Ninh University of Industry']);
    http.verify();
  });

  it('asks the plan for them when it does not', async () => {
    await open();
    await answer(asked('offset=0&limit=50'), aPage(rows, { total: 500 }));
    http
      .expectOne(`/api/projects/${project}/work-plan`)
      .flush(aWorkPlan({ workPackages: [aWorkPackagePlan({ number: 'WP7', title: 'Other' })] }));
    await settled();
    expect(options('Work package')).toEqual(['All work packages', 'WP7 Other']);
    expect(text()).toContain('1–2 of 500');
  });

  it('marks what is invented row by row only where not everything is', async () => {
    await open();
    await answer(asked('offset=0&limit=50'));
    expect(page().querySelectorAll('td .badge')).toHaveLength(1);
    await choose('Lead', 'QUI');
    await answer(asked('lead=QUI&offset=0&limit=50'), aPage([aDeliverableRow()]));
    expect(page().querySelectorAll('td .badge')).toHaveLength(0);
    expect(page().querySelectorAll('office-page-header .badge')).toHaveLength(1);
  });

  const files = (): (string | null)[] =>
    [...page().querySelectorAll('a[download]')].map((link) => link.getAttribute('href')?.replace(`${api}/export`, '') ?? null);
  const button = (word: string): HTMLButtonElement =>
    [...page().querySelectorAll('button')].find((element) => (element.getAttribute('aria-label') ?? element.textContent).includes(word))!;
  const views = (): string[] => [...page().querySelectorAll('office-view-bar nav a')].map((link) => link.textContent.trim());
  const late: SavedView = {
    id: idOf('view', 1),
    version: 2,
    name: 'Late in WP2',
    filter: { workPackage: 'WP2', late: true },
    standard: true,
  };

  it('goes out as a file: all that fits the filters, or what is chosen', async () => {
    await open('?state=drafting');
    await answer(asked('state=drafting&offset=0&limit=50'));
    http.expectOne(`/api/projects/${project}/work-plan`).flush(aWorkPlan());
    button('Export').click();
    await settled();
    expect(files()).toEqual(['.xlsx?state=drafting', '.csv?state=drafting', '.zip?state=drafting', '.zip?state=drafting&versions=all']);
    button('Export').click();

    page().querySelector<HTMLInputElement>('[aria-label="Select D1.3"]')!.click();
    await settled();
    expect(text()).toContain('1 selected');
    expect(files()).toEqual(['zip', 'xlsx', 'csv'].map((ending) => `.${ending}?ids=${idOf('deliverable', 13)}`));
    const every = page().querySelector<HTMLInputElement>('[aria-label="Select all that are shown"]')!;
    expect(every.indeterminate).toBe(true);
    every.click();
    await settled();
    expect(text()).toContain('2 selected');
    button('Clear').click();
    await settled();
    expect(text()).not.toContain('selected');
  });

  it('opens with the view that the person has chosen for it, and with what is asked for otherwise', async () => {
    await open();
    await answer(asked('offset=0&limit=50'), aPage(rows), [late]);
    await settled();
    expect(address()).toBe('?workPackage=WP2&late=true');
    expect(page().querySelector('tbody')).toBeNull();
    await answer(asked('workPackage=WP2&late=true&offset=0&limit=50'), aPage(rows), [late]);
    expect(views()).toEqual(['All', expect.stringMatching(/^Late in WP2/)]);
    expect(page().querySelector('office-view-bar [aria-current]')?.textContent).toContain('Late in WP2');
    page().querySelector<HTMLElement>('office-view-bar nav a')!.click();
    await settled();
    expect(address()).toBe('');
    await answer(asked('offset=0&limit=50'), aPage(rows), [late]);
    expect(address()).toBe('');
  });

  it('changes and drops a view as the person saw it', async () => {
    await open('?workPackage=WP2&late=true');
    await answer(asked('workPackage=WP2&late=true&offset=0&limit=50'), aPage(rows), [late]);
    http.expectOne(`/api/projects/${project}/work-plan`).flush(aWorkPlan());
    button('This view').click();
    await settled();
    button('Open the list with all deliverables').click();
    const change = http.expectOne(`/api/projects/${project}/saved-views/${late.id}`);
    expect(change.request.headers.get('If-Match')).toBe('"2"');
    expect(change.request.body).toEqual({ name: late.name, filter: late.filter, standard: false });
    change.flush([{ ...late, version: 3, standard: false }]);
    await settled();
    button('This view').click();
    await settled();
    expect(button('Open the list with this view')).toBeDefined();
  });

  it('offers to keep what is shown and not kept yet', async () => {
    await open('?state=drafting');
    await answer(asked('state=drafting&offset=0&limit=50'), aPage(rows), [late]);
    http.expectOne(`/api/projects/${project}/work-plan`).flush(aWorkPlan());
    await settled();
    expect(button('Save this view')).toBeDefined();
    page().querySelector<HTMLElement>('office-view-bar nav a')!.click();
    await settled();
    await answer(asked('offset=0&limit=50'), aPage(rows), [late]);
    expect(button('Save this view')).toBeUndefined();
  });

  it('has words for a project without deliverables, and for a server that is not ready', async () => {
    await open();
    await answer(asked('offset=0&limit=50'), aPage([]));
    expect(text()).toContain('This project has no deliverables yet');
    await choose('Status', 'planned');
    asked('state=planned&offset=0&limit=50').flush(aProblem({ status: 503, code: 'unavailable' }), {
      status: 503,
      statusText: 'Unavailable',
    });
    await settled();
    expect(text()).toContain('The server is not ready right now.');
  });
});

describe('page Deliverables of somebody without an institution', () => {
  it('offers no filter by part', async () => {
    const http = surroundings([provideRouter([{ path: 'p/:projectId/deliverables', component: ListPage }], withComponentInputBinding())]);
    await signIn(aMe({ projects: [aMembership({ roles: ['observer'], beneficiary: null })] }));
    const harness = await RouterTestingHarness.create(home);
    TestBed.tick();
    http.expectOne(`${api}?offset=0&limit=50`).flush({ ...aPage(rows), views: [] });
    await Promise.resolve();
    TestBed.tick();
    expect(harness.routeNativeElement?.textContent).not.toContain('With or without our part');
  });
});
