import { TestBed } from '@angular/core/testing';
import { MAT_DIALOG_DATA, MatDialogRef } from '@angular/material/dialog';
import { describe, expect, it, jest } from '@jest/globals';
import type { SavedView } from '@office/contracts';
import { idOf } from '@office/testing';
import type { ReadProblem } from '../../../shared/util-http/problem';
import { surroundings } from '../../../../../test/render';
import { ViewDialog, type ViewQuestion } from './view-dialog';

const other: SavedView = { id: idOf('view', 2), version: 1, name: 'Ours', filter: { part: 'lead' }, standard: false };
const refused: ReadProblem = {
  offline: false,
  type: '',
  title: '',
  status: 422,
  code: 'validation-failed',
  errors: [{ path: 'name', code: 'name-taken' }],
  requestId: '',
};

describe('the name of a view', () => {
  const close = jest.fn();
  const save = jest.fn<ViewQuestion['save']>();

  async function dialog(question: Partial<ViewQuestion> = {}) {
    close.mockClear();
    save.mockReset();
    save.mockResolvedValue(null);
    surroundings([
      { provide: MAT_DIALOG_DATA, useValue: { view: null, others: [other], save, ...question } satisfies ViewQuestion },
      { provide: MatDialogRef, useValue: { close } },
    ]);
    const fixture = TestBed.createComponent(ViewDialog);
    fixture.detectChanges();
    const root = fixture.nativeElement as HTMLElement;
    const submit = async (name: string): Promise<void> => {
      const field = root.querySelector<HTMLInputElement>('#view-name')!;
      field.value = name;
      field.dispatchEvent(new Event('input'));
      root.querySelector('form')!.dispatchEvent(new Event('submit'));
      await fixture.whenStable();
      fixture.detectChanges();
    };
    await fixture.whenStable();
    return { root, submit };
  }

  it.each([
    ['  ', 'Fill this in.'],
    ['OURS', 'You have a view of this name already.'],
  ])('%j is not sent', async (name, words) => {
    const { root, submit } = await dialog();
    await submit(name);
    expect(root.textContent).toContain(words);
    expect(save).not.toHaveBeenCalled();
  });

  it('is sent, and the dialog closes', async () => {
    const { root, submit } = await dialog();
    root.querySelector<HTMLInputElement>('input[type="checkbox"]')!.click();
    await submit(' Late ');
    expect(save).toHaveBeenCalledWith('Late', true);
    expect(close).toHaveBeenCalled();
  });

  it('stays with the reason when the server refuses it', async () => {
    const { root, submit } = await dialog({ view: { ...other, id: idOf('view', 3), name: 'Mine' } });
    save.mockResolvedValue(refused);
    expect(root.querySelector<HTMLInputElement>('#view-name')!.value).toBe('Mine');
    await submit('Late');
    expect(root.textContent).toContain('You have a view of this name already.');
    expect(close).not.toHaveBeenCalled();
  });
});
