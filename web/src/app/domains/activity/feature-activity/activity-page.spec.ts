import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import { describe, expect, it } from '@jest/globals';
import type { ActivityItem, Page } from '@office/contracts';
import { aMe, anActivityItem, aPage, idOf } from '@office/testing';
import { signIn, surroundings } from '../../../../../test/render';
import { ActivityPage } from './activity-page';

async function open(address: string, offset: number, answer: Page<ActivityItem>) {
  const api = surroundings([provideRouter([{ path: 'activity', component: ActivityPage }])]);
  await signIn(aMe());
  const harness = await RouterTestingHarness.create(address);
  TestBed.tick();
  api.expectOne(`/api/projects/${idOf('project', 1)}/activity?offset=${offset}&limit=50`).flush(answer);
  await harness.fixture.whenStable();
  const page = harness.routeNativeElement!;
  return { text: page.textContent.replace(/\s+/g, ' '), links: [...page.querySelectorAll('a')].map((link) => link.getAttribute('href')) };
}

describe('page Activity log', () => {
  it('groups by day and leads from each entry to what it is about', async () => {
    const items = [
      anActivityItem({
        subject: { kind: 'task', id: 't1', label: 'T2.2 Seminar' },
        event: 'task.status-updated',
        detail: { state: 'done', progress: 100 },
      }),
      // In Rome this was still the 13th; the person reads the log in Hanoi.
      anActivityItem({ id: 'a3', at: '2024-09-13T20:00:00.000Z' }),
      anActivityItem({ id: 'a2', at: '2024-09-13T08:00:00.000Z' }),
    ];
    const { text, links } = await open('/activity', 0, aPage(items));
    expect(text).toMatch(/14 Sep 2024 · today.*T2\.2 Seminar.*Status: Done, 100%.*13 Sep 2024 · yesterday.*Version 0\.3 uploaded/);
    expect(links[0]).toBe(`/p/${idOf('project', 1)}/work-plan?open=t1`);
  });

  it('asks for the page in the address and offers its neighbours', async () => {
    const { text, links } = await open('/activity?page=2', 50, aPage([anActivityItem()], { total: 120 }));
    expect(text).toContain('120 entries · page 2 of 3');
    expect(links.slice(-2)).toEqual(['/activity', '/activity?page=3']);
  });

  it('says so when nothing was written yet', async () => {
    expect((await open('/activity', 0, aPage([]))).text).toContain('Nothing here');
  });
});
