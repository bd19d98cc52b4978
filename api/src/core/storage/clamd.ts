import { connect, type NetConnectOpts, type Socket } from 'node:net';
import { addAbortSignal, type Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { pipeline } from 'node:stream/promises';
import type { ScanVerdict } from '@office/domain';

export interface ScanResult {
  readonly verdict: ScanVerdict;
  /** Name of what was found; empty when clean. */
  readonly signature: string;
}

/** The scanner said neither clean nor infected; `answer` is its own word. */
export class ScannerError extends Error {
  constructor(readonly answer: string) {
    super('scanner-refused');
  }
}

/** A large archive takes a while; a scanner that is silent for longer is not there. */
const SILENCE_MS = 300_000;

function targetOf(address: string): NetConnectOpts {
  if (address.startsWith('unix:')) return { path: address.slice('unix:'.length) };
  const { hostname, port } = new URL(address);
  return { host: hostname.replace(/^\[|\]$/g, ''), port: Number(port) };
}

const length = (bytes: number): Buffer => {
  const head = Buffer.alloc(4);
  head.writeUInt32BE(bytes);
  return head;
};

/** The command INSTREAM (clamd(8)): each piece after its length, a length of zero at the end. */
async function* framed(content: Readable): AsyncGenerator<Buffer> {
  yield Buffer.from('zINSTREAM\0');
  for await (const chunk of content as AsyncIterable<Buffer>) {
    yield length(chunk.length);
    yield chunk;
  }
  yield length(0);
}

function resultOf(answer: string): ScanResult {
  const line = answer.replace(/\0.*$/s, '').trim();
  if (line === 'stream: OK') return { verdict: 'clean', signature: '' };
  const signature = /^stream: (.+) FOUND$/.exec(line)?.[1];
  if (signature === undefined) throw new ScannerError(line);
  return { verdict: 'infected', signature };
}

async function ask(socket: Socket, content: Readable): Promise<ScanResult> {
  socket.setTimeout(SILENCE_MS, () => socket.destroy(new ScannerError('silent')));
  const answer = text(socket);
  const sent = pipeline(framed(content), socket, { end: false }).then(() => true);
  sent.catch(() => undefined);
  // A connection that the scanner has closed takes no more and says nothing of it: its end comes as the answer.
  const whole = await Promise.race([sent, answer.then(() => false)]);
  if (!whole) throw new ScannerError(await answer);
  return resultOf(await answer);
}

/** Streams a content past ClamAV's daemon, which answers and closes. @throws ScannerError, or what broke the connection or the content. */
export async function scanContent(address: string, content: Readable, signal: AbortSignal): Promise<ScanResult> {
  const socket = addAbortSignal(signal, connect(targetOf(address)));
  try {
    return await ask(socket, content);
  } finally {
    socket.destroy();
    content.destroy();
  }
}
