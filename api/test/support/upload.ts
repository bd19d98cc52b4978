import { connect, type Socket } from 'node:net';
import { once } from 'node:events';

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
  readonly headers: Readonly<Record<string, string>>;
  /** Bytes that the head promises; chunked without it. */
  readonly length?: number;
}

/** A connection on which a POST has begun; what follows of it is up to the test. */
export async function beginUpload({ port, path, headers, length }: RawUpload): Promise<Socket> {
  const socket = connect(port, '127.0.0.1');
  await once(socket, 'connect');
  const framing = length === undefined ? 'Transfer-Encoding: chunked' : `Content-Length: ${length}`;
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}`);
  socket.write([`POST ${path} HTTP/1.1`, 'Host: 127.0.0.1', framing, ...lines, '', ''].join('\r\n'));
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
