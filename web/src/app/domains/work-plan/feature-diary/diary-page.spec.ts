import type { HttpTestingController } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { provideRouter, Router } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import { beforeEach, describe, expect, it } from '@jest/globals';
import type { WorkPackageDiaryView } from '@office/contracts';
import { aDiaryEntry, aMe, aPage, CONSORTIUM, idOf } from '@office/testing';
import { signIn, surroundings } from '../../../../../test/render';
import { CompletionPage } from '../feature-completion/completion-page';
import { DiaryPage } from './diary-page';

const project = `/api/projects/${idOf('project', 1)}`;
const workPackage = { id: 'wp', number: 'WP2', title: 'Overview', lead: CONSORTIUM.UE };
const entry = aDiaryEntry({ narrative: 'Rooms are booked.' });
const diary: WorkPackageDiaryView = { workPackage, entries: aPage([entry]), comparison: null };

describe('pages of one work package', () => {
  let api: HttpTestingController;

  beforeEach(async () => {
    api = surroundings([
      provideRouter([
        { path: ':workPackageId/diary', component: DiaryPage },
        { path: ':workPackageId/completion', component: CompletionPage },
      ]),
    ]);
    await signIn(aMe());
  });

  async function open(address: string, request: string, answer: object) {
    const harness = await RouterTestingHarness.create(address);
    TestBed.tick();
    api.expectOne(`${project}/work-packages/wp/${request}`).flush(answer);
    await harness.fixture.whenStable();
    const page = harness.routeNativeElement!;
    return { page, text: () => page.textContent.replace(/\s+/g, ' ').trim() };
  }

  it('the diary tells what was said of whom, day by day', async () => {
    const { text } = await open('/wp/diary', 'diary?offset=0&limit=30', diary);
    for (const words of ['Diary of WP2', '14 Sep 2024', 'T2.2 · QUI', 'In progress', 'Rooms are booked.']) expect(text()).toContain(words);
  });

  it('the diary compares two days that stand in the address', async () => {
    const point = { state: 'not-started', progress: 0, narrative: '', nextSteps: '', trafficLight: null } as const;
    const after = { ...point, state: 'done', progress: 100, narrative: 'Our sheet is written.' } as const;
    const rows = [{ subject: entry.subject, before: point, after, changes: ['state', 'progress', 'narrative'] }];
    const comparison = { from: '2024-08-01', to: '2024-09-01', rows };
    const days = '&from=2024-08-01&to=2024-09-01';
    const { text } = await open(`/wp/diary?from=2024-08-01&to=2024-09-01`, `diary?offset=0&limit=30${days}`, { ...diary, comparison });
    for (const words of ['1 Aug 2024 compared with 1 Sep 2024', 'Not started', '0%', 'Done', '100%', 'Our sheet is written.'])
      expect(text()).toContain(words);
  });

  it('the diary takes days from the form, and compares from the earlier to the later whichever stands first', async () => {
    const { page, text } = await open(
      '/wp/diary?from=2024-09-02&to=2024-09-01',
      'diary?offset=0&limit=30&from=2024-09-01&to=2024-09-02',
      diary,
    );
    expect(text()).toContain('compared from the earlier day to the later');
    [...page.querySelectorAll('button')].find(({ textContent }) => textContent.includes('Last 30 days'))?.click();
    // The way there is asked for in a microtask of its own.
    await new Promise((resolve) => setTimeout(resolve));
    expect(TestBed.inject(Router).url).toBe('/wp/diary?from=2024-08-15&to=2024-09-14');
  });

  it('the completion board says who holds up how much', async () => {
    const part = {
      ...{ taskId: 't', number: 'T2.2', title: 'Seminar', state: 'in-progress', timeliness: 'late', dueOn: '2024-07-31' },
      ...{ blockedReason: null, evidence: 0, holdUp: 'late' },
    };
    const partners = [
      { beneficiary: CONSORTIUM.QUI, shareCents: 463_000, done: 0, parts: [part], holdUp: 'late' },
      { beneficiary: CONSORTIUM.UE, shareCents: 537_000, done: 0, parts: [], holdUp: null },
    ];
    const view = {
      ...{ workPackage: { ...workPackage, state: 'in-progress', progress: 40 }, currency: 'EUR', totalCents: 1_000_000 },
      ...{ heldUpCents: 1_000_000, partners },
    };
    const { text } = await open('/wp/completion', 'completion', view);
    for (const words of [
      'Completion of WP2',
      '€10,000',
      'of 1 part',
      'Late: holds everybody up',
      'due 31 Jul 2024',
      '€4,630',
      'No part of its own',
    ])
      expect(text()).toContain(words);
  });
});
