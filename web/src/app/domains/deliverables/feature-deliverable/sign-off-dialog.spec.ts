import type { ComponentFixture } from '@angular/core/testing';
import { MAT_DIALOG_DATA, MatDialogRef } from '@angular/material/dialog';
import { beforeEach, describe, expect, it } from '@jest/globals';
import type { ProblemCode } from '@office/contracts';
import { aDeliverableVersion, aMe, aProblem, aReviewRound } from '@office/testing';
import type { ReadProblem } from '../../../shared/util-http/problem';
import { render, signIn, surroundings, textOf, type } from '../../../../../test/render';
import { SignOffDialog, type SignOffQuestion } from './sign-off-dialog';

describe('signing off', () => {
  let dialog: ComponentFixture<SignOffDialog>;
  let passwords: string[];
  let problem: ReadProblem | null;
  let closed: number;

  beforeEach(async () => {
    passwords = [];
    problem = null;
    closed = 0;
    const question: SignOffQuestion = {
      title: 'Sign off version 0.3 of D2.2?',
      text: 'This closes the round.',
      action: 'Sign off version 0.3',
      tally: aReviewRound().tally,
      version: aDeliverableVersion({ sha256: 'abc' }),
      sign: (password) => {
        passwords.push(password);
        return Promise.resolve(problem);
      },
    };
    surroundings([
      { provide: MAT_DIALOG_DATA, useValue: question },
      { provide: MatDialogRef, useValue: { id: 'dialog', close: () => closed++ } },
    ]);
    await signIn(aMe());
    dialog = await render(SignOffDialog);
  });

  async function sign(): Promise<void> {
    // The button stands outside of its form, which jsdom does not connect while the dialog is not in the page.
    (dialog.nativeElement as HTMLElement).querySelector('form')?.dispatchEvent(new Event('submit', { cancelable: true }));
    await new Promise((resolve) => setTimeout(resolve));
    await dialog.whenStable();
  }

  const refusal = (status: number, code: ProblemCode): ReadProblem => ({ ...aProblem({ status, code }), offline: false });

  it('asks for the password before anything is sent', async () => {
    await sign();
    expect(textOf(dialog)).toContain('Type your password.');
    expect(passwords).toEqual([]);
  });

  it('signs what it shows with the password', async () => {
    expect(textOf(dialog)).toContain('abc');
    await type(dialog, 'Your password', 'strive-demo');
    await sign();
    expect([passwords, closed]).toEqual([['strive-demo'], 1]);
  });

  it('says that the password is wrong, and stays', async () => {
    problem = refusal(403, 'password-wrong');
    await type(dialog, 'Your password', 'strive-demo');
    await sign();
    expect(textOf(dialog)).toContain('This is not your password.');
    expect(closed).toBe(0);
  });

  it.each<[number, ProblemCode, number, string]>([
    [429, 'login-throttled', 0, 'Too many attempts.'],
    [409, 'already-signed-off', 1, ''],
  ])('%i %s closes it %i times', async (status, code, times, words) => {
    problem = refusal(status, code);
    await type(dialog, 'Your password', 'strive-demo');
    await sign();
    expect(closed).toBe(times);
    expect(textOf(dialog)).toContain(words);
  });
});
