import { Component, inject } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { MatDialogRef } from '@angular/material/dialog';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { surroundings } from '../../../../test/render';
import { DialogHistory } from './dialog-history';
import { Dialogs } from './dialogs';

@Component({
  selector: 'office-writing',
  template: `<textarea id="words"></textarea><button type="button" (click)="dialog.close('saved')">{{ save }}</button>`,
})
class Writing {
  readonly save = 'Save';
  readonly dialog = inject<MatDialogRef<Writing, string>>(MatDialogRef);
}

const turn = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 0));

/** Waits for what the person sees. */
async function until<T>(look: () => T | null | undefined): Promise<T> {
  for (;;) {
    const seen = look();
    if (seen) return seen;
    await turn();
  }
}

const words = (): HTMLTextAreaElement | null => document.querySelector('#words');
const question = (): HTMLElement | null => document.querySelector('office-confirm-dialog');
const button = (name: string) => [...document.querySelectorAll('button')].find(({ textContent }) => textContent.trim() === name);
const press = async (name: string): Promise<void> => (await until(() => button(name))).click();
const escape = (): boolean => document.body.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', keyCode: 27, bubbles: true }));
const clickOutside = (): void => [...document.querySelectorAll<HTMLElement>('.cdk-overlay-backdrop')].at(-1)!.click();

describe('a dialog that is dismissed', () => {
  let answer: Promise<string | undefined>;
  const write = (): void => {
    const field = words()!;
    field.dispatchEvent(new Event('focusin', { bubbles: true }));
    field.value = 'A whole paragraph';
  };

  // First in line, so that nobody stops it.
  let arrived = (): void => undefined;
  const pass = (): unknown => setTimeout(arrived);
  /** Presses the button of the question and waits until the question has given its step of the history back. */
  const reply = async (name: string): Promise<void> => {
    const back = new Promise<void>((resolve) => (arrived = resolve));
    await press(name);
    await back;
    await until(() => question() === null);
  };

  beforeEach(async () => {
    addEventListener('popstate', pass);
    surroundings();
    TestBed.inject(DialogHistory).start();
    answer = TestBed.inject(Dialogs).open<string>(() => Promise.resolve(Writing), null);
    await until(words);
  });
  afterEach(() => {
    removeEventListener('popstate', pass);
    document.querySelectorAll('.cdk-overlay-container').forEach((element) => element.remove());
  });

  it.each([
    ['Escape', escape],
    ['a click outside', clickOutside],
    ['the way back', () => history.back()],
  ])('by %s with nothing written in it closes', async (_, dismiss) => {
    dismiss();
    expect(await answer).toBeUndefined();
  });

  it.each([
    ['Escape', escape],
    ['a click outside', clickOutside],
    ['the way back', () => history.back()],
  ])('by %s with words in it asks first, and stays with them', async (_, dismiss) => {
    write();
    dismiss();
    await until(question);
    await reply('Go on writing');
    expect(words()?.value).toBe('A whole paragraph');
    dismiss();
    await until(question);
    await press('Discard it');
    expect(await answer).toBeUndefined();
  });

  it('does not ask when it was saved', async () => {
    write();
    await press('Save');
    expect(await answer).toBe('saved');
    expect(question()).toBeNull();
  });
});
