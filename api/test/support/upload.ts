import { connect, type Socket } from 'node:net';
import { once } from 'node:events';
import type { LightMyRequestResponse } from 'fastify';
import type { Member } from './project.js';

const BOUNDARY = 'office-test-boundary';

interface FormFile {
  readonly fileName: string;
  readonly content: Buffer | string;
}

/** A form as a browser sends it: the note, then the file. */
export function form(file: FormFile | null, note?: string): { payload: Buffer; headers: { 'content-type': string } } {
  const part = (head: string, content: Buffer | string): Buffer =>
    Buffer.concat([
      Buffer.from(`--${BOUNDARY}\r\nContent-Disposition: form-data; ${head}\r\n\r\n`),
      Buffer.from(content),
      Buffer.from('\r\n'),
    ]);
  const parts = [
    ...(note === undefined ? [] : [part('name="note"', note)]),
    ...(file === null ? [] : [part(`name="file"; filename="${file.fileName}"\r\nContent-Type: application/octet-stream`, file.content)]),
    Buffer.from(`--${BOUNDARY}--\r\n`),
  ];
  return { payload: Buffer.concat(parts), headers: { 'content-type': `multipart/form-data; boundary=${BOUNDARY}` } };
}

interface RawUpload {
  readonly port: number;
  readonly path: string;
  readonly method?: 'POST' | 'PATCH';
  readonly headers: Readonly<Record<string, string>>;
  /** Bytes that the head promises; chunked without it. */
  readonly length?: number;
}

/** A connection on which an upload has begun; what follows of it is up to the test. */
export async function beginUpload({ port, path, method = 'POST', headers, length }: RawUpload): Promise<Socket> {
  const socket = connect(port, '127.0.0.1');
  await once(socket, 'connect');
  const framing = length === undefined ? 'Transfer-Encoding: chunked' : `Content-Length: ${length}`;
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}`);
  socket.write([`${method} ${path} HTTP/1.1`, 'Host: 127.0.0.1', framing, ...lines, '', ''].join('\r\n'));
  return socket;
}

/** The next whole answer on a raw connection, which stays open. */
export function answerOn(socket: Socket): Promise<string> {
  return new Promise((resolve, reject) => {
    let text = '';
    const hear = (chunk: Buffer): void => {
      text += chunk.toString('latin1');
      const [head = '', body] = text.split('\r\n\r\n', 2);
      const length = Number(/^content-length: (\d+)/im.exec(head)?.[1] ?? 0);
      if (body === undefined || body.length < length) return;
      socket.off('data', hear);
      resolve(text);
    };
    socket.on('data', hear);
    socket.once('error', reject);
    socket.once('close', () => reject(new Error(`closed after: ${text}`)));
  });
}

interface TusFile {
  readonly fileName: string;
  readonly content: Buffer | string;
}

const base64 = (text: string): string => Buffer.from(text).toString('base64');

/** Headers with which a file is announced for a deliverable. */
export const announcing = (deliverableId: string, { fileName, content }: TusFile): Record<string, string> => ({
  'tus-resumable': '1.0.0',
  'upload-length': String(Buffer.byteLength(content)),
  'upload-metadata': `filename ${base64(fileName)},deliverable ${base64(deliverableId)}`,
});

export const PIECE = { 'tus-resumable': '1.0.0', 'content-type': 'application/offset+octet-stream' } as const;

/** A file sent whole with its announcement; the answer as it comes. */
export const sendWhole = (member: Member, deliverableId: string, file: TusFile): Promise<LightMyRequestResponse> =>
  member.request('uploads', {
    method: 'POST',
    payload: Buffer.from(file.content),
    headers: { ...announcing(deliverableId, file), ...PIECE },
  });

/** Ids of files that are whole on the server. */
export async function staged(member: Member, deliverableId: string, files: readonly TusFile[]): Promise<string[]> {
  const ids: string[] = [];
  for (const file of files) {
    const answer = await sendWhole(member, deliverableId, file);
    if (answer.statusCode !== 201) throw new Error(`${answer.statusCode}: ${answer.payload}`);
    ids.push(String(answer.headers['location']).split('/').at(-1) ?? '');
  }
  return ids;
}
