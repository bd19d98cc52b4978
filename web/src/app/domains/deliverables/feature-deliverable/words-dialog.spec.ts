import type { ComponentFixture } from '@angular/core/testing';
import { MAT_DIALOG_DATA, MatDialogRef } from '@angular/material/dialog';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { aProblem } from '@office/testing';
import { render, surroundings, textOf, type } from '../../../../../test/render';
import type { ReadProblem } from '../../../shared/util-http/problem';
import { SPEECH } from '../data/speech';
import { WordsDialog, type WordsQuestion } from './words-dialog';

describe('a step that takes some words', () => {
  let dialog: ComponentFixture<WordsDialog>;
  let saved: string[];
  let problem: ReadProblem | null;
  let closed: number;

  beforeEach(async () => {
    saved = [];
    problem = null;
    closed = 0;
    const question: WordsQuestion = {
      title: 'Answer to a comment',
      subject: 'D2.2 Report',
      quote: 'Section 3 has no figures.',
      hint: null,
      label: 'Your answer',
      value: '',
      maxLength: 20,
      missing: 'Write the answer.',
      action: 'Send the answer',
      save: (words) => {
        saved.push(words);
        return Promise.resolve(problem);
      },
    };
    surroundings([
      { provide: MAT_DIALOG_DATA, useValue: question },
      { provide: MatDialogRef, useValue: { id: 'dialog', close: () => closed++ } },
      { provide: SPEECH, useValue: null },
    ]);
    dialog = await render(WordsDialog);
  });

  async function save(): Promise<void> {
    // The button stands outside of its form, which jsdom does not connect while the dialog is not in the page.
    (dialog.nativeElement as HTMLElement).querySelector('form')?.dispatchEvent(new Event('submit', { cancelable: true }));
    await new Promise((resolve) => setTimeout(resolve));
    await dialog.whenStable();
  }

  it('shows what they are about, and is not taken without them', async () => {
    expect(textOf(dialog)).toContain('Section 3 has no figures.');
    await save();
    expect(textOf(dialog)).toContain('Write the answer.');
    expect(saved).toEqual([]);
  });

  it('is taken with them', async () => {
    await type(dialog, 'Your answer', '  In table 3. ');
    await save();
    expect([saved, closed]).toEqual([['In table 3.'], 1]);
  });

  it('keeps them when it is refused', async () => {
    problem = { ...aProblem({ status: 409, code: 'comment-settled' }), offline: false };
    await type(dialog, 'Your answer', 'In table 3.');
    await save();
    expect(textOf(dialog)).toContain('This comment is settled');
    expect([closed, (dialog.nativeElement as HTMLElement).querySelector('textarea')?.value]).toEqual([0, 'In table 3.']);
  });
});
