import type { ServerResponse } from 'node:http';
import type { LiveEvents } from '@office/contracts';
import type { FastifyReply } from 'fastify';

/** Who listens, to which project, on which session. */
export interface Listener {
  readonly token: string;
  readonly personId: string;
  readonly projectId: string;
}

/** A listener that has not taken so much of what was written does not listen any more. */
const MOST_UNREAD_BYTES = 64 * 1024;

/** How long a browser that reconnects by itself waits first. */
const RETRY_MS = 3_000;

/** Neither a browser nor a proxy may keep, pack or hold back what is written. */
const HEADERS = {
  'content-type': 'text/event-stream; charset=utf-8',
  'cache-control': 'private, no-store, no-transform',
  'x-accel-buffering': 'no',
};

/** One open event stream. */
export class LiveStream {
  private constructor(
    readonly listener: Listener,
    private readonly raw: ServerResponse,
  ) {}

  /** Takes the answer out of the framework's hands; the headers that were set so far go out with it. */
  static on(reply: FastifyReply, listener: Listener, closed: (stream: LiveStream) => void): LiveStream {
    reply.hijack();
    const stream = new LiveStream(listener, reply.raw);
    reply.raw.once('close', () => closed(stream));
    reply.raw.on('error', () => undefined);
    const set = Object.entries(reply.getHeaders()).filter(
      (header): header is [string, string | number | string[]] => header[1] !== undefined,
    );
    reply.raw.writeHead(200, { ...Object.fromEntries(set), ...HEADERS });
    stream.write(`retry: ${RETRY_MS}\n\n`);
    return stream;
  }

  tell<Name extends keyof LiveEvents>(name: Name, event: LiveEvents[Name]): void {
    const id = 'revision' in event ? `id: ${event.revision}\n` : '';
    this.write(`event: ${name}\n${id}data: ${JSON.stringify(event)}\n\n`);
  }

  /** A comment: keeps proxies from giving the line up, and finds out whether somebody is there. */
  beat(): void {
    this.write(':\n\n');
  }

  end(reason: LiveEvents['end']['reason']): void {
    this.tell('end', { reason });
    this.raw.end();
  }

  private write(text: string): void {
    if (this.raw.writableEnded || this.raw.destroyed) return;
    if (this.raw.writableLength > MOST_UNREAD_BYTES) this.raw.destroy();
    else this.raw.write(text);
  }
}
