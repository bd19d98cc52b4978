import type { ComponentFixture } from '@angular/core/testing';
import { MAT_DIALOG_DATA, MatDialogRef } from '@angular/material/dialog';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { aProblem } from '@office/testing';
import type { ReadProblem } from '../../../shared/util-http/problem';
import { click, render, surroundings, textOf, type } from '../../../../../test/render';
import { AnswerDialog, type AnswerQuestion } from './answer-dialog';
import type { Answer } from './deliverable-store';

describe("EACEA's answer", () => {
  let dialog: ComponentFixture<AnswerDialog>;
  let saved: Answer[];
  let problem: ReadProblem | null;
  let closed: number;

  beforeEach(async () => {
    saved = [];
    problem = null;
    closed = 0;
    const question: AnswerQuestion = {
      deliverable: 'D2.2 Report',
      save: (answer) => {
        saved.push(answer);
        return Promise.resolve(problem);
      },
    };
    surroundings([
      { provide: MAT_DIALOG_DATA, useValue: question },
      { provide: MatDialogRef, useValue: { id: 'dialog', close: () => closed++ } },
    ]);
    dialog = await render(AnswerDialog);
  });

  async function choose(index: number): Promise<void> {
    (dialog.nativeElement as HTMLElement).querySelectorAll<HTMLInputElement>('input[type="radio"]').item(index).click();
    await dialog.whenStable();
  }

  async function save(): Promise<void> {
    // The button stands outside of its form, which jsdom does not connect while the dialog is not in the page.
    (dialog.nativeElement as HTMLElement).querySelector('form')?.dispatchEvent(new Event('submit', { cancelable: true }));
    await new Promise((resolve) => setTimeout(resolve));
    await dialog.whenStable();
  }

  it('is one of two', async () => {
    await save();
    expect(textOf(dialog)).toContain('Choose one of the two.');
    await choose(0);
    await save();
    expect(saved).toEqual([{ accepted: true }]);
    expect(closed).toBe(1);
  });

  it('takes the reason of a revision', async () => {
    await choose(1);
    await save();
    expect(textOf(dialog)).toContain('The partners need the reason to mend it.');
    await type(dialog, "EACEA's reason", '  The annex is not signed. ');
    await save();
    expect(saved).toEqual([{ accepted: false, reason: 'The annex is not signed.' }]);
  });

  it('stays open with what was written when it is refused', async () => {
    problem = { ...aProblem({ status: 409, code: 'state-changed' }), offline: false };
    await choose(1);
    await type(dialog, "EACEA's reason", 'The annex is not signed.');
    await save();
    expect(closed).toBe(0);
    expect(textOf(dialog)).toContain('Somebody moved this on in the meantime.');
    expect((dialog.nativeElement as HTMLElement).querySelector('textarea')?.value).toBe('The annex is not signed.');
    await click(dialog, 'Cancel');
    expect(closed).toBe(1);
  });
});
