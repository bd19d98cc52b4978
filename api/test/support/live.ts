import { request, type IncomingHttpHeaders, type IncomingMessage } from 'node:http';
import type { LiveEvents } from '@office/contracts';
import { eventually } from './eventually.js';

/** An event stream as a client of its own socket hears it. */
export interface TestStream {
  readonly headers: IncomingHttpHeaders;
  /** The next event of that name that was not asked for yet. */
  next<T>(name: keyof LiveEvents): Promise<T>;
  /** Comments so far. */
  beats(): number;
  /** Settles when the server has ended it. */
  readonly ended: Promise<void>;
  close(): void;
}

interface Told {
  readonly name: string;
  readonly data: unknown;
}

/** Rejects with the status when the server refuses. */
export async function openStream(address: string, headers: Record<string, string>): Promise<TestStream> {
  const asking = request(address, { agent: false, headers: { accept: 'text/event-stream', ...headers } });
  const answer = await new Promise<IncomingMessage>((resolve, reject) => {
    asking.once('response', resolve).once('error', reject).end();
  });
  if (answer.statusCode !== 200) {
    asking.destroy();
    throw new Error(`the stream was refused: ${answer.statusCode}`);
  }
  const told: Told[] = [];
  let beats = 0;
  let rest = '';
  answer.setEncoding('utf8').on('data', (text: string) => {
    const blocks = (rest + text).split('\n\n');
    rest = blocks.pop() ?? '';
    for (const block of blocks) {
      if (block.startsWith(':')) beats += 1;
      const [, name] = /^event: (.*)$/m.exec(block) ?? [];
      const [, data] = /^data: (.*)$/m.exec(block) ?? [];
      if (name !== undefined && data !== undefined) told.push({ name, data: JSON.parse(data) });
    }
  });
  // A client that hangs up itself makes the answer fail.
  answer.on('error', () => undefined);
  const ended = new Promise<void>((resolve) => void answer.once('close', resolve));
  return {
    headers: answer.headers,
    next: async <T>(name: string): Promise<T> => {
      await eventually(() => told.some((event) => event.name === name));
      const [event] = told.splice(
        told.findIndex((candidate) => candidate.name === name),
        1,
      );
      return event?.data as T;
    },
    beats: () => beats,
    ended,
    close: () => asking.destroy(),
  };
}
