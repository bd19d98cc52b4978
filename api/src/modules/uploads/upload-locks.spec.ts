import { describe, expect, it } from '@jest/globals';
import { UploadLocks } from './upload-locks.js';

const never = new AbortController().signal;
const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

describe('one request at a time for each upload', () => {
  it('asks who holds it to end, waits, and lets the next in', async () => {
    const locks = new UploadLocks();
    const told: string[] = [];
    const [first, second, other] = [locks.newLock('a'), locks.newLock('a'), locks.newLock('b')];
    await first.lock(never, () => void told.push('asked'));
    await other.lock(never, () => void told.push('other asked'));
    const waiting = second.lock(never, () => undefined).then(() => told.push('second'));
    await turn();
    expect(told).toEqual(['asked']);
    await first.unlock();
    await waiting;
    expect(told).toEqual(['asked', 'second']);
  });

  it('lets one of several in after the other', async () => {
    const locks = new UploadLocks();
    const order: number[] = [];
    let inside = 0;
    const work = async (n: number): Promise<void> => {
      const lock = locks.newLock('a');
      await lock.lock(never, () => undefined);
      inside += 1;
      expect(inside).toBe(1);
      await turn();
      order.push(n);
      inside -= 1;
      await lock.unlock();
    };
    await Promise.all([1, 2, 3, 4].map(work));
    expect(order.sort()).toEqual([1, 2, 3, 4]);
  });

  it('gives up with the request that waits', async () => {
    const locks = new UploadLocks();
    const holder = locks.newLock('a');
    await holder.lock(never, () => undefined);
    const gone = new AbortController();
    const waiting = locks.newLock('a').lock(gone.signal, () => undefined);
    gone.abort(new Error('gone'));
    await holder.unlock();
    await expect(waiting).rejects.toThrow('gone');
    await locks.newLock('a').lock(never, () => undefined);
  });
});
