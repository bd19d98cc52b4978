import type { Lock, Locker, RequestRelease } from '@tus/server';

interface Holder {
  readonly askToRelease: RequestRelease;
  readonly released: Promise<void>;
  readonly release: () => void;
}

/**
 * One request at a time for each upload. A line that broke silently may still hold it: whoever comes next asks the old
 * one to end. The protocol library's own lock asks in a circle and keeps the processor busy meanwhile; this one waits.
 */
export class UploadLocks implements Locker {
  private readonly holders = new Map<string, Holder>();

  newLock(id: string): Lock {
    return {
      lock: (signal, askToRelease) => this.take(id, signal, askToRelease),
      unlock: () => {
        this.holders.get(id)?.release();
        return Promise.resolve();
      },
    };
  }

  private async take(id: string, signal: AbortSignal, askToRelease: RequestRelease): Promise<void> {
    for (let holder = this.holders.get(id); holder !== undefined; holder = this.holders.get(id)) {
      await holder.askToRelease();
      await holder.released;
      signal.throwIfAborted();
    }
    let wake: () => void = () => undefined;
    const released = new Promise<void>((resolve) => (wake = resolve));
    const release = (): void => {
      this.holders.delete(id);
      wake();
    };
    this.holders.set(id, { askToRelease, released, release });
  }
}
