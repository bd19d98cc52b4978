import { once } from 'node:events';
import { createServer, type AddressInfo, type Socket } from 'node:net';
import { BAD_CONTENT } from './clamd.js';

/** A scanner that answers when the test lets it, in ClamAV's protocol. */
export interface HeldScanner {
  readonly address: string;
  /** From now on, what is and was asked is answered. */
  release(): void;
  /** From now on it waits. */
  hold(): void;
  /** From now on whoever comes is turned away. */
  leave(): void;
  readonly turnedAway: number;
  close(): Promise<void>;
}

export async function startScanner(): Promise<HeldScanner> {
  let held = false;
  let away = false;
  let turnedAway = 0;
  const asked = new Set<() => void>();
  const answer = (socket: Socket, content: Buffer): void => {
    const reply = (): void => void socket.end(content.includes(BAD_CONTENT) ? 'stream: Test.Sentence FOUND\0' : 'stream: OK\0');
    if (held) asked.add(reply);
    else reply();
  };
  const server = createServer((socket) => {
    if (away) {
      turnedAway += 1;
      socket.destroy();
      return;
    }
    const parts: Buffer[] = [];
    socket.on('error', () => undefined);
    socket.on('data', (part) => {
      parts.push(part);
      const content = Buffer.concat(parts);
      if (content.subarray(-4).equals(Buffer.alloc(4))) answer(socket, content);
    });
  })
    .listen(0, '127.0.0.1')
    .unref();
  await once(server, 'listening');
  return {
    address: `tcp://127.0.0.1:${(server.address() as AddressInfo).port}`,
    get turnedAway() {
      return turnedAway;
    },
    hold: () => (held = true),
    leave: () => (away = true),
    release: () => {
      held = away = false;
      for (const reply of asked) reply();
      asked.clear();
    },
    close: async () => {
      server.close();
      await once(server, 'close');
    },
  };
}
