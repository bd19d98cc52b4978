import { beforeEach, describe, expect, it } from '@jest/globals';
import { WrittenText } from './written-text';

describe('what was written in a dialog', () => {
  let within: HTMLElement;
  let written: WrittenText;

  const write = (selector: string, text: string): void => {
    const field = within.querySelector<HTMLInputElement>(selector)!;
    field.dispatchEvent(new Event('focusin', { bubbles: true }));
    field.value = text;
    field.dispatchEvent(new Event('input', { bubbles: true }));
  };

  beforeEach(() => {
    within = document.createElement('div');
    within.innerHTML = `<textarea></textarea><input type="text" value="Title" /><input type="radio" /><input type="text" role="combobox" />`;
    written = new WrittenText(within);
  });

  it('is nothing at first, and nothing again when it is taken back', () => {
    expect(written.isThere()).toBe(false);
    write('textarea', 'Something');
    expect(written.isThere()).toBe(true);
    write('textarea', ' ');
    expect(written.isThere()).toBe(false);
  });

  it('is known against what stood in the field', () => {
    write('input[type=text]', 'Title');
    expect(written.isThere()).toBe(false);
    write('input[type=text]', 'Other title');
    expect(written.isThere()).toBe(true);
  });

  it('is what a field had that is gone', () => {
    write('textarea', 'Something');
    within.querySelector('textarea')?.remove();
    expect(written.isThere()).toBe(true);
  });

  it.each(['[type=radio]', '[role=combobox]'])('is neither a choice nor what is looked for: %s', (selector) => {
    write(selector, 'x');
    expect(written.isThere()).toBe(false);
  });
});
