import net from 'node:net';
import { once } from 'node:events';
import { afterEach, describe, expect, it } from '@jest/globals';
import { PostgresListener } from '../../src/core/database/postgres-listener.js';
import { eventually } from '../support/eventually.js';

const url = process.env['TEST_DATABASE_URL'];
const describeOnServer = url === undefined ? describe.skip : describe;

/** Stands between listener and server, and can cut the line and refuse new ones. */
class Line {
  attempts = 0;
  open = true;
  private readonly sockets = new Set<net.Socket>();
  private readonly server = net.createServer((client) => this.connect(client));

  constructor(private readonly target: URL) {}

  async listen(): Promise<string> {
    this.server.listen(0, '127.0.0.1');
    await once(this.server, 'listening');
    const through = new URL(this.target);
    through.host = `127.0.0.1:${(this.server.address() as net.AddressInfo).port}`;
    return through.toString();
  }

  cut(): void {
    for (const socket of this.sockets) socket.destroy();
  }

  async close(): Promise<void> {
    this.cut();
    this.server.close();
    await once(this.server, 'close');
  }

  private connect(client: net.Socket): void {
    this.attempts += 1;
    if (!this.open) return void client.destroy();
    const upstream = net.connect(Number(this.target.port), this.target.hostname);
    for (const socket of [client, upstream]) {
      this.sockets.add(socket);
      socket.on('error', () => undefined).on('close', () => this.cut());
    }
    client.pipe(upstream).pipe(client);
  }
}

describeOnServer('a listener whose server is away', () => {
  let line: Line;
  let listener: PostgresListener;

  afterEach(async () => {
    await listener.close();
    await line.close();
  });

  it('tries again one attempt at a time, and then hears that it may have missed something', async () => {
    line = new Line(new URL(url ?? ''));
    listener = new PostgresListener(await line.listen());
    const heard: string[] = [];
    await listener.listen('a_channel', (payload) => heard.push(payload));
    line.open = false;
    line.cut();
    await eventually(() => line.attempts >= 4);
    expect(line.attempts).toBe(4);
    line.open = true;
    await eventually(() => heard.includes(''));
  });
});
