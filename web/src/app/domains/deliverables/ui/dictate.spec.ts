import type { ComponentFixture } from '@angular/core/testing';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { click, render, surroundings, textOf } from '../../../../../test/render';
import { SPEECH, type SpeechListener, withSpoken } from '../data/speech';
import { Dictate } from './dictate';

class FakeListener implements SpeechListener {
  lang = '';
  continuous = false;
  interimResults = true;
  onresult: SpeechListener['onresult'] = null;
  onerror: SpeechListener['onerror'] = null;
  onend: SpeechListener['onend'] = null;
  calls: string[] = [];
  start = (): void => void this.calls.push('start');
  abort = (): void => void this.calls.push('abort');
  stop(): void {
    this.calls.push('stop');
    this.onend?.();
  }

  says(transcript: string, isFinal = true): void {
    const result = Object.assign([{ transcript }], { isFinal });
    this.onresult?.({ resultIndex: 0, results: [result] });
  }
}

describe('dictating', () => {
  let listener: FakeListener;
  let field: ComponentFixture<Dictate>;
  let heard: string[];

  beforeEach(async () => {
    listener = new FakeListener();
    heard = [];
    surroundings([{ provide: SPEECH, useValue: () => listener }]);
    document.documentElement.lang = 'en';
    field = await render(Dictate, { what: 'comment 1' });
    field.componentInstance.heard.subscribe((words) => heard.push(words));
  });

  it('hands on each piece that was said for good', async () => {
    await click(field, 'Dictate');
    expect(textOf(field)).toContain('Listening.');
    expect([listener.lang, listener.continuous]).toEqual(['en', true]);
    listener.says('the figures', false);
    listener.says(' the figures are missing ');
    listener.says('  ');
    expect(heard).toEqual(['the figures are missing']);
    await click(field, 'Stop dictating');
    expect(textOf(field)).not.toContain('Listening.');
    expect(listener.calls).toEqual(['start', 'stop']);
  });

  it.each([
    ['not-allowed', 'may not use the microphone'],
    ['audio-capture', 'No microphone was found'],
    ['network', 'could not turn speech into text'],
  ])('tells why nothing is heard: %s', async (error, words) => {
    await click(field, 'Dictate');
    listener.onerror?.({ error });
    listener.onend?.();
    await field.whenStable();
    expect(textOf(field)).toContain(words);
  });

  it('says nothing of a pause', async () => {
    await click(field, 'Dictate');
    listener.onerror?.({ error: 'no-speech' });
    listener.onend?.();
    await field.whenStable();
    expect(textOf(field)).toBe('Dictate comment 1');
  });

  it('hears nothing any more once its field is gone', async () => {
    await click(field, 'Dictate');
    field.destroy();
    expect(listener.calls).toEqual(['start', 'abort']);
    expect(listener.onresult).toBeNull();
  });
});

it('offers nothing where the browser cannot', async () => {
  surroundings([{ provide: SPEECH, useValue: null }]);
  expect(textOf(await render(Dictate))).toBe('');
});

describe('what was said', () => {
  it.each([
    ['', 'the table is wrong', 'The table is wrong'],
    ['The table', 'is wrong', 'The table is wrong'],
    ['Good. ', 'but short', 'Good. But short'],
    ['0123456789', 'too long', '0123456789 t'],
  ])('%j and %j make %j', (before, spoken, after) => {
    expect(withSpoken(before, spoken, 12 + (before.startsWith('0') ? 0 : 40))).toBe(after);
  });
});
