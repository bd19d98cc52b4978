import { TestBed } from '@angular/core/testing';
import { expect, it } from '@jest/globals';
import type { BoardStatisticsView } from '@office/contracts';
import { aMe, CONSORTIUM, idOf } from '@office/testing';
import { signIn, surroundings, textOf } from '../../../../../test/render';
import { BoardStatisticsPage } from './statistics-page';

const view: BoardStatisticsView = {
  steps: [{ state: 'drafting', count: 3, medianDays: 10, averageDays: 14.5, longestDays: 40 }],
  rounds: [{ rounds: 2, deliverables: 1 }],
  deliverables: [{ deliverableId: 'd', number: 'D1.3', title: 'First quality report', rounds: 2, signedOff: false }],
  scores: [],
  load: [{ membershipId: 'm', name: 'Member', beneficiary: { ...CONSORTIUM.PXU }, appointed: 1, awaited: 1, sent: 3, averageDays: 6.25 }],
};

it('has a table behind each picture, and words where there is nothing to draw', async () => {
  const api = surroundings();
  await signIn(aMe());
  const page = TestBed.createComponent(BoardStatisticsPage);
  page.componentRef.setInput('projectId', idOf('project', 1));
  TestBed.tick();
  api.expectOne(`/api/projects/${idOf('project', 1)}/quality-board/statistics`).flush(view);
  await page.whenStable();
  const tables = [...(page.nativeElement as HTMLElement).querySelectorAll('table')].map((table) =>
    [...table.querySelectorAll('tbody td')].map((cell) => cell.textContent.replace(/\s+/g, ' ').trim()),
  );
  expect(tables).toEqual([
    ['Drafting', '3', '10 days', '14.5 days', '40 days'],
    ['D1.3 First quality report', '2', 'not yet'],
    ['PXU Member', '1', '1', '3', '6.3 days'],
  ]);
  expect(textOf(page)).toContain('No review has been sent yet');
});
