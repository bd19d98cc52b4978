import type { HttpTestingController } from '@angular/common/http/testing';
import { signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { beforeEach, expect, it } from '@jest/globals';
import { aMe, anAgreement, anAmendment, anAmendmentRow, anAmendmentsView, aProblem, idOf } from '@office/testing';
import { Live, type LiveNews } from '../../../../shared/util-live/live';
import { signIn, surroundings } from '../../../../../../test/render';
import { ChangeStore } from './change-store';

const project = `/api/projects/${idOf('project', 1)}`;
const draft = `${project}/amendments/${anAmendmentRow().id}`;
const subject = { kind: 'deliverable', id: idOf('deliverable', 1), number: 'D3.3', title: 'Report', startMonth: 30, endMonth: 30 } as const;
const headers = { 'Project-Revision': '7' };

let api: HttpTestingController;
let store: ChangeStore;
const news = signal<LiveNews>({ revision: 7, changes: [], asked: 0 });

const settled = async (): Promise<void> => {
  await new Promise((resolve) => setTimeout(resolve));
  TestBed.tick();
};

beforeEach(async () => {
  news.set({ revision: 7, changes: [], asked: 0 });
  api = surroundings([ChangeStore, { provide: Live, useValue: { news, updated: () => undefined } }]);
  await signIn(aMe());
  store = TestBed.inject(ChangeStore);
  store.move.set({ subject, startMonth: 32, endMonth: 32 });
  TestBed.tick();
  api.expectOne(`${project}/amendments`).flush(anAmendmentsView({ agreement: anAgreement({ version: 3 }) }), { headers });
  await settled();
  api.expectOne(draft).flush(anAmendment([], { version: 5 }), { headers });
  await settled();
});

it('writes on the plan that the change was judged on, whatever somebody else did since', async () => {
  news.set({ revision: 8, changes: ['81'], asked: 0 });
  await settled();
  api.expectNone({ method: 'GET', url: `${project}/amendments` });
  api.expectNone({ method: 'GET', url: draft });
  const applied = store.apply('Agreed.');
  const request = api.expectOne({ method: 'POST', url: `${project}/plan-changes` });
  expect(request.request.headers.get('If-Match')).toBe('"3"');
  request.flush(aProblem({ status: 412, code: 'precondition-failed' }), { status: 412, statusText: 'Stale' });
  expect(await applied).toBe(false);
  TestBed.tick();
  api.expectOne({ method: 'GET', url: `${project}/amendments` });
  expect(store.problem()).toMatchObject({ code: 'precondition-failed' });
});

it('puts the change behind those of the draft that was seen', async () => {
  const added = store.add('');
  const request = api.expectOne({ method: 'PUT', url: `${draft}/changes` });
  expect(request.request.headers.get('If-Match')).toBe('"5"');
  expect(request.request.body).toMatchObject({ changes: [{ kind: 'deliverable.due', id: subject.id, dueMonth: 32 }] });
  request.flush(anAmendment());
  expect(await added).toEqual(anAmendment());
});

it('tries again with the draft as it is at the server, once somebody else was faster', async () => {
  const refused = store.add('');
  const stale = aProblem({ status: 412, code: 'precondition-failed' });
  api.expectOne({ method: 'PUT', url: `${draft}/changes` }).flush(stale, { status: 412, statusText: 'Stale' });
  expect(await refused).toBeUndefined();
  TestBed.tick();
  api.expectOne({ method: 'GET', url: `${project}/amendments` }).flush(anAmendmentsView(), { headers });
  const theirs = anAmendment([{ kind: 'project.duration', durationMonths: 54 }], { version: 6 });
  api.expectOne({ method: 'GET', url: draft }).flush(theirs, { headers });
  await settled();
  const added = store.add('');
  const request = api.expectOne({ method: 'PUT', url: `${draft}/changes` });
  expect(request.request.headers.get('If-Match')).toBe('"6"');
  expect(request.request.body).toMatchObject({ changes: [{ kind: 'project.duration' }, { kind: 'deliverable.due', dueMonth: 32 }] });
  request.flush(anAmendment());
  expect(await added).toEqual(anAmendment());
  expect(store.problem()).toBeUndefined();
});
