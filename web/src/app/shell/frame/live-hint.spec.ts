import { TestBed } from '@angular/core/testing';
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { surroundings } from '../../../../test/render';
import { Live } from '../../shared/util-live/live';
import { Line } from '../../shared/util-live/line';
import { LineNotice } from './line-notice';
import { LiveHint } from './live-hint';

beforeEach(() => {
  surroundings();
  jest.useFakeTimers();
});
afterEach(() => {
  jest.useRealTimers();
});

describe('the hint that something is new', () => {
  const open = () => {
    const fixture = TestBed.createComponent(LiveHint);
    const after = async (milliseconds: number) => {
      await jest.advanceTimersByTimeAsync(milliseconds);
      TestBed.tick();
    };
    const aloud = () => (fixture.nativeElement as HTMLElement).querySelector('[aria-live]')?.textContent.trim();
    const shown = () => (fixture.nativeElement as HTMLElement).querySelector('p') !== null;
    TestBed.tick();
    return { after, aloud, shown };
  };

  it('is shown for a while each time, and read out now and then only', async () => {
    const { after, aloud, shown } = open();
    expect([shown(), aloud()]).toEqual([false, '']);
    TestBed.inject(Live).updated();
    await after(100);
    expect([shown(), aloud()]).toEqual([true, 'This page was updated just now.']);
    await after(7_000);
    expect([shown(), aloud()]).toEqual([false, '']);
    TestBed.inject(Live).updated();
    await after(100);
    expect([shown(), aloud()]).toEqual([true, '']);
    await after(30_000);
    TestBed.inject(Live).updated();
    await after(100);
    expect(aloud()).toBe('This page was updated just now.');
  });
});

describe('the notice of a line that is down', () => {
  it('comes with it, and says when it is over', async () => {
    const answers = jest
      .fn<typeof fetch>()
      .mockRejectedValueOnce(new TypeError())
      .mockResolvedValue({} as Response);
    globalThis.fetch = answers;
    const fixture = TestBed.createComponent(LineNotice);
    const text = () => (fixture.nativeElement as HTMLElement).textContent.trim();
    TestBed.tick();
    expect(text()).toBe('');
    TestBed.inject(Line).lost();
    TestBed.tick();
    expect(text()).toContain('No connection. What you typed is kept');
    await jest.advanceTimersByTimeAsync(2_000);
    expect(answers).toHaveBeenCalledTimes(1);
    await jest.advanceTimersByTimeAsync(4_000);
    TestBed.tick();
    expect(text()).toBe('The connection is back.');
    await jest.advanceTimersByTimeAsync(4_000);
    TestBed.tick();
    expect(text()).toBe('');
  });
});
