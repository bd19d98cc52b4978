import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { FakeSource } from '../../../../test/fake-source';
import { LiveStream } from './live-stream';

describe('an event stream', () => {
  let heard: unknown[];
  let stream: LiveStream;

  beforeEach(() => {
    jest.useFakeTimers();
    FakeSource.all = [];
    heard = [];
    stream = new LiveStream('/live', null, (address) => new FakeSource(address) as unknown as EventSource, {
      heard: (revision, changes) => heard.push([revision, changes]),
      lost: (times) => heard.push(`lost ${times}`),
      accessOver: () => heard.push('access over'),
    });
  });
  afterEach(() => {
    stream.close();
    jest.useRealTimers();
  });

  it('tells what it hears', () => {
    FakeSource.last().tell('ready', { revision: 4 });
    FakeSource.last().tell('change', { revision: 5, changes: ['81'] });
    expect(heard).toEqual([
      [4, []],
      [5, ['81']],
    ]);
  });

  it('comes back after a break, says how far it was, and waits longer each time', () => {
    FakeSource.last().tell('ready', { revision: 4 });
    for (const longest of [1_000, 2_000, 4_000]) {
      const before = FakeSource.all.length;
      FakeSource.last().fail();
      jest.advanceTimersByTime(longest / 2 - 1);
      expect(FakeSource.all).toHaveLength(before);
      jest.advanceTimersByTime(longest / 2 + 1);
      expect(FakeSource.all).toHaveLength(before + 1);
    }
    expect(FakeSource.last().address).toBe('/live?after=4');
    expect(heard.slice(1)).toEqual(['lost 1', 'lost 2', 'lost 3']);
    FakeSource.last().tell('ready', { revision: 4 });
    FakeSource.last().fail();
    expect(heard.at(-1)).toBe('lost 1');
  });

  it('waits a minute at the longest, and not at all when it is told that the line is back', () => {
    for (let times = 0; times < 12; times += 1) {
      FakeSource.last().fail();
      jest.advanceTimersByTime(60_000);
    }
    expect(FakeSource.all).toHaveLength(13);
    FakeSource.last().fail();
    stream.hurry();
    expect(FakeSource.all).toHaveLength(14);
  });

  it('comes back when the server stopped, and not when the access is over', () => {
    FakeSource.last().tell('end', { reason: 'server-stops' });
    jest.advanceTimersByTime(1_000);
    expect(FakeSource.all).toHaveLength(2);
    FakeSource.last().tell('end', { reason: 'access-over' });
    jest.advanceTimersByTime(120_000);
    expect(FakeSource.all).toHaveLength(2);
    expect(heard).toEqual(['access over']);
    expect(FakeSource.all.every((source) => source.closed)).toBe(true);
  });
});
