import type { HttpTestingController, TestRequest } from '@angular/common/http/testing';
import { signal } from '@angular/core';
import { type ComponentFixture, TestBed } from '@angular/core/testing';
import { MAT_DIALOG_DATA, MatDialogRef } from '@angular/material/dialog';
import { beforeEach, describe, expect, it, jest } from '@jest/globals';
import type { TaskPartView } from '@office/contracts';
import { aMe, anEvidence, aProblem, aTaskPart, CONSORTIUM, idOf } from '@office/testing';
import { Live, type LiveNews } from '../../../../shared/util-live/live';
import { click, render, signIn, surroundings, textOf, type } from '../../../../../../test/render';
import { PartDialog } from './part-dialog';
import type { PartSubject } from './part-subject';

// jsdom lays nothing out.
Element.prototype.scrollIntoView = jest.fn();

const seen = aTaskPart({ version: 3, criteria: [{ text: 'Text checked', met: false }] });
const { task } = seen;
const subject: PartSubject = { taskId: task.id, number: task.number, title: task.title, beneficiary: CONSORTIUM.QUI };
const address = `/api/projects/${idOf('project', 1)}/tasks/${task.id}/parts/${CONSORTIUM.QUI.id}`;

describe('part dialog', () => {
  let api: HttpTestingController;
  let closedWith: (TaskPartView | undefined)[];
  let dialog: ComponentFixture<PartDialog>;
  const news = signal<LiveNews>({ revision: 7, changes: [], asked: 0 });
  const host = (): HTMLElement => dialog.nativeElement as HTMLElement;

  async function open(part: TaskPartView = seen, of: PartSubject = subject): Promise<void> {
    closedWith = [];
    news.set({ revision: 7, changes: [], asked: 0 });
    api = surroundings([
      { provide: MAT_DIALOG_DATA, useValue: of },
      { provide: MatDialogRef, useValue: { id: 'dialog', close: (answer?: TaskPartView) => closedWith.push(answer) } },
      { provide: Live, useValue: { news, updated: () => undefined } },
    ]);
    await signIn(aMe());
    const rendering = render(PartDialog);
    TestBed.tick();
    api
      .expectOne(`/api/projects/${idOf('project', 1)}/tasks/${of.taskId}/parts/${of.beneficiary.id}`)
      .flush(part, { headers: { 'Project-Revision': '7' } });
    await Promise.resolve();
    dialog = await rendering;
  }

  const settled = async (): Promise<void> => {
    for (let turn = 0; turn < 3; turn += 1) await new Promise((resolve) => setTimeout(resolve));
    await dialog.whenStable();
  };

  async function choose(state: string): Promise<void> {
    host().querySelector<HTMLInputElement>(`input[value="${state}"]`)?.click();
    await dialog.whenStable();
  }

  async function save(): Promise<TestRequest> {
    await click(dialog, 'Save my part');
    return api.expectOne({ method: 'PUT', url: address });
  }

  describe('of the own institution', () => {
    beforeEach(() => open());

    it('saves state, check-list and a link in one request, with the version that was seen', async () => {
      await choose('done');
      await click(dialog, 'All of these are met');
      await type(dialog, 'Link that shows it', 'qui.example/sheets');
      const request = await save();
      expect(request.request.headers.get('If-Match')).toBe('"3"');
      expect(request.request.body).toEqual({
        ...{ state: 'done', note: '', criteria: [{ text: 'Text checked', met: true }] },
        links: [{ url: 'qui.example/sheets', title: '' }],
      });
      const saved = aTaskPart({ state: 'done', version: 4 });
      request.flush(saved);
      await settled();
      expect(closedWith).toEqual([saved]);
    });

    it('sends nothing that the domain refuses, and says what is wrong', async () => {
      await choose('done');
      await type(dialog, 'Link that shows it', 'javascript:alert(1)');
      await click(dialog, 'Save my part');
      api.expectNone({ method: 'PUT', url: address });
      expect(textOf(dialog)).toContain('A done part has met all of its criteria');
      expect(textOf(dialog)).toContain('Enter an address of the web');
      await choose('blocked');
      expect(textOf(dialog)).toContain('Say what blocks the work.');
    });

    it('takes a new criterion and lets one go', async () => {
      const field = host().querySelector<HTMLInputElement>('office-criteria-field input[type="text"]')!;
      field.value = ' Photographs cleared ';
      await click(dialog, 'Add');
      expect(field.value).toBe('');
      await click(dialog, 'Remove: Text checked');
      expect((await save()).request.body).toMatchObject({ criteria: [{ text: 'Photographs cleared', met: false }] });
    });

    it('sends a file at once, and keeps what was typed', async () => {
      await type(dialog, 'Note for the diary', 'Nearly there.');
      const file = new File(['a;b'], 'sheets.csv');
      const field = host().querySelector<HTMLInputElement>('input[type="file"]')!;
      Object.defineProperty(field, 'files', { value: [file] });
      field.dispatchEvent(new Event('change'));
      await settled();
      const upload = api.expectOne({ method: 'POST', url: `${address}/evidence` });
      expect((upload.request.body as FormData).get('file')).toBeInstanceOf(File);
      upload.flush(aTaskPart({ ...seen, version: 4, evidence: [anEvidence({ kind: 'file', title: 'sheets.csv' })] }));
      await settled();
      expect(textOf(dialog)).toContain('sheets.csv');
      const request = await save();
      expect(request.request.headers.get('If-Match')).toBe('"4"');
      expect(request.request.body).toMatchObject({ note: 'Nearly there.' });
    });

    it('refuses a file of another kind before it is sent', async () => {
      const field = host().querySelector<HTMLInputElement>('input[type="file"]')!;
      Object.defineProperty(field, 'files', { value: [new File(['x'], 'sheets.exe')] });
      field.dispatchEvent(new Event('change'));
      await settled();
      api.expectNone(`${address}/evidence`);
      expect(textOf(dialog)).toContain('The EU portal takes doc');
    });

    it('goes on from what it showed while somebody else changes the part', async () => {
      await choose('in-progress');
      news.set({ revision: 8, changes: ['81'], asked: 0 });
      await settled();
      api.expectNone({ method: 'GET', url: address });
      expect((await save()).request.headers.get('If-Match')).toBe('"3"');
    });

    it('shows both when somebody else was faster, and saves over theirs only when told so', async () => {
      await choose('blocked');
      await type(dialog, 'What blocks it', 'The figures are missing.');
      const current = aTaskPart({ version: 7, note: 'The figures came.' });
      (await save()).flush(aProblem({ status: 412, code: 'precondition-failed', current }), { status: 412, statusText: 'Stale' });
      await settled();
      expect(textOf(dialog)).toContain('The figures are missing.');
      expect(textOf(dialog)).toContain('The figures came.');
      await click(dialog, 'Save mine instead');
      const again = api.expectOne({ method: 'PUT', url: address });
      expect(again.request.headers.get('If-Match')).toBe('"7"');
      expect(again.request.body).toMatchObject({ state: 'blocked', note: 'The figures are missing.' });
    });
  });

  it('of another institution shows how it stands, and why it is not to be changed', async () => {
    const part = aTaskPart({ beneficiary: CONSORTIUM.HANU, state: 'blocked', note: 'No visa yet.', evidence: [anEvidence()] });
    await open(part, { ...subject, beneficiary: CONSORTIUM.HANU });
    expect(host().querySelector('form')).toBeNull();
    for (const words of ['HANU: part of T2.2', 'Blocked', 'No visa yet.', 'Programme of the seminar', 'Only HANU itself reports its part.'])
      expect(textOf(dialog)).toContain(words);
    const link = host().querySelector('a[href="https://qui.example/seminar/programme"]');
    expect(link?.getAttribute('rel')).toContain('noopener');
  });
});
