import { Location } from '@angular/common';
import type { HttpTestingController } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { provideRouter, Router } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import { beforeEach, describe, expect, it, jest } from '@jest/globals';
import { aMe, aMembership, aPage, aStatusUpdate, aTask, aWorkPackagePlan, aWorkPlan, CONSORTIUM, idOf } from '@office/testing';
import { signIn, surroundings } from '../../../../../test/render';
import { WorkPlanPage } from './work-plan-page';

const project = `/api/projects/${idOf('project', 1)}`;
const own = aTask({ id: 't1', number: 'T2.2', title: 'Seminar in Quang Ninh', startMonth: 6, endMonth: 10 });
const other = aTask({ id: 't2', number: 'T2.3', title: 'Guide', lead: CONSORTIUM.HANU, participants: [], startMonth: 14, endMonth: 20 });
const plan = aWorkPlan({
  workPackages: [aWorkPackagePlan({ startMonth: 4, endMonth: 20, tasks: [own, other], deliverables: [], milestones: [] })],
});

// jsdom lays nothing out.
const scrolledTo = jest.fn();
Element.prototype.scrollIntoView = scrolledTo;

describe('page Work plan', () => {
  let api: HttpTestingController;

  beforeEach(async () => {
    scrolledTo.mockClear();
    api = surroundings([provideRouter([{ path: 'work-plan', component: WorkPlanPage }])]);
    await signIn(aMe());
  });

  async function open(address: string) {
    const harness = await RouterTestingHarness.create(address);
    TestBed.tick();
    api.expectOne(`${project}/work-plan`).flush(plan);
    // The answer goes through a promise; the page is not stable yet when it asks for a diary.
    await Promise.resolve();
    TestBed.tick();
    const page = harness.routeNativeElement!;
    const rows = () => [...page.querySelectorAll('tbody th .code')].map((code) => code.textContent);
    const click = async (name: string) => {
      const found = [...page.querySelectorAll<HTMLElement>('a, button')].find((control) => control.textContent.trim().startsWith(name));
      found?.click();
      await harness.fixture.whenStable();
      TestBed.tick();
    };
    return { harness, page, rows, click };
  }

  it('shows what the address asks for, and changes the address with the year', async () => {
    const { rows, click } = await open('/work-plan?year=1&partner=QUI');
    expect(rows()).toEqual(['WP2', 'T2.2']);
    await click('Year 2');
    expect(TestBed.inject(Router).url).toBe('/work-plan?year=2&partner=QUI');
    expect(rows()).toEqual([]);
    await click('Clear filters');
    expect(TestBed.inject(Router).url).toBe('/work-plan');
    expect(rows()).toEqual(['WP2', 'T2.2', 'T2.3']);
  });

  it('writes typed text into the address in place', async () => {
    const { harness, page, rows } = await open('/work-plan?year=2');
    const field = page.querySelector<HTMLInputElement>('input[type="search"]')!;
    field.value = 'guide';
    field.dispatchEvent(new Event('input'));
    await harness.fixture.whenStable();
    expect(rows()).toEqual(['WP2', 'T2.3']);
    expect(TestBed.inject(Location).path()).toBe('/work-plan?year=2&q=guide');
  });

  it('tells months, progress and timeliness of every row in words', async () => {
    const { page } = await open('/work-plan');
    const facts = [...page.querySelectorAll('.facts')].map((line) => line.textContent.replace(/\s+/g, ' ').trim());
    expect(facts[1]).toMatch(/^M6–M10 · Jun.–.Oct 2024 · 40% On time$/);
  });

  it.each([
    ['table', 'table.plain tbody th .code', ['WP2', 'T2.2']],
    ['board', 'li .code', ['T2.2']],
  ])('shows the same rows as a %s', async (view, selector, numbers) => {
    const { page } = await open(`/work-plan?view=${view}&partner=QUI`);
    expect([...page.querySelectorAll(selector)].map((code) => code.textContent)).toEqual(numbers);
    expect(page.querySelector('office-page-header')?.textContent).toContain('1 work package · 1 task');
  });

  it('keeps the filter when the view is changed', async () => {
    const { click } = await open('/work-plan?state=in-progress&q=t2');
    await click('Board');
    expect(TestBed.inject(Router).url).toBe('/work-plan?view=board&state=in-progress&q=t2');
  });

  it('offers files of what is shown', async () => {
    const { page, click } = await open('/work-plan?year=1&q=seminar');
    await click('Export');
    const files = [...page.querySelectorAll<HTMLAnchorElement>('a[download]')].map((link) => link.getAttribute('href'));
    expect(files).toEqual(['xlsx', 'pdf'].map((kind) => `${project}/work-plan/export.${kind}?year=1&q=seminar`));
  });

  it('writes the row that is opened into the address', async () => {
    const { harness, page } = await open('/work-plan?q=t2');
    page.querySelector<HTMLElement>('#plan-t1 button')?.click();
    TestBed.tick();
    api.expectOne(`${project}/tasks/t1/status-updates?limit=10`).flush(aPage([]));
    await harness.fixture.whenStable();
    expect(TestBed.inject(Location).path()).toBe('/work-plan?q=t2&row=T2.2');
  });

  it.each([
    ['observer', 'timeline', false, false],
    ['observer', 'table', false, false],
    ['partner-coordinator', 'table', true, false],
    ['project-coordinator', 'timeline', true, true],
  ] as const)('offers %s in the %s only what the role ever does', async (role, view, reports, plans) => {
    await signIn(aMe({ projects: [aMembership({ roles: [role] })] }));
    const { harness, page } = await open(`/work-plan?view=${view}&open=t2`);
    TestBed.tick();
    api.expectOne(`${project}/tasks/t2/status-updates?limit=10`).flush(aPage([]));
    await harness.fixture.whenStable();
    expect(page.textContent.includes('Update the status of')).toBe(reports);
    expect(page.textContent.includes('Plan a change of')).toBe(plans);
    expect(page.textContent.includes('Drag a bar')).toBe(plans);
    expect(page.querySelector('[role="slider"]') !== null).toBe(plans);
  });

  it('opens the row that the address names, with its diary, and says why its status is not to be changed', async () => {
    const { harness, page } = await open('/work-plan?open=t2');
    TestBed.tick();
    api.expectOne(`${project}/tasks/t2/status-updates?limit=10`).flush(aPage([aStatusUpdate({ narrative: 'First chapters written.' })]));
    await harness.fixture.whenStable();
    expect(scrolledTo).toHaveBeenCalledTimes(1);
    const panel = page.querySelector('#panel-t2')!;
    expect(panel.textContent).toContain('First chapters written.');
    expect(panel.textContent).toContain('Another institution leads this.');

    page.querySelector<HTMLElement>('#plan-t1 button')?.click();
    TestBed.tick();
    api.expectOne(`${project}/tasks/t1/status-updates?limit=10`).flush(aPage([]));
    await harness.fixture.whenStable();
    expect(page.querySelector('#panel-t2')).toBeNull();
    expect(page.querySelector('#panel-t1')?.textContent).toContain('Nobody has reported on this yet.');
    expect(page.querySelector('#panel-t1')?.textContent).not.toContain('Another institution leads this.');
  });
});
