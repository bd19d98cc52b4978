import { once } from 'node:events';
import { createServer, type AddressInfo, type Server } from 'node:net';
import { Readable } from 'node:stream';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { BAD_CONTENT, BAD_NAME, CLAMD_MISSING, startClamd, type Scanner } from '../../../test/support/clamd.js';
import { scanContent, type ScanResult } from './clamd.js';

const scan = (address: string, content: Readable): Promise<ScanResult> => scanContent(address, content, AbortSignal.timeout(20_000));
const bytes = (...parts: (string | Buffer)[]): Readable => Readable.from(parts.map((part) => Buffer.from(part)));

const withClamd = CLAMD_MISSING === null ? describe : describe.skip;
withClamd(`ClamAV itself${CLAMD_MISSING === null ? '' : `: ${CLAMD_MISSING}`}`, () => {
  let clamd: Scanner;
  beforeAll(async () => {
    clamd = await startClamd();
  });
  afterAll(() => clamd.stop());

  it('finds nothing in a clean content', async () => {
    expect(await scan(clamd.address, bytes('nothing', ' to see', Buffer.alloc(2_000_000)))).toEqual({ verdict: 'clean', signature: '' });
  });

  it('names what it finds, also across pieces', async () => {
    const found = await scan(clamd.address, bytes('before ', BAD_CONTENT.slice(0, 9), BAD_CONTENT.slice(9), ' after'));
    expect(found).toEqual({ verdict: 'infected', signature: `${BAD_NAME}.UNOFFICIAL` });
  });

  it('says nothing of a content that is larger than it takes', async () => {
    await expect(scan(clamd.address, bytes(...Array.from({ length: 8 }, () => Buffer.alloc(1_000_000))))).rejects.toThrow();
  });
});

describe('a scanner', () => {
  let server: Server;
  const answering = async (answer: string): Promise<string> => {
    server = createServer((socket) => {
      socket.on('error', () => undefined);
      socket.on('data', (chunk) => chunk.subarray(-4).readUInt32BE() === 0 && socket.end(answer));
    }).listen(0, '127.0.0.1');
    await once(server, 'listening');
    return `tcp://127.0.0.1:${(server.address() as AddressInfo).port}`;
  };
  afterEach(() => void server.close());

  it('is reached over TCP', async () => {
    expect(await scan(await answering('stream: OK\0'), bytes('x'))).toEqual({ verdict: 'clean', signature: '' });
  });

  it.each([['INSTREAM size limit exceeded. ERROR\0'], ['stream: Temporary failure ERROR\0'], [''], ['stream: OK FOUND?']])(
    'that answers %j has found nothing out',
    async (answer) => {
      await expect(scan(await answering(answer), bytes('x'))).rejects.toThrow('scanner-refused');
    },
  );

  it.each([
    ['at once', ''],
    ['with a verdict on what it has not seen', 'stream: OK\0'],
  ])('that hangs up %s has found nothing out', async (_, farewell) => {
    const address = await answering('');
    server.removeAllListeners('connection').on('connection', (socket) =>
      socket
        .on('error', () => undefined)
        .end(farewell)
        .resume(),
    );
    const endless = new Readable({ read: () => undefined });
    await expect(scan(address, endless)).rejects.toThrow('scanner-refused');
  });

  it('is let go when the office stops', async () => {
    const stopping = new AbortController();
    const scanned = scanContent(await answering(''), new Readable({ read: () => undefined }), stopping.signal);
    stopping.abort();
    await expect(scanned).rejects.toThrow('aborted');
  });

  it('is told of no verdict when the content broke off on the way', async () => {
    const broken = new Readable({ read: () => undefined });
    broken.push('half of it');
    const scanned = scan(await answering('stream: OK\0'), broken);
    broken.destroy(new Error('the disk is gone'));
    await expect(scanned).rejects.toThrow('the disk is gone');
  });
});
